const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * What feeds of posts write around a post's own words: who posted it where, and counts that differ every night. Each rule
 * looks at the start or the end of a text only, within this many code units, so that no text makes it slow.
 */
const reach = 400;

const redditName = String.raw`/?u/[\w-]{2,40}`;
const posted = `(?:submitted|posted|shared)`;

const atStart: readonly RegExp[] = [
  // Lemmy: "submitted by ann to coffee", small letters as prose would not begin.
  /^submitted by \S{1,60} to \S{1,100}(?= |$)/,
  // "Posted by u/ann in r/coffee"
  new RegExp(String.raw`^(?:${posted} )?by ${redditName}(?: (?:to|in|on) /?r/\w{2,40})?(?= |$)`, 'i'),
  // Lemmy: "49 points | 12 comments"
  /^-?\d{1,7} points? \| \d{1,7} comments?(?= |$)/,
];
const atEnd: readonly RegExp[] = [
  // Reddit: "submitted by /u/ann to r/coffee [link] [12 comments]"; older ones leave out /u/, or the spaces;
  // the last word is in the language of whoever asked.
  new RegExp(
    String.raw`(?:^| )(?:(?:${posted} by ?\S{1,60}(?: to ?\S{1,100})?|(?:by )?${redditName}) ?)?\[link\](?: ?\[[^[\]]{1,30}\])?$`,
    'i',
  ),
  /(?:^| )\[(?:\d{1,7} )?comments?\]$/i,
  new RegExp(String.raw`(?:^| )(?:${posted} )?by ${redditName}(?: (?:to|in|on) /?r/\w{2,40})?$`, 'i'),
  /(?:^| )submitted by \S{1,60} to \S{1,100}$/,
  /(?:^| )-?\d{1,7} points? \| \d{1,7} comments?$/,
  // Feeds of Hacker News: "Points: 12 # Comments: 3"
  /(?:^| )Points: \d{1,7}(?: # Comments: \d{1,7})?$/,
];
/** Rules may uncover each other, a few deep. */
const mostRounds = 4;

/**
 * "By Ann Bell", only where the feed itself says that Ann Bell wrote it: "By Monday" is no byline. At the end only after a
 * sentence, a bar or a verb, since "a shop by Northwind" is none either.
 */
function bylines(authors: readonly string[]): { start?: RegExp; end?: RegExp } {
  if (authors.length === 0) return {};
  const name = `(?:${[...authors]
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join('|')})`;
  const names = `by ${name}(?:(?:, | and | & )${name}){0,5}`;
  const verb = `(?:${posted}|written|published)`;
  return {
    start: new RegExp(`^(?:${verb} )?${names}(?: ?[|·•:—–-](?= )|(?= |$))`, 'iu'),
    end: new RegExp(
      String.raw`(?:^|(?<=[.!?…]) | [|·•—–-] |(?:^| )(?=${verb}))(?:${verb} )?${names}\.?$`,
      'iu',
    ),
  };
}

/** A text without the lines that its source wrote around it. Linear in the length. */
export function withoutBoilerplate(text: string, authors: readonly string[] = []): string {
  const { start, end } = bylines(authors);
  const starts = start ? [...atStart, start] : atStart;
  const ends = end ? [...atEnd, end] : atEnd;
  let kept = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = kept.length;
    for (const rule of starts) {
      const found = rule.exec(kept.slice(0, reach));
      if (found) kept = kept.slice(found[0].length).trimStart();
    }
    for (const rule of ends) {
      const found = rule.exec(kept.slice(-reach));
      if (found) kept = kept.slice(0, kept.length - found[0].length).trimEnd();
    }
    if (kept.length === before) break;
  }
  return kept;
}
