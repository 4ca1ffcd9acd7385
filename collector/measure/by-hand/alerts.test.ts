import { expect, test } from 'vitest';
import { openCountSpread } from '../count-spread.ts';
import { daysBetween, nightly, said, world } from '../invented-world.fixture.ts';
import { ranked } from './figure-of.fixture.ts';

test('an alert says what was seen where how much was expected; what was seen has no interval', () => {
  const [first, last] = ['2026-08-24', '2026-11-15'];
  const input = world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', first, last),
    said: daysBetween(first, last).flatMap((day) =>
      Array.from({ length: day === last ? 40 : 10 }, () => said(day)),
    ),
  });
  const [row, ...more] = ranked(input, 'alerts');
  expect(more).toEqual([]);
  // Ten a day for twelve weeks but for the last day: 40, where ten are expected.
  expect(row).toMatchObject({ value: 40, low: null, high: null, n: 40, from: last, to: last });
  expect(row?.parts['expected']).toBeCloseTo(10, 1);
  expect(row?.parts['p']).toBeLessThan(1e-6);
});

test('the chance of so many is a mean over negative binomials and bursts, before anything is learnt weighed by their dispersion', () => {
  // Dispersions 1.0001 × 1.28^k for k = 0 to 15, weighing φ^(−1/1.5), half of each for either family. Negative binomial of size m ÷ (φ − 1) and chance
  // 1 ÷ φ; Pólya–Aeppli: a Poisson number of bursts, each of a geometric number of stories with chance 1 − (φ − 1)/(φ + 1) to end. With scipy 1.17.1
  // (nbinom.sf; the sum over numbers of bursts of nbinom.cdf): P(X ≥ 20) at 10 and P(X ≥ 8) at 2.
  const spread = openCountSpread();
  expect(spread.tail(20, 10, 1)).toBeCloseTo(0.0611571, 6);
  expect(spread.tail(8, 2, 1)).toBeCloseTo(0.0352486, 6);
});
