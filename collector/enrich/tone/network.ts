import { mostRemembered, type Word } from './features.ts';
import type { Odds } from './model.ts';
import { type NetworkLayers, windowPlaces, windowWidths } from './network-weights.ts';
import type { Tokens } from './tokens.ts';
import type { Vectors } from './vectors.ts';

/** What the network knows of a word, beside its vector: its rating, its boost, whether it has a vector, and its kind. */
const marksOfWord = 3;
const kindsOfWord = 8;
/** Numbers that stand for a word: a multiple of four. */
export const inputsOf = (dimensions: number): number =>
  Math.ceil((dimensions + marksOfWord + kindsOfWord) / 4) * 4;

/** Words that are looked at. */
export const mostWords = 200;

/** Writes what the network knows of a word, wherever it stands. */
export function writeInputs(
  into: Float32Array,
  at: number,
  { token, word, vectors }: { token: string; word: Word; vectors: Vectors },
): void {
  const { dimensions } = vectors;
  into.fill(0, at, at + inputsOf(dimensions));
  const place = vectors.placeOf(token);
  if (place >= 0) vectors.copy(place, into, at);
  into[at + dimensions] = word.valence / 4;
  into[at + dimensions + 1] = word.boost * 2;
  into[at + dimensions + 2] = place >= 0 ? 1 : 0;
  if (word.kind > 0) into[at + dimensions + marksOfWord + word.kind - 1] = 1;
}

/** Words whose products with the filters are remembered from the second time on; those of any other are worked out each time. */
const mostProducts = 12_000;
/** Products are kept in whole steps of this part of one, which takes half the room and adds up faster. */
const stepsOfOne = 512;
const mostSteps = 32_767;
/** In place of where the products of a word begin that came once, as most words ever do. */
const seenOnce = 1;
/** Products that are worked out in one go. */
const atOnce = 6;

export type Network = { odds(tokens: Tokens, words: readonly Word[]): Odds };

/** Weights in the order in which they are read: of `atOnce` products for the first input, for the second, …, then of the next ones. */
function inReadingOrder(words: Float32Array, slots: number): Float64Array {
  const inputs = words.length / slots;
  return Float64Array.from(words, (_, at) => {
    const turn = Math.floor(at / atOnce);
    const [first, input] = [Math.floor(turn / inputs) * atOnce, turn % inputs];
    return words[input * slots + first + (at % atOnce)] as number;
  });
}

const stepsOf = (value: number): number =>
  Math.max(-mostSteps, Math.min(mostSteps, Math.round(value * stepsOfOne)));
/** A number of steps, or 0 where it is below; without a branch, which would go either way by chance. */
const above = (steps: number): number => steps & ~(steps >> 31);

/**
 * Opens a network for scoring. Deterministic: odds depend on nothing that was scored before. The words are those of one model, since
 * another numbers them otherwise.
 */
export function openNetwork(weights: NetworkLayers, vectors: Vectors): Network {
  const { filters, bias, out, outBias } = weights;
  const slots = windowPlaces * filters;
  const features = windowWidths.length * filters;
  const inputs = new Float32Array(inputsOf(vectors.dimensions));
  const ordered = inReadingOrder(weights.words, slots);
  const exact = new Float64Array(slots);
  // Those of words that are not remembered, text by text; those of a word of which nothing is known; then those that are remembered.
  const products = new Int16Array((mostWords + 2 + mostProducts) * slots);
  const [blank, blankNegated, firstKept] = [
    mostWords * slots,
    (mostWords + 1) * slots,
    (mostWords + 2) * slots,
  ];
  for (let slot = 0; slot < slots; slot += 1)
    products[blankNegated + slot] = stepsOf(weights.negated[slot] as number);
  let remembered = 0;
  /** For each word that has a number, where its products begin, then where they do in the reach of a negation; or that it came once. */
  const places = new Int32Array(mostRemembered * 2);
  const biasSteps = Int32Array.from(bias, (value) => Math.round(value * stepsOfOne));
  /** Where the products of each word of the text begin. */
  const begins = new Int32Array(mostWords);
  const strongest = new Int32Array(features);
  const sums = new Int32Array(features);

  function multiply(at: number, token: string, word: Word, negated: boolean): void {
    writeInputs(inputs, 0, { token, word, vectors });
    for (let slot = 0; slot < slots; slot += 1) exact[slot] = negated ? (weights.negated[slot] as number) : 0;
    let weight = 0;
    for (let slot = 0; slot < slots; slot += atOnce) {
      let a = exact[slot] as number;
      let b = exact[slot + 1] as number;
      let c = exact[slot + 2] as number;
      let d = exact[slot + 3] as number;
      let e = exact[slot + 4] as number;
      let f = exact[slot + 5] as number;
      for (let input = 0; input < inputs.length; input += 1) {
        const value = inputs[input] as number;
        a += value * (ordered[weight] as number);
        b += value * (ordered[weight + 1] as number);
        c += value * (ordered[weight + 2] as number);
        d += value * (ordered[weight + 3] as number);
        e += value * (ordered[weight + 4] as number);
        f += value * (ordered[weight + 5] as number);
        weight += atOnce;
      }
      exact[slot] = a;
      exact[slot + 1] = b;
      exact[slot + 2] = c;
      exact[slot + 3] = d;
      exact[slot + 4] = e;
      exact[slot + 5] = f;
    }
    for (let slot = 0; slot < slots; slot += 1) products[at + slot] = stepsOf(exact[slot] as number);
  }
  /** Where the products of a word begin, or of a word in the reach of a negation; `at`: its place in the text. */
  function placeOf(token: string, word: Word, negated: boolean, at: number): number {
    const key = word.number * 2 + (negated ? 1 : 0);
    const found = key < 0 ? 0 : (places[key] as number);
    if (found > seenOnce) return found;
    const isBlank = word.valence === 0 && word.boost === 0 && word.kind === 0 && vectors.placeOf(token) < 0;
    const isKept = found === seenOnce && remembered < mostProducts;
    const place = isBlank
      ? negated
        ? blankNegated
        : blank
      : isKept
        ? firstKept + remembered * slots
        : at * slots;
    if (!isBlank) multiply(place, token, word, negated);
    if (!isBlank && isKept) remembered += 1;
    if (key >= 0) places[key] = isBlank || isKept ? place : seenOnce;
    return place;
  }

  /** The answers of a filter of each width to all windows of the text: the strongest, and their sum. */
  function answersOf(filter: number, length: number): void {
    const [second, third] = [filters + filter, filters * 3 + filter];
    const bias1 = biasSteps[filter] as number;
    const bias2 = biasSteps[filters + filter] as number;
    const bias3 = biasSteps[filters * 2 + filter] as number;
    let [most1, most2, most3, sum1, sum2, sum3] = [0, 0, 0, 0, 0, 0];
    // What the words before add to the windows that end here: of two, of three by the last word, and by the last two.
    let [begun2, begun3, grown3] = [bias2, bias3, bias3];
    for (let at = 0; at < length; at += 1) {
      const begin = begins[at] as number;
      const one = above((products[begin + filter] as number) + bias1);
      const two = above(begun2 + (products[begin + second + filters] as number));
      const three = above(grown3 + (products[begin + third + filters * 2] as number));
      begun2 = bias2 + (products[begin + second] as number);
      grown3 = begun3 + (products[begin + third + filters] as number);
      begun3 = bias3 + (products[begin + third] as number);
      sum1 += one;
      sum2 += two;
      sum3 += three;
      most1 += above(one - most1);
      most2 += above(two - most2);
      most3 += above(three - most3);
    }
    strongest[filter] = most1;
    strongest[filters + filter] = most2;
    strongest[filters * 2 + filter] = most3;
    sums[filter] = sum1;
    sums[filters + filter] = sum2;
    sums[filters * 2 + filter] = sum3;
  }

  return {
    odds({ list, negated }, known) {
      const length = Math.min(list.length, mostWords);
      for (let at = 0; at < length; at += 1)
        begins[at] = placeOf(list[at] as string, known[at] as Word, negated[at] === 1, at);
      for (let filter = 0; filter < filters; filter += 1) answersOf(filter, length);
      const one = 1 / stepsOfOne;
      const share = one / Math.sqrt(Math.max(1, length));
      let [negative, positive] = outBias;
      for (let feature = 0; feature < features; feature += 1) {
        const most = (strongest[feature] as number) * one;
        const mean = (sums[feature] as number) * share;
        const at = feature * 2;
        const meanAt = at + features * 2;
        negative += most * (out[at] as number) + mean * (out[meanAt] as number);
        positive += most * (out[at + 1] as number) + mean * (out[meanAt + 1] as number);
      }
      return [negative, positive];
    },
  };
}
