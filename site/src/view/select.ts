import { dayMs, dayToMs, msToDay } from './calendar.ts';
import { type FacetKey, facetKeys } from './facets.ts';
import type { Filter, Sort } from './filter.ts';
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
 * Goes once through all rows. `among` holds 1 for rows that words, ids or stories have found; null where none are asked for.
 * A row that fails one filter alone counts for the values of that one.
 */
export function select(pack: Pack, filter: Filter, among: Uint8Array | null): Selection {
  const { count, days } = pack;
  const from = filter.from === '' ? Number.NEGATIVE_INFINITY : dayToMs(filter.from) / dayMs;
  const to = filter.to === '' ? Number.POSITIVE_INFINITY : dayToMs(filter.to) / dayMs;
  const columns = facetKeys.map((key) => pack.facets[key]);
  const chosen = facetKeys.map((key, place) => chosenOf(filter[key], columns[place] as Column));
  const asked = facetKeys.flatMap((_, place) => (chosen[place] ? [place] : []));
  const tallies = columns.map(({ values }) => new Uint32Array(values.length));
  const byDay = new Map<number, number>();
  const rows = new Uint32Array(count);
  let passed = 0;

  const tally = (place: number, row: number): void => {
    const { starts, codes } = columns[place] as Column;
    const counts = tallies[place] as Uint32Array;
    for (let at = starts[row] as number, end = starts[row + 1] as number; at < end; at++)
      (counts[codes[at] as number] as number)++;
  };
  for (let row = 0; row < count; row++) {
    if (among !== null && among[row] === 0) continue;
    const day = days[row] as number;
    // The one filter that a row fails: a facet's place, or −2 for the days; −1 where it fails none.
    let failed = day < from || day > to ? -2 : -1;
    let fails = failed === -2 ? 1 : 0;
    for (const place of asked) {
      if (hasChosen(columns[place] as Column, chosen[place] as Uint8Array, row)) continue;
      fails++;
      if (fails > 1) break;
      failed = place;
    }
    if (fails > 1) continue;
    if (fails === 0) {
      rows[passed++] = row;
      for (let place = 0; place < columns.length; place++) tally(place, row);
    } else if (failed >= 0) tally(failed, row);
    if (failed < 0) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  return {
    rows: rows.slice(0, passed),
    counts: Object.fromEntries(facetKeys.map((key, place) => [key, tallies[place]])) as Selection['counts'],
    months: monthsOf(pack, byDay),
  };
}

function chosenOf(ids: readonly string[], { values }: Column): Uint8Array | null {
  if (ids.length === 0) return null;
  const wanted = new Set(ids);
  return Uint8Array.from(values, ({ id }) => (wanted.has(id) ? 1 : 0));
}

function hasChosen({ starts, codes }: Column, chosen: Uint8Array, row: number): boolean {
  for (let at = starts[row] as number, end = starts[row + 1] as number; at < end; at++)
    if (chosen[codes[at] as number] === 1) return true;
  return false;
}

/** All months from the first with a mention to the last, those without any that pass too. */
function monthsOf({ days }: Pack, byDay: ReadonlyMap<number, number>): Selection['months'] {
  if (days.length === 0) return [];
  const months = new Map<string, number>();
  let [first, last] = [days[0] as number, days[0] as number];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  for (let day = first; day <= last; day++) {
    const month = msToDay(day * dayMs).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + (byDay.get(day) ?? 0));
  }
  return [...months].map(([month, count]) => ({ month, count }));
}

/** One line of the list: the newest of a story's mentions about one brand that pass, and the others. */
export type FoldedRows = { row: number; copies: number[] };

/** Copies that a row lists; a story that everybody prints has hundreds. */
export const listedCopies = 20;

/** Folds rows by story and brand, in their order. */
export function foldRows({ heads }: Pack, rows: Iterable<number>): FoldedRows[] {
  const folds = new Map<number, FoldedRows>();
  for (const row of rows) {
    const head = heads[row] as number;
    const fold = folds.get(head);
    if (fold) fold.copies.push(row);
    else folds.set(head, { row, copies: [] });
  }
  return [...folds.values()];
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
