import { cleanText } from './clean-text.ts';

/** Shorter ones are initials, which stand for much else. */
const shortestName = 3;
const longestName = 80;
const mostNames = 12;

// Bylines that name no person; as words they stand in many texts.
const noOne = new Set(
  `admin administrator anonymous author contributor desk editor editorial editors feed guest moderator mod news newsroom
  none null press public redaktion reporter rss staff system team undefined unknown user webmaster writer`.split(
    /\s+/,
  ),
);

/** The name within an address: `https://lemmy.example/u/ann` → `ann`, `mailto:ann@mail.example` → `ann`. */
function nameInAddress(stated: string): string {
  if (!/^https?:\/\/\S+$/i.test(stated)) return stated;
  const last =
    URL.parse(stated)
      ?.pathname.split('/')
      .findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return '';
  }
}

/** `ann@mail.example (Ann Bell)`, `Ann Bell <ann@mail.example>`: the name, and the local part where there is no name. */
function withoutMail(stated: string): string {
  const named = /^\S{1,100}@\S{1,200} ?\(([^()]{1,100})\)$/.exec(stated)?.[1];
  if (named !== undefined) return named;
  const bare = stated.replace(/ \S{1,100}@\S{1,200}$/, '').trim();
  // Mastodon's `@ann@host.example` is not an address to write to, but ends alike.
  return /^[^\s@]{1,64}@\S{1,200}$/.test(bare) ? (bare.split('@', 1)[0] ?? '') : bare;
}

/**
 * The names that a feed's author fields state, one by one, as they might stand in a text: `By Ann Bell and Bo Carr` is two.
 * Left out: what is shorter than three letters, and bylines such as "admin" that name no one.
 */
export function authorNames(stated: readonly string[] | undefined): string[] {
  const names = new Set<string>();
  for (const field of (stated ?? []).slice(0, mostNames)) {
    const plain = withoutMail(nameInAddress(cleanText(field.slice(0, 1000), { html: true })));
    for (const part of plain.split(/,|;|&| \| | (?:and|und|et|y) /)) {
      const name = part
        .trim()
        .replace(/^(?:by|von|par) /i, '')
        .replace(/^(?:\/?u\/|@)/, '')
        .replace(/@[\w.-]+$/, '')
        .trim();
      const length = Array.from(name).length;
      if (length < shortestName || length > longestName || noOne.has(name.toLowerCase())) continue;
      if (/\p{L}/u.test(name)) names.add(name);
    }
  }
  return Array.from(names).slice(0, mostNames);
}
