import type { Row } from './heard.ts';

/**
 * A large site writes each text once: the explorer then reads the months of the API, a part of a file at a time. A part
 * is some rows, compressed without looking back at those before it, so that its bytes alone are enough.
 */

/** Mentions in one part: few, since a rare filter shows few of each part it asks for. */
export const rowsInPart = 50;

/** An empty block of deflate, by which whoever inflates a part knows that all of it is read. */
export const lastBlock = Uint8Array.of(3, 0);

/** A month's file, the rows in it, and how it is cut: the bytes before the first part, and of each part. */
export type MonthParts = { file: string; rows: number; before: number; sizes: number[] };

/** Where a row is: its month, the part of it, counted within the month and over all, and the place in the part. */
export type Place = { month: MonthParts; part: number; partOfAll: number; at: number };

/** The months hold the rows in their order, one after the other. */
export function placeOf(months: readonly MonthParts[], row: number): Place {
  let first = 0;
  let parts = 0;
  for (const month of months) {
    if (row < first + month.rows) {
      const part = Math.floor((row - first) / rowsInPart);
      return { month, part, partOfAll: parts + part, at: (row - first) % rowsInPart };
    }
    first += month.rows;
    parts += month.sizes.length;
  }
  throw new Error(`no month holds row ${row}`);
}

/** First and last byte of a part. */
export function bytesOf({ month: { before, sizes }, part }: Pick<Place, 'month' | 'part'>): [number, number] {
  const from = sizes.slice(0, part).reduce((sum, size) => sum + size, before);
  return [from, from + (sizes[part] ?? 0) - 1];
}

/** The text of each part, and what stands before and after them, so that all together are the month as JSON. */
export function textsOfMonth(month: string, rows: readonly Row[]) {
  const parts: string[] = [];
  for (let at = 0; at < rows.length; at += rowsInPart) {
    const list = JSON.stringify(rows.slice(at, at + rowsInPart)).slice(1, -1);
    parts.push(at === 0 ? list : `,${list}`);
  }
  return { before: `{"v":1,"month":${JSON.stringify(month)},"mentions":[`, parts, after: ']}' };
}

/** The rows in the text of a part. */
export const rowsOfPart = (text: string): Row[] => JSON.parse(`[${text.replace(/^,/, '')}]`) as Row[];
