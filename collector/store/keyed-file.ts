import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { fromLines, type Lines, toLine } from './lines.ts';
import { aLink, isLink } from './open-folder.ts';
import { diskError } from './store-error.ts';
import { type Prepared, prepare, type WriteOptions } from './write-whole.ts';

/** One file of lines that have a key each, which only grows. It is small, and read anew every time. */
export function openKeyedFile<T>(
  dir: string,
  name: string,
  schema: z.ZodType<T>,
  keyOf: (line: T) => string,
  options: WriteOptions,
) {
  const path = join(dir, name);

  function bytes(): Buffer {
    if (isLink(path)) return Buffer.alloc(0);
    try {
      return readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
      throw diskError(path, error);
    }
  }

  function read(): Lines<T> {
    if (isLink(path)) return { lines: [], problems: [{ file: name, line: 0, why: aLink }] };
    return fromLines(bytes(), schema, name);
  }

  /** Prepares the lines that are not there yet. Throws StoreError. */
  function prepareAppend(lines: readonly T[]): Prepared[] {
    const before = bytes();
    const known = new Set(fromLines(before, schema, name).lines.map(keyOf));
    const fresh = lines.filter((line) => !known.has(keyOf(line)));
    if (fresh.length === 0) return [];
    const joint = before.length > 0 && before.at(-1) !== 0x0a ? '\n' : '';
    const text = joint + fresh.map((line) => toLine(schema, line, name)).join('');
    return [prepare(path, before.length, Buffer.from(text), options)];
  }

  return { read, prepareAppend };
}
