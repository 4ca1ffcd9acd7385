import { expect, test } from 'vitest';
import type { Heard } from '../data.ts';
import { ratingConflicts } from './rating-conflicts.ts';

const score = (label: 'negative' | 'unscored', ratingConflict = false): Heard['score'] => ({
  id: '0'.repeat(16),
  brand: 'northwind',
  story: 's',
  lang: 'en',
  relevant: true,
  tone: { label, p: null },
  ...(ratingConflict ? { ratingConflict: true as const } : {}),
  themes: [],
  intents: [],
  by: 'tone@1.0.0',
  config: 'c',
});
const rating = { value: 5, of: 5 };
const brand = 'northwind';

test('reviews whose text contradicts the rating are counted among those whose text has a tone', () => {
  const mentions = [
    { brand, rating, score: score('negative', true) },
    { brand, rating, score: score('negative') },
    { brand, rating, score: score('unscored') },
    { brand, rating, score: null },
    { brand, score: score('negative') },
    { brand: 'bluebird', rating, score: score('negative', true) },
  ];
  expect(ratingConflicts(mentions, brand)).toEqual({
    some: 1,
    all: 2,
    query: '?brand=northwind&rating=contradicted',
  });
});

test('what the team has read itself is settled', () => {
  const mentions = [{ brand, rating, score: score('negative', true), label: 'positive' as const }];
  expect(ratingConflicts(mentions, brand)).toMatchObject({ some: 0, all: 1 });
});

test('without such reviews there is nothing to say', () => {
  expect(ratingConflicts([{ brand, rating, score: null }], brand)).toBeNull();
});
