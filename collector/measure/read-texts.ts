import { type Mention, wholeText } from '#contract';
import { idHalves } from './id-numbers.ts';

/** A mention's words, and where they stood; its id in two halves, as everywhere among the figures. */
export type Words = Pick<Mention, 'brand' | 'source' | 'site' | 'title' | 'excerpt'> & {
  idHigh: number;
  idLow: number;
};

/**
 * Visits the words of the mentions that are wanted, in the order of their lines; of a history most is never read.
 *
 * @param since milliseconds since 1970: what was published before need not be visited
 * @param wanted asked before the words are read
 */
export type ReadTexts = (
  since: number,
  wanted: (idHigh: number, idLow: number, brand: string | null) => boolean,
  visit: (words: Words) => void,
) => void;

/** The words of lines that are at hand. */
export const wordsOf =
  (mentions: Iterable<Mention>): ReadTexts =>
  (since, wanted, visit) => {
    for (const mention of mentions) {
      if (Date.parse(mention.publishedAt) < since) continue;
      const [idHigh, idLow] = idHalves(mention.id);
      if (wanted(idHigh, idLow, mention.brand)) visit({ ...mention, idHigh, idLow });
    }
  };

/** Visits each mention in whose words a pattern is found, as often as patterns are: of a long history, what is read may be kept. */
export type FindSaying = (
  patterns: readonly RegExp[],
  visit: (idHigh: number, idLow: number, brand: string | null, nth: number) => void,
) => void;

/** The same by reading all words. */
export const sayingIn =
  (texts: ReadTexts): FindSaying =>
  (patterns, visit) =>
    texts(
      Number.NEGATIVE_INFINITY,
      () => true,
      ({ idHigh, idLow, brand, ...words }) => {
        const whole = wholeText(words);
        for (const [nth, pattern] of patterns.entries())
          if (pattern.test(whole)) visit(idHigh, idLow, brand, nth);
      },
    );
