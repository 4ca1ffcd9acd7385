import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Arrays, type Column, type Columns, columnsOf, type Form } from './columns.ts';
import { openReader } from './read-files.ts';

/**
 * Columns of month files, kept beside the data so that a closed month is read in full once: a file for each, which says of what
 * bytes it was made, by which rules, and what it holds itself. Whatever does not fit is made anew. Not committed: delete the
 * folder, and the same figures come out a little later.
 */
type KeptColumns<A extends Arrays> = {
  /** The columns of a file with this content: kept ones, or new ones that are then kept. They hold until the next are asked for. */
  of(name: string, file: string, content: Content): Columns<A>;
  /** Removes what is kept of files that are no more. */
  sweep(names: readonly string[]): void;
};

/** What a file holds, read when it must be. */
export type Content = {
  size: number;
  /** Of the bytes; noted here once they were read. */
  hash?: string;
  bytes(): Buffer;
};

/** A folder, and how large a file must be that its columns are kept: smaller ones are read as fast. */
export type Cache = { dir: string; fewestBytes?: number };

/** To be raised when columns are made otherwise; changes of the contract tell themselves. */
const version = 2;
const fewestKept = 1_000_000;
const headBytes = 256;
const alignment = 8;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const aligned = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

export function keepColumns<T, A extends Arrays>(
  { dir, fewestBytes = fewestKept }: Cache,
  kind: string,
  form: Form<T, A>,
): KeptColumns<A> {
  const rules = sha256(
    JSON.stringify([version, endianness(), z.toJSONSchema(form.schema), ...(form.rules ?? [])]),
  );
  const readBytes = openReader();
  const nameOf = (name: string) => `${kind}-${name.replace(/\.jsonl$/, '')}.columns`;
  return {
    of(name, file, content) {
      if (content.size < fewestBytes) return columnsOf(content.bytes(), file, form);
      content.hash ??= sha256(content.bytes());
      const [path, of] = [join(dir, nameOf(name)), content.hash];
      const kept = read(() => readBytes(path), of, rules, form);
      if (kept) return kept;
      const made = columnsOf(content.bytes(), file, form);
      try {
        mkdirSync(dir, { recursive: true });
        // So that it is not committed wherever the data lie.
        writeFileSync(join(dir, '.gitignore'), '*\n');
        writeFileSync(`${path}.tmp`, written(made, of, rules));
        renameSync(`${path}.tmp`, path);
      } catch {
        // A disk that takes nothing costs the next run some seconds, and this one nothing.
      }
      return made;
    },
    sweep(names) {
      const wanted = new Set(names.map(nameOf));
      try {
        for (const name of readdirSync(dir))
          if (name.startsWith(`${kind}-`) && !wanted.has(name)) rmSync(join(dir, name), { force: true });
      } catch {
        // Nothing was kept yet, or the disk refuses: what is too much harms nobody.
      }
    },
  };
}

type Body = Pick<Columns, 'length' | 'names' | 'problems'> & { sizes: Record<string, number> };

/** Of 256 bytes what it is; then, as text, what a body holds; then the columns as they lie in memory. */
function written({ arrays, ...rest }: Columns, of: string, rules: string): Buffer {
  const sizes = Object.fromEntries(Object.entries(arrays).map(([key, column]) => [key, column.length]));
  const said = Buffer.from(JSON.stringify({ ...rest, sizes } satisfies Body));
  const pieces: Uint8Array[] = [said, Buffer.from('\n'.padStart(aligned(said.length + 1) - said.length))];
  for (const column of Object.values(arrays)) {
    pieces.push(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    pieces.push(Buffer.alloc(aligned(column.byteLength) - column.byteLength));
  }
  const body = Buffer.concat(pieces);
  const head = Buffer.alloc(headBytes, ' ');
  head.write(JSON.stringify({ of, rules, body: sha256(body) }));
  return Buffer.concat([head, body]);
}

function read<T, A extends Arrays>(
  bytesOf: () => Buffer,
  of: string,
  rules: string,
  form: Form<T, A>,
): Columns<A> | undefined {
  try {
    const bytes = bytesOf();
    const head = JSON.parse(bytes.toString('utf8', 0, headBytes));
    const body = bytes.subarray(headBytes);
    if (head.of !== of || head.rules !== rules || head.body !== sha256(body)) return undefined;
    const ends = body.indexOf('\n') + 1;
    const { sizes, ...rest } = JSON.parse(body.toString('utf8', 0, ends)) as Body;
    const arrays = form.arrays(0) as Record<string, Column>;
    let at = ends;
    for (const [key, empty] of Object.entries(arrays)) {
      const size = (sizes[key] ?? 0) * empty.BYTES_PER_ELEMENT;
      const make = empty.constructor as new (buffer: ArrayBufferLike, from: number, length: number) => Column;
      // Where they were read to, not copied: copies of all months would be a hundred megabytes before the engine clears them up.
      arrays[key] = new make(body.buffer, body.byteOffset + at, sizes[key] ?? 0);
      at += aligned(size);
    }
    return { ...rest, arrays: arrays as A };
  } catch {
    return undefined;
  }
}
