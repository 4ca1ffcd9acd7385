/** Headers by which services against robots say that they want proof of a browser. */
const headerMarks: [string, RegExp][] = [
  ['cf-mitigated', /challenge/], // Cloudflare
  ['x-amzn-waf-action', /challenge|captcha/], // AWS
  ['x-vercel-mitigated', /challenge/],
  ['x-sucuri-block', /./],
  ['x-dd-b', /./], // DataDome
  ['x-kpsdk-ct', /./], // Kasada
];

/** What their pages hold. Scripts that they also put into ordinary pages are left out. */
const pageMarks = [
  /<title>\s*just a moment\.\.\./i, // Cloudflare
  /_cf_chl_opt|attention required! \| cloudflare/i,
  /captcha-delivery\.com/i, // DataDome
  /px-captcha|access to this page has been denied/i, // PerimeterX
  /<title>\s*access denied[^<]*<\/title>[\s\S]*(reference\W+(#|&#35;)|errors\.edgesuite\.net)/i, // Akamai
  /sec-if-cpt-container|_sec\/cp_challenge|triggerinterstitialchallenge/i,
  /awswaf\.com|awswafintegration|gokuprops/i, // AWS
  /sucuri_cloudproxy_js|sucuri website firewall/i,
  /_incapsula_resource|incapsula incident id/i, // Imperva
  /anubis_challenge|making sure you(&#39;|'|’)re not a bot/i,
  /vercel security checkpoint/i,
  /ddos-guard\/js-challenge/i,
  /enable javascript and cookies to continue/i,
  /checking (if the site connection is secure|your browser before accessing)/i,
];

/** Bytes of an answer that are looked at. */
export const startOfPageBytes = 64 * 1024;

/** Whether the headers of an answer, of whatever status, say that it is a challenge. */
export const isChallengeByHeaders = (headers: Readonly<Record<string, string>>): boolean =>
  headerMarks.some(([name, mark]) => mark.test(headers[name] ?? ''));

/** Whether the start of an answer that is no success holds a challenge. */
export const isChallenge = (body: Uint8Array): boolean => {
  const text = new TextDecoder('latin1').decode(body.subarray(0, startOfPageBytes));
  return pageMarks.some((mark) => mark.test(text));
};

const beginsAsPage =
  /^(\xef\xbb\xbf)?\s*(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|title|script)\b/i;

/** Whether a success is a challenge in truth: a web page, as no feed begins, with their marks. */
export const isChallengePage = (body: Uint8Array): boolean => {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 4096));
  return beginsAsPage.test(start) && isChallenge(body);
};
