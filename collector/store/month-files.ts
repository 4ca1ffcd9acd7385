import { StoreError } from './store-error.ts';

/** `2026-11.jsonl`, its further parts `2026-11.2.jsonl` …, and `2026-11.b.jsonl` beside a damaged one. */
export type MonthFile = { name: string; month: string; part: string };

const monthFile = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:\.([2-9]|[1-9]\d{1,3}|[b-z]))?\.jsonl$/;

export function parseMonthFile(name: string): MonthFile | undefined {
  const match = monthFile.exec(name);
  return match?.[1] === undefined ? undefined : { name, month: match[1], part: match[2] ?? '1' };
}

export const nameOf = (month: string, part: string): string =>
  part === '1' ? `${month}.jsonl` : `${month}.${part}.jsonl`;

/** Months in order; within one, the numbered parts and then the lettered ones. */
export function inOrder(a: MonthFile, b: MonthFile): number {
  if (a.month !== b.month) return a.month < b.month ? -1 : 1;
  return rank(a.part) - rank(b.part);
}
const rank = (part: string): number => (/\d/.test(part) ? Number(part) : 10_000 + part.charCodeAt(0));

const letters = 'bcdefghijklmnopqrstuvwxyz';

/**
 * The part of a month that new lines go to: the first with room; where that one is damaged, the first sound lettered one.
 * @param bytesOf length of a part, undefined where there is none yet
 */
export function partFor(
  month: string,
  addition: number,
  most: number,
  bytesOf: (part: string) => number | undefined,
  isDamaged: (part: string) => boolean,
): string {
  const hasRoom = (part: string) => {
    const bytes = bytesOf(part);
    return bytes === undefined || bytes === 0 || bytes + addition <= most;
  };
  const isSound = (part: string) => bytesOf(part) === undefined || !isDamaged(part);
  let number = 1;
  while (!hasRoom(String(number))) number++;
  if (isSound(String(number))) return String(number);
  for (const letter of letters) if (hasRoom(letter) && isSound(letter)) return letter;
  throw new StoreError(month, 'all parts of this month are damaged; mend one of them');
}
