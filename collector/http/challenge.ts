/** Headers by which services against robots say that they want proof of a browser. */
const headerMarks: [string, RegExp][] = [
  ['cf-mitigated', /challenge/], // Cloudflare
  ['x-amzn-waf-action', /challenge|captcha/], // AWS
  ['x-vercel-mitigated', /challenge/],
  ['x-sucuri-block', /./],
  ['x-dd-b', /./], // DataDome
  ['x-kpsdk-ct', /./], // Kasada
];

/**
 * What their pages hold, in small letters: all of the texts of a line. Scripts that they also put into ordinary pages are
 * left out. Plain texts, since patterns over what strangers send can be made to take forever.
 */
const pageMarks: string[][] = [
  ['<title>just a moment...</title>'], // Cloudflare
  ['_cf_chl_opt'],
  ['attention required! | cloudflare'],
  ['captcha-delivery.com'], // DataDome
  ['px-captcha'], // PerimeterX
  ['access to this page has been denied'],
  ['<title>access denied</title>', 'reference&#32;&#35;'], // Akamai
  ['<title>access denied</title>', 'reference #'],
  ['<title>access denied</title>', 'errors.edgesuite.net'],
  ['sec-if-cpt-container'],
  ['_sec/cp_challenge'],
  ['awswaf.com'], // AWS
  ['awswafintegration'],
  ['gokuprops'],
  ['sucuri_cloudproxy_js'],
  ['sucuri website firewall'],
  ['_incapsula_resource'], // Imperva
  ['incapsula incident id'],
  ['anubis_challenge'],
  ["making sure you're not a bot"],
  ['making sure you&#39;re not a bot'],
  ['vercel security checkpoint'],
  ['ddos-guard/js-challenge'],
  ['enable javascript and cookies to continue'],
  ['checking if the site connection is secure'],
  ['checking your browser before accessing'],
];

/** Bytes of an answer that are looked at. */
export const startOfPageBytes = 64 * 1024;

/** Whether the headers of an answer, of whatever status, say that it is a challenge. */
export const isChallengeByHeaders = (headers: Readonly<Record<string, string>>): boolean =>
  headerMarks.some(([name, mark]) => mark.test(headers[name] ?? ''));

const startOf = (body: Uint8Array, bytes: number): string =>
  new TextDecoder('latin1').decode(body.subarray(0, bytes)).toLowerCase();

/** Whether the start of an answer that is no success holds a challenge. */
export function isChallenge(body: Uint8Array): boolean {
  const text = startOf(body, startOfPageBytes);
  return pageMarks.some((marks) => marks.every((mark) => text.includes(mark)));
}

const blanks = /^[\t\n\f\r ]+/;
const firstTag = /^<(?:!doctype[\t\n\f\r ]+html|html|head|title|script)\b/;

/** Whether a body begins as a web page does and no feed, after blanks and comments. */
function beginsAsPage(body: Uint8Array): boolean {
  let text = startOf(body, 4096).replace(/^ï»¿/, '');
  for (;;) {
    text = text.replace(blanks, '');
    if (!text.startsWith('<!--')) return firstTag.test(text);
    const end = text.indexOf('-->', 4);
    if (end === -1) return false;
    text = text.slice(end + 3);
  }
}

/** Whether a success is a challenge in truth: a web page with their marks. */
export const isChallengePage = (body: Uint8Array): boolean => beginsAsPage(body) && isChallenge(body);
