import { dayMs, dayToMs, msToDay } from './calendar.ts';
import { type FacetKey, facetKeys } from './facets.ts';
import { type Counting, countings, type Filter, type Sort } from './filter.ts';
import { type Column, type Pack, ratingShares } from './pack.ts';

/** What passes a filter, and what would pass each facet if that facet alone asked for nothing. */
export type Selection = {
  /** Rows, newest first. */
  rows: Uint32Array;
  /** By facet, for each of its values: mentions that have it and pass all other filters. */
  counts: Record<FacetKey, Uint32Array>;
  /** Mentions by month, `2026-05`, oldest first, that pass all filters but the days. */
  months: { month: string; count: number }[];
};

/**
 * `among` holds 1 for rows that words, ids or stories have found; null where none are asked for. What is counted is counted
 * when it is asked for: the rows are waited for, and their first are shown before.
 */
export function select(pack: Pack, filter: Filter, among: Uint8Array | null): Selection {
  const failed = failing(pack, filter, among);
  const rows = rowsWhere(failed, none);
  let counts: Selection['counts'] | undefined;
  let months: Selection['months'] | undefined;
  return {
    rows,
    get counts() {
      counts ??= countsOf(pack, filter, failed, rows);
      return counts;
    },
    get months() {
      months ??= monthsOf(pack, [rows, rowsWhere(failed, byDays)]);
      return months;
    },
  };
}

function countsOf(pack: Pack, filter: Filter, failed: Uint8Array, rows: Uint32Array): Selection['counts'] {
  const counts = {} as Selection['counts'];
  for (const [place, key] of facetKeys.entries()) {
    const column = pack.facets[key];
    counts[key] = new Uint32Array(column.values.length);
    tally(column, rows, counts[key]);
    // What fails one facet alone counts for the values of that one.
    if (filter[key].length > 0) tally(column, rowsWhere(failed, place), counts[key]);
  }
  return counts;
}

/** What `failing` says of rows that fail no filter, the days alone, or several. */
const [none, byDays, several] = [255, 254, 253];

/** Of each row the one filter that it fails, as the place of its facet. Filter by filter, since loops that do one thing are fast. */
function failing(pack: Pack, filter: Filter, among: Uint8Array | null): Uint8Array {
  const { count, days, facets } = pack;
  const failed = new Uint8Array(count).fill(none);
  if (among !== null) for (let row = 0; row < count; row++) if (among[row] === 0) failed[row] = several;
  const counting = countings.find((one) => one === filter.told);
  if (counting !== undefined) {
    const counted = countedRows(pack, counting);
    for (let row = 0; row < count; row++) if (counted[row] === 0) failed[row] = several;
  }
  if (filter.from !== '' || filter.to !== '') {
    const from = filter.from === '' ? Number.NEGATIVE_INFINITY : dayToMs(filter.from) / dayMs;
    const to = filter.to === '' ? Number.POSITIVE_INFINITY : dayToMs(filter.to) / dayMs;
    for (let row = 0; row < count; row++) {
      const day = days[row] as number;
      if (day < from || day > to) failed[row] = failed[row] === none ? byDays : several;
    }
  }
  for (const [place, key] of facetKeys.entries()) {
    if (filter[key].length === 0) continue;
    const { values, starts, codes } = facets[key];
    const wanted = new Set(filter[key]);
    const chosen = Uint8Array.from(values, ({ id }) => (wanted.has(id) ? 1 : 0));
    for (let row = 0; row < count; row++) {
      let has = 0;
      for (let at = starts[row] as number, end = starts[row + 1] as number; at < end; at++)
        has |= chosen[codes[at] as number] as number;
      if (has === 0) failed[row] = failed[row] === none ? place : several;
    }
  }
  return failed;
}

/**
 * 1 for the rows that a figure counts where stories are told again: the first of each story and brand, of all or within each
 * group, or that of each source and day. Where brands are compared, sources of one brand alone are as if they were not there.
 */
export function countedRows(pack: Pack, counting: Counting): Uint8Array {
  const { count, days, heads, facets, bound } = pack;
  const counted = new Uint8Array(count);
  const { source, group } = facets;
  const isBound = Uint8Array.from(source.values, ({ id }) => (bound.includes(id) ? 1 : 0));
  const seen = new Set<string>();
  const told = new Uint8Array(count);
  const codeOf = ({ starts, codes }: Column, row: number): number => codes[starts[row] as number] as number;
  // From the oldest on.
  for (let row = count - 1; row >= 0; row--) {
    const head = heads[row] as number;
    if (counting === 'first') {
      if (told[head] === 0) counted[row] = 1;
      told[head] = 1;
      continue;
    }
    const from = codeOf(source, row);
    if (isBound[from] === 1) continue;
    const key = counting === 'group' ? `${head} ${codeOf(group, row)}` : `${head} ${from} ${days[row]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    counted[row] = 1;
  }
  return counted;
}

function rowsWhere(failed: Uint8Array, what: number): Uint32Array {
  const rows = new Uint32Array(failed.length);
  let found = 0;
  for (let row = 0; row < failed.length; row++) if (failed[row] === what) rows[found++] = row;
  return rows.slice(0, found);
}

function tally({ starts, codes }: Column, rows: Uint32Array, counts: Uint32Array): void {
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    for (let at = starts[row] as number, end = starts[row + 1] as number; at < end; at++)
      (counts[codes[at] as number] as number)++;
  }
}

/** All months from the first with a mention to the last, those without any that pass too. */
function monthsOf({ days }: Pack, lists: readonly Uint32Array[]): Selection['months'] {
  if (days.length === 0) return [];
  let [first, last] = [days[0] as number, days[0] as number];
  for (let row = 0; row < days.length; row++) {
    const day = days[row] as number;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const byDay = new Uint32Array(last - first + 1);
  for (const rows of lists)
    for (let place = 0; place < rows.length; place++)
      (byDay[(days[rows[place] as number] as number) - first] as number)++;
  const months = new Map<string, number>();
  for (const [at, count] of byDay.entries()) {
    const month = msToDay((first + at) * dayMs).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return [...months].map(([month, count]) => ({ month, count }));
}

/** One line of the list: the newest of a story's mentions about one brand that pass, and the others. */
export type FoldedRows = { row: number; copies: number[] };

/** Copies that a row lists; a story that everybody prints has hundreds. */
export const listedCopies = 20;

/** Most stories are told once: they share one list, where thousands of empty ones would keep a reader waiting. */
const noCopies: number[] = [];

/** Folds rows by story and brand, in their order. */
export function foldRows({ count, heads }: Pack, rows: Uint32Array): FoldedRows[] {
  const folds: FoldedRows[] = [];
  // Of each head the place of its fold, from 1 on.
  const places = new Uint32Array(count);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const head = heads[row] as number;
    const place = places[head] as number;
    if (place === 0) {
      places[head] = folds.push({ row, copies: noCopies });
      continue;
    }
    const fold = folds[place - 1] as FoldedRows;
    if (fold.copies === noCopies) fold.copies = [row];
    else fold.copies.push(row);
  }
  return folds;
}

/** Orders folds that come newest first; where two are alike, the newest is first. */
export function sortFolds(pack: Pack, folds: FoldedRows[], sort: Sort): FoldedRows[] {
  if (sort === 'newest') return folds;
  if (sort === 'oldest') return folds.toReversed();
  if (sort === 'copies') return by(folds, ({ copies }) => copies.length);
  if (sort === 'sure') return by(folds, ({ row }) => pack.sure[row] as number);
  const share = ratingShares(pack);
  const sign = sort === 'rated-high' ? 1 : -1;
  // What has no rating comes last in both orders.
  return by(folds, ({ row }) => {
    const rated = share(row);
    return rated === null ? Number.NEGATIVE_INFINITY : sign * rated;
  });
}

const by = (folds: FoldedRows[], weight: (fold: FoldedRows) => number): FoldedRows[] =>
  folds
    .map((fold) => ({ fold, weight: weight(fold) }))
    // Not by their difference: that of two infinities is no number.
    .sort((a, b) => (a.weight === b.weight ? 0 : a.weight < b.weight ? 1 : -1))
    .map(({ fold }) => fold);
