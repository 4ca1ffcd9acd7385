import type { VerdictWindow } from '#contract';
import type { Facts } from './facts.ts';
import { openMadeOnce } from './made-once.ts';
import type { Moments } from './moments.ts';
import type { Rows } from './rows.ts';
import type { SourceFacts } from './source-facts.ts';

/** Two windows of as many days; day k of the later is compared with day k of the earlier, `shift` days before. */
export type Pairing = { to: number; days: number; shift: number };

/** A year is 52 weeks here, so that weekdays meet their like. */
export const pairings: Record<VerdictWindow, Omit<Pairing, 'to'>> = {
  7: { days: 7, shift: 7 },
  28: { days: 28, shift: 28 },
  90: { days: 90, shift: 90 },
  365: { days: 365, shift: 365 },
  year: { days: 28, shift: 364 },
};

/** The source-days covered in both windows. */
export type Cells = {
  pairing: Pairing;
  /** Sources that have any. */
  sources: Uint8Array;
  any: boolean;
  /** Whether the earlier window was observed at all, and the brand looked for since its first day. */
  past: boolean;
  /** Whether a day of one of the windows is compared for the source; `other` is the day in the other window. */
  holds(source: number, day: number, other: number): boolean;
  /** What was found of the rows of a brand in a window: many figures and parts ask for the same. */
  standings: Map<Rows, Partial<Record<Window, Standings>>>;
};

type Window = 'earlier' | 'later';
/** How a row of a window stands: looked at only when it is asked for, since a part asks for few of them. */
type Standings = (row: number) => number;
/** Not looked at yet; not on a compared cell; there, but carried before; the first there of its story. */
const [unknown, notCompared, carriedBefore, firstThere] = [0, 1, 2, 3];

const cellsOnce = openMadeOnce<Cells>();

/** The cells of a pairing. Those that end with the last day, which every figure and part compares, are found once. */
export function comparedCells(
  facts: Facts,
  takes: (source: SourceFacts) => boolean,
  pairing: Pairing,
  from: number,
): Cells {
  const find = () => findCells(facts, takes, pairing, from);
  if (pairing.to !== facts.days - 1) return find();
  return cellsOnce(facts, takes, `${pairing.days} ${pairing.shift} ${from}`, find);
}

function findCells(
  facts: Facts,
  takes: (source: SourceFacts) => boolean,
  pairing: Pairing,
  from: number,
): Cells {
  const sources = new Uint8Array(facts.sources.length);
  const start = pairing.to - pairing.days + 1;
  let any = false;
  let past = false;
  for (let s = 0; s < facts.sources.length; s++) {
    const source = facts.sources[s] as SourceFacts;
    if (!takes(source)) continue;
    for (let day = Math.max(start, from + pairing.shift); day <= pairing.to; day++) {
      if (!source.covered[day - pairing.shift]) continue;
      past = true;
      if (!source.covered[day]) continue;
      sources[s] = 1;
      any = true;
      break;
    }
  }
  // A brand that was first looked for within the window, or a history that begins there, is no past to compare with.
  const whole = start - pairing.shift >= from;
  return {
    pairing,
    sources,
    any,
    past: past && whole,
    holds: (source, day, other) =>
      sources[source] === 1 &&
      Math.min(day, other) >= from &&
      facts.sources[source]?.covered[day] === 1 &&
      facts.sources[source]?.covered[other] === 1,
    standings: new Map(),
  };
}

/** What a figure counts: a value by row, NaN where the row is outside of its basis. */
export type Units = {
  rows: Rows;
  /** 1 for each row where left out. */
  values?: Float64Array;
  /** Ascending: the rows that are looked at, so that a part costs as much as it holds; all where left out. */
  only?: Uint32Array;
  /** True where only the first mention of a story counts, false where each row does. */
  perStory: boolean;
};

/** Units that do not all count the same. */
export type Valued = Units & { values: Float64Array };

/** The place in `only` of the first row that is not before this one, from some place on. */
function placeOf(only: Uint32Array, row: number, from = 0): number {
  let [low, high] = [from, only.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((only[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Visits the rows of units from one day to another (not included) that have a value, with it, in their order. */
export function visitUnits(
  { rows, values, only }: Units,
  from: number,
  to: number,
  visit: (row: number, value: number) => void,
): void {
  const [first, end] = [rows.starts[from] ?? rows.length, rows.starts[to] ?? rows.length];
  if (only === undefined) {
    for (let row = first; row < end; row++) {
      const value = values === undefined ? 1 : (values[row] as number);
      if (!Number.isNaN(value)) visit(row, value);
    }
    return;
  }
  for (let at = placeOf(only, first); at < only.length; at++) {
    const row = only[at] as number;
    if (row >= end) return;
    const value = values === undefined ? 1 : (values[row] as number);
    if (!Number.isNaN(value)) visit(row, value);
  }
}

/** A value for each row; typed arrays' own `from` and `map` take three times as long. */
export function valuesOf(length: number, valueAt: (row: number) => number): Float64Array {
  const values = new Float64Array(length);
  for (let row = 0; row < length; row++) values[row] = valueAt(row);
  return values;
}

/** Those of some rows that are taken; an array's own `filter` takes three times as long. */
export function rowsWhere(all: Uint32Array, takes: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(all.length);
  let count = 0;
  for (let at = 0; at < all.length; at++) {
    const row = all[at] as number;
    if (takes(row)) found[count++] = row;
  }
  return found.slice(0, count);
}

/** Units by day over all rows that count: the first mention of each story, or each row. */
export function countedByDay(units: Units, days: number, takes: (row: number) => boolean) {
  const n = new Float64Array(days);
  const sum = new Float64Array(days);
  const squares = new Float64Array(days);
  const { rows, perStory } = units;
  visitUnits(units, 0, days, (row, value) => {
    if ((perStory && rows.previous[row] !== -1) || !takes(row)) return;
    const day = rows.day[row] as number;
    n[day] = (n[day] as number) + 1;
    sum[day] = (sum[day] as number) + value;
    squares[day] = (squares[day] as number) + value * value;
  });
  return { n, sum, squares };
}

/**
 * The same on days that are observed. Every figure and part goes through the whole of its rows here, so that this asks day by
 * day, and calls nothing for a row.
 *
 * @param observed 1 on days that count, for each day of the series
 */
export function countedOnDays({ rows, values, only, perStory }: Units, observed: Uint8Array) {
  const [n, sum, squares] = [0, 0, 0].map(() => new Float64Array(observed.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const { starts, previous } = rows;
  // A place in `only`, or where all rows are looked at, a row.
  let at = only === undefined ? (starts[0] ?? 0) : placeOf(only, starts[0] ?? 0);
  for (let day = 0; day < observed.length; day++) {
    const to =
      only === undefined ? (starts[day + 1] as number) : placeOf(only, starts[day + 1] as number, at);
    let [count, total, square] = [0, 0, 0];
    for (; at < to; at++) {
      const row = only === undefined ? at : (only[at] as number);
      const value = values === undefined ? 1 : (values[row] as number);
      if (Number.isNaN(value) || (perStory && previous[row] !== -1)) continue;
      count++;
      total += value;
      square += value * value;
    }
    if (observed[day] !== 1) continue;
    n[day] = count;
    sum[day] = total;
    squares[day] = square;
  }
  return { n, sum, squares };
}

/** How the rows of a window stand that begins with the day `first`, which may lie before the series. */
function standingsIn(
  rows: Rows,
  { pairing, holds, sources }: Cells,
  window: Window,
  first: number,
  [begin, end]: readonly [number, number],
): Standings {
  const toOther = window === 'earlier' ? pairing.shift : -pairing.shift;
  const isFirst = (row: number): boolean => {
    for (let j = rows.previous[row] as number; j >= 0; j = rows.previous[j] as number) {
      const day = rows.day[j] as number;
      const source = rows.source[j] as number;
      if (day >= first ? holds(source, day, day + toOther) : sources[source] === 1) return false;
    }
    return true;
  };
  const lookAt = (row: number): number => {
    const day = rows.day[row] as number;
    if (!holds(rows.source[row] as number, day, day + toOther)) return notCompared;
    return isFirst(row) ? firstThere : carriedBefore;
  };
  const standings = new Uint8Array(Math.max(0, end - begin));
  return (row) => {
    const at = row - begin;
    if (standings[at] === unknown) standings[at] = lookAt(row);
    return standings[at] as number;
  };
}

/**
 * Visits what counts in one window on the compared cells. A story counts once, by its first mention there, and not
 * at all if a compared source carried it before the window: so a source that joins takes no story from another.
 */
export function visitCompared(
  units: Units,
  cells: Cells,
  window: Window,
  days: number,
  visit: (row: number, value: number) => void,
): void {
  const { rows, perStory } = units;
  const { pairing, standings } = cells;
  const last = pairing.to - (window === 'earlier' ? pairing.shift : 0);
  if (last < 0) return;
  const first = last - pairing.days + 1;
  const [from, to] = [Math.max(0, first), Math.min(days, last + 1)];
  const ofRows = standings.get(rows) ?? {};
  standings.set(rows, ofRows);
  const span = [rows.starts[from] ?? rows.length, rows.starts[to] ?? rows.length] as const;
  ofRows[window] ??= standingsIn(rows, cells, window, first, span);
  const standing = ofRows[window];
  const least = perStory ? firstThere : carriedBefore;
  visitUnits(units, from, to, (row, value) => {
    if (standing(row) >= least) visit(row, value);
  });
}

/** Units of a window on any source, covered or not: what the compared ones are a share of. */
export function countAll(units: Units, first: number, last: number, days: number): number {
  const { rows, perStory } = units;
  if (last < 0) return 0;
  let count = 0;
  visitUnits(units, Math.max(0, first), Math.min(days, last + 1), (row) => {
    if (!perStory || rows.previous[row] === -1) count++;
  });
  return count;
}

/** Least share of either window's stories that the compared sources must hold. */
const fewestHeld = 0.6;

export type Standing = 'comparable' | 'too little data' | 'coverage changed';

/** Whether what is compared is enough of what was said; where nothing came before, there is nothing to compare yet. */
export function standingOf(
  cells: Cells,
  compared: readonly [number, number],
  all: readonly [number, number],
  fewest: number,
): Standing {
  if (!cells.past || Math.min(...compared) < fewest) return 'too little data';
  if (!cells.any) return 'coverage changed';
  const held = (window: 0 | 1): boolean => compared[window] >= fewestHeld * all[window];
  return held(0) && held(1) ? 'comparable' : 'coverage changed';
}

/** Moments of one window on the compared cells. */
export function comparedMoments(
  units: Units,
  cells: Cells,
  window: 'earlier' | 'later',
  days: number,
): Moments {
  const moments = { n: 0, sum: 0, squares: 0, dayNumbers: 0 };
  // Rows come by time: a day's number is complete when the next day begins.
  let day = -1;
  let today = 0;
  visitCompared(units, cells, window, days, (row, value) => {
    if (units.rows.day[row] !== day) {
      moments.dayNumbers += today * today;
      today = 0;
      day = units.rows.day[row] as number;
    }
    today++;
    moments.n++;
    moments.sum += value;
    moments.squares += value * value;
  });
  moments.dayNumbers += today * today;
  return moments;
}

/** How many units all sources hold in the two windows. */
export const bothWindows = (units: Units, pairing: Pairing, days: number): [number, number] => {
  const first = pairing.to - pairing.days + 1;
  return [
    countAll(units, first - pairing.shift, pairing.to - pairing.shift, days),
    countAll(units, first, pairing.to, days),
  ];
};
