import type { Facts } from './facts.ts';
import { openMadeOnce } from './made-once.ts';
import type { SourceFacts } from './source-facts.ts';

/** How well a set of sources was covered, day by day and over spans of days within the series. */
export type Shares = {
  /** 1 on days that speak: at least one planned source was covered, or none was planned and another was covered. */
  observed: Uint8Array;
  /**
   * Covered share of the planned source-days of a calendar span, each source weighted by its usual share of the
   * stories. Days of the span before the series began or still to come count as planned and not covered, so that
   * an unfinished month is not taken for a whole one. Null where nothing was planned.
   */
  over(begins: number, ends: number): number | null;
  /** Covered and planned source-days of a span, unweighted. */
  sourceDays(from: number, to: number): { covered: number; planned: number };
};

/** Whether a source was to be read on a day; one that was covered before its first attempt was, by what it still held. */
export const isPlanned = (source: SourceFacts, day: number): boolean =>
  source.planned !== null &&
  ((day >= source.planned[0] && day <= source.planned[1]) || source.covered[day] === 1);

type Takes = (source: SourceFacts) => boolean;

const sharesOnce = openMadeOnce<Shares>();

/** Shares of the sources that `takes` accepts; days before `from` are not observed. */
export const coverageShares = (facts: Facts, takes: Takes, from = 0): Shares =>
  sharesOnce(facts, takes, from, () => weightedShares(facts, takes, from, facts.rates));

/** The same with other weights: the usual stories of each source a day. */
export function weightedShares(
  facts: Pick<Facts, 'days' | 'sources'>,
  takes: Takes,
  from: number,
  rates: Float64Array,
): Shares {
  const { days } = facts;
  const observed = new Uint8Array(days);
  // Running sums: entry d holds the days before d.
  const sums = { covered: [0], planned: [0], coveredDays: [0], plannedDays: [0] };
  const taken = [...facts.sources.entries()].filter(([, source]) => takes(source));
  for (let day = 0; day < days; day++) {
    let covered = 0;
    let planned = 0;
    let coveredDays = 0;
    let plannedDays = 0;
    let others = false;
    for (const [s, source] of taken) {
      if (!isPlanned(source, day)) {
        if (source.covered[day]) others = true;
        continue;
      }
      planned += rates[s] as number;
      plannedDays++;
      if (!source.covered[day] || day < from) continue;
      covered += rates[s] as number;
      coveredDays++;
    }
    observed[day] = day >= from && (coveredDays > 0 || (plannedDays === 0 && others)) ? 1 : 0;
    sums.covered.push((sums.covered[day] as number) + covered);
    sums.planned.push((sums.planned[day] as number) + planned);
    sums.coveredDays.push((sums.coveredDays[day] as number) + coveredDays);
    sums.plannedDays.push((sums.plannedDays[day] as number) + plannedDays);
  }
  const within = (sum: number[], first: number, last: number): number =>
    (sum[Math.min(days, last + 1)] as number) - (sum[Math.max(0, first)] as number);
  return {
    observed,
    over(begins, ends) {
      if (days === 0) return null;
      const covered = within(sums.covered, begins, ends);
      const planned =
        within(sums.planned, begins, ends) +
        Math.max(0, -begins) * within(sums.planned, 0, 0) +
        Math.max(0, ends - (days - 1)) * within(sums.planned, days - 1, days - 1);
      return planned > 0 ? Math.min(1, Math.max(0, covered / planned)) : null;
    },
    sourceDays: (first, last) => ({
      covered: within(sums.coveredDays, first, last),
      planned: within(sums.plannedDays, first, last),
    }),
  };
}

const speaking: Takes[] = [];
/** Sources that speak of a brand: all but those bound to another one. The same test each time, so that what follows from it is found again. */
export function speaksOf(brand: number): Takes {
  speaking[brand] ??= (source) => source.boundTo === null || source.boundTo === brand;
  return speaking[brand];
}

/** Sources that may enter a comparison of brands: those bound to one never do. */
export const comparable = (source: SourceFacts): boolean => source.boundTo === null;
