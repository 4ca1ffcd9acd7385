import { wordOf } from '../features.ts';
import type { Lexicon } from '../lexicon.ts';
import { inputsOf, mostWords, writeInputs } from '../network.ts';
import type { Vectors } from '../vectors.ts';
import { toneGroups } from '../weights.ts';
import type { WordRows } from './learn-network.ts';
import { asSeen, type LabelledSet, rowWeights } from './rows.ts';

/** Labelled texts as runs of word numbers, and what is known of each word. */
export function wordRowsOf(
  sets: readonly LabelledSet[],
  { lexicon, vectors }: { lexicon: Lexicon; vectors: Vectors },
): WordRows {
  const inputCount = inputsOf(vectors.dimensions);
  const numbers = new Map<string, number>();
  const [words, negated, starts, labels, groups, twoClasses, weights]: [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ] = [[], [], [0], [], [], [], []];
  for (const { group, texts } of sets) {
    const withoutNeutral = texts.every(({ label }) => label !== 1) ? 1 : 0;
    for (const text of texts) {
      const tokens = asSeen(text);
      for (const [at, token] of tokens.list.slice(0, mostWords).entries()) {
        const number = numbers.get(token) ?? numbers.size + 1;
        numbers.set(token, number);
        words.push(number);
        negated.push(tokens.negated[at] ?? 0);
      }
      starts.push(words.length);
      labels.push(text.label);
      groups.push(toneGroups.indexOf(group));
      twoClasses.push(withoutNeutral);
    }
    weights.push(...rowWeights(texts));
  }
  const inputs = new Float32Array((numbers.size + 1) * inputCount);
  for (const [token, number] of numbers)
    writeInputs(inputs, number * inputCount, {
      token,
      word: wordOf(token, lexicon),
      vectors,
    });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  return {
    inputs,
    dimensions: vectors.dimensions,
    words: Int32Array.from(words),
    negated: Uint8Array.from(negated),
    starts: Int32Array.from(starts),
    labels: Uint8Array.from(labels),
    groups: Uint8Array.from(groups),
    twoClasses: Uint8Array.from(twoClasses),
    weights: Float32Array.from(weights, (weight) => weight / mean),
  };
}
