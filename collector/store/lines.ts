import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { StoreError } from './store-error.ts';

/** A place in the data that cannot be read: the rest of its file is, and nothing is added to that file. */
export type Problem = {
  /** Path below the data folder, with `/`. */
  file: string;
  /** Line, counted from 1; 0 for the file as a whole. */
  line: number;
  why: string;
};
export type Lines<T> = { lines: T[]; problems: Problem[] };

// JSON allows these raw, but editors and languages that take them for ends of lines would tear the line apart.
const lineEndsElsewhere = /[\u007f-\u009f\u2028\u2029]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * One line of a data file, with its end: keys in the order of the schema, absent ones left out.
 * @throws StoreError naming the key that breaks the contract
 */
export function toLine(schema: z.ZodType, value: unknown, folder: string): string {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new StoreError(folder, `a line breaks the contract: ${firstIssue(parsed.error)}`);
  return `${toJson(parsed.data)}\n`;
}

export const toJson = (value: unknown): string => JSON.stringify(value).replace(lineEndsElsewhere, escaped);

/** Reads all lines that satisfy the contract, and names those that do not. Never throws. */
export function fromLines<T>(bytes: Buffer, schema: z.ZodType<T>, file: string): Lines<T> {
  const lines: T[] = [];
  const problems: Problem[] = [];
  if (!isUtf8(bytes)) problems.push({ file, line: 0, why: 'is not valid UTF-8' });
  const texts = bytes.toString('utf8').split('\n');
  for (const [index, text] of texts.entries()) {
    if (text.trim() === '') continue;
    const read = fromLine(text, schema);
    if ('line' in read) lines.push(read.line);
    else {
      const cut = index === texts.length - 1 ? 'the file ends in half a line' : read.why;
      problems.push({ file, line: index + 1, why: cut });
    }
  }
  return { lines, problems };
}

/** One line, or why it cannot be read. */
export function fromLine<T>(text: string, schema: z.ZodType<T>): { line: T } | { why: string } {
  if (/^(<{7}|={7}|>{7}|\|{7})( |\r?$)/.test(text)) return { why: 'a mark of a merge conflict' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { why: 'is not JSON' };
  }
  const version = (json as { v?: unknown } | null)?.v;
  if (version !== undefined && version !== 1) {
    return { why: `has version ${JSON.stringify(version)}; this Earshot reads version 1` };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { line: parsed.data } : { why: `breaks the contract: ${firstIssue(parsed.error)}` };
}

export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'unknown';
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;
}
