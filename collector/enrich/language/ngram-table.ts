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
  add(keys: readonly number[], sums: Float64Array, share: number): void;
};

/** Numbers of a slot: the low 32 bits of the key, its high 16 and how many postings, where they start. */
const slotNumbers = 3;

/**
 * Reads what `packNgrams` wrote; throws where the file is not whole. Keys are found by open addressing in one array: 10 MB in all,
 * where objects of the same content take 400, and a key is one look into memory.
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
  const slots = new Uint32Array(size * slotNumbers);
  /** Where a key stands, or the free slot for it: no key has a posting count of 0. */
  function slotOf(low: number, high: number): number {
    let slot = (Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> 7) & (size - 1);
    for (;;) {
      const at = slot * slotNumbers;
      const rest = slots[at + 1] ?? 0;
      if (rest === 0 || (slots[at] === low && rest >>> 16 === high)) return at;
      slot = (slot + 1) & (size - 1);
    }
  }
  let next = 0;
  for (let at = 0; at < head.ngrams; at++) {
    const low = view.getUint32(keysAt + at * keyBytes, true);
    const high = view.getUint16(keysAt + at * keyBytes + 4, true);
    const count = file[countsAt + at] ?? 0;
    const slot = slotOf(low, high);
    slots[slot] = low;
    slots[slot + 1] = high * 2 ** 16 + count;
    slots[slot + 2] = next;
    next += count;
  }
  const postings = Uint8Array.from(file.subarray(postingsAt));
  return {
    from: head.from,
    languages: head.languages,
    add(keys, sums, share) {
      for (const key of keys) {
        const slot = slotOf(key >>> 0, Math.floor(key / 2 ** 32));
        const start = (slots[slot + 2] ?? 0) * 2;
        const end = start + ((slots[slot + 1] ?? 0) & 0xffff) * 2;
        for (let at = start; at < end; at += 2) {
          const language = postings[at] ?? 0;
          sums[language] = (sums[language] ?? 0) + share * ((postings[at + 1] ?? 0) + leastWeight);
        }
      }
    },
  };
}
