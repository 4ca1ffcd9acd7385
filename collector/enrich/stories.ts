import type { Mention } from '#contract';

/** Copies of a story are looked for this far from its first mention. */
export const storyDays = 60;
const windowMs = storyDays * 24 * 60 * 60 * 1000;
const fewestTitleWords = 4;
const fewestTitleLetters = 20;
const fewestExcerptLetters = 60;
/** A review this short may have been written by two people; a longer one is a copy. */
const fewestReviewLetters = 40;

type Told = { story: string; at: number; site: string };
/** Version of the rule by which copies are told. */
export const storyRule = 'exact-copy@1';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** "Prices rise - City Paper" on citypaper.example is "Prices rise" elsewhere. */
function withoutOutlet(title: string, site: string): string {
  const cut = Math.max(title.lastIndexOf(' - '), title.lastIndexOf(' | '), title.lastIndexOf(' – '));
  if (cut < fewestTitleLetters) return title;
  const outlet = plain(title.slice(cut)).replaceAll(' ', '');
  const domain = plain(site).replaceAll(' ', '');
  return outlet.length >= 3 && domain.includes(outlet) ? title.slice(0, cut) : title;
}

type Keys = { doc: string; title?: string; body?: string };

/** What copies of a mention have in common with it. */
function keysOf(mention: Mention): Keys {
  const title = plain(withoutOutlet(mention.title, mention.site));
  const excerpt = plain(mention.excerpt);
  const keys: Keys = { doc: `d ${mention.doc}` };
  if (mention.rating !== undefined) {
    // "Great app" is what many people say, each for themselves.
    if (title.length + excerpt.length >= fewestReviewLetters) keys.body = `r ${title} / ${excerpt}`;
    return keys;
  }
  if (title.length >= fewestTitleLetters || title.split(' ').length >= fewestTitleWords)
    keys.title = `t ${title}`;
  if (excerpt.length >= fewestExcerptLetters) keys.body = `e ${excerpt}`;
  else if (keys.title === undefined && title.length + excerpt.length >= fewestTitleLetters)
    keys.body = `b ${title} / ${excerpt}`;
  return keys;
}

/**
 * Stories told so far, to find copies by: the same document, the same title on another site, or the same text, within 60
 * days of the story's first mention. Fed in the order of the lines, it gives the same stories every time.
 */
export type Stories = {
  /** The story that a mention belongs to, if it has been told before. */
  find(mention: Mention): string | undefined;
  /** Notes that a mention tells a story. */
  add(mention: Mention, story: string): void;
};

export function openStories(): Stories {
  const told = new Map<string, Told[]>();
  const first = new Map<string, number>();

  function near(
    key: string | undefined,
    at: number,
    fits: (one: Told) => boolean = () => true,
  ): string | undefined {
    if (key === undefined) return undefined;
    return told
      .get(key)
      ?.find((one) => Math.abs((first.get(one.story) ?? one.at) - at) <= windowMs && fits(one))?.story;
  }

  return {
    find(mention) {
      const at = Date.parse(mention.publishedAt);
      const { doc, title, body } = keysOf(mention);
      return (
        told.get(doc)?.[0]?.story ??
        near(body, at) ??
        // A site that repeats a title, such as a weekly thread, tells something new under it.
        near(title, at, ({ site }) => site !== mention.site || site === '')
      );
    },
    add(mention, story) {
      const at = Date.parse(mention.publishedAt);
      if (!first.has(story)) first.set(story, at);
      const { doc, title, body } = keysOf(mention);
      for (const key of [doc, title, body]) {
        if (key === undefined) continue;
        const list = told.get(key);
        if (!list) told.set(key, [{ story, at, site: mention.site }]);
        else if (!list.some((one) => one.story === story && one.site === mention.site))
          list.push({ story, at, site: mention.site });
      }
    },
  };
}
