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
import { type Arrays, type Columns, columnsOf, type Form } from './columns.ts';
import { type Cache, type Content, keepColumns } from './kept-columns.ts';
import { hashOfKey, indexKeys, type KeyIndex, openKeyIndex } from './key-index.ts';
import { fromLine, fromLines, type Lines, type Problem } from './lines.ts';
import { inOrder, type MonthFile, nameOf, parseMonthFile, partFor } from './month-files.ts';
import { openReader } from './read-files.ts';
import { diskError, StoreError } from './store-error.ts';
import { type Prepared, prepare, type WriteOptions } from './write-whole.ts';

export type FolderOptions = WriteOptions & {
  /** Bytes after which a month goes on in another part. */
  mostBytes: number;
  /** Where columns are kept; nowhere where left out. */
  cache?: Cache | undefined;
};

/** What is remembered of a file for as long as it stays the same on disk. */
type Known<T> = {
  stamp: string;
  size: number;
  /** Of its bytes, where they were looked at. */
  hash?: string;
  read?: Lines<T>;
  keys?: KeyIndex;
  /** Of a file that was read in columns only. */
  problems?: readonly Problem[];
};

const newline = 0x0a;
const stampOf = (stats: Stats) => `${stats.ino}:${stats.size}:${stats.mtimeMs}`;

/** One folder of month files: `mentions/`, `scores/`, `signals/`, `runs/` or `published/`. */
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
    known.keys ??= attempt(name, () => indexKeys(path(name)));
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

  /** All lines in the order of the months, from the given month on, up to another where one is given. */
  function read(from = '', to?: string): Lines<T> {
    const { files, problems } = list();
    const lines: T[] = [];
    for (const file of files) {
      if (file.month < from || (to !== undefined && file.month > to)) continue;
      const read = readFile(file.name);
      for (const line of read.lines) lines.push(line);
      problems.push(...read.problems);
    }
    return { lines, problems };
  }

  /**
   * What is in every file, in columns, oldest first: of one file after the other, each to be looked at before the next is asked
   * for. Nothing is remembered but what cannot be read.
   *
   * @param kind what they are kept as
   */
  function* columns<A extends Arrays>(form: Form<T, A>, kind = folder): Generator<Columns<A>> {
    const { files } = list();
    const kept = options.cache === undefined ? undefined : keepColumns(options.cache, kind, form);
    const readBytes = openReader();
    for (const { name } of files) {
      const known = know(name);
      let read: Buffer | undefined;
      const bytes = (): Buffer => {
        read ??= attempt(name, () => readBytes(path(name)));
        return read;
      };
      const content: Content = { size: known.size, ...(known.hash && { hash: known.hash }), bytes };
      const columns = kept?.of(name, label(name), content) ?? columnsOf(bytes(), label(name), form);
      if (content.hash !== undefined) known.hash = content.hash;
      known.problems = columns.problems;
      yield columns;
    }
    kept?.sweep(files.map(({ name }) => name));
  }

  /**
   * The lines of every file from the given month on, newest first, each read when it is asked for: nothing is remembered, and who
   * wants the last thousands reads no more.
   *
   * @param mayBeWanted asked of the text of a line before it is read
   */
  function* newestLines(
    from: string,
    mayBeWanted: (text: string) => boolean = () => true,
  ): Generator<{ file: MonthFile; line: T }> {
    for (const file of list().files.reverse()) {
      if (file.month < from) return;
      const bytes = bytesOf(file.name);
      for (let end = bytes.length; end > 0; ) {
        const begins = bytes.lastIndexOf(newline, end - 1) + 1;
        const text = bytes.toString('utf8', begins, end);
        end = begins - 1;
        if (text.trim() === '' || !mayBeWanted(text)) continue;
        const read = fromLine(text, schema);
        if ('line' in read) yield { file, line: read.line };
      }
    }
  }

  /** The bytes of every file from the given month on, oldest first; they hold until the next is asked for. */
  function* bytesFrom(from: string): Generator<Buffer> {
    const readBytes = openReader();
    for (const { name, month } of list().files)
      if (month >= from) yield attempt(name, () => readBytes(path(name)));
  }

  /** The lines of every file, oldest first. */
  const readFiles = (): { file: MonthFile; lines: readonly T[] }[] =>
    list().files.map((file) => ({ file, lines: readFile(file.name).lines }));

  /** The keys of every file of mentions, oldest first. */
  const keys = (): { file: MonthFile; keys: KeyIndex }[] =>
    list().files.map((file) => ({ file, keys: keysOf(file.name) }));

  /** The text of the line that begins at this byte of a file. */
  const textAt = (name: string, offset: number): string =>
    attempt(name, () => readLineAt(path(name), offset));

  /**
   * Prepares lines, given with their values, for their months, in as many parts as they need. Nothing changes before
   * they take their names. Throws StoreError.
   */
  function prepareAppend(months: readonly [string, readonly Addition<T>[]][]): Prepared[] {
    if (months.length > 0) attempt('', () => mkdirSync(path(), { recursive: true }));
    const prepared: Prepared[] = [];
    try {
      for (const [month, additions] of months)
        for (const [part, lines] of dealOut(month, additions))
          prepared.push(prepareLonger(nameOf(month, part), lines));
      return prepared;
    } catch (error) {
      for (const file of prepared) file.discard();
      throw error;
    }
  }

  /** Which part of its month each line goes to. */
  function dealOut(month: string, additions: readonly Addition<T>[]): Map<string, Addition<T>[]> {
    const present = new Set(
      list()
        .files.filter((file) => file.month === month)
        .map((file) => file.part),
    );
    const sizes = new Map([...present].map((part) => [part, know(nameOf(month, part)).size]));
    const isDamaged = (part: string) =>
      present.has(part) && readFile(nameOf(month, part)).problems.length > 0;
    const dealt = new Map<string, Addition<T>[]>();
    for (let done = 0; done < additions.length; ) {
      const bytes = Buffer.byteLength((additions[done] as Addition<T>).text);
      const part = partFor(month, bytes, options.mostBytes, (of) => sizes.get(of), isDamaged);
      const size = sizes.get(part) ?? 0;
      const fitting = takeFitting(additions.slice(done), options.mostBytes - size);
      dealt.set(part, [...(dealt.get(part) ?? []), ...fitting]);
      sizes.set(
        part,
        fitting.reduce((sum, { text }) => sum + Buffer.byteLength(text), size),
      );
      done += fitting.length;
    }
    return dealt;
  }

  function prepareLonger(name: string, additions: readonly Addition<T>[]): Prepared {
    const exists = lstatSync(path(name), { throwIfNoEntry: false }) !== undefined;
    const known = exists ? know(name) : undefined;
    // An editor may have taken the end off the last line.
    const joint = known && known.size > 0 && lastByte(path(name)) !== newline ? '\n' : '';
    const addition = Buffer.from(joint + additions.map((line) => line.text).join(''));
    const before = known?.size ?? 0;
    const prepared = prepare(path(name), before, addition, options);
    return {
      ...prepared,
      takeName() {
        prepared.takeName();
        remember(name, known, before + joint.length, additions);
      },
    };
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
    const keys = known ? known.keys : openKeyIndex();
    let offset = from;
    for (const { text, value, key } of additions) {
      read?.lines.push(value);
      if (key !== undefined) keys?.add(hashOfKey(key), offset);
      offset += Buffer.byteLength(text);
    }
    remembered.set(name, {
      stamp: stampOf(stats),
      size: stats.size,
      ...(read && { read }),
      ...(keys && { keys }),
    });
  }

  /**
   * Prepares these lines to stand in the place of all parts of a month. Throws StoreError where one of them is damaged.
   */
  function prepareReplacement(month: string, lines: readonly Addition<T>[]): Prepared[] {
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
    const prepared = new Map<string, Prepared>();
    for (let done = 0; done < lines.length; ) {
      const fitting = takeFitting(lines.slice(done), options.mostBytes);
      const name = nameOf(month, String(prepared.size + 1));
      const text = fitting.map((line) => line.text).join('');
      prepared.set(name, prepare(path(name), 0, Buffer.from(text), options));
      done += fitting.length;
    }
    // Killed before this, the month holds lines twice; of those the first are read, which are the new ones.
    const surplus = present.filter((file) => !prepared.has(file.name));
    const removals = surplus.map(({ name }) => ({
      verify: () => {},
      takeName: () => attempt(name, () => rmSync(path(name))),
      discard: () => {},
    }));
    return [...prepared.values(), ...removals];
  }

  /**
   * Prepares the files whose lines the rewriting changes: it gives a line's new text, `null` to take it out, or undefined to
   * leave it byte for byte as it is, whatever it is.
   */
  function prepareRewrite(
    rewrite: (text: string, place: Place) => string | null | undefined,
    before?: string,
  ): Prepared[] {
    const prepared: Prepared[] = [];
    try {
      for (const { name, month } of list().files) {
        if (before !== undefined && month >= before) continue;
        const pieces: Buffer[] = [];
        let isChanged = false;
        for (const [line, { bytes, text }] of piecesOf(bytesOf(name)).entries()) {
          const made = rewrite(text, { file: label(name), line: line + 1 });
          if (made !== undefined) isChanged = true;
          pieces.push(made === undefined ? bytes : Buffer.from(made === null ? '' : `${made}\n`));
        }
        if (isChanged) prepared.push(prepare(path(name), 0, Buffer.concat(pieces), options));
      }
      return prepared;
    } catch (error) {
      for (const file of prepared) file.discard();
      throw error;
    }
  }

  /** Where the lines of these keys stand; of several with one key the first. */
  function placesOf(
    keys: ReadonlySet<string>,
    keyOf: (text: string) => string | undefined,
    from: string,
  ): (Place & { key: string })[] {
    const found = new Map<string, Place & { key: string }>();
    for (const { name, month } of list().files) {
      if (month < from) continue;
      for (const [at, { text }] of piecesOf(bytesOf(name)).entries()) {
        const key = keyOf(text);
        if (key === undefined || !keys.has(key) || found.has(key)) continue;
        found.set(key, { key, file: label(name), line: at + 1 });
      }
    }
    return [...found.values()];
  }

  /** What could not be read in the files that were read so far, and what stands in the way of others. */
  function problems(): Problem[] {
    const { files, problems } = list();
    return [...problems, ...files.flatMap(({ name }) => problemsOf(remembered.get(name)))];
  }

  const problemsOf = (known: Known<T> | undefined) => known?.read?.problems ?? known?.problems ?? [];

  /** Removes what killed runs left half written. */
  function sweep(): void {
    for (const { name } of entriesOf(path()))
      if (/^\..*\.jsonl\.tmp$/.test(name)) attempt(name, () => rmSync(path(name), { force: true }));
  }

  return {
    list,
    read,
    readFiles,
    columns,
    newestLines,
    bytesFrom,
    problems,
    keys,
    textAt,
    placesOf,
    prepareAppend,
    prepareReplacement,
    prepareRewrite,
    sweep,
  };
}

export type Place = { file: string; line: number };

/** The lines of a file, each with its end as it stands there. */
function piecesOf(bytes: Buffer): { bytes: Buffer; text: string }[] {
  const pieces: { bytes: Buffer; text: string }[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    pieces.push({ bytes: bytes.subarray(start, end + 1), text: bytes.toString('utf8', start, end) });
    start = end + 1;
  }
  return pieces;
}

export const aLink = 'is a symbolic link; the data must be plain files';

export function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch (error) {
    throw diskError(path, error);
  }
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
