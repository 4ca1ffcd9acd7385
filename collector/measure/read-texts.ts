import type { Mention } from '#contract';

/** A mention's words, and where they stood. */
export type Words = Pick<Mention, 'id' | 'brand' | 'source' | 'site' | 'title' | 'excerpt'>;

/**
 * Visits the words of the mentions that are wanted, in the order of their lines; of a history most is never read.
 *
 * @param since milliseconds since 1970: what was published before need not be visited
 * @param wanted asked before the words are read
 */
export type ReadTexts = (
  since: number,
  wanted: (mention: Pick<Words, 'id' | 'brand'>) => boolean,
  visit: (words: Words) => void,
) => void;

/** The words of lines that are at hand. */
export const wordsOf =
  (mentions: Iterable<Mention>): ReadTexts =>
  (since, wanted, visit) => {
    for (const mention of mentions)
      if (!(Date.parse(mention.publishedAt) < since) && wanted(mention)) visit(mention);
  };
