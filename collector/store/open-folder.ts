import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Addition } from './additions.ts';
import { indexKeys, type KeyIndex } from './key-index.ts';
import { fromLines, type Lines, type Problem } from './lines.ts';
import { inOrder, type MonthFile, nameOf, parseMonthFile, partFor } from './month-files.ts';
import { diskError, StoreError } from './store-error.ts';
import { type WriteOptions, writeWhole } from './write-whole.ts';

export type FolderOptions = WriteOptions & {
  /** Bytes after which a month goes on in another part. */
  mostBytes: number;
};

/** What is remembered of a file for as long as it stays the same on disk. */
type Known<T> = { stamp: string; size: number; read?: Lines<T>; keys?: KeyIndex };

const newline = 0x0a;
const stampOf = (stats: Stats) => `${stats.ino}:${stats.size}:${stats.mtimeMs}`;

/** One folder of month files: `mentions/`, `scores/`, `runs/` or `published/`. */
export type Folder<T> = ReturnType<typeof openFolder<T>>;

export function openFolder<T>(dir: string, folder: string, schema: z.ZodType<T>, options: FolderOptions) {
  const remembered = new Map<string, Known<T>>();
  const path = (name = '') => join(dir, folder, name);
  const label = (name: string) => `${folder}/${name}`;

  /** The month files there are, and what stands in their way. */
  function list(): { files: MonthFile[]; problems: Problem[] } {
    const files: MonthFile[] = [];
    const problems: Problem[] = [];
    const problem = (name: string, why: string) => problems.push({ file: label(name), line: 0, why });
    if (isLink(path())) return { files, problems: [{ file: folder, line: 0, why: aLink }] };
    for (const entry of entriesOf(path())) {
      if (!entry.name.endsWith('.jsonl')) continue;
      const file = parseMonthFile(entry.name);
      if (entry.isSymbolicLink()) problem(entry.name, aLink);
      else if (!file) problem(entry.name, 'is not named after a month, so that it is not read');
      else if (!entry.isFile()) problem(entry.name, 'is not a file');
      else files.push(file);
    }
    return { files: files.sort(inOrder), problems };
  }

  /** What is known of a file, forgotten where it changed since. */
  function know(name: string): Known<T> {
    const stats = attempt(name, () => lstatSync(path(name)));
    const known = remembered.get(name);
    const stamp = stampOf(stats);
    if (known?.stamp === stamp) return known;
    const fresh: Known<T> = { stamp, size: stats.size };
    remembered.set(name, fresh);
    return fresh;
  }

  function readFile(name: string): Lines<T> {
    const known = know(name);
    known.read ??= fromLines(bytesOf(name), schema, label(name));
    return known.read;
  }

  function keysOf(name: string): KeyIndex {
    const known = know(name);
    known.keys ??= indexKeys(bytesOf(name));
    return known.keys;
  }

  const bytesOf = (name: string) => attempt(name, () => readFileSync(path(name)));

  function attempt<R>(name: string, work: () => R): R {
    try {
      return work();
    } catch (error) {
      throw diskError(path(name), error);
    }
  }

  /** All lines in the order of the months, from the given month on. */
  function read(from = ''): Lines<T> {
    const { files, problems } = list();
    const lines: T[] = [];
    for (const file of files) {
      if (file.month < from) continue;
      const read = readFile(file.name);
      for (const line of read.lines) lines.push(line);
      problems.push(...read.problems);
    }
    return { lines, problems };
  }

  /** The keys of every file, oldest first. */
  const keys = (): { file: MonthFile; keys: KeyIndex }[] =>
    list().files.map((file) => ({ file, keys: keysOf(file.name) }));

  /** The line that begins at this byte of a file. */
  function lineAt(name: string, offset: number): T | undefined {
    const text = attempt(name, () => readLineAt(path(name), offset));
    return fromLines(Buffer.from(text), schema, label(name)).lines[0];
  }

  /** Adds lines, given with their values, to a month, in as many parts as they need. Throws StoreError. */
  function append(month: string, additions: readonly Addition<T>[]): void {
    attempt('', () => mkdirSync(path(), { recursive: true }));
    for (let done = 0; done < additions.length; ) {
      const first = additions[done] as Addition<T>;
      const present = new Map(
        list()
          .files.filter((file) => file.month === month)
          .map((file) => [file.part, file.name]),
      );
      const sizeOf = (part: string) => {
        const name = present.get(part);
        return name === undefined ? undefined : know(name).size;
      };
      const isDamaged = (part: string) => readFile(nameOf(month, part)).problems.length > 0;
      const part = partFor(month, Buffer.byteLength(first.text), options.mostBytes, sizeOf, isDamaged);
      const fitting = takeFitting(additions.slice(done), options.mostBytes - (sizeOf(part) ?? 0));
      appendTo(nameOf(month, part), present.has(part), fitting);
      done += fitting.length;
    }
  }

  function appendTo(name: string, exists: boolean, additions: readonly Addition<T>[]): void {
    const known = exists ? know(name) : undefined;
    // An editor may have taken the end off the last line.
    const joint = known && known.size > 0 && lastByte(path(name)) !== newline ? '\n' : '';
    const addition = Buffer.from(joint + additions.map((line) => line.text).join(''));
    if (known && know(name) !== known)
      throw new StoreError(path(name), 'was changed by somebody else meanwhile');
    const before = known?.size ?? 0;
    writeWhole(path(name), before, addition, options);
    remember(name, known, before + joint.length, additions);
  }

  /** Carries what is known of a file over to its longer self, so that it need not be read again. */
  function remember(
    name: string,
    known: Known<T> | undefined,
    from: number,
    additions: readonly Addition<T>[],
  ): void {
    const stats = lstatSync(path(name));
    const read = known ? known.read : { lines: [], problems: [] };
    const keys = known ? known.keys : new Map<string, number>();
    let offset = from;
    for (const { text, value, key } of additions) {
      read?.lines.push(value);
      if (key !== undefined && keys && !keys.has(key)) keys.set(key, offset);
      offset += Buffer.byteLength(text);
    }
    remembered.set(name, {
      stamp: stampOf(stats),
      size: stats.size,
      ...(read && { read }),
      ...(keys && { keys }),
    });
  }

  /** Puts these lines in the place of all parts of a month. Throws StoreError where one of them is damaged. */
  function replace(month: string, lines: readonly Addition<T>[]): void {
    const present = list().files.filter((file) => file.month === month);
    for (const file of present) {
      const [problem] = readFile(file.name).problems;
      if (problem)
        throw new StoreError(
          path(file.name),
          `line ${problem.line} ${problem.why}; mend or delete the file first`,
        );
    }
    attempt('', () => mkdirSync(path(), { recursive: true }));
    const written = new Set<string>();
    for (let done = 0; done < lines.length; ) {
      const fitting = takeFitting(lines.slice(done), options.mostBytes);
      const name = nameOf(month, String(written.size + 1));
      writeWhole(path(name), 0, Buffer.from(fitting.map((line) => line.text).join('')), options);
      written.add(name);
      done += fitting.length;
    }
    // Killed before this, the month holds lines twice; of those the first are read, which are the new ones.
    for (const file of present) if (!written.has(file.name)) rmSync(path(file.name));
  }

  return { list, read, keys, lineAt, append, replace };
}

export const aLink = 'is a symbolic link; the data must be plain files';

export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw diskError(folder, error);
  }
}

/** As many of the lines as fit in these bytes, and at least one. */
function takeFitting<T>(lines: readonly Addition<T>[], bytes: number): readonly Addition<T>[] {
  let sum = 0;
  const end = lines.findIndex((line) => {
    sum += Buffer.byteLength(line.text);
    return sum > bytes;
  });
  return end === -1 ? lines : lines.slice(0, Math.max(1, end));
}

function lastByte(path: string): number | undefined {
  const file = openSync(path, 'r');
  try {
    const { size } = lstatSync(path);
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, size - 1);
    return byte[0];
  } finally {
    closeSync(file);
  }
}

const chunkBytes = 8_192;

function readLineAt(path: string, offset: number): string {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let at = offset; ; at += chunkBytes) {
      const chunk = Buffer.alloc(chunkBytes);
      const length = readSync(file, chunk, 0, chunkBytes, at);
      const end = chunk.subarray(0, length).indexOf(newline);
      chunks.push(chunk.subarray(0, end === -1 ? length : end));
      if (end !== -1 || length < chunkBytes) return Buffer.concat(chunks).toString('utf8');
    }
  } finally {
    closeSync(file);
  }
}
