import { weekdayOf } from './calendar.ts';
import { dispersionOfCounts } from './counts.ts';
import { comparable } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { Rows } from './rows.ts';
import type { SourceFacts } from './source-facts.ts';

/** Under so many covered days a source's cells wait. */
export const fewestCoveredDays = 28;
/** Days of the base. */
const baseDays = 28;
/** Least share of the usual stories that the covered sources must hold. */
const leastHeld = 0.5;
const mostRounds = 200;
const closeEnough = 1e-10;

/** The fitted model, by day: what was carried, what a level of 1 would have brought on the same covered cells. */
export type AwarenessModel = {
  /** Sources whose cells are used. */
  sources: number[];
  seen: Float64Array;
  expected: Float64Array;
  /**
   * Stories of a usual day of the sources covered, and of those covered or planned. Over the whole week, so that
   * what a source does on Sundays makes no Sunday a gap.
   */
  held: Float64Array;
  whole: Float64Array;
  /** Days of the base, or null while there are fewer than 28. */
  base: number[] | null;
  dispersion: number;
};

type Cells = { covered: Uint8Array; counts: Float64Array; planned: readonly [number, number] | null };

function cellsOf(facts: Facts, brand: number): { sources: number[]; cells: Cells[] } {
  const rows = facts.rows[brand] as Rows;
  const joined = facts.joined[brand] as number;
  const sources: number[] = [];
  const cells: Cells[] = [];
  const place = new Map<number, Cells>();
  for (const [s, source] of facts.sources.entries()) {
    if (!comparable(source)) continue;
    const covered = source.covered.slice().fill(0, 0, Math.min(joined, facts.days));
    if (covered.reduce((sum, one) => sum + one, 0) < fewestCoveredDays) continue;
    const cell = { covered, counts: new Float64Array(facts.days), planned: source.planned };
    sources.push(s);
    cells.push(cell);
    place.set(s, cell);
  }
  for (let row = rows.starts[0] as number; row < (rows.starts[facts.days] as number); row++) {
    const cell = place.get(rows.source[row] as number);
    const day = rows.day[row] as number;
    if (cell?.covered[day] && rows.carried[row]) cell.counts[day] = (cell.counts[day] as number) + 1;
  }
  return { sources, cells };
}

/**
 * Rates of each source by weekday in log E c_s(d) = source_s + weekday_s(d) + level(week of d), fitted on covered cells
 * only by iterative proportional fitting, which gives the Poisson (and quasi-Poisson) maximum likelihood. Levels stand
 * for weeks here, since a level for each day could not be told from a weekday; an uncovered cell is missing, never 0.
 *
 * @returns seven rates a source, Monday first
 */
export function fitRates(
  cells: readonly { covered: Uint8Array; counts: Float64Array }[],
  weekOf: Int32Array,
  first: number,
): Float64Array[] {
  const days = weekOf.length;
  const weeks = days === 0 ? 0 : (weekOf[days - 1] as number) + 1;
  const weekday = Uint8Array.from(weekOf, (_, day) => weekdayOf(first + day));
  const level = new Float64Array(weeks).fill(1);
  const seenByWeek = new Float64Array(weeks);
  const rates = cells.map(() => new Float64Array(7));
  // Covered cells of a source fall into week × weekday; each of those is one day.
  const seenByWeekday = cells.map(({ covered, counts }) => {
    const seen = new Float64Array(7);
    for (let day = 0; day < days; day++) {
      if (!covered[day]) continue;
      const at = weekday[day] as number;
      seen[at] = (seen[at] as number) + (counts[day] as number);
      seenByWeek[weekOf[day] as number] =
        (seenByWeek[weekOf[day] as number] as number) + (counts[day] as number);
    }
    return seen;
  });
  for (let round = 0; round < mostRounds; round++) {
    const expected = new Float64Array(weeks);
    for (const [s, { covered }] of cells.entries()) {
      const exposure = new Float64Array(7);
      for (let day = 0; day < days; day++) {
        if (!covered[day]) continue;
        const at = weekday[day] as number;
        exposure[at] = (exposure[at] as number) + (level[weekOf[day] as number] as number);
      }
      const rate = rates[s] as Float64Array;
      for (let at = 0; at < 7; at++) {
        rate[at] =
          (exposure[at] as number) > 0 ? (seenByWeekday[s]?.[at] as number) / (exposure[at] as number) : 0;
      }
      for (let day = 0; day < days; day++) {
        if (!covered[day]) continue;
        const week = weekOf[day] as number;
        expected[week] = (expected[week] as number) + (rate[weekday[day] as number] as number);
      }
    }
    let moved = 0;
    for (let week = 0; week < weeks; week++) {
      if (!((expected[week] as number) > 0)) continue;
      const next = (seenByWeek[week] as number) / (expected[week] as number);
      moved = Math.max(moved, Math.abs(next - (level[week] as number)));
      level[week] = next;
    }
    if (moved < closeEnough) break;
  }
  return rates;
}

/** Fits the model for one brand, over the sources that may enter a comparison of brands. */
export function fitAwareness(facts: Facts, brand: number): AwarenessModel {
  const { days, first, calendar } = facts;
  const { sources, cells } = cellsOf(facts, brand);
  const weekOf = new Int32Array(days);
  for (const [week, { from, to }] of calendar.periods('week', first, first + days - 1).entries()) {
    weekOf.fill(week, from - first, to - first + 1);
  }
  const rates = fitRates(cells, weekOf, first);
  const seen = new Float64Array(days);
  const expected = new Float64Array(days);
  const held = new Float64Array(days);
  const whole = new Float64Array(days);
  for (const [s, { covered, counts, planned }] of cells.entries()) {
    const rate = rates[s] as Float64Array;
    const usual = rate.reduce((sum, one) => sum + one, 0) / 7;
    for (let day = 0; day < days; day++) {
      const due = planned !== null && day >= planned[0] && day <= planned[1];
      if (covered[day]) {
        seen[day] = (seen[day] as number) + (counts[day] as number);
        expected[day] = (expected[day] as number) + (rate[weekdayOf(first + day)] as number);
        held[day] = (held[day] as number) + usual;
      }
      if (covered[day] || due) whole[day] = (whole[day] as number) + usual;
    }
  }
  const base: number[] = [];
  for (let day = 0; day < days && base.length < baseDays; day++) {
    if (holdsEnough(held[day] as number, whole[day] as number)) base.push(day);
  }
  return {
    sources,
    seen,
    expected,
    held,
    whole,
    base: base.length === baseDays ? base : null,
    dispersion: dispersionOfCounts(seen, expected, first),
  };
}

/** A period in which the covered sources hold less than half of the usual stories is a gap. */
export const holdsEnough = (held: number, whole: number): boolean => held > 0 && held >= leastHeld * whole;

/** Sources by what they are, for those who need not the model but what it rests on. */
export const usedBy =
  (facts: Facts, model: AwarenessModel) =>
  (source: SourceFacts): boolean =>
    model.sources.some((s) => facts.sources[s] === source);
