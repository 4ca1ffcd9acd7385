import { expect, test } from 'vitest';
import { dispersionOfCounts, rateRatio } from './counts.ts';
import { poisson, seeded } from './invented-world.fixture.ts';
import { dailyMoments, withinDay } from './moments.ts';
import { round } from './round.ts';

const days = 364;
const even = new Float64Array(days).fill(1);

test('the dispersion of a Poisson is about 1, of one whose mean doubles on every other day more', () => {
  const random = seeded(3);
  const plain = Float64Array.from({ length: days }, () => poisson(10, random));
  expect(dispersionOfCounts(plain, even, 0)).toBeLessThan(1.2);
  // Means 10 and 20 by turns: φ = 1 + 25/15 = 2.67; weekdays take their share of fifty-fifty turns, which is nothing.
  const uneven = Float64Array.from({ length: days }, (_, day) => poisson(day % 2 === 0 ? 10 : 20, random));
  expect(dispersionOfCounts(uneven, even, 0)).toBeGreaterThan(2.2);
  expect(dispersionOfCounts(uneven, even, 0)).toBeLessThan(3.1);
});

test('the dispersion is that of a quasi-Poisson regression on blocks of four weeks, weekdays and exposure', () => {
  // From Monday on (day 4 since 1970), every ninth day half covered. As numpy 2.4.6 finds it by iteratively reweighted least squares, of log E c = block
  // + weekday + log exposure: X² over 56 − 2 − 6 degrees.
  const weeks = Array.from({ length: 56 }, (_, day) => day);
  const counts = Float64Array.from(weeks, (day) => ((day * 7919) % 13) + (day % 7 < 5 ? 8 : 2));
  const exposure = Float64Array.from(weeks, (day) => (day % 9 === 0 ? 0.5 : 1));
  expect(dispersionOfCounts(counts, exposure, 4)).toBeCloseTo(2.113028, 5);
});

test('weekdays, slow change and uncovered days are no dispersion', () => {
  const counts = Float64Array.from(
    { length: days },
    (_, day) => (day % 7 < 5 ? 20 : 4) * (day < 196 ? 1 : 3),
  );
  const exposure = even.slice().fill(0, 40, 50);
  counts.fill(0, 40, 50);
  expect(dispersionOfCounts(counts, exposure, 0)).toBe(1);
});

test('two counts that are nothing are no change, and nothing before has no ratio', () => {
  expect(rateRatio(0, 0, 1)).toMatchObject({ difference: null, z: 0 });
  expect(rateRatio(0, 3, 1)).toMatchObject({ difference: null, low: null, high: null });
  expect(rateRatio(4, 0, 1)).toMatchObject({ difference: -1, low: -1 });
});

test('stories of one day that share a mood are found to', () => {
  // Days of four stories, all kind or all unkind by turns: what one says, all say.
  const n = new Float64Array(56).fill(4);
  const shared = Float64Array.from(n, (_, day) => (day % 2 === 0 ? 4 : -4));
  expect(withinDay([dailyMoments(n, shared, n)])).toBeCloseTo(1, 1);
  const mixed = new Float64Array(56).fill(0);
  expect(withinDay([dailyMoments(n, mixed, n)])).toBe(0);
});

test('D18: counts are exact, ratios have six digits', () => {
  expect(round(123_456_789_012)).toBe(123_456_789_012);
  expect(round(100 / 3)).toBe(33.3333);
  expect(Object.is(round(-0), 0)).toBe(true);
});

test('two small counts are as far apart as the exact binomial has them', () => {
  // Two-sided p of the conditional test (R 4.4: poisson.test), as a normal quantile.
  expect(rateRatio(0, 10, 1).z).toBeCloseTo(3.1, 1);
  expect(rateRatio(1, 8, 1).z).toBeCloseTo(2.06, 1);
  expect(rateRatio(20, 40, 1).z).toBeCloseTo(2.47, 1);
  expect(rateRatio(8, 1, 1).z).toBeCloseTo(-2.06, 1);
});

test('a rise from nothing to hundreds is far from chance, however they are spread', () => {
  expect(rateRatio(0, 444, 1).z).toBeGreaterThan(8);
  expect(rateRatio(0, 144, 10).z).toBeGreaterThan(3.31);
  expect(rateRatio(0, 2, 1).z).toBeLessThan(1.96);
});

test('more after nothing is never less sure', () => {
  const zs = Array.from({ length: 300 }, (_, later) => rateRatio(0, later, 2).z);
  for (const [at, z] of zs.entries()) expect(z).toBeGreaterThanOrEqual(zs[at - 1] ?? 0);
});
