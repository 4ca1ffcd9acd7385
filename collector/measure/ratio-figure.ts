import { mixBreaks } from './breaks.ts';
import {
  bothWindows,
  comparedCells,
  comparedMoments,
  countedOnDays,
  standingOf,
  type Valued,
} from './compare.ts';
import { coverageShares, type Shares } from './coverage-shares.ts';
import { driftOf } from './drift.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { heldConstant } from './like-for-like.ts';
import {
  type Added,
  adjusted,
  dailyMoments,
  differenceOfMeans,
  type Interval,
  intervalOfMean,
  type Moments,
  withinDay,
} from './moments.ts';
import type { Rows } from './rows.ts';
import { scatterOfMeans } from './scatter.ts';
import { nothing } from './series.ts';
import type { SourceFacts } from './source-facts.ts';
import { fewestForRatio } from './verdict.ts';

/** A figure that is a mean of values: tone, opinions, stars. */
export type RatioKind = {
  /** Value by row, NaN outside of the basis. */
  values(rows: Rows): Float64Array;
  /** The rows that are in its basis at all, ascending; any where left out. */
  only?: Uint32Array;
  perStory: boolean;
  added: Added;
  /** How the interval of a mean is found; from what is added where left out. */
  interval?: (moments: Moments, correlation: number) => Interval;
  /** Least and greatest mean there can be. */
  ends: readonly [number, number];
  /** Factor from the mean to the unit of the figure: 100 for nets. */
  scale: number;
};

/** The line of a ratio: null where nothing is in its basis. */
export function ratioLine(
  facts: Facts,
  brand: number,
  kind: RatioKind,
  takes: (source: SourceFacts) => boolean,
  /** What is known already of the sources; a part of a brand's talk is never held constant, its sources being what it is of. */
  part?: { shares: Shares },
): BrandLine {
  const rows = facts.rows[brand] as Rows;
  const joined = facts.joined[brand] as number;
  const shares = part?.shares ?? coverageShares(facts, takes, joined);
  const units: Valued = {
    rows,
    values: kind.values(rows),
    ...(kind.only && { only: kind.only }),
    perStory: kind.perStory,
  };
  const { n, sum, squares } = countedOnDays(units, shares.observed);
  const daily = dailyMoments(n, sum, squares);
  const correlation = withinDay([daily]);
  const constant =
    part === undefined && mixBreaks(facts).length > 0
      ? dailyMoments(n, heldConstant(facts, units, shares.observed), squares)
      : undefined;
  const level = constant ?? daily;
  const drift = driftOf(facts.days, (from, to) => {
    const week = daily.span(from, to);
    if (week.n === 0) return undefined;
    const { variance, n: withAdded } = adjusted(week, kind.added, correlation);
    return { value: level.span(from, to).sum / week.n, variance: (variance * withAdded) / week.n };
  });
  return {
    shares,
    moments: { daily, correlation },
    scatter: scatterOfMeans(daily, kind.added, kind.scale, level),
    ...(constant && {
      likeForLike(from, to) {
        const { n, sum } = constant.span(from, to);
        if (n === 0) return nothing;
        // What the fit of the sources adds to the error is not known, so that this line carries no interval.
        const mean = Math.min(kind.ends[1], Math.max(kind.ends[0], sum / n));
        return { value: kind.scale * mean, low: null, high: null, n };
      },
    }),
    estimate(from, to) {
      const moments = daily.span(from, to);
      if (moments.n === 0) return nothing;
      const { low, high } =
        kind.interval?.(moments, correlation) ?? intervalOfMean(moments, kind.added, correlation, kind.ends);
      return {
        value: (kind.scale * moments.sum) / moments.n,
        low: kind.scale * low,
        high: kind.scale * high,
        n: moments.n,
      };
    },
    compare(pairing) {
      const cells = comparedCells(facts, takes, pairing, joined);
      const earlier = comparedMoments(units, cells, 'earlier', facts.days);
      const later = comparedMoments(units, cells, 'later', facts.days);
      const basis: [number, number] = [earlier.n, later.n];
      const standing = standingOf(cells, basis, bothWindows(units, pairing, facts.days), fewestForRatio);
      if (standing !== 'comparable')
        return { standing, difference: null, low: null, high: null, z: 0, n: basis };
      const before = adjusted(earlier, kind.added, correlation);
      const after = adjusted(later, kind.added, correlation);
      return {
        standing,
        ...differenceOfMeans(
          later.sum / later.n - earlier.sum / earlier.n,
          after.mean - before.mean,
          drift(pairing)(after.variance + before.variance),
          kind.scale,
        ),
        sampling: {
          by: kind.scale * (after.mean - before.mean),
          earlier: kind.scale ** 2 * adjusted(earlier, kind.added, 0).variance,
          later: kind.scale ** 2 * adjusted(later, kind.added, 0).variance,
        },
        n: basis,
      };
    },
  };
}
