import type { Rows } from './rows.ts';

type Column = Float64Array | Int32Array | Uint16Array | Uint8Array;

function picked<T extends Column>(column: T, at: Uint32Array): T {
  const found = new (column.constructor as new (length: number) => T)(at.length);
  for (let row = 0; row < at.length; row++) found[row] = column[at[row] as number] as number;
  return found;
}

/** What figures by part do not look at. */
const notOfParts = {
  cell: new Uint8Array(0),
  intents: new Uint16Array(0),
  doc: new Int32Array(0),
  textLength: new Int32Array(0),
  published: new Float64Array(0),
  seen: new Float64Array(0),
  carried: new Uint8Array(0),
} as const;

/** Rows by their numbers, ascending, as a table of their own; a story's mention before must be among them. */
function tableOf(rows: Rows, at: Uint32Array, days: number): Rows {
  // Where each row went; most are the first of their story, so that few are asked for.
  const placeOf = (row: number): number => {
    let [low, high] = [0, at.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] as number) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const day = picked(rows.day, at);
  return {
    length: at.length,
    id: (row) => rows.id(at[row] as number),
    day,
    source: picked(rows.source, at),
    site: picked(rows.site, at),
    previous: picked(rows.previous, at).map((row) => (row < 0 ? -1 : placeOf(row))),
    tone: picked(rows.tone, at),
    language: picked(rows.language, at),
    opinion: picked(rows.opinion, at),
    loyal: picked(rows.loyal, at),
    stars: picked(rows.stars, at),
    ...notOfParts,
    starts: startsOf(day, days),
    themes: {
      starts: new Int32Array(at.length + 1),
      theme: new Uint16Array(0),
      tone: new Float32Array(0),
    },
  };
}

/** First row of each day, and the end. */
function startsOf(day: Int32Array, days: number): Int32Array {
  const starts = new Int32Array(days + 1);
  let row = 0;
  for (let d = 0; d <= days; d++) {
    while (row < day.length && (day[row] as number) < d) row++;
    starts[d] = row;
  }
  return starts;
}

/** Some rows as a table of their own, so that what is measured on them costs as much as they are. */
export type Subset = {
  rows: Rows;
  /** 1 for those that were taken; the others are earlier mentions of the same stories, which tell whether one was the first. */
  taken: Uint8Array;
};

export function subsetOf(rows: Rows, wanted: readonly number[], days: number): Subset {
  const kept = new Uint8Array(rows.length);
  for (const row of wanted) kept[row] = 2;
  const before: number[] = [];
  for (const row of wanted)
    for (
      let one = rows.previous[row] as number;
      one >= 0 && kept[one] === 0;
      one = rows.previous[one] as number
    ) {
      kept[one] = 1;
      before.push(one);
    }
  const at = new Uint32Array(wanted.length + before.length);
  at.set(wanted);
  at.set(before, wanted.length);
  if (before.length > 0) at.sort();
  const taken = new Uint8Array(at.length);
  for (let row = 0; row < at.length; row++) taken[row] = kept[at[row] as number] === 2 ? 1 : 0;
  return { rows: tableOf(rows, at, days), taken };
}

/** A value for each row of a subset, NaN for those that were not taken. */
export function takenValues({ taken }: Subset, of: (row: number) => number): Float64Array {
  const values = new Float64Array(taken.length);
  for (let row = 0; row < values.length; row++) values[row] = taken[row] ? of(row) : Number.NaN;
  return values;
}
