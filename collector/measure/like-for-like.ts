import { countedByDay, type Valued } from './compare.ts';
import type { Facts } from './facts.ts';

const mostRounds = 500;
const closeEnough = 1e-9;

/** Number and sum of values of one source in one week. */
type Cell = { source: number; week: number; n: number; sum: number };

/**
 * Effects of sources in the two-way model: mean of source s in week p = source_s + week_p, least squares weighted by
 * stories, fitted by turns. Sources that share no week with the others keep an effect of their own level.
 */
export function sourceEffects(cells: readonly Cell[], sources: number, weeks: number): Float64Array {
  const bySource = new Float64Array(sources);
  const byWeek = new Float64Array(weeks);
  const refit = (
    effects: Float64Array,
    own: (cell: Cell) => number,
    other: (cell: Cell) => number,
  ): number => {
    const n = new Float64Array(effects.length);
    const rest = new Float64Array(effects.length);
    for (const cell of cells) {
      const at = own(cell);
      n[at] = (n[at] as number) + cell.n;
      rest[at] = (rest[at] as number) + cell.sum - cell.n * other(cell);
    }
    let moved = 0;
    for (let at = 0; at < effects.length; at++) {
      if (n[at] === 0) continue;
      const next = (rest[at] as number) / (n[at] as number);
      moved = Math.max(moved, Math.abs(next - (effects[at] as number)));
      effects[at] = next;
    }
    return moved;
  };
  for (let round = 0; round < mostRounds; round++) {
    refit(
      byWeek,
      (cell) => cell.week,
      (cell) => bySource[cell.source] as number,
    );
    const moved = refit(
      bySource,
      (cell) => cell.source,
      (cell) => byWeek[cell.week] as number,
    );
    if (moved < closeEnough) break;
  }
  return bySource;
}

/**
 * Sums by day in which each value is moved by what its source differs from the mean of all: the ratio as it would be
 * with the mix of sources held constant.
 */
export function heldConstant(facts: Facts, units: Valued, observed: Uint8Array): Float64Array {
  const { rows, values } = units;
  const weekOf = new Int32Array(facts.days);
  const weeks = facts.calendar.periods('week', facts.first, facts.first + facts.days - 1);
  for (const [week, { from, to }] of weeks.entries())
    weekOf.fill(week, from - facts.first, to - facts.first + 1);
  const cells = new Map<number, Cell>();
  const bySource = facts.sources.map(() => 0);
  const counts = (row: number): boolean => observed[rows.day[row] as number] === 1;
  countedByDay(units, facts.days, (row) => {
    if (!counts(row)) return false;
    const source = rows.source[row] as number;
    const week = weekOf[rows.day[row] as number] as number;
    const key = week * facts.sources.length + source;
    const cell = cells.get(key) ?? { source, week, n: 0, sum: 0 };
    cells.set(key, cell);
    cell.n++;
    cell.sum += values[row] as number;
    bySource[source] = (bySource[source] as number) + 1;
    return true;
  });
  const effects = sourceEffects([...cells.values()], facts.sources.length, weeks.length);
  const total = bySource.reduce((sum, n) => sum + n, 0);
  const mean = bySource.reduce((sum, n, s) => sum + n * (effects[s] as number), 0) / Math.max(1, total);
  const moved = values.map((value, row) => value - (effects[rows.source[row] as number] as number) + mean);
  return countedByDay({ ...units, values: moved }, facts.days, counts).sum;
}
