import { expect, test } from 'vitest';
import type { Signal } from '#contract';
import { daysBetween, nightly, source, world } from '../invented-world.fixture.ts';
import { points, series } from './figure-of.fixture.ts';

const [first, last] = ['2026-11-02', '2026-11-15'];
const views = (day: string, value: number, of: string): Signal => ({
  ...{ v: 1, day, source: 'wiki', brand: 'northwind', what: 'views', of, value },
});

test('attention is the mean of the counted days, articles added; their change is a rate ratio', () => {
  // A hundred views a day in the first week, 150 in the second, of two articles together.
  const signals = daysBetween(first, last).flatMap((day) => [
    views(day, day < '2026-11-09' ? 60 : 90, 'en.wikipedia.org/Northwind'),
    views(day, day < '2026-11-09' ? 40 : 60, 'de.wikipedia.org/Northwind'),
  ]);
  const input = world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('wiki', first, last),
    sources: [source('wiki', { planned: false, countsOnly: true })],
    signals,
  });
  const week = { low: null, high: null, coverage: 1 };
  expect(points(input, 'attention', 'week')).toEqual([
    { period: '2026-W45', value: 100, n: 700, ...week },
    { period: '2026-W46', value: 150, n: 1050, ...week },
  ]);
  // Each weekday expects 125: X² = 14 × 25² ÷ 125 = 70 over 14 − 1 − 6 degrees, φ = 10. Residuals of the logarithms from the mean of all: log(101/126) seven times,
  // then log(151/126): ρ = .847673, (1 + ρ) ÷ (1 − ρ) = 12.12966, φ in all 121.2966. log(1050.5/700.5) = .405227; with what is thought of drift beforehand
  // (as the stories' verdict, of variance φ ÷ 1050.5) half the interval is 1.133963 (scipy 1.17.1).
  expect(series(input, 'attention').verdicts['northwind']?.['7']).toMatchObject({
    verdict: 'no clear change',
    difference: 0.5,
    low: expect.closeTo(-0.517481, 4),
    high: expect.closeTo(3.66081, 3),
    n: [700, 1050],
  });
});
