import type { BreakdownFigure } from '#contract';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { breakdownDays, startOfLast } from './late-days.ts';
import { added } from './moments.ts';
import { ratioLine } from './ratio-figure.ts';
import { round, roundOrNull } from './round.ts';
import { toneToward } from './theme-tone.ts';
import { fewestForRatio, verdictBeside } from './verdict.ts';

const window = '90';

type Row = BreakdownFigure['brands'][string]['rows'][number];

/** The net tone toward some themes together, by stories; as a row over the last 90 days, with how it changed. */
export function themeLine(
  facts: Facts,
  brand: number,
  taken: Uint8Array,
  by: Row['by'],
): { line: BrandLine; row: Row } {
  const { values, only } = toneToward(facts, brand, taken);
  const line = ratioLine(
    facts,
    brand,
    { values: () => values, only, perStory: true, added: added.nets, ends: [-1, 1], scale: 100 },
    speaksOf(brand),
  );
  const to = facts.days - 1;
  const found = facts.days > 0 ? line.estimate(startOfLast(breakdownDays, facts), to, null) : null;
  // A handful of stories has a number, but no tone to speak of.
  const enough = (found?.n ?? 0) >= fewestForRatio;
  const change = verdictBeside(facts, line.compare, window);
  const row = {
    by,
    value: roundOrNull(enough ? (found?.value ?? null) : null),
    low: roundOrNull(enough ? (found?.low ?? null) : null),
    high: roundOrNull(enough ? (found?.high ?? null) : null),
    n: round(found?.n ?? 0),
    coverage: roundOrNull(line.shares.over(facts.days - breakdownDays, to)),
    ...(change && { change }),
  };
  return { line, row };
}

/** The row alone. */
export const themeRow = (facts: Facts, brand: number, taken: Uint8Array, by: Row['by']): Row =>
  themeLine(facts, brand, taken, by).row;
