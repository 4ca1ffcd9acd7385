import type { Word } from './features.ts';
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

/** Words whose products with the filters are remembered, 6 MB of them; those of any other are worked out each time. */
const mostRemembered = 8000;
/** Products are kept in whole steps of this part of one, which takes half the room and adds up faster. */
const stepsOfOne = 512;
const mostSteps = 32_767;
/** Words whose products are needed at once. */
const atOnce = windowWidths.length;

export type Network = { odds(tokens: Tokens, words: readonly Word[]): Odds };

/** Opens a network for scoring. Deterministic: odds depend on nothing that was scored before. */
export function openNetwork(weights: NetworkLayers, vectors: Vectors): Network {
  const { filters, words, bias, out, outBias } = weights;
  const slots = windowPlaces * filters;
  const features = windowWidths.length * filters;
  const inputs = new Float32Array(inputsOf(vectors.dimensions));
  // First no word, whose products are 0; then those that are not remembered, in turn; then those that are.
  const products = new Int16Array((1 + atOnce + mostRemembered) * slots);
  const remembered = new Map<string, number>();
  const exact = new Float64Array(slots);
  const biasSteps = Int32Array.from(bias, (value) => Math.round(value * stepsOfOne));
  const strongest = new Int32Array(features);
  const sums = new Int32Array(features);

  function multiply(at: number, token: string, word: Word, negated: boolean): void {
    writeInputs(inputs, 0, { token, word, vectors });
    for (let slot = 0; slot < slots; slot += 1) exact[slot] = negated ? (weights.negated[slot] as number) : 0;
    for (let input = 0; input < inputs.length; input += 4) {
      const a = inputs[input] as number;
      const b = inputs[input + 1] as number;
      const c = inputs[input + 2] as number;
      const d = inputs[input + 3] as number;
      if (a === 0 && b === 0 && c === 0 && d === 0) continue;
      const row = input * slots;
      for (let slot = 0; slot < slots; slot += 1)
        exact[slot] =
          (exact[slot] as number) +
          a * (words[row + slot] as number) +
          b * (words[row + slots + slot] as number) +
          c * (words[row + slots * 2 + slot] as number) +
          d * (words[row + slots * 3 + slot] as number);
    }
    for (let slot = 0; slot < slots; slot += 1) {
      const steps = Math.round((exact[slot] as number) * stepsOfOne);
      products[at + slot] = Math.max(-mostSteps, Math.min(mostSteps, steps));
    }
  }
  /** Where the products of a word begin, or of a word in the reach of a negation. */
  function placeOf(token: string, word: Word, negated: boolean, turn: number): number {
    const key = negated ? ` ${token}` : token;
    const found = remembered.get(key);
    if (found !== undefined) return found;
    const isKept = remembered.size < mostRemembered;
    const at = (isKept ? 1 + atOnce + remembered.size : 1 + (turn % atOnce)) * slots;
    multiply(at, token, word, negated);
    // A copy: a piece of a text would keep all of it in memory.
    if (isKept) remembered.set(Buffer.from(key).toString(), at);
    return at;
  }

  return {
    odds({ list, negated }, known) {
      strongest.fill(0);
      sums.fill(0);
      const length = Math.min(list.length, mostWords);
      let [before, beforeThat] = [0, 0];
      for (let at = 0; at < length; at += 1) {
        const here = placeOf(list[at] as string, known[at] as Word, negated[at] === 1, at);
        for (let filter = 0; filter < filters; filter += 1) {
          const one = (products[here + filter] as number) + (biasSteps[filter] as number);
          if (one > 0) {
            sums[filter] = (sums[filter] as number) + one;
            if (one > (strongest[filter] as number)) strongest[filter] = one;
          }
          const second = filters + filter;
          const two =
            (products[before + second] as number) +
            (products[here + second + filters] as number) +
            (biasSteps[second] as number);
          if (two > 0) {
            sums[second] = (sums[second] as number) + two;
            if (two > (strongest[second] as number)) strongest[second] = two;
          }
          const third = second + filters;
          const three =
            (products[beforeThat + third + filters] as number) +
            (products[before + third + filters * 2] as number) +
            (products[here + third + filters * 3] as number) +
            (biasSteps[third] as number);
          if (three > 0) {
            sums[third] = (sums[third] as number) + three;
            if (three > (strongest[third] as number)) strongest[third] = three;
          }
        }
        beforeThat = before;
        before = here;
      }
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
