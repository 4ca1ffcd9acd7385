import { isUtf8 } from 'node:buffer';
import { isLocalName } from './guard.ts';

/** An address that may be asked, or why it may not. */
export type Address =
  | URL
  | { reason: 'bad_url' | 'scheme' | 'not_tls' | 'downgrade' | 'non_public'; detail: string };

// Tabs, line ends and backslashes are where URL parsers disagree, which is how guards are talked past.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const twoFaced = /[\\\u0000-\u001f\u007f]/;

const isWeb = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

/** An address that is to be told: who redirects may lead to one with a password in it, and our reports are public. */
const withoutLogin = (text: string): string => text.replace(/:[\s\S]*@/, ':…@');

/** A header as UTF-8 where its bytes are that: undici reads them as Latin-1, and addresses in them are often not encoded. */
export function asUtf8(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  return isUtf8(bytes) ? bytes.toString() : header;
}

/** Whether a list of `host` or `host:port` names the host of an address. */
export function names(list: readonly string[], url: URL): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.some((entry) => {
    const wanted = entry.toLowerCase();
    return wanted === host || wanted === `${host}:${port}` || `[${wanted}]` === host;
  });
}

/**
 * Reads an address as a browser would, and refuses what two parsers might read differently.
 * Plain http is for hosts that the team has named; `from` is the address that redirected here.
 */
export function readAddress(
  text: string,
  from: URL | undefined,
  lists: { allowHttp: readonly string[]; allowPrivate: readonly string[] },
): Address {
  if (twoFaced.test(text)) {
    return {
      reason: 'bad_url',
      detail: `the address ${withoutLogin(text)} holds a backslash or a control character`,
    };
  }
  const url = URL.parse(text, from?.href);
  if (!url) return { reason: 'bad_url', detail: `${withoutLogin(text)} is no address` };
  if (!isWeb(url)) {
    return { reason: 'scheme', detail: `${url.protocol} is not read, only https: and http:` };
  }
  if (url.username !== '' || url.password !== '') {
    return { reason: 'bad_url', detail: `the address of ${url.host} holds a user name or a password` };
  }
  // `example.com.` is the same host as `example.com`, and takes its turn with it.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  // Said here where the address itself tells, so that it is not hidden behind a want of TLS; others are looked up on connecting.
  if (isLocalName(url.hostname) && !names(lists.allowPrivate, url)) {
    return { reason: 'non_public', detail: `${url.hostname} is no public address` };
  }
  if (url.protocol === 'https:' || names(lists.allowHttp, url)) return url;
  if (from?.protocol === 'https:') {
    return {
      reason: 'downgrade',
      detail: `${from.host} redirects from https to ${url.href}; name ${url.hostname} in network.http to allow it`,
    };
  }
  if (names(lists.allowPrivate, url)) return url;
  return {
    reason: 'not_tls',
    detail: `${url.href} is without TLS; use https, or name ${url.hostname} in network.http`,
  };
}
