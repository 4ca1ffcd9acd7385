import { maskAccounts } from './mask-accounts.ts';
import { maskPhones } from './mask-phones.ts';
import { maskProfiles } from './mask-profiles.ts';
import { readSigns, replaceSigns } from './plain-signs.ts';

// Local parts and domains are bounded as RFC 5321 bounds them, so that no text makes the search slow.
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
// As people write them so that no program finds them: ann(at)mail.example, ann [at] mail [dot] example, ann at mail dot com.
const spelledEmail =
  /[\p{L}\p{N}._%+-]{1,64} ?[([{<] ?(?:at|ät|arroba) ?[)\]}>] ?[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[([{<] ?(?:dot|punkt|point|punto) ?[)\]}>] ?| (?:dot|punkt) )[\p{L}\p{N}-]{1,63}){1,8}/giu;
// ann dot smith at gmail dot com
const spokenEmail =
  /(?:[\p{L}\p{N}._%+-]{1,64} (?:dot|punkt|point|punto|underscore|minus) ){0,3}[\p{L}\p{N}._%+-]{1,64} at [\p{L}\p{N}-]{1,63} dot (?:com|net|org|info|biz|co|io|eu|uk|de|at|ch|fr|it|es|nl|pl|se)(?: dot [a-z]{2})?(?![\p{L}\p{N}])/giu;
// Handles of Twitter and its kin, and of Mastodon, which add a host.
const handle =
  /(?<![\p{L}\p{N}_@…])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?)(?:@[\p{L}\p{N}.-]{1,100}[\p{L}\p{N}])?/gu;
const redditName = /(?<![\p{L}\p{N}_])(\/?u\/)[\w-]{2,30}/gu;
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
  const all = readSigns(text);
  const named = all.plain.includes('@')
    ? replaceSigns(
        replaceSigns(all, handle, ([, name = '']) => (keep(name) ? undefined : '@…')),
        email,
        () => '…@…',
      )
    : all;
  const unspelled = /(?<!\p{L})(?:at|ät|arroba)(?!\p{L})/iu.test(named.plain)
    ? replaceSigns(
        replaceSigns(named, spelledEmail, () => '…@…'),
        spokenEmail,
        () => '…@…',
      )
    : named;
  // The number of an account holds what looks like that of a telephone.
  const { shown } = maskPhones(maskAccounts(unspelled));
  return maskProfiles(shown, keep).replace(redditName, '$1…');
}
