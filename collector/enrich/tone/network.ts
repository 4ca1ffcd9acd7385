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

/** Words whose products with the filters are remembered. Those of any other are worked out each time. */
const mostRemembered = 16_000;

export type Network = { odds(tokens: Tokens, words: readonly Word[]): Odds };

/** Opens a network for scoring. Deterministic: odds depend on nothing that was scored before. */
export function openNetwork(weights: NetworkLayers, vectors: Vectors): Network {
  const { filters, bias, out, outBias } = weights;
  const slots = windowPlaces * filters;
  const features = windowWidths.length * filters;
  const inputs = new Float32Array(inputsOf(vectors.dimensions));
  const remembered = new Map<string, Float32Array<ArrayBufferLike>>();
  const nothing = new Float32Array(slots);
  const strongest = new Float32Array(features);
  const sums = new Float32Array(features);

  function product(token: string, word: Word): Float32Array {
    writeInputs(inputs, 0, { token, word, vectors });
    const made = new Float32Array(slots);
    for (let input = 0; input < inputs.length; input += 1) {
      const value = inputs[input] as number;
      if (value === 0) continue;
      const row = input * slots;
      for (let slot = 0; slot < slots; slot += 1)
        made[slot] = (made[slot] as number) + value * (weights.words[row + slot] as number);
    }
    return made;
  }
  /** A word's products with the filters, and those it has in the reach of a negation. */
  function productOf(token: string, word: Word, negated: boolean): Float32Array {
    const key = negated ? ` ${token}` : token;
    const found = remembered.get(key);
    if (found !== undefined) return found;
    const made = product(token, word);
    if (negated)
      for (let slot = 0; slot < slots; slot += 1)
        made[slot] = (made[slot] as number) + (weights.negated[slot] as number);
    if (remembered.size < mostRemembered) remembered.set(Buffer.from(key).toString(), made);
    return made;
  }

  return {
    odds({ list, negated }, words) {
      strongest.fill(0);
      sums.fill(0);
      const length = Math.min(list.length, mostWords);
      let before: Float32Array = nothing;
      let beforeThat: Float32Array = nothing;
      for (let at = 0; at < length; at += 1) {
        const here = productOf(list[at] as string, words[at] as Word, negated[at] === 1);
        for (let filter = 0; filter < filters; filter += 1) {
          const one = (here[filter] as number) + (bias[filter] as number);
          if (one > 0) {
            sums[filter] = (sums[filter] as number) + one;
            if (one > (strongest[filter] as number)) strongest[filter] = one;
          }
          const second = filters + filter;
          const two =
            (before[second] as number) + (here[second + filters] as number) + (bias[second] as number);
          if (two > 0) {
            sums[second] = (sums[second] as number) + two;
            if (two > (strongest[second] as number)) strongest[second] = two;
          }
          const third = filters * 2 + filter;
          const fourth = third + filters;
          const three =
            (beforeThat[fourth] as number) +
            (before[fourth + filters] as number) +
            (here[fourth + filters * 2] as number) +
            (bias[third] as number);
          if (three > 0) {
            sums[third] = (sums[third] as number) + three;
            if (three > (strongest[third] as number)) strongest[third] = three;
          }
        }
        beforeThat = before;
        before = here;
      }
      const share = 1 / Math.sqrt(Math.max(1, length));
      let [negative, positive] = outBias;
      for (let feature = 0; feature < features; feature += 1) {
        const most = strongest[feature] as number;
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
