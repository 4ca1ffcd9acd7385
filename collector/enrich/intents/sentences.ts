import { brandToken, otherToken } from '../tone/tokens.ts';

/** How cues write the brand and the others of the panel. */
export const us = '@us';
export const them = '@them';

/** One sentence as tokens: words in lower case with plain apostrophes, `@us`, `@them`, numbers, and marks as they are. */
export type Sentence = {
  words: readonly string[];
  /** 1 where a word begins with a capital although no sentence begins there. */
  named: Uint8Array;
  /** 1 inside of double quotation marks. */
  quoted: Uint8Array;
  asked: boolean;
  /** As it was written, for the scorer of tone. */
  text: string;
};

/** Code units that are read; no excerpt that is stored comes near. */
const longestText = 4000;
const mostSentences = 60;
// In this order: links, numbers, words, ends of sentences, other marks, pictures.
const piece =
  /https?:\/\/\S+|\d+(?:[.,:/]\d+)*%?|[\p{L}\p{M}]+(?:'[\p{L}]+)*|[.!?…]+(?=["”')\]]*(?:\s|$))|[!?…]|\n|[,;:()"“”><—–]|\p{Extended_Pictographic}/gu;
const end = /^[.!?…\n]/;
const mark = /^[,;:()"“”><—–.!?…\n]/;

export const isMark = (word: string | undefined): boolean => word === undefined || mark.test(word);

const lowered = (word: string): string => {
  if (word === brandToken) return us;
  if (word === otherToken) return them;
  return word.toLowerCase();
};

function isTitle(words: readonly string[], capitals: readonly number[]): boolean {
  const all = words.filter((word) => !isMark(word)).length - 1;
  return capitals.reduce((sum, one) => sum + one, 0) * 2 > all;
}

/** The sentences of a text whose names of brands were replaced by their tokens. A line's end ends a sentence too. */
export function sentencesOf(named: string): Sentence[] {
  const text = (named.length > longestText ? named.slice(0, longestText) : named).replace(/[’‘`´]/g, "'");
  const sentences: Sentence[] = [];
  let words: string[] = [];
  let capitals: number[] = [];
  let inQuotes: number[] = [];
  let from = 0;
  let quoted = 0;
  const close = (to: number, ending: string): void => {
    if (words.some((word) => !isMark(word)))
      sentences.push({
        words,
        // In a title every word has a capital: none of them is a name for that.
        named: Uint8Array.from(isTitle(words, capitals) ? capitals.map(() => 0) : capitals),
        quoted: Uint8Array.from(inQuotes),
        asked: ending.includes('?'),
        text: text.slice(from, to).trim(),
      });
    [words, capitals, inQuotes, from] = [[], [], [], to];
  };
  for (const match of text.matchAll(piece)) {
    const [found] = match;
    if (end.test(found)) {
      close(match.index + found.length, found);
      if (sentences.length >= mostSentences) return sentences;
      continue;
    }
    if (/["“”]/.test(found)) quoted = 1 - quoted;
    const word = lowered(found);
    // A word after a mark may be the first of a sentence of its own.
    const begins = words.length === 0 || isMark(words.at(-1));
    words.push(word);
    capitals.push(!begins && word !== found && word[0] !== '@' && !/^i(?:'|$)/.test(word) ? 1 : 0);
    inQuotes.push(quoted);
  }
  close(text.length, '');
  return sentences;
}
