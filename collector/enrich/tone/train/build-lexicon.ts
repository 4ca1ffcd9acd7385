import { hashOf } from '../hashing.ts';
import { ratingTokens } from '../rating-tokens.ts';
import { ratingSteps, type Weights } from '../weights.ts';

const faces: Readonly<Record<string, number>> = {
  ':)': 2,
  ':-)': 2,
  ':D': 2,
  ':(': -2,
  ':-(': -2,
  ':/': -1,
  '<3': 2.5,
};

const rated: Readonly<Record<string, number>> = {
  [ratingTokens.low]: -3,
  [ratingTokens.high]: 3,
};

/** Lines of `word<TAB>mean rating<TAB>…`, as VADER's lexicon has them. */
const readVader = (text: string): [string, number][] =>
  text.split('\n').flatMap((line): [string, number][] => {
    const [word = '', rating = ''] = line.split('\t');
    return word === '' || rating === '' || Number.isNaN(Number(rating)) ? [] : [[word, Number(rating)]];
  });

/** One list of ratings: VADER's where it has the word, else AFINN's, else our own of a few faces. Sorted by hash. */
export function buildLexicon(
  vader: string,
  afinn: Readonly<Record<string, number>>,
  emoji: Readonly<Record<string, number>>,
): Weights['lexicon'] {
  const ratings = new Map<number, number>();
  for (const [word, rating] of [
    ...Object.entries(faces),
    ...Object.entries(rated),
    ...Object.entries(emoji),
    ...Object.entries(afinn),
    ...readVader(vader),
  ]) {
    if (!/\s/.test(word)) ratings.set(hashOf(word) >>> 0, Math.round(rating * ratingSteps));
  }
  const sorted = [...ratings].filter(([, rating]) => rating !== 0).sort(([a], [b]) => a - b);
  return {
    hashes: Uint32Array.from(sorted, ([hash]) => hash),
    ratings: Int8Array.from(sorted, ([, rating]) => rating),
  };
}
