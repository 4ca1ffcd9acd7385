/** How much a piece of a word speaks for a language: the index of the language and a weight, 0–255. */
export type Posting = readonly [language: number, weight: number];

export type Ngrams = {
  /** What the weights were taken from, with its version. */
  from: string;
  /** ISO 639-1 codes. */
  languages: readonly string[];
  /** By key (see ngrams-of.ts), ascending. */
  postings: ReadonlyMap<number, readonly Posting[]>;
};

type Head = { from: string; languages: string[]; ngrams: number; postings: number };

const keyBytes = 6;
/** Every posting weighs this more than its byte says. */
const leastWeight = 53;

/**
 * The file: length of the head (4 bytes, little-endian), the head as JSON, the keys (6 bytes each, little-endian), how many
 * postings each has (1 byte), the postings (2 bytes each: language, weight).
 */
export function packNgrams({ from, languages, postings }: Ngrams): Uint8Array {
  const lists = Array.from(postings.values());
  const all = lists.flat();
  const head: Head = { from, languages: [...languages], ngrams: lists.length, postings: all.length };
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const keys = Buffer.alloc(lists.length * keyBytes);
  for (const [at, key] of Array.from(postings.keys()).entries())
    keys.writeUIntLE(key, at * keyBytes, keyBytes);
  return Buffer.concat([
    length,
    text,
    keys,
    Uint8Array.from(lists, (list) => list.length),
    Uint8Array.from(all.flat()),
  ]);
}

export type NgramTable = {
  from: string;
  languages: readonly string[];
  /** Adds what n-grams speak for, in the order of the languages, times a share. */
  add(keys: Iterable<number>, sums: Float64Array, share: number): void;
};

/**
 * Reads what `packNgrams` wrote; throws where the file is not whole. Keys are found by open addressing in typed arrays: 10 MB in
 * all, of which objects of the same content would take 400.
 */
export function readNgrams(file: Uint8Array): NgramTable {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const keysAt = 4 + view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(file.subarray(4, keysAt))) as Head;
  const countsAt = keysAt + head.ngrams * keyBytes;
  const postingsAt = countsAt + head.ngrams;
  const end = postingsAt + head.postings * 2;
  if (file.length !== end) throw new Error(`n-grams of languages: ${file.length} bytes, of ${end}`);

  const size = 2 ** Math.ceil(Math.log2(head.ngrams * 1.5 + 1));
  const low = new Uint32Array(size);
  const high = new Uint16Array(size);
  /** Where the postings start, plus one: 0 is a free slot. */
  const start = new Uint32Array(size);
  const slotOf = (keyLow: number, keyHigh: number): number => {
    let slot = Math.imul(keyLow ^ Math.imul(keyHigh, 0x9e3779b1), 0x85ebca6b) >>> 7;
    slot &= size - 1;
    while (start[slot] !== 0 && (low[slot] !== keyLow || high[slot] !== keyHigh))
      slot = (slot + 1) & (size - 1);
    return slot;
  };
  let next = 0;
  const counts = new Uint8Array(size);
  for (let at = 0; at < head.ngrams; at++) {
    const keyLow = view.getUint32(keysAt + at * keyBytes, true);
    const keyHigh = view.getUint16(keysAt + at * keyBytes + 4, true);
    const slot = slotOf(keyLow, keyHigh);
    const count = file[countsAt + at] ?? 0;
    [low[slot], high[slot], start[slot], counts[slot]] = [keyLow, keyHigh, next + 1, count];
    next += count;
  }
  const postings = Uint8Array.from(file.subarray(postingsAt));
  return {
    from: head.from,
    languages: head.languages,
    add(keys, sums, share) {
      for (const key of keys) {
        const slot = slotOf(key >>> 0, Math.floor(key / 2 ** 32));
        const from = start[slot] ?? 0;
        if (from === 0) continue;
        for (let at = (from - 1) * 2, left = counts[slot] ?? 0; left > 0; left -= 1, at += 2) {
          const language = postings[at] ?? 0;
          sums[language] = (sums[language] ?? 0) + share * ((postings[at + 1] ?? 0) + leastWeight);
        }
      }
    },
  };
}
