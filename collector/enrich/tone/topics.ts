import { mostRemembered, type Word } from './features.ts';
import { mostWords } from './network.ts';
import type { Tokens } from './tokens.ts';
import type { Vectors } from './vectors.ts';

/** Shares of the usual scale between which what a text is about moves it. */
const [least, most] = [0.5, 2];

/** What a text is about: the mean of its words' vectors, of which a word that has none is 0. */
export function topicOf({ list }: Tokens, vectors: Vectors): Float64Array {
  const topic = new Float64Array(vectors.dimensions);
  const vector = new Float64Array(vectors.dimensions);
  const length = Math.min(list.length, mostWords);
  for (let at = 0; at < length; at += 1) {
    const place = vectors.placeOf(list[at] as string);
    if (place < 0) continue;
    vectors.copy(place, vector);
    for (let input = 0; input < topic.length; input += 1)
      topic[input] = (topic[input] as number) + (vector[input] as number) / length;
  }
  return topic;
}

/** A scale of log-odds, moved by what a text is about. */
export const scaleOf = (scale: number, moved: number): number =>
  Math.max(scale * least, Math.min(scale * most, scale + moved));

/**
 * The scale of a text's log-odds: `scale`, and what its topic adds by a factor for each dimension of the vectors. The words are those of
 * one model, since another numbers them otherwise.
 */
export function scaleByTopic(
  scale: number,
  factors: readonly number[],
  vectors: Vectors,
): (tokens: Tokens, words: readonly Word[]) => number {
  if (factors.length === 0) return () => scale;
  const remembered = new Float64Array(mostRemembered).fill(Number.NaN);
  const vector = new Float64Array(vectors.dimensions);
  function addedBy(token: string, { number }: Word): number {
    const known = number < 0 ? Number.NaN : (remembered[number] as number);
    if (!Number.isNaN(known)) return known;
    const place = vectors.placeOf(token);
    let sum = 0;
    if (place >= 0) {
      vectors.copy(place, vector);
      for (let input = 0; input < vector.length; input += 1)
        sum += (vector[input] as number) * (factors[input] as number);
    }
    if (number >= 0) remembered[number] = sum;
    return sum;
  }
  return ({ list }, words) => {
    const length = Math.min(list.length, mostWords);
    let sum = 0;
    for (let at = 0; at < length; at += 1) sum += addedBy(list[at] as string, words[at] as Word);
    return scaleOf(scale, sum / Math.max(1, length));
  };
}
