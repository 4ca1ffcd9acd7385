import { weekdayOf } from './calendar.ts';
import { visitUnits } from './compare.ts';
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
  /** Days of the base: the first 28 covered ones, or where nothing was said on them the 28 after the first story; null while there are fewer. */
  base: number[] | null;
  dispersion: number;
};

type Cells = { covered: Uint8Array; counts: Float64Array; planned: readonly [number, number] | null };

const coveredDays = new WeakMap<Facts, Map<number, (Uint8Array | null)[]>>();

/** By source: the days since the brand joined on which it was covered; null where it may not be used. Each part of a brand's talk asks for them. */
function coveredOf(facts: Facts, brand: number): (Uint8Array | null)[] {
  const known = coveredDays.get(facts) ?? new Map<number, (Uint8Array | null)[]>();
  coveredDays.set(facts, known);
  const joined = Math.min(facts.joined[brand] as number, facts.days);
  const found =
    known.get(brand) ??
    facts.sources.map((source) => {
      if (!comparable(source)) return null;
      const covered = source.covered.slice().fill(0, 0, joined);
      let days = 0;
      for (const one of covered) days += one;
      return days < fewestCoveredDays ? null : covered;
    });
  known.set(brand, found);
  return found;
}

/** Cells of the sources that may be used; with `only`, of those that carry any of these rows, and these alone are counted. */
function cellsOf(facts: Facts, brand: number, only?: Uint32Array): { sources: number[]; cells: Cells[] } {
  const rows = facts.rows[brand] as Rows;
  const carries = new Uint8Array(facts.sources.length);
  const place = coveredOf(facts, brand).map((covered, s): Cells | null => {
    const planned = facts.sources[s]?.planned ?? null;
    return covered && { covered, counts: new Float64Array(facts.days), planned };
  });
  visitUnits({ rows, ...(only && { only }), perStory: false }, 0, facts.days, (row) => {
    const source = rows.source[row] as number;
    carries[source] = 1;
    const cell = place[source];
    const day = rows.day[row] as number;
    if (cell?.covered[day] && rows.carried[row]) cell.counts[day] = (cell.counts[day] as number) + 1;
  });
  const used = [...place.entries()].flatMap(([source, cell]) =>
    cell && (only === undefined || carries[source] === 1) ? [{ source, cell }] : [],
  );
  return { sources: used.map(({ source }) => source), cells: used.map(({ cell }) => cell) };
}

/** Covered cells of a source: the weeks that are covered whole, the days of the others, and its stories by weekday. */
function gridOf(
  { covered, counts }: { covered: Uint8Array; counts: Float64Array },
  weekOf: Int32Array,
  first: number,
  /** What it carried is added here. */
  seenByWeek: Float64Array,
) {
  const seen = new Float64Array(7);
  const [whole, odd, weekdays]: [number[], number[], number[]] = [[], [], []];
  for (let from = 0, to = 0; from < weekOf.length; from = to) {
    const week = weekOf[from] as number;
    let held = 0;
    for (to = from; weekOf[to] === week; to++) {
      if (!covered[to]) continue;
      held++;
      const at = weekdayOf(first + to);
      seen[at] = (seen[at] as number) + (counts[to] as number);
      seenByWeek[week] = (seenByWeek[week] as number) + (counts[to] as number);
    }
    if (held === 7) whole.push(week);
    else
      for (let day = from; day < to; day++)
        if (covered[day]) {
          odd.push(week);
          weekdays.push(weekdayOf(first + day));
        }
  }
  return {
    whole: Int32Array.from(whole),
    odd: Int32Array.from(odd),
    weekdays: Uint8Array.from(weekdays),
    seen,
  };
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
  const weeks = weekOf.length === 0 ? 0 : (weekOf.at(-1) as number) + 1;
  const level = new Float64Array(weeks).fill(1);
  const seenByWeek = new Float64Array(weeks);
  const rates = cells.map(() => new Float64Array(7));
  const grids = cells.map((cell) => gridOf(cell, weekOf, first, seenByWeek));
  for (let round = 0; round < mostRounds; round++) {
    const expected = new Float64Array(weeks);
    for (const [s, { whole, odd, weekdays, seen }] of grids.entries()) {
      // On a week that is covered whole every weekday met its level: their sum serves all seven.
      let ofWhole = 0;
      for (const week of whole) ofWhole += level[week] as number;
      const exposure = new Float64Array(7).fill(ofWhole);
      for (let at = 0; at < odd.length; at++) {
        const weekday = weekdays[at] as number;
        exposure[weekday] = (exposure[weekday] as number) + (level[odd[at] as number] as number);
      }
      const rate = rates[s] as Float64Array;
      let ofWeek = 0;
      for (let at = 0; at < 7; at++) {
        rate[at] = (exposure[at] as number) > 0 ? (seen[at] as number) / (exposure[at] as number) : 0;
        ofWeek += rate[at] as number;
      }
      for (const week of whole) expected[week] = (expected[week] as number) + ofWeek;
      for (let at = 0; at < odd.length; at++) {
        const week = odd[at] as number;
        expected[week] = (expected[week] as number) + (rate[weekdays[at] as number] as number);
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

/**
 * Fits the model for one brand, over the sources that may enter a comparison of brands.
 *
 * @param only rows of a part of its talk, ascending: the model is then that of the part, over the sources which carry it
 */
export function fitAwareness(facts: Facts, brand: number, only?: Uint32Array): AwarenessModel {
  const { days, first, calendar } = facts;
  const { sources, cells } = cellsOf(facts, brand, only);
  const weekOf = new Int32Array(days);
  for (const [week, { from, to }] of calendar.periods('week', first, first + days - 1).entries()) {
    weekOf.fill(week, from - first, to - first + 1);
  }
  const rates = fitRates(cells, weekOf, first);
  const seen = new Float64Array(days);
  const expected = new Float64Array(days);
  const held = new Float64Array(days);
  const whole = new Float64Array(days);
  const weekday = Uint8Array.from(weekOf, (_, day) => weekdayOf(first + day));
  for (const [s, { covered, counts, planned }] of cells.entries()) {
    const rate = rates[s] as Float64Array;
    const usual = rate.reduce((sum, one) => sum + one, 0) / 7;
    for (let day = 0; day < days; day++) {
      const due = planned !== null && day >= planned[0] && day <= planned[1];
      if (covered[day]) {
        seen[day] = (seen[day] as number) + (counts[day] as number);
        expected[day] = (expected[day] as number) + (rate[weekday[day] as number] as number);
        held[day] = (held[day] as number) + usual;
      }
      if (covered[day] || due) whole[day] = (whole[day] as number) + usual;
    }
  }
  const baseFrom = (from: number): number[] => {
    const found: number[] = [];
    for (let day = from; day < days && found.length < baseDays; day++) {
      if (holdsEnough(held[day] as number, whole[day] as number)) found.push(day);
    }
    return found;
  };
  const fromStart = baseFrom(0);
  const isSilent = fromStart.every((day) => seen[day] === 0);
  // Nothing can be held against silence. The day of the first story is left out: it was chosen for having one, and
  // the index of a rare brand would start too high. A part of the talk that was silent then has no index.
  const firstStory = seen.findIndex((count) => count > 0);
  const base =
    only === undefined && isSilent && fromStart.length === baseDays && firstStory >= 0
      ? baseFrom(firstStory + 1)
      : fromStart;
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

const tests = new WeakMap<Facts, Map<string, (source: SourceFacts) => boolean>>();

/** Sources by what they are, for those who need not the model but what it rests on; the same test for the same sources, so that what follows from it is found again. */
export function usedBy(facts: Facts, { sources }: AwarenessModel): (source: SourceFacts) => boolean {
  const known = tests.get(facts) ?? new Map<string, (source: SourceFacts) => boolean>();
  tests.set(facts, known);
  const used = new Set(sources.map((at) => facts.sources[at]));
  const test = known.get(sources.join()) ?? ((source: SourceFacts) => used.has(source));
  known.set(sources.join(), test);
  return test;
}
