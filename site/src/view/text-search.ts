import { holdsAll, type Term, termsOf, tokensOf } from './text-words.ts';

/** What is sought at once: a word, or words in quotes, which stand in a text as they are written. */
export type Part = {
  /** What the index of words is asked for. */
  terms: Term[];
  /** Of several words in quotes their order, which the index does not hold: the texts must be read. */
  order: string[] | null;
};
export type Search = {
  /** A text holds each of these … */
  wanted: Part[];
  /** … and none of these: `-word`, `-"two words"`. */
  without: Part[];
};

const pieces = /(?<=^|\s)(-?)"([^"]*)"|(\S+)/gu;

function partOf(text: string, quoted: boolean): Part {
  const terms = termsOf(text);
  if (!quoted) return { terms, order: null };
  const order = tokensOf(text);
  return { terms: terms.map((term) => ({ ...term, whole: true })), order: order.length > 1 ? order : null };
}

/** A search as it is typed: words, `"words in quotes"`, and either with a minus before it, which texts must lack. */
export function searchOf(text: string): Search {
  const search: Search = { wanted: [], without: [] };
  for (const [, minus, quoted, word = ''] of text.matchAll(pieces)) {
    const away = minus === '-' || (quoted === undefined && word.startsWith('-'));
    const part = partOf(quoted ?? word, quoted !== undefined);
    if (part.terms.length > 0) (away ? search.without : search.wanted).push(part);
  }
  return search;
}

/** The words that texts were found by, to be marked. */
export const soughtWords = ({ wanted }: Search): Term[] => wanted.flatMap(({ terms }) => terms);

/** Whether words stand in a text side by side in their order. */
export function holdsOrder(text: string, order: readonly string[]): boolean {
  const tokens = tokensOf(text);
  return tokens.some((_, at) => order.every((word, after) => tokens[at + after] === word));
}

const holdsPart = (text: string, { terms, order }: Part): boolean =>
  holdsAll(text, terms) && (order === null || holdsOrder(text, order));

/** Whether a search finds a text. One without any word finds nothing. */
export const holdsSearch = (text: string, { wanted, without }: Search): boolean =>
  wanted.length + without.length > 0 &&
  wanted.every((part) => holdsPart(text, part)) &&
  !without.some((part) => holdsPart(text, part));
