// Local parts and domains are bounded as RFC 5321 bounds them, so that no text makes the search slow.
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
// Handles of Twitter and its kin, and of Mastodon, which add a host.
const handle =
  /(?<![\p{L}\p{N}_@…])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?)(?:@[\p{L}\p{N}.-]{1,100}[\p{L}\p{N}])?/gu;
const redditName = /(?<![\p{L}\p{N}_])(\/?u\/)[\w-]{2,30}/gu;
// Only what is written as an international number, or in the North American way with an area code: prices, dates and
// version numbers must stay.
const phone = /(?<![p{L}p{N}+])\+\d{1,3}(?:[ ().-]{0,2}\d{1,5}){2,6}(?!\d)|\(\d{3}\) ?\d{3}[ -]\d{4}(?!\d)/g;

/**
 * Hides who wrote or was written to: `@ann` → `@…`, `ann@mail.example` → `…@…`, `/u/ann` → `/u/…`, telephone numbers → `☎…`.
 * A handle that `keep` knows, such as the brand's own, stays.
 */
export function maskPeople(text: string, keep: (handle: string) => boolean = () => false): string {
  const named = text.includes('@')
    ? text.replace(handle, (found, name: string) => (keep(name) ? found : '@…')).replace(email, '…@…')
    : text;
  return named
    .replace(phone, (found) => (found.replace(/\D/g, '').length >= 9 ? '☎…' : found))
    .replace(redditName, '$1…');
}
