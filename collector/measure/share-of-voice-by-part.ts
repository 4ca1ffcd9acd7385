import { dividedBy, monthLimits, partLimits, partRow, ratioMonths } from './by-part.ts';
import {
  type Cells,
  comparedCells,
  countAll,
  countedByDay,
  rowsWhere,
  standingOf,
  type Units,
  visitCompared,
} from './compare.ts';
import { comparable, coverageShares, type Shares } from './coverage-shares.ts';
import { type Drift, driftOf } from './drift.ts';
import type { Facts } from './facts.ts';
import type { BrandLine, FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import {
  added,
  adjusted,
  dailyMoments,
  differenceOfMeans,
  jeffreysInterval,
  type Moments,
  widening,
  withinDay,
} from './moments.ts';
import { periodNames, periodsTold } from './part-course.ts';
import { partShares, type Told } from './part-shares.ts';
import { type Part, type PartRow, partsOf } from './parts.ts';
import type { Rows } from './rows.ts';
import { nothing } from './series.ts';
import { fewestForRatio } from './verdict.ts';

const method = 'share-of-voice-by-part@2';

/** Stories of each brand on the compared cells of a window, and the sum of squares of the panel's by day. */
function comparedStories(units: readonly Units[], cells: Cells, window: 'earlier' | 'later', days: number) {
  const byDay = new Map<number, number>();
  const counts = units.map((one) => {
    let count = 0;
    visitCompared(one, cells, window, days, (row) => {
      const day = one.rows.day[row] as number;
      byDay.set(day, (byDay.get(day) ?? 0) + 1);
      count++;
    });
    return count;
  });
  const dayNumbers = [...byDay.values()].reduce((sum, count) => sum + count * count, 0);
  return { counts, dayNumbers, n: counts.reduce((sum, count) => sum + count, 0) };
}

/** Each brand's share of the panel's stories in one part; `own` says how well the part was read. */
function shareLines(
  facts: Facts,
  by: PartRow['by'],
  units: readonly (Units & Told)[],
): { lineOf: (brand: number) => BrandLine; own: Shares } {
  // The panel is whole only since its last brand joined.
  const joined = Math.max(...facts.joined);
  const shares = coverageShares(facts, comparable, joined);
  const counts = units.map(
    (one) => countedByDay(one, facts.days, (row) => shares.observed[one.rows.day[row] as number] === 1).n,
  );
  const panel = Float64Array.from({ length: facts.days }, (_, day) =>
    counts.reduce((sum, count) => sum + (count[day] as number), 0),
  );
  const lineOf = (brand: number): BrandLine => {
    const count = counts[brand] as Float64Array;
    const daily = dailyMoments(panel, count, count);
    const correlation = withinDay([daily]);
    const drift: Drift = driftOf(facts.days, (from, to) => {
      const week = daily.span(from, to);
      if (week.n === 0) return undefined;
      const { variance, n } = adjusted(week, added.shares, correlation);
      return { value: week.sum / week.n, variance: (variance * n) / week.n };
    });
    return {
      shares,
      estimate(from, to) {
        const moments = daily.span(from, to);
        if (moments.n === 0) return nothing;
        const worth = moments.n / widening(moments, correlation);
        const { low, high } = jeffreysInterval(moments.sum / moments.n, worth);
        return { value: (100 * moments.sum) / moments.n, low: 100 * low, high: 100 * high, n: moments.n };
      },
      compare(pairing) {
        const cells = comparedCells(facts, comparable, pairing, joined);
        const [earlier, later] = [
          comparedStories(units, cells, 'earlier', facts.days),
          comparedStories(units, cells, 'later', facts.days),
        ];
        const n: [number, number] = [earlier.n, later.n];
        const first = pairing.to - pairing.days + 1;
        const all = (from: number, to: number) =>
          units.reduce((sum, one) => sum + countAll(one, from, to, facts.days), 0);
        const both: [number, number] = [
          all(first - pairing.shift, pairing.to - pairing.shift),
          all(first, pairing.to),
        ];
        const standing = standingOf(cells, n, both, fewestForRatio);
        if (standing !== 'comparable') return { standing, difference: null, low: null, high: null, z: 0, n };
        const of = ({ counts, dayNumbers, n }: typeof earlier): Moments => {
          const sum = counts[brand] as number;
          return { n, sum, squares: sum, dayNumbers };
        };
        const [before, after] = [
          adjusted(of(earlier), added.shares, correlation),
          adjusted(of(later), added.shares, correlation),
        ];
        return {
          standing,
          ...differenceOfMeans(
            (later.counts[brand] as number) / later.n - (earlier.counts[brand] as number) / earlier.n,
            after.mean - before.mean,
            drift(pairing)(before.variance + after.variance),
            100,
          ),
          n,
        };
      },
    };
  };
  return { lineOf, own: partShares(facts, by, units, comparable, joined) };
}

const keyOf = ({ by }: Part): string => JSON.stringify(by);

/** By part of any brand's talk: its stories in the sources that may enter a comparison, as units by brand. */
function unitsByPart(facts: Facts): { by: PartRow['by']; units: (Units & Told)[] }[] {
  const isComparable = Uint8Array.from(facts.sources, (source) => (comparable(source) ? 1 : 0));
  const byBrand = facts.brands.map((_, brand) => {
    const parts = partsOf(facts, brand, ['group', 'language', 'theme', 'segment']);
    return new Map(parts.map((part) => [keyOf(part), part]));
  });
  const all = new Map(byBrand.flatMap((parts) => [...parts]));
  return [...all].map(([key, { by }]) => ({
    by,
    units: facts.rows.map((rows: Rows, brand): Units & Told => {
      const part = byBrand[brand]?.get(key)?.rows ?? new Uint32Array(0);
      const only = rowsWhere(part, (row) => isComparable[rows.source[row] as number] === 1);
      return { rows, only, perStory: true };
    }),
  }));
}

export const shareOfVoiceByPart: FigureDefinition = {
  id: 'share-of-voice-by-part',
  title: 'Share of voice by part',
  question: 'Where, and on which themes, is the brand ahead of its competitors?',
  formula: `100 × stories of the brand ÷ stories of the panel in the last 90 days, within each part: ${dividedBy.replace(/ site .*?\),/, '')}. A story counts once a brand, by its first mention; sources bound to one brand stay out. Interval: Jeffreys’, as for share of voice, over as many stories as those of the same days are worth. Parts with fewer than 5 stories of the panel are left out. ${ratioMonths}`,
  limits: `${partLimits} Within a part sources are not weighted by group, so that the parts do not add up to share of voice. Empty with a single brand. Stories about two brands count for both. ${monthLimits}`,
  unit: '%',
  basis: 'stories of the panel',
  proxy: false,
  method,
  measure(facts) {
    const parts = facts.brands.length < 2 || facts.days === 0 ? [] : unitsByPart(facts);
    const lines = parts.map(({ by, units }) => ({ by, ...shareLines(facts, by, units) }));
    const periods = periodsTold(facts);
    return {
      kind: 'breakdown',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [
          id,
          {
            rows: lines.flatMap(({ by, lineOf, own }) =>
              partRow(facts, by, lineOf(brand), { shares: own, periods, fewest: fewestForRatio }),
            ),
          },
        ]),
      ),
      period: lastDays(breakdownDays, facts),
      periods: periodNames(periods),
    };
  },
};
