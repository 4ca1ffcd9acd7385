import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { points, week } from './figure-of.fixture.ts';

test('sites are counted once a period, so that a week has fewer than its days together; no interval', () => {
  const input = week([
    said('2026-11-09'),
    said('2026-11-10'),
    said('2026-11-10', { site: 'other.example' }),
    said('2026-11-12'),
    said('2026-11-12', { site: '' }),
  ]);
  // Days: 1, 2, 0, 1 (a mention of no known site is none); the week has two sites, told by four mentions.
  expect(points(input, 'sites', 'day').map(({ value }) => value)).toEqual([1, 2, 0, 1, 0, 0, 0]);
  expect(points(input, 'sites', 'week')).toEqual([
    { period: '2026-W46', value: 2, low: null, high: null, n: 4, coverage: 1 },
  ]);
});
