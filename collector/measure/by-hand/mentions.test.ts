import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { points, week } from './figure-of.fixture.ts';

test('mentions are counted with their copies, on their day; a covered day without any is 0, and a count has no interval', () => {
  const input = week([
    said('2026-11-09', { story: 'a' }),
    said('2026-11-10', { story: 'a' }),
    said('2026-11-10'),
    said('2026-11-12'),
    said('2026-11-12', { scored: false }),
    said('2026-11-12', { relevant: false }),
  ]);
  // One; a copy and another; none; one, and one that was not scored, while what is not relevant is none.
  expect(points(input, 'mentions', 'day').map(({ value }) => value)).toEqual([1, 2, 0, 2, 0, 0, 0]);
  expect(points(input, 'mentions', 'week')).toEqual([
    { period: '2026-W46', value: 5, low: null, high: null, n: 5, coverage: 1 },
  ]);
  // Seven days of thirty are covered: .2333.
  expect(points(input, 'mentions', 'month')).toEqual([
    { period: '2026-11', value: 5, low: null, high: null, n: 5, coverage: 0.233333 },
  ]);
});
