import { expect, test } from 'vitest';
import { nightly, said, source } from '../invented-world.fixture.ts';
import { day, parts, week } from './figure-of.fixture.ts';

test('satisfaction by version is the mean rating of each, the newest first', () => {
  const reviews = (version: string, stars: number[]) =>
    stars.map((value, nth) => said(day(nth), { source: 'app', version, rating: { value, of: 5 } }));
  const input = week(
    [
      ...reviews('4.9.2', [5, 5, 4, 1, 5]),
      ...reviews('4.10.0', [1, 1, 2, 5, 1]),
      ...reviews('4.8', [5, 5, 5, 5]),
    ],
    { sources: [source('app', { group: 'reviews' })], runs: nightly('app', day(0), day(6)) },
  );
  // 5, 5, 4, 1, 5: mean 4. With 1 and 5 added 26 of 7 = 3.714286, sum of squares 118: (118/7 − 3.714286²) ÷ 6 = .510204; t(6) = 2.446912:
  // 3.714286 ± 2.446912 × .714286, which ends where the scale does. 1, 1, 2, 5, 1 mirrors it: mean 2, 16 of 7. Four ratings of 4.8 are too few.
  expect(parts(input, 'satisfaction-by-version')).toEqual([
    { of: '4.10.0', value: 2, low: 1, high: 4.03351, n: 5 },
    { of: '4.9.2', value: 4, low: 1.96649, high: 5, n: 5 },
  ]);
});
