import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byChance, dailyMoments, jeffreysInterval } from './moments.ts';
import {
  differenceOfShares,
  type GroupShare,
  openWeightedShares,
  productsOf,
  weightedShare,
} from './weighted-share.ts';

const apart = { within: 0, across: 0 };
const columns = [Float64Array.of(2, 4), Float64Array.of(3, 1)];
const products = productsOf(columns)(0, 1);
const groups: GroupShare[] = [
  { weight: 1, n: 6, sum: 3, usual: 0.5 },
  { weight: 1, n: 4, sum: 1, usual: 0.2 },
];

describe('a weighted share', () => {
  it('is worth less where the groups are small beside their weight, and where stories of a day are alike', () => {
    // ¼ × .25/6 + ¼ × .16/4 = .0204167, of .35 × .65.
    expect(weightedShare(groups, products, apart)).toMatchObject({ share: 0.375, n: 10 });
    expect(weightedShare(groups, products, apart)?.worth).toBeCloseTo(11.142857, 6);
    // ¼ × .25/36 × (6 + .1 × (20 − 6)) + ¼ × .16/16 × (4 + .1 × (10 − 4)) + 2 × ¼ × .05 × .2/24 × (2 × 3 + 4 × 1) = .0264306.
    const alike = weightedShare(groups, products, { within: 0.1, across: 0.05 });
    expect(alike?.variance).toBeCloseTo(0.026430556, 9);
    expect(alike?.worth).toBeCloseTo(8.607462, 6);
  });
  it('of a single group is worth its stories, whatever its usual share', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, usual) => {
          const one = { weight: 3, n, sum: 0, usual };
          expect(weightedShare([one], () => n * n, apart)?.worth).toBeCloseTo(n, 6);
        },
      ),
    ));
  it('passes over silent groups, and is none where all are', () => {
    const silent = { weight: 5, n: 0, sum: 0, usual: 0.5 };
    expect(weightedShare([silent], products, apart)).toBeNull();
    const [first] = groups as [GroupShare];
    expect(weightedShare([silent, first], () => 0, apart)?.share).toBe(0.5);
  });
  it('knows less of a day on which all groups speak of one brand than of one on which each does for itself', () => {
    const days = 56;
    const n = new Float64Array(days).fill(10);
    const loudOn = (isLoud: (day: number) => boolean) =>
      dailyMoments(
        n,
        Float64Array.from({ length: days }, (_, day) => (isLoud(day) ? 8 : 2)),
        n,
      );
    const worth = (second: (day: number) => boolean) => {
      const both = [loudOn((day) => day % 4 === 0), loudOn(second)];
      const { over } = openWeightedShares(
        both.map((one) => ({ weight: 1, byBrand: [one] })),
        1,
      );
      return over(0, 0, days - 1)?.worth ?? 0;
    };
    expect(worth((day) => day % 4 === 0)).toBeLessThan(0.6 * worth((day) => day % 4 === 1));
  });
});

describe('the interval of a share', () => {
  it('is that of a beta distribution, of hits that need not be whole', () => {
    // scipy 1.17.1: beta.ppf([.025, .975], share × worth + ½, (1 − share) × worth + ½).
    const of = (share: number, worth: number) => {
      const { low, high } = jeffreysInterval(share, worth);
      return [low, high].map((one) => Number(one.toFixed(6)));
    };
    expect(of(0.024, 40)).toEqual([0.002491, 0.10922]);
    expect(of(0.5, 1)).toEqual([0.025, 0.975]);
    expect(of(0.2, 7.5)).toEqual([0.034102, 0.55147]);
  });
  it('holds the share and lies within 0 and 1', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (share, worth) => {
          const { low, high } = jeffreysInterval(share, worth);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    ));
});

it('a difference of shares turns its sign with its windows, and is none where nobody spoke of the brand', () => {
  const of = (share: number, worth: number) => ({ share, worth, variance: 0.01, n: worth });
  const told = differenceOfShares(of(0.1, 80), of(0.3, 120), byChance);
  const turned = differenceOfShares(of(0.3, 120), of(0.1, 80), byChance);
  expect(told.difference).toBeCloseTo(20, 9);
  expect(turned.z).toBeCloseTo(-told.z, 9);
  expect(turned.low).toBeCloseTo(-told.high, 9);
  expect(differenceOfShares(of(0, 80), of(0, 120), byChance)).toMatchObject({ difference: 0 });
  expect(Math.abs(differenceOfShares(of(0, 80), of(0, 120), byChance).z)).toBeLessThan(0.1);
});
