import { denseCount, denseOf, mostRemembered, type Word } from './features.ts';
import { mostWords } from './network.ts';
import { isNegator, type Tokens } from './tokens.ts';
import type { Vectors } from './vectors.ts';

/** Numbers of a text that name none of its words, so that they mean the same in a trade that no training text is of. */
const leaningCount = 10;
export const outlineCount = denseCount + leaningCount;
export const outlineHidden = 24;

const negatedFactor = -0.5;
/** From where on a word leans clearly to one side, in standard deviations. */
const clearly = 1.2;

export type LeaningOf = (token: string, word: Word) => number;

/**
 * How much the company that words keep leans to good or bad: the first dimension of their vectors follows ratings. The words are
 * those of one model, since another numbers them otherwise.
 */
export function leanings(vectors: Vectors): LeaningOf {
  const remembered = new Float64Array(mostRemembered).fill(Number.NaN);
  const vector = new Float64Array(vectors.dimensions);
  function leaningOf(token: string): number {
    const place = isNegator(token) ? -1 : vectors.placeOf(token);
    if (place < 0) return 0;
    vectors.copy(place, vector);
    return vector[0] as number;
  }
  return (token, { number }) => {
    const known = remembered[number];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const leaning = leaningOf(token);
    if (number >= 0) remembered[number] = leaning;
    return leaning;
  };
}

/** Numbers of a text: those of its rated words and its writing, and how its words lean, rated or not. */
export function outlineOf(
  tokens: Tokens,
  words: readonly Word[],
  leaningOf: LeaningOf,
  into: Float64Array,
): void {
  denseOf(tokens, words, into);
  const { list, negated } = tokens;
  const length = Math.min(list.length, mostWords);
  let [sum, unratedSum, good, bad, unratedLeast, unratedMost] = [0, 0, 0, 0, 0, 0];
  let [least, least2, least3, most, most2, most3] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    const word = words[at] as Word;
    const leaning = leaningOf(list[at] as string, word) * (negated[at] === 1 ? negatedFactor : 1);
    sum += leaning;
    if (leaning > clearly) good += 1;
    if (leaning < -clearly) bad += 1;
    if (leaning < least) [least, least2, least3] = [leaning, least, least2];
    else if (leaning < least2) [least2, least3] = [leaning, least2];
    else if (leaning < least3) least3 = leaning;
    if (leaning > most) [most, most2, most3] = [leaning, most, most2];
    else if (leaning > most2) [most2, most3] = [leaning, most2];
    else if (leaning > most3) most3 = leaning;
    if (word.valence !== 0) continue;
    unratedSum += leaning;
    if (leaning < unratedLeast) unratedLeast = leaning;
    if (leaning > unratedMost) unratedMost = leaning;
  }
  const count = Math.max(1, length);
  const root = Math.sqrt(count);
  into[denseCount] = sum / count;
  into[denseCount + 1] = least / 2;
  into[denseCount + 2] = most / 2;
  into[denseCount + 3] = (least + least2 + least3) / 5;
  into[denseCount + 4] = (most + most2 + most3) / 5;
  into[denseCount + 5] = unratedSum / count;
  into[denseCount + 6] = unratedLeast / 2;
  into[denseCount + 7] = unratedMost / 2;
  into[denseCount + 8] = good / root;
  into[denseCount + 9] = bad / root;
}

/**
 * What outlines mean: `outlineHidden` rows of `outlineCount` weights, as many biases, two rows of `outlineHidden` weights, toward
 * negative and positive against neutral, and two biases.
 */
export type OutlineWeights = Float32Array;
export const outlineWeightCount = outlineHidden * (outlineCount + 1) + 2 * (outlineHidden + 1);

/** Log-odds of an outline. */
export function outlineOdds(weights: OutlineWeights, outline: Float64Array): [number, number] {
  const biasAt = outlineHidden * outlineCount;
  const outAt = biasAt + outlineHidden;
  let negative = weights[outAt + 2 * outlineHidden] as number;
  let positive = weights[outAt + 2 * outlineHidden + 1] as number;
  for (let unit = 0; unit < outlineHidden; unit += 1) {
    let value = weights[biasAt + unit] as number;
    const row = unit * outlineCount;
    for (let at = 0; at < outlineCount; at += 1)
      value += (weights[row + at] as number) * (outline[at] as number);
    value /= 1 + Math.abs(value);
    negative += value * (weights[outAt + unit] as number);
    positive += value * (weights[outAt + outlineHidden + unit] as number);
  }
  return [negative, positive];
}
