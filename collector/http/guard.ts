import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

export type Resolved = { address: string; family: number };
/** Turns a host name into all its addresses. */
export type Resolve = (host: string) => Promise<Resolved[]>;

export const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true });

/** The same, with an end: a name server that stays silent is told as such, before the host's deadline has passed. */
export const timely =
  (resolve: Resolve, limitMs: number): Resolve =>
  async (host) => {
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const silent = Object.assign(new Error(`no name server told where ${host} is`), { code: 'ETIMEOUT' });
    const timer = setTimeout(() => reject(silent), limitMs);
    try {
      return await Promise.race([resolve(host), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };

/** All that IPv6 has given to the public; what lies outside may still be an IPv4 address in disguise, as `::127.0.0.1` is. */
const publicV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an IP address is one of the public internet: not loopback, private, link-local, mapped, translated … */
export function isPublicAddress(address: string): boolean {
  try {
    const read = ipaddr.process(address);
    return read.range() === 'unicast' && (read instanceof ipaddr.IPv4 || read.match(publicV6));
  } catch {
    return false;
  }
}

const localNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Whether a host, as a URL has it, is one that means a machine of a private network to whoever looks it up. */
export function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$|\.+$/g, '').toLowerCase();
  if (isIP(name) !== 0) return !isPublicAddress(name);
  return !name.includes('.') || localNames.test(name);
}

const notPublic = (host: string, address: string) =>
  Object.assign(new Error(`${host} is at ${address}, which is no public address`), { code: 'NON_PUBLIC' });

/** A look-up that hands on exactly the addresses it has checked, so that a second answer can't slip in. */
function guardedLookup(resolve: Resolve, mustBePublic: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        // One private address among public ones is as bad: which of them is tried first is not ours to say.
        const hidden = mustBePublic ? found.find(({ address }) => !isPublicAddress(address)) : undefined;
        const first = found[0];
        if (hidden) callback(notPublic(host, hidden.address), '', 0);
        else if (!first)
          callback(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), '', 0);
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, '', 0),
    );
  };
}

/**
 * Opens connections to public addresses only, looked at in the moment of connecting. The look-up is never asked about
 * IP literals, so those are checked by themselves. `isOpen` names what tests may reach nevertheless.
 */
export function guardedConnector(options: {
  resolve: Resolve;
  timeoutMs: number;
  isOpen: (hostname: string, port: string, protocol: string) => boolean;
}): buildConnector.connector {
  const to = (mustBePublic: boolean) =>
    buildConnector({
      allowH2: false,
      rejectUnauthorized: true, // said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED=0 does not weaken it
      timeout: options.timeoutMs,
      // Node gives each address of a host a quarter of a second, which is too short to reach the other side of the world.
      autoSelectFamilyAttemptTimeout: 2000,
      lookup: guardedLookup(options.resolve, mustBePublic),
    });
  const toPublic = to(true);
  const toAny = to(false);
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '');
    if (options.isOpen(target.hostname, target.port, target.protocol)) return toAny(target, callback);
    if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
      return callback(notPublic(hostname, hostname), null);
    }
    return toPublic(target, callback);
  };
}
