import type { Unreadable } from '../../types.ts';

/** Only the start is looked at: a page says early what it is. */
const startOfPage = 64 * 1024;

/** Words of services that want proof of a browser; the door knows more of them, and their headers. */
const challenge =
  /<title>\s*just a moment\.\.\.|_cf_chl_opt|captcha-delivery\.com|px-captcha|awswaf|sucuri_cloudproxy|_incapsula_resource|anubis_challenge|h-captcha|g-recaptcha|cf-turnstile|checking your browser|verify (that )?you are (a )?human|are you a robot/i;
const consent =
  /consent\.(google|yahoo|youtube)|<title>[^<]{0,80}(cookie|consent|before you continue|zustimmung|einwilligung|avant de continuer)|(accept|agree to)( all| our| the)? cookies|id="?(onetrust|didomi|usercentrics|sp_message|cmp)/i;
const login =
  /type\s*=\s*["']?password|<title>[^<]{0,80}(log ?in|sign ?in|anmelden|connexion|inicia sesi)|action\s*=\s*["']?[^"'\s>]{0,80}(login|signin|sso)/i;
const fault =
  /<title>[^<]{0,80}(40[0-9]|50[0-9]|not found|error|unavailable|maintenance|wartung|suspended|parked|for sale)/i;

const kinds: [RegExp, string][] = [
  [consent, 'a consent page'],
  [login, 'a login page'],
  [fault, 'an error page'],
];

/**
 * What to say of a web page that came instead of a feed. One that asks for proof of a browser is `blocked_challenge`; all
 * others are `html_not_feed`, with the kind in words, as far as its marks tell.
 */
export function isPageAt(text: string): Unreadable {
  const start = text.slice(0, startOfPage);
  if (challenge.test(start)) {
    const detail = 'a challenge came instead of a feed: the host wants proof of a browser';
    return { status: 'refused', reason: 'blocked_challenge', detail };
  }
  const kind = kinds.find(([marks]) => marks.test(start))?.[1] ?? 'a web page';
  return { status: 'refused', reason: 'html_not_feed', detail: `${kind} came instead of a feed` };
}
