import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { fromLine, type Problem } from './lines.ts';
import { type LineScan, scanLines } from './scan-line.ts';

/**
 * What figures need of the lines of one file, in columns: a few dozen bytes a line instead of hundreds, and nothing to parse.
 * Texts that many lines share stand once, under their number.
 */
export type Columns<A extends Arrays = Arrays> = {
  length: number;
  names: readonly string[];
  arrays: A;
  /** Lines of the file that cannot be read. */
  problems: readonly Problem[];
};

export type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;
export type Arrays = Record<string, Column>;

/** How columns are made of the lines of a folder. */
export type Form<T, A extends Arrays> = {
  schema: z.ZodType<T>;
  /** What else decides what stands in the columns: kept ones are of the same, or made anew. */
  rules?: readonly string[];
  /** Columns for so many lines. */
  arrays(lines: number): A;
  /** Fills columns line by line; at most as many as given. */
  fill(most: number): {
    /** Reads a line as the collector writes it; false, and nothing is added, where it is written otherwise. */
    scan(bytes: Buffer, line: LineScan): boolean;
    /** Adds a line that was read otherwise. */
    add(value: T): void;
    done(): Omit<Columns<A>, 'problems'>;
  };
};

/** Columns of which so many lines were made, filled to so many. */
export const filledTo = <A extends Arrays>(arrays: A, lines: number, most: number): A =>
  Object.fromEntries(
    Object.entries(arrays).map(([key, column]) => [key, column.subarray(0, (column.length / most) * lines)]),
  ) as A;

/** The number that stands for no text. */
export const noName = -1;

export const nameAt = (names: readonly string[], number: number): string | null =>
  number === noName ? null : (names[number] as string);

const newline = 0x0a;

function linesIn(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) lines++;
  return lines;
}

/** The lines of a file that satisfy the contract, in columns, and those that do not by name: what `fromLines` reads. */
export function columnsOf<T, A extends Arrays>(bytes: Buffer, file: string, form: Form<T, A>): Columns<A> {
  const problems: Problem[] = [];
  const isText = isUtf8(bytes);
  if (!isText) problems.push({ file, line: 0, why: 'is not valid UTF-8' });
  const filling = form.fill(linesIn(bytes));
  const scan = scanLines(bytes);
  for (let line = 1; !scan.isAtEnd(); line++) {
    const begins = scan.place();
    if (isText && filling.scan(bytes, scan)) continue;
    const found = bytes.indexOf(newline, begins);
    const ends = found === -1 ? bytes.length : found;
    scan.moveTo(ends + 1);
    const text = bytes.toString('utf8', begins, ends);
    if (text.trim() === '') continue;
    const read = fromLine(text, form.schema);
    if ('line' in read) filling.add(read.line);
    else problems.push({ file, line, why: found === -1 ? 'the file ends in half a line' : read.why });
  }
  return { ...filling.done(), problems };
}
