import {
  denseCount,
  denseOf,
  mostBuckets,
  mostTokens,
  ngramBuckets,
  type Word,
  wordOf,
} from '../features.ts';
import { characterBuckets } from '../hashing.ts';
import type { LabelledText } from '../labelled-sets.ts';
import type { Lexicon } from '../lexicon.ts';
import { mostTargetBuckets, targetBuckets, targetDenseCount, targetDenseOf } from '../target.ts';
import { hideNames } from '../target-names.ts';
import { brandToken, type Tokens, tokenise } from '../tokens.ts';
import { type ToneGroup, toneGroups } from '../weights.ts';
import type { Rows } from './learn.ts';

export type LabelledSet = { name: string; group: ToneGroup; texts: readonly LabelledText[] };

/** A set weighs as a power of its size, and so do its classes, so that neither the largest nor the rarest decides alone. */
const usualPowers = { set: 0.5, class: 0.7 };

/** The text as the model sees it: the target behind its placeholder, wherever it is named, or where the set says. */
export function asSeen({ text, target }: LabelledText): Tokens {
  if (target === undefined) return tokenise(text);
  const hidden = hideNames(text, [target.name], []);
  if (!hidden.text.includes(brandToken))
    return tokenise(`${text.slice(0, target.from)} ${brandToken} ${text.slice(target.to)}`);
  const tokens = tokenise(hidden.text);
  return hidden.things === undefined ? tokens : { ...tokens, things: hidden.things };
}

/** Weights of the rows of a set, before they are brought to a mean of one. */
export function rowWeights(texts: readonly LabelledText[], powers = usualPowers): number[] {
  const counts = [0, 1, 2].map((label) => texts.filter((text) => text.label === label).length);
  const parts = counts.map((count) => (count === 0 ? 0 : count ** powers.class));
  const sum = parts.reduce((total, part) => total + part, 0);
  return texts.map(
    ({ label }) => (texts.length ** powers.set * (parts[label] ?? 0)) / sum / (counts[label] ?? 1),
  );
}

/** A list of numbers that grows. */
function growing() {
  let room = new Int32Array(1 << 20);
  let length = 0;
  return {
    add(values: Int32Array | readonly number[], count: number): void {
      if (length + count > room.length) {
        const larger = new Int32Array(room.length * 2 + count);
        larger.set(room);
        room = larger;
      }
      for (let at = 0; at < count; at += 1) room[length++] = values[at] as number;
    },
    length: () => length,
    done: () => room.slice(0, length),
  };
}

/** Labelled texts as features: toward their targets, or of the whole texts. */
export function rowsOf(
  sets: readonly LabelledSet[],
  { lexicon, tableSize, toward }: { lexicon: Lexicon; tableSize: number; toward: boolean },
): Rows {
  const numbers = new Float64Array(toward ? targetDenseCount : denseCount);
  const scratch = new Int32Array(Math.max(mostBuckets, mostTargetBuckets));
  const words = new Map<string, Word & { characters: number[] }>();
  const buckets = growing();
  const [starts, middles, dense, labels, groups, twoClasses, weights]: number[][] = [
    [0],
    [],
    [],
    [],
    [],
    [],
    [],
  ];
  function known(token: string) {
    const found = words.get(token);
    if (found) return found;
    const word = wordOf(token, lexicon);
    const characters = word.spelt && !toward ? characterBuckets(token, tableSize) : [];
    words.set(token, { ...word, characters });
    return { ...word, characters };
  }
  for (const { group, texts } of sets) {
    const withoutNeutral = texts.every(({ label }) => label !== 1) ? 1 : 0;
    for (const text of texts) {
      const tokens = asSeen(text);
      const found = tokens.list.map(known);
      const count = toward
        ? targetBuckets(tokens, found, tableSize, scratch)
        : ngramBuckets(tokens, found, tableSize, scratch);
      buckets.add(scratch, count);
      middles?.push(buckets.length());
      for (const { characters } of found.slice(0, mostTokens)) buckets.add(characters, characters.length);
      starts?.push(buckets.length());
      if (toward) targetDenseOf(tokens, found, numbers);
      else denseOf(tokens, found, numbers);
      dense?.push(...numbers);
      labels?.push(text.label);
      groups?.push(toneGroups.indexOf(group));
      twoClasses?.push(withoutNeutral);
    }
    weights?.push(...rowWeights(texts));
  }
  const mean = (weights ?? []).reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights?.length ?? 0);
  return {
    buckets: buckets.done(),
    starts: Int32Array.from(starts ?? []),
    middles: Int32Array.from(middles ?? []),
    dense: Float32Array.from(dense ?? []),
    denseCount: numbers.length,
    labels: Uint8Array.from(labels ?? []),
    groups: Uint8Array.from(groups ?? []),
    twoClasses: Uint8Array.from(twoClasses ?? []),
    weights: Float32Array.from(weights ?? [], (weight) => weight / mean),
  };
}
