import { expect, test } from 'vitest';
import { daysBetween, nightly, said, world } from '../invented-world.fixture.ts';
import { points, series, week } from './figure-of.fixture.ts';

test('a story is counted once, on the day of its first mention', () => {
  const input = week([
    said('2026-11-09', { story: 'a' }),
    said('2026-11-10', { story: 'a' }),
    said('2026-11-10'),
    said('2026-11-12'),
    said('2026-11-12'),
  ]);
  // The second of story a is a copy: 1, 1, 0, 2 make four stories of five mentions.
  expect(points(input, 'stories', 'day').map(({ value }) => value)).toEqual([1, 1, 0, 2, 0, 0, 0]);
  expect(points(input, 'stories', 'week')).toEqual([
    { period: '2026-W46', value: 4, low: null, high: null, n: 4, coverage: 1 },
  ]);
});

test('a week of three a day after one of two is a rise by half, and what weeks drift anyway makes its interval wide', () => {
  const input = world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', '2026-11-02', '2026-11-15'),
    said: daysBetween('2026-11-02', '2026-11-15').flatMap((day) =>
      Array.from({ length: day < '2026-11-09' ? 2 : 3 }, () => said(day)),
    ),
  });
  // 21 ÷ 14 − 1 = .5. Each weekday expects 2.5: X² = 14 × .25 ÷ 2.5 = 1.4 over 14 − 1 − 6 degrees, so that φ is 1.
  // log(21.5 ÷ 14.5) = .393904, sampling variance 1/21.5 + 1/14.5 = .115477. Two weeks tell nothing of drift, so that it is what is thought
  // beforehand: none with a weight of .25; else of variance s ÷ 21.5, s = .25 × 2^k for k = 0 to 8 with weights in proportion to .6^k, passed on from
  // week to week by .5, .8 or .95, a third each. Half the interval is where the mixture of those normals leaves 2.5%: .717559 (with scipy 1.17.1).
  expect(series(input, 'stories').verdicts['northwind']?.['7']).toEqual({
    verdict: 'no clear change',
    from: '2026-11-09',
    to: '2026-11-15',
    difference: 0.5,
    low: expect.closeTo(-0.2765, 4),
    high: expect.closeTo(2.0388, 4),
    n: [14, 21],
  });
});
