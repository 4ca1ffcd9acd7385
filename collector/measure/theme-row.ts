import type { BreakdownFigure, Point } from '#contract';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { breakdownDays, startOfLast } from './late-days.ts';
import { added } from './moments.ts';
import { ratioLine } from './ratio-figure.ts';
import { round, roundOrNull } from './round.ts';
import type { Rows } from './rows.ts';
import { toneToward } from './theme-tone.ts';
import { fewestForRatio, verdictsOf } from './verdict.ts';

const window = '90';

type Row = BreakdownFigure['brands'][string]['rows'][number];

/** Months that are told apart, the unfinished one included. */
const mostMonths = 12;

/**
 * One row: the net tone toward some themes together over the last 90 days, by stories, and how it changed; with `months`
 * also over each of the last twelve.
 */
export function themeRow(
  facts: Facts,
  brand: number,
  taken: Uint8Array,
  by: Row['by'],
  { months = false } = {},
): Row {
  const values = toneToward(facts.rows[brand] as Rows, taken);
  const line = ratioLine(
    facts,
    brand,
    { values: () => values, perStory: true, added: added.nets, ends: [-1, 1], scale: 100 },
    speaksOf(brand),
  );
  const to = facts.days - 1;
  const level = (first: number, last: number, [begins, ends] = [first, last]): Omit<Point, 'period'> => {
    const found = facts.days > 0 ? line.estimate(first, last, null) : null;
    // A handful of stories has a number, but no tone to speak of.
    const enough = (found?.n ?? 0) >= fewestForRatio;
    return {
      value: roundOrNull(enough ? (found?.value ?? null) : null),
      low: roundOrNull(enough ? (found?.low ?? null) : null),
      high: roundOrNull(enough ? (found?.high ?? null) : null),
      n: round(found?.n ?? 0),
      coverage: roundOrNull(line.shares.over(begins, ends)),
    };
  };
  const change = line.compare && verdictsOf(facts, line.compare)[window];
  const { first, days, calendar, headlinesOnly } = facts;
  const periods = months && !headlinesOnly ? calendar.periods('month', first, first + days - 1) : [];
  return {
    by,
    ...level(startOfLast(breakdownDays, facts), to, [days - breakdownDays, to]),
    ...(change && { change }),
    ...(periods.length > 0 && {
      months: periods.slice(-mostMonths).map(({ name, from, to: until, begins, ends }) => ({
        period: name,
        ...level(from - first, until - first, [begins - first, ends - first]),
      })),
    }),
  };
}
