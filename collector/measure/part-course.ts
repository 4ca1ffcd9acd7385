import type { BreakdownFigure, Course } from '#contract';
import type { Period } from './calendar.ts';
import type { Shares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type Estimate, nothing } from './series.ts';
import { fewestForRatio } from './verdict.ts';

/** A year and the month a year before the last; half a year of weeks, which are told of few parts, for their size. */
const [mostMonths, mostWeeks] = [13, 26];

/** The months and weeks over which parts are told. */
export type Periods = { month: Period[]; week: Period[] };

/** What a part's course is made of: its estimate over days of the series, and how well its sources were read. */
export type OfCourse = {
  estimate(from: number, to: number, coverage: number | null): Estimate;
  shares: Shares;
  /** Basis below which a period has no value; 0 where a count of none is one. */
  fewest: number;
};

export function periodsTold({ calendar, first, days }: Pick<Facts, 'calendar' | 'first' | 'days'>): Periods {
  const last = (grain: 'month' | 'week', most: number): Period[] =>
    days === 0 ? [] : calendar.periods(grain, first, first + days - 1).slice(-most);
  return { month: last('month', mostMonths), week: last('week', mostWeeks) };
}

/** Their names, as the figure states them. */
export const periodNames = ({ month, week }: Periods): NonNullable<BreakdownFigure['periods']> => ({
  month: month.map(({ name }) => name),
  week: week.map(({ name }) => name),
});

/** Four digits: of a month of a part no more can be told, and there are thousands of them. */
const short = (value: number | null): number | null =>
  value === null || Number.isInteger(value) ? value : Number(value.toPrecision(4)) + 0;
const thousandths = (share: number | null): number | null =>
  share === null ? null : Math.round(1000 * share) / 1000;

/** An entry for each period: a gap where no source of the part was read on any day of it. */
function courseOf(first: number, periods: readonly Period[], { estimate, shares, fewest }: OfCourse): Course {
  const points = periods.map(({ from, to, begins, ends }) => {
    const coverage = shares.over(begins - first, ends - first);
    const read = shares.observed.indexOf(1, from - first);
    const isRead = read >= 0 && read <= to - first;
    const found = isRead ? estimate(from - first, to - first, coverage) : nothing;
    return {
      ...(found.n < fewest ? { ...nothing, n: found.n } : found),
      coverage: thousandths(coverage),
    };
  });
  const bounded = points.some(({ low, high }) => low !== null || high !== null);
  return {
    value: points.map(({ value }) => short(value)),
    ...(bounded && {
      low: points.map(({ low }) => short(low)),
      high: points.map(({ high }) => short(high)),
    }),
    n: points.map(({ n }) => n),
    coverage: points.map(({ coverage }) => coverage),
  };
}

/** A part's months, and its weeks where asked for; nothing where no month has enough to speak of. */
export function courses(
  { first }: Pick<Facts, 'first'>,
  periods: Periods,
  part: OfCourse,
  withWeeks: boolean,
): { months?: Course; weeks?: Course } {
  const months = courseOf(first, periods.month, part);
  if (!months.n.some((n) => n >= fewestForRatio)) return {};
  return { months, ...(withWeeks && { weeks: courseOf(first, periods.week, part) }) };
}
