import {
  bothWindows,
  comparedCells,
  comparedMoments,
  countedByDay,
  countedOnDays,
  standingOf,
  type Units,
} from './compare.ts';
import { dispersionOfCounts, rateRatio } from './counts.ts';
import { coverageShares, type Shares, speaksOf } from './coverage-shares.ts';
import { type Drift, driftOf } from './drift.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { openMadeOnce } from './made-once.ts';
import { dailyMoments } from './moments.ts';
import type { Rows } from './rows.ts';
import { type Scatter, scatterOfCounts } from './scatter.ts';
import type { SourceFacts } from './source-facts.ts';

/** How far counts scatter from day to day, and drift from week to week. */
type Unrest = { dispersion: number; drift: Drift; scatter: Scatter };

/** Unrest of counts by day, against what is usually brought on each. */
export const unrestOf = (counts: Float64Array, exposure: Float64Array, dispersion: number): Unrest => {
  const scatter = scatterOfCounts(counts, exposure);
  return {
    dispersion,
    scatter,
    drift: driftOf(counts.length, (from, to) => {
      const week = scatter.over(from, to);
      return week && { value: week.value, variance: dispersion * week.variance };
    }),
  };
};

const exposureOnce = openMadeOnce<Float64Array>();

/** What the sources usually bring by day, where they are covered. */
function exposureOf(facts: Facts, takes: (source: SourceFacts) => boolean, joined: number): Float64Array {
  const exposure = new Float64Array(facts.days);
  for (const [s, source] of facts.sources.entries()) {
    if (!takes(source)) continue;
    for (let day = joined; day < facts.days; day++) {
      if (source.covered[day]) exposure[day] = (exposure[day] as number) + (facts.rates[s] as number);
    }
  }
  return exposure;
}

/** Unrest of a brand's daily units on covered source-days, against what those sources usually bring. */
export function unrestOfUnits(
  facts: Facts,
  units: Units,
  takes: (source: SourceFacts) => boolean,
  joined: number,
): Unrest {
  const exposure = exposureOnce(facts, takes, joined, () => exposureOf(facts, takes, joined));
  const { rows } = units;
  const counted = countedByDay(units, facts.days, (row) => {
    const source = facts.sources[rows.source[row] as number] as SourceFacts;
    return takes(source) && source.covered[rows.day[row] as number] === 1;
  });
  return unrestOf(counted.n, exposure, dispersionOfCounts(counted.n, exposure, facts.first));
}

/** Compares two windows by the rate ratio of their counts. */
export function countComparison(
  facts: Facts,
  units: Units,
  takes: (source: SourceFacts) => boolean,
  joined: number,
  { dispersion, drift }: Pick<Unrest, 'dispersion' | 'drift'>,
): NonNullable<BrandLine['compare']> {
  return (pairing) => {
    const cells = comparedCells(facts, takes, pairing, joined);
    const earlier = comparedMoments(units, cells, 'earlier', facts.days).n;
    const later = comparedMoments(units, cells, 'later', facts.days).n;
    const n: [number, number] = [earlier, later];
    return {
      standing: standingOf(cells, n, bothWindows(units, pairing, facts.days), 0),
      ...rateRatio(earlier, later, dispersion, drift(pairing)),
      n,
    };
  };
}

/** The line of a figure that counts rows or stories: 0 on a covered day is 0. */
export function countLine(
  facts: Facts,
  brand: number,
  perStory: boolean,
  /** Of a part of the talk: which rows count, and what is known already of the sources. */
  part?: { only: Uint32Array; shares: Shares },
): BrandLine & { /** Units of observed days. */ byDay: Float64Array } {
  const rows = facts.rows[brand] as Rows;
  const joined = facts.joined[brand] as number;
  const takes = speaksOf(brand);
  const shares: Shares = part?.shares ?? coverageShares(facts, takes, joined);
  const units: Units = { rows, ...(part && { only: part.only }), perStory };
  const { n, sum, squares } = countedOnDays(units, shares.observed);
  const daily = dailyMoments(n, sum, squares);
  const unrest = unrestOfUnits(facts, units, takes, joined);
  return {
    shares,
    byDay: n,
    scatter: unrest.scatter,
    estimate(from, to) {
      const count = daily.span(from, to).n;
      return { value: count, low: null, high: null, n: count };
    },
    compare: countComparison(facts, units, takes, joined, unrest),
  };
}
