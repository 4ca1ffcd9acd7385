import { describe, expect, it } from 'vitest';
import { wordOf } from '../features.ts';
import { hashOf } from '../hashing.ts';
import { openTargetNetwork, sightOf } from '../target-network.ts';
import { brandToken, tokenise } from '../tokens.ts';
import { packVectors, readVectors } from '../vectors.ts';
import { learnTargetNetwork, type SeenRow } from './learn-target-network.ts';

const words = ['beats', 'outdoes', 'meets', 'visits', 'elm', 'quill', 'tarn', 'today'];
const values = [
  [2, 0],
  [2, 0.1],
  [-2, 0],
  [-2, 0.1],
  [0, 2],
  [0, 1.6],
  [0, 1.3],
  [0, -2],
] as const;
const vectors = readVectors(
  packVectors(words.map((word, at) => ({ hash: hashOf(word), values: [...(values[at] ?? [0, 0])] }))),
);
const lexicon = new Map<number, number>();
const seen = (text: string) => {
  const tokens = tokenise(text.replace('X', brandToken));
  return { tokens, known: tokens.list.map((token) => wordOf(token, lexicon)) };
};
const row = (text: string, label: number): SeenRow => {
  const { tokens, known } = seen(text);
  return { sight: sightOf(tokens, known, vectors), label, group: 0, weight: 1 };
};
const rows = ['elm', 'quill'].flatMap((other) => [
  row(`X beats ${other}`, 2),
  row(`${other} beats X`, 0),
  row(`X meets ${other}`, 1),
  row(`${other} meets X`, 1),
]);
const learn = (seed: number) =>
  learnTargetNetwork(
    rows,
    vectors,
    { epochs: 150, rate: 0.01, decay: 0.001, dropped: 0.1, smoothing: 0.05, groupless: 0, batch: 4, seed },
    () => undefined,
  );

describe('a network', () => {
  const weights = learn(1);
  const { odds } = openTargetNetwork(weights, vectors);
  const judged = (text: string) => {
    const { tokens, known } = seen(text);
    const [negative, positive] = odds(sightOf(tokens, known, vectors), 'any');
    return negative > 0 && negative > positive ? 'negative' : positive > 0 ? 'positive' : 'neutral';
  };
  it('learns who does and who suffers, and knows words that are like those it learnt from', () => {
    expect(judged('X outdoes tarn')).toBe('positive');
    expect(judged('tarn outdoes X')).toBe('negative');
    expect(judged('X visits tarn')).toBe('neutral');
  });
  it('is the same from the same beginning, and another from another', () => {
    expect(learn(1)).toEqual(weights);
    expect(learn(2)).not.toEqual(weights);
  });
  it('says the same whatever it judged before', () => {
    const first = judged('X beats elm');
    judged('elm beats X today');
    expect(judged('X beats elm')).toBe(first);
  });
  it('says nothing of no text', () => {
    const { tokens, known } = seen('');
    expect(odds(sightOf(tokens, known, vectors), 'any')).toEqual([0, 0]);
  });
});
