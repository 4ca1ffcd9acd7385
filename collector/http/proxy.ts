import { EnvHttpProxyAgent } from 'undici';
import { isLocalName, isPublicAddress, type Resolve } from './guard.ts';

/** Proxies of the environment, as undici takes them; an empty text where there is none. */
export type Proxies = { httpProxy: string; httpsProxy: string; noProxy: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY, or the same in small letters, which win as they do in curl. Nothing where no
 * proxy is named. What can't be used is said without its value, which may hold a password.
 */
export function readProxies(env: Environment): Proxies | { error: string } | undefined {
  const read = (name: string) => (env[name.toLowerCase()] || env[name] || '').trim();
  const addresses: Record<string, string> = {};
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) {
    const value = read(name);
    const url =
      value === ''
        ? undefined
        : URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    if (url === null || (url && !/^https?:$/.test(url.protocol))) {
      return { error: `${name} is not the address of an http: or https: proxy` };
    }
    addresses[name] = url?.href ?? '';
  }
  const { HTTP_PROXY: httpProxy = '', HTTPS_PROXY: httpsProxy = '' } = addresses;
  if (httpProxy === '' && httpsProxy === '') return undefined;
  return { httpProxy, httpsProxy, noProxy: read('NO_PROXY') };
}

/** Requests through the proxies, or past them where NO_PROXY says so; TLS is between us and the host, and verified. */
export function openProxied(
  proxies: Proxies,
  direct: Omit<EnvHttpProxyAgent.Options, keyof Proxies>,
  timeoutMs: number,
): EnvHttpProxyAgent {
  const tls = { allowH2: false, rejectUnauthorized: true, timeout: timeoutMs };
  return new EnvHttpProxyAgent({ ...direct, ...proxies, requestTls: tls, proxyTls: tls });
}

/**
 * What a proxy connects to can't be seen, so a host is looked up before it is asked for. Where only the proxy knows a
 * name, it is left to it, unless the name itself says that it is not public. Gives the reason why not, or nothing.
 */
export async function hiddenFromProxy(hostname: string, resolve: Resolve): Promise<string | undefined> {
  if (isLocalName(hostname)) return `${hostname} is a name for private networks`;
  const found = await resolve(hostname).catch(() => []);
  const hidden = found.find(({ address }) => !isPublicAddress(address));
  return hidden && `${hostname} is at ${hidden.address}, which is no public address`;
}
