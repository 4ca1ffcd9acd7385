import type { RawItem } from '../types.ts';

/** Epoch milliseconds of a date as APIs state it, in seconds or as ISO 8601; NaN where it can't be read. */
const timeOf = ({ published }: RawItem): number =>
  typeof published === 'number' ? published * 1000 : Date.parse(published ?? '');

/** What is not older than was asked for. An item whose date can't be read stays; it is dated later on. */
export const notBefore = (since: Date, items: readonly RawItem[]): RawItem[] =>
  items.filter((item) => !(timeOf(item) < since.getTime()));

/** Of a list with the newest first: whether it has come down to what was asked for, so that there is no need to go on. */
export function reachesBack(since: Date, items: readonly RawItem[]): boolean {
  const last = items.map(timeOf).findLast((time) => !Number.isNaN(time));
  return last !== undefined && last < since.getTime();
}
