import { bucketOf, hashOf, joined } from './hashing.ts';
import { boostOf, type Lexicon } from './lexicon.ts';
import { isNegator, isPlaceholder, isWord, type Tokens } from './tokens.ts';

/** Words that are remembered, numbered from 0; what a stage knows of them more is kept by these numbers. */
export const mostRemembered = 20_000;
/** The number of a word that is not remembered. */
const unnumbered = -1;

/** What is known of a token, wherever it stands. */
export type Word = {
  /** Its number where it is remembered; below 0 where it is not. */
  number: number;
  hash: number;
  valence: number;
  boost: number;
  /** A place in the run of opinions: what a text says once its words are left out. 0 for words of no opinion. */
  kind: number;
  /** Whether its characters count. */
  spelt: boolean;
};

/** Numbers that a text has beside its n-grams. */
export const denseCount = 14;
const negatedFactor = -0.7;
const beforeBut = 0.6;
/** Tokens of which n-grams are taken. */
export const mostTokens = 400;

const kinds = { negator: 1, booster: 2, turn: 3, mark: 4, best: 5, good: 6, bad: 7, worst: 8 } as const;
const turns = new Set(['but', 'however', 'although', 'though', 'yet', 'while', 'despite', 'except']);
const marks = new Set(['.', '!', '?', '!!', '??', '?!', ';', '...']);

function kindOf(token: string, valence: number, boost: number): number {
  if (isNegator(token)) return kinds.negator;
  if (turns.has(token)) return kinds.turn;
  if (boost !== 0) return kinds.booster;
  if (marks.has(token)) return kinds.mark;
  if (valence >= 3) return kinds.best;
  if (valence > 0) return kinds.good;
  if (valence <= -3) return kinds.worst;
  return valence < 0 ? kinds.bad : 0;
}

export function wordOf(token: string, lexicon: Lexicon, number: number = unnumbered): Word {
  const hash = hashOf(token);
  const valence = lexicon.get(hash) ?? 0;
  const boost = boostOf(token);
  const spelt = isWord(token) && !isPlaceholder(token);
  return { number, hash, valence, boost, kind: kindOf(token, valence, boost), spelt };
}

// Keep n-grams of one sort apart from those of another.
const marksOf = { negated: 0x4e01, pair: 0x5002, triple: 0x5403, run: 0x5204, start: 0x5305 } as const;

/** The most n-grams that a text gives. */
export const mostBuckets = mostTokens * 5;

/**
 * Buckets of the n-grams of words: single words, again where negated, pairs, threes, and threes of the run of opinions.
 * Gives how many were written. Placeholders stand in for no word, so that n-grams across them are left out.
 */
export function ngramBuckets(
  { list, negated }: Tokens,
  words: readonly Word[],
  size: number,
  into: Int32Array,
): number {
  let count = 0;
  const length = Math.min(list.length, mostTokens);
  let [before, beforeThat]: [number, number] = [marksOf.start, 0];
  let [opinion, opinionBefore] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const word = words[at];
    if (word === undefined || isPlaceholder(list[at] ?? '')) {
      [before, beforeThat] = [0, 0];
      continue;
    }
    const { hash, kind } = word;
    into[count++] = bucketOf(hash, size);
    if (negated[at]) into[count++] = bucketOf(joined(marksOf.negated, hash), size);
    if (before !== 0) {
      const pair = joined(before, hash);
      into[count++] = bucketOf(joined(marksOf.pair, pair), size);
      if (beforeThat !== 0) into[count++] = bucketOf(joined(marksOf.triple, joined(beforeThat, pair)), size);
    }
    if (kind !== 0) {
      into[count++] = bucketOf(joined(marksOf.run, opinionBefore * 256 + opinion * 16 + kind), size);
      [opinion, opinionBefore] = [kind, opinion];
    }
    [before, beforeThat] = [hash, before === marksOf.start ? 0 : before];
  }
  return count;
}

/** Numbers of a text: its rated words in sum, at their strongest, first and last, their shares, and its surface. */
export function denseOf({ negated, surface }: Tokens, words: readonly Word[], into: Float64Array): void {
  let [good, bad, best, worst, goods, bads, first, last] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (word.kind === kinds.turn) {
      good *= beforeBut;
      bad *= beforeBut;
    }
    if (word.valence === 0) continue;
    let value = word.valence * (1 + (words[at - 1]?.boost ?? 0));
    if (negated[at]) value *= negatedFactor;
    if (value > 0) {
      good += value;
      goods += 1;
      best = Math.max(best, value);
    } else {
      bad -= value;
      bads += 1;
      worst = Math.max(worst, -value);
    }
    last = value;
    if (first === 0) first = value;
  }
  const sum = good - bad;
  into[0] = sum / Math.sqrt(sum * sum + 15);
  into[1] = best / 4;
  into[2] = worst / 4;
  into[3] = last / 4;
  into[4] = first / 4;
  into[5] = goods / (goods + bads + 1);
  into[6] = bads / (goods + bads + 1);
  into[7] = Math.min(surface.exclaimed, 4) / 4;
  into[8] = Math.min(surface.asked, 3) / 3;
  into[9] = surface.words > 0 ? Math.min(1, (surface.shouted / surface.words) * 3) : 0;
  into[10] = surface.lengthened > 0 ? 1 : 0;
  into[11] = Math.min(1, Math.log1p(surface.words) / 5);
  into[12] = goods + bads === 0 ? 1 : 0;
  into[13] = 1;
}
