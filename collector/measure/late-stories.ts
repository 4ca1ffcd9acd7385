import { coverageShares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { breakdownDays, startOfLast } from './late-days.ts';
import type { Rows } from './rows.ts';

/** First mentions of the stories of the last 90 days on which the brand was listened to, in the order of time. */
export function lateStories(facts: Facts, brand: number): number[] {
  const rows = facts.rows[brand] as Rows;
  const { observed } = coverageShares(facts, speaksOf(brand), facts.joined[brand] as number);
  const found: number[] = [];
  const from = startOfLast(breakdownDays, facts);
  for (let row = rows.starts[from] ?? 0; row < (rows.starts[facts.days] ?? 0); row++)
    if (rows.previous[row] === -1 && observed[rows.day[row] as number] === 1) found.push(row);
  return found;
}

/** Indices of the themes of a row. */
export const themesOfRow = ({ themes }: Rows, row: number): number[] =>
  Array.from(themes.theme.subarray(themes.starts[row] as number, themes.starts[row + 1] as number));
