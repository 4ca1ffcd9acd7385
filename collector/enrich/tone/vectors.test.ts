import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { hashOf } from './hashing.ts';
import { packVectors, readVectors, vectorSteps } from './vectors.ts';

const bytes = readFileSync(join(import.meta.dirname, 'vectors.bin'));
const vectors = readVectors(bytes);

function likeness(one: string, other: string): number {
  const values = [one, other].map((word) => {
    const into = new Float64Array(vectors.dimensions);
    vectors.copy(vectors.placeOf(word), into);
    const length = Math.hypot(...into);
    return into.map((value) => value / length);
  });
  return (values[0] as Float64Array).reduce((sum, value, at) => sum + value * (values[1]?.[at] ?? 0), 0);
}

test('words that stand among the same others have vectors of one direction', () => {
  expect(likeness('delicious', 'tasty')).toBeGreaterThan(likeness('delicious', 'mortgage') + 0.3);
  expect(likeness('refund', 'payment')).toBeGreaterThan(likeness('refund', 'violin') + 0.3);
});

test('a word with an ending behind an apostrophe has the vector of the word', () => {
  expect(vectors.placeOf("coffee's")).toBe(vectors.placeOf('coffee'));
  expect(vectors.placeOf("don't")).toBeGreaterThanOrEqual(0);
  expect(vectors.placeOf("don't")).not.toBe(vectors.placeOf('don'));
});

test('what is no word has none', () => {
  expect(vectors.placeOf('qzxkwv')).toBeLessThan(0);
  expect(vectors.placeOf('')).toBeLessThan(0);
});

describe('a packed file', () => {
  it('gives back each number to the nearest step, whatever the order of the words', () => {
    const words = ['beans', 'roast', 'cup'].map((word, at) => ({
      hash: hashOf(word),
      values: [at - 1.05, 0.4, -9, 9],
    }));
    const read = readVectors(packVectors(words));
    const into = new Float64Array(6);
    read.copy(read.placeOf('cup'), into, 1);
    expect([...into]).toEqual([0, vectorSteps[11], 0.3881, -2.733, 2.733, 0]);
    expect(read.count).toBe(3);
  });
  it('that broke off is refused', () =>
    expect(() => readVectors(bytes.subarray(0, bytes.length - 1))).toThrow(/vectors of words/));
});

test('the committed vectors are those that NOTICE states, and take 2 MB at most', () => {
  const notice = readFileSync(join(import.meta.dirname, 'NOTICE'), 'utf8');
  const stated = /vectors\.bin, sha256 ([0-9a-f]{64})/.exec(notice)?.[1];
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(stated);
  expect(bytes.length).toBeLessThanOrEqual(2_000_000);
});
