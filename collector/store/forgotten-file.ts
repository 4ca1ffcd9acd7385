import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Forgotten, forgottenKey } from '#contract';
import { fromLines, type Problem, toLine } from './lines.ts';
import { aLink, isLink } from './open-folder.ts';
import { diskError } from './store-error.ts';
import { type Prepared, prepare, type WriteOptions } from './write-whole.ts';

export const forgottenName = 'forgotten.jsonl';

export type ForgottenMarks = {
  /** Whether a mention, or all that is known of it, was forgotten. */
  has(mention: { id?: string; doc?: string }): boolean;
  readonly size: number;
  problems: Problem[];
};

/** `forgotten.jsonl`: hashes of what must not be collected again. It is small, and read anew every time. */
export function openForgotten(dir: string, options: WriteOptions) {
  const path = join(dir, forgottenName);

  function bytes(): Buffer {
    if (isLink(path)) return Buffer.alloc(0);
    try {
      return readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
      throw diskError(path, error);
    }
  }

  function read(): ForgottenMarks {
    if (isLink(path)) {
      return { has: () => false, size: 0, problems: [{ file: forgottenName, line: 0, why: aLink }] };
    }
    const { lines, problems } = fromLines(bytes(), Forgotten, forgottenName);
    const keys = new Set(lines.map(forgottenKey));
    return {
      has: ({ id = '', doc = '' }) => keys.has(`id ${id}`) || keys.has(`doc ${doc}`),
      size: keys.size,
      problems,
    };
  }

  /** Prepares the lines that are not there yet. Throws StoreError. */
  function prepareAppend(marks: readonly Forgotten[]): Prepared[] {
    const before = bytes();
    const known = new Set(fromLines(before, Forgotten, forgottenName).lines.map(forgottenKey));
    const fresh = marks.filter((mark) => !known.has(forgottenKey(mark)));
    if (fresh.length === 0) return [];
    const joint = before.length > 0 && before.at(-1) !== 0x0a ? '\n' : '';
    const text = joint + fresh.map((mark) => toLine(Forgotten, mark, forgottenName)).join('');
    return [prepare(path, before.length, Buffer.from(text), options)];
  }

  return { read, prepareAppend };
}
