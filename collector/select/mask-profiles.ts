const before = String.raw`(?<![\p{L}\p{N}.@_-])(?:[a-z]{1,3}(?:-[a-z]{2})?\.|www\.|mobile\.|old\.)?`;
const name = String.raw`([\p{L}\p{N}](?:[\p{L}\p{N}._%-]{0,98}[\p{L}\p{N}_])?|[\p{L}\p{N}_]{1,100})`;
/** What leads to the page of somebody: the host, with what stands before their name where anything does. */
const hosts: readonly string[] = [
  String.raw`(?:facebook|fb)\.(?:com|me)\/(?:people\/|profile\.php\?id=)?`,
  String.raw`(?:instagram\.com|instagr\.am)\/(?:stories\/)?`,
  String.raw`(?:twitter|x)\.com\/`,
  String.raw`(?:threads\.(?:net|com)|tiktok\.com|youtube\.com|medium\.com)\/@`,
  String.raw`youtube\.com\/(?:user|c|channel)\/`,
  String.raw`linkedin\.com\/(?:in|pub)\/`,
  String.raw`xing\.com\/profiles?\/`,
  String.raw`bsky\.app\/profile\/`,
  String.raw`reddit\.com\/u(?:ser)?\/`,
  String.raw`snapchat\.com\/add\/`,
  String.raw`pinterest\.(?:com|de|fr|es|it|co\.uk)\/`,
  String.raw`(?:vk\.com|t\.me|wa\.me)\/`,
];
const profile = new RegExp(`${before}(?:${hosts.join('|')})${name}`, 'giu');
/** Pages of the networks that are nobody's: what is said there, groups, searches. */
const nobodys =
  /^(?:about|accounts|ads|business|events?|explore|groups?|gaming|hashtag|help|home|i|ideas|intent|joinchat|l\.php|legal|login|marketplace|media|messages|notes|p|pages|permalink\.php|photos?|photo\.php|pin|plugins|policies|posts|privacy|profile\.php|r|reels?|search|settings|share|sharer(?:\.php)?|signup|story\.php|stories|terms|today|tv|video|videos|watch|wall[\d_-]*)$/i;

/** Hides whose page a link leads to: `facebook.com/ann.b` → `facebook.com/…`. Links to what was said, and what `keep` knows, stay. */
export function maskProfiles(text: string, keep: (handle: string) => boolean): string {
  if (!/\.(?:com|net|me|am|app|de|fr|es|it|uk)\//i.test(text)) return text;
  return text.replace(profile, (found, who: string) =>
    nobodys.test(who) || keep(who) ? found : `${found.slice(0, -who.length)}…`,
  );
}
