import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Where lines with a key of this hash begin in their file, in bytes: open addressing over two typed arrays, since years of
 * keys as strings would fill the memory. A hash is no proof: whoever finds one reads the line.
 */
export type KeyIndex = {
  add(hash: number, offset: number): void;
  /** In the order of the file; nearly always none or one. */
  placesOf(hash: number): number[];
};

const fewestSlots = 1_024;
const fullest = 0.75;

export function openKeyIndex(): KeyIndex {
  let hashes = new Uint32Array(fewestSlots);
  /** Offset + 1, so that 0 is an empty slot. */
  let places = new Uint32Array(fewestSlots);
  let taken = 0;

  function put(hash: number, place: number): void {
    const mask = places.length - 1;
    let slot = hash & mask;
    while (places[slot] !== 0) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    places[slot] = place;
  }

  function grow(): void {
    const [oldHashes, oldPlaces] = [hashes, places];
    hashes = new Uint32Array(oldHashes.length * 2);
    places = new Uint32Array(oldPlaces.length * 2);
    for (const [slot, place] of oldPlaces.entries()) if (place > 0) put(oldHashes[slot] ?? 0, place);
  }

  return {
    add(hash, offset) {
      taken += 1;
      if (taken > places.length * fullest) grow();
      put(hash, offset + 1);
    },
    placesOf(hash) {
      const found: number[] = [];
      const mask = places.length - 1;
      for (let slot = hash & mask; places[slot] !== 0; slot = (slot + 1) & mask)
        if (hashes[slot] === hash) found.push((places[slot] ?? 0) - 1);
      return found.sort((a, b) => a - b);
    },
  };
}

/** The first 32 bits of the `id`, which is a hash already; those of an `id` of another shape are mixed (FNV-1a). */
export function hashOfKey(key: string): number {
  if (/^[0-9a-f]{16} /.test(key)) return Number.parseInt(key.slice(0, 8), 16);
  let mixed = 0x811c9dc5;
  for (const character of key.slice(0, key.indexOf(' ')))
    mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mixed >>> 0;
}

/** Key of a line; undefined where it is no JSON, so that what a torn line told is stored again. */
export function keyOfLine(text: string): string | undefined {
  try {
    const line = JSON.parse(text);
    if (typeof line?.id !== 'string') return undefined;
    if (line.brand !== null && typeof line.brand !== 'string') return undefined;
    return `${line.id} ${line.brand ?? ''}`;
  } catch {
    return undefined;
  }
}

const newline = 0x0a;
const closing = 0x7d;
const chunkBytes = 1 << 18;
/** As `toLine` writes mentions: `{"v":1,"id":"0123456789abcdef","doc":…}`. */
const head = Buffer.from('{"v":1,"id":"');
const afterId = Buffer.from('","doc":"');
const idDigits = 16;
/** 32 bits. */
const hashDigits = 8;
const headBytes = head.length + idDigits + afterId.length;

/**
 * The keys of a file of mentions. A night must not pay for years of history: the file is read in pieces, and of a line
 * that looks like ours nothing but its end and the beginning of its `id` is looked at. 365,000 lines take about 0.2 s,
 * against 5 s for reading them in full. Any other line is read in full.
 */
export function indexKeys(path: string): KeyIndex {
  const index = openKeyIndex();
  const file = openSync(path, 'r');
  try {
    let chunk: Buffer = Buffer.allocUnsafe(chunkBytes);
    let length = 0;
    /** Place of the chunk in the file. */
    let base = 0;
    for (;;) {
      const read = readSync(file, chunk, length, chunk.length - length, base + length);
      length += read;
      let start = 0;
      for (;;) {
        const hash = hashOfOurs(chunk, start, length);
        const end = chunk.indexOf(newline, hash === undefined ? start : start + headBytes);
        // What lies behind `length` is left from before.
        if (end === -1 || end >= length) break;
        addLine(start, end, hash);
        start = end + 1;
      }
      if (read === 0) {
        if (start < length) addLine(start, length, undefined);
        return index;
      }
      base += start;
      length -= start;
      if (length === chunk.length) chunk = Buffer.concat([chunk], chunk.length * 2);
      else chunk.copyWithin(0, start, start + length);
    }

    function addLine(start: number, end: number, hash: number | undefined): void {
      if (hash !== undefined && chunk[end - 1] === closing) {
        index.add(hash, base + start);
        return;
      }
      const key = end > start ? keyOfLine(chunk.toString('utf8', start, end)) : undefined;
      if (key !== undefined) index.add(hashOfKey(key), base + start);
    }
  } finally {
    closeSync(file);
  }
}

/** The hash of a line that begins as ours do; undefined of any other. */
function hashOfOurs(chunk: Buffer, start: number, length: number): number | undefined {
  if (length - start < headBytes) return undefined;
  for (let at = 0; at < head.length; at++) if (chunk[start + at] !== head[at]) return undefined;
  const id = start + head.length;
  for (let at = 0; at < afterId.length; at++) if (chunk[id + idDigits + at] !== afterId[at]) return undefined;
  let hash = 0;
  for (let at = 0; at < idDigits; at++) {
    const byte = chunk[id + at] ?? 0;
    const digit =
      byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
    if (digit === -1) return undefined;
    if (at < hashDigits) hash = (hash << 4) | digit;
  }
  return hash >>> 0;
}
