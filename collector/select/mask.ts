import { maskAccounts } from './mask-accounts.ts';
import { maskProfiles } from './mask-profiles.ts';

// Local parts and domains are bounded as RFC 5321 bounds them, so that no text makes the search slow.
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
// As people write them so that no program finds them: ann(at)mail.example, ann [at] mail [dot] example, ann at mail dot com.
const spelledEmail =
  /[\p{L}\p{N}._%+-]{1,64} ?[([{<] ?(?:at|ät|arroba) ?[)\]}>] ?[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[([{<] ?(?:dot|punkt|point|punto) ?[)\]}>] ?| (?:dot|punkt) )[\p{L}\p{N}-]{1,63}){1,8}/giu;
const spokenEmail =
  /[\p{L}\p{N}._%+-]{1,64} at [\p{L}\p{N}-]{1,63} dot (?:com|net|org|info|biz|co|io|eu|uk|de|at|ch|fr|it|es|nl|pl|se)(?![\p{L}\p{N}])/giu;
// Handles of Twitter and its kin, and of Mastodon, which add a host.
const handle =
  /(?<![\p{L}\p{N}_@…])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?)(?:@[\p{L}\p{N}.-]{1,100}[\p{L}\p{N}])?/gu;
const redditName = /(?<![\p{L}\p{N}_])(\/?u\/)[\w-]{2,30}/gu;
// Neither part of a word, price or code nor the later groups of a longer number: 1 045 000 000.
const alone = String.raw`(?<![\p{L}\p{N}+#€£$¥.,:\/-]|(?:^|[ ,.])\d{1,6} )`;
/**
 * Telephone numbers, as they are written by custom; prices, years, dates, versions, ISBNs and plain runs of digits must
 * stay. An order number that is written as one of these is taken for one: that loses less than a number left standing.
 */
const phones: readonly string[] = [
  // International, E.164: +49 30 123456789, +1-202-555-0100, +49 (0)30 1234567
  String.raw`(?<![\p{N}+])\+[1-9]\d{0,2}(?:[ ().\/-]{0,2}\d{1,5}){2,6}`,
  // Area code in parentheses: (030) 1234567, (020) 7946 0958; (555) 123-4567
  String.raw`(?<![\p{L}\p{N}])\((?:0\d{1,5}\)[ \/-]{0,2}\d{2,8}(?:[ -]\d{2,5}){0,3}|[2-9]\d{2}\) ?\d{3}[ .-]\d{4})`,
  // In groups after a 0: 0800 123 4567, 07700 900123, 030/1234567, 030-123 45 67
  String.raw`${alone}0\d{2,5}(?: ?[\/-] ?| )\d{2,8}(?:[ -]\d{2,5}){0,3}`,
  // In pairs after a 0: 06 12 34 56 78
  String.raw`${alone}0[1-9]([ .-])\d{2}(?:\1\d{2}){3}`,
  // North American without parentheses: 202-555-0100
  String.raw`${alone}[2-9]\d{2}([.-])[2-9]\d{2}\2\d{4}`,
  // British and German mobiles in one run: 07700900123, 01701234567
  String.raw`${alone}0(?:7\d{9}|1[567]\d{8,9})`,
];
const phone = new RegExp(`(?:${phones.join('|')})(?![\\p{N}]|[.,:/-]\\d)`, 'gu');
/** Digits of a telephone number, with those of its country or its 0: E.164 allows up to 15. */
const [fewestDigits, mostDigits] = [9, 15];
const isPhone = (found: string): boolean => {
  const digits = found.replace(/\D/g, '').length;
  return digits >= fewestDigits && digits <= mostDigits;
};

const withoutPhones = (text: string): string =>
  text.replace(phone, (found) => (isPhone(found) ? '☎…' : found));

/** What stands against what was masked is found in the next round. */
const mostAgainst = 20;

/**
 * Hides who wrote or was written to: `@ann` → `@…`, `ann@mail.example`, `ann(at)mail.example` → `…@…`, `/u/ann` → `/u/…`,
 * `facebook.com/ann` → `facebook.com/…`, telephone numbers → `☎…`, numbers of cards and bank accounts → `№…`.
 * A handle that `keep` knows, such as the brand's own, stays.
 */
export function maskPeople(text: string, keep: (handle: string) => boolean = () => false): string {
  let masked = text;
  for (let round = 0; round < mostAgainst; round += 1) {
    const before = masked;
    masked = maskOnce(before, keep);
    if (masked === before) break;
  }
  return masked;
}

function maskOnce(text: string, keep: (handle: string) => boolean): string {
  const named = text.includes('@')
    ? text.replace(handle, (found, name: string) => (keep(name) ? found : '@…')).replace(email, '…@…')
    : text;
  const unspelled = /(?<!\p{L})(?:at|ät|arroba)(?!\p{L})/iu.test(named)
    ? named.replace(spelledEmail, '…@…').replace(spokenEmail, '…@…')
    : named;
  // The number of an account holds what looks like that of a telephone.
  const uncounted = withoutPhones(maskAccounts(unspelled));
  return maskProfiles(uncounted, keep).replace(redditName, '$1…');
}
