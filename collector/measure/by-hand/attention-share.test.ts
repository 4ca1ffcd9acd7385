import { expect, test } from 'vitest';
import type { Signal } from '#contract';
import { bluebird, configWith, daysBetween, nightly, source, world } from '../invented-world.fixture.ts';
import { points, series } from './figure-of.fixture.ts';

const [first, last] = ['2026-11-02', '2026-11-15'];
const views = (day: string, brand: string, value: number): Signal => ({
  ...{ v: 1, day, source: 'wiki', brand, what: 'views', of: `en.wikipedia.org/${brand}`, value },
});

test('the share of attention is own views ÷ views of the panel; its change a difference of shares', () => {
  // The rival is looked up 300 times a day; the brand 100 times in the first week and 150 times in the second.
  const input = world({
    now: '2026-11-16T08:00:00Z',
    config: configWith({ competitors: [bluebird] }),
    runs: nightly('wiki', first, last),
    sources: [source('wiki', { planned: false, countsOnly: true })],
    signals: daysBetween(first, last).flatMap((day) => [
      views(day, 'northwind', day < '2026-11-09' ? 100 : 150),
      views(day, 'bluebird', 300),
    ]),
  });
  const week = { low: null, high: null, coverage: 1 };
  expect(points(input, 'attention-share', 'week')).toEqual([
    { period: '2026-W45', value: 25, n: 2800, ...week },
    { period: '2026-W46', value: 33.3333, n: 3150, ...week },
  ]);
  // Each weekday has 250 of 850: 117.647 and 132.353 are expected of 100 and 150, X² = 7 × 17.647² × (1/117.647 + 1/132.353) = 35 over 14 − 1 − 6 degrees: φ = 5.
  // Shares times the panel's mean of 425 are 106.25 and 141.667; residuals of their logarithms from that of the mean: ρ = .846928, (1 + ρ) ÷ (1 − ρ) = 12.06571, φ in all 60.32856.
  // Variances φ × 700.5 ÷ 2800² and φ × 1050.5 ÷ 3150²; with what is thought of drift beforehand (as the stories' verdict, of the smaller of both) half the interval is 23.1004 points (scipy 1.17.1).
  expect(series(input, 'attention-share').verdicts['northwind']?.['7']).toMatchObject({
    verdict: 'no clear change',
    difference: 8.33333,
    low: expect.closeTo(-14.7671, 3),
    high: expect.closeTo(31.4337, 3),
    n: [2800, 3150],
  });
});
