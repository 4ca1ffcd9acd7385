import { type Grain, grains, type Point, type Trailing, trailing } from '#contract';
import type { Shares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { round, roundOrNull } from './round.ts';

/** A value with its interval and basis; null where there is no basis. */
export type Estimate = { value: number | null; low: number | null; high: number | null; n: number };
export type Headline = Omit<Point, 'period'>;
export type Series = Record<Grain, Point[]>;
/** The figure over the last so many days, which end with the last whole one; of 28 it is the headline. */
export type Levels = Record<Trailing, Headline>;

export const nothing: Estimate = { value: null, low: null, high: null, n: 0 };

/** Days of the headline: the last 28, as in the first verdict. */
export const headlineDays = 28;

const shown = (estimate: Estimate, coverage: number | null): Headline => ({
  value: roundOrNull(estimate.value),
  low: roundOrNull(estimate.low),
  high: roundOrNull(estimate.high),
  n: round(estimate.n),
  coverage: roundOrNull(coverage),
});

/** Levels of all windows: of each, what is made of its days. */
export const levelsOf = (of: (days: number) => Headline): Levels =>
  Object.fromEntries(trailing.map((window) => [window, of(Number(window))])) as Levels;

/**
 * Points by day, week and month, and the levels over the last days. A period in which no day was observed is a
 * gap. The unfinished day is no point; an unfinished week or month is one, with the coverage of the whole.
 *
 * @param estimate the figure over a span of days of the series, both ends included, and that span's coverage
 * @param wanted lines of other grains are left empty
 */
export function seriesOf(
  facts: Facts,
  shares: Shares,
  estimate: (from: number, to: number, coverage: number | null) => Estimate,
  wanted: readonly Grain[] = facts.headlinesOnly ? [] : grains,
): { series: Series; headline: Headline; windows: Levels } {
  const seen = new Int32Array(facts.days + 1);
  for (let day = 0; day < facts.days; day++) {
    seen[day + 1] = (seen[day] as number) + (shares.observed[day] as number);
  }
  const observed = (from: number, to: number): boolean => (seen[to + 1] as number) > (seen[from] as number);
  const { first, days } = facts;
  const series: Series = { day: [], week: [], month: [] };
  for (const grain of wanted) {
    series[grain] = facts.calendar.periods(grain, first, first + days - 1).map((period) => {
      const [from, to] = [period.from - first, period.to - first];
      const coverage = shares.over(period.begins - first, period.ends - first);
      return {
        period: period.name,
        ...shown(observed(from, to) ? estimate(from, to, coverage) : nothing, coverage),
      };
    });
  }
  const begins = shares.observed.indexOf(1);
  const windows = levelsOf((window) => {
    const coverage = shares.over(days - window, days - 1);
    const from = Math.max(0, days - window);
    // A count of a hundred days is none of a year. The headline alone is shown from the first night on, with its coverage.
    const reaches = window <= headlineDays || (begins >= 0 && begins <= days - window);
    const known = days > 0 && reaches && observed(from, days - 1);
    return shown(known ? estimate(from, days - 1, coverage) : nothing, coverage);
  });
  return { series, headline: windows[headlineDays], windows };
}
