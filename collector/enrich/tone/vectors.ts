import { hashOf } from './hashing.ts';

/** Word vectors: what stands near what in English at large, also for words that no labelled text holds. See NOTICE. */
export type Vectors = {
  dimensions: number;
  count: number;
  /** The place of a token's vector; below 0 where it has none. Of "Bluebird's" that of "Bluebird" is taken. */
  placeOf(token: string): number;
  /** Writes the vector at a place, `dimensions` numbers of about -3 … 3, beginning at `at`. */
  copy(place: number, into: Float32Array | Float64Array, at?: number): void;
};

/** What the 16 steps of half a byte stand for, in standard deviations: those that lose least of a normal distribution. */
export const vectorSteps = [
  -2.733, -2.069, -1.618, -1.256, -0.9424, -0.6568, -0.3881, -0.1284, 0.1284, 0.3881, 0.6568, 0.9424, 1.256,
  1.618, 2.069, 2.733,
] as const;

type Head = { count: number; dimensions: number };

/**
 * The file: length of the head (4 bytes, little-endian), the head as JSON, the words' hashes in ascending order (4 bytes each,
 * little-endian), then for each word half a byte a dimension, the first of two in the higher half.
 */
export function packVectors(words: readonly { hash: number; values: readonly number[] }[]): Uint8Array {
  const sorted = words.toSorted((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
  const dimensions = sorted[0]?.values.length ?? 0;
  const head = Buffer.from(JSON.stringify({ count: sorted.length, dimensions } satisfies Head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const hashes = Buffer.alloc(sorted.length * 4);
  const halves = Buffer.alloc((sorted.length * dimensions) / 2);
  for (const [place, { hash, values }] of sorted.entries()) {
    hashes.writeUInt32LE(hash >>> 0, place * 4);
    for (const [at, value] of values.entries()) {
      const byte = (place * dimensions + at) >> 1;
      halves[byte] = (halves[byte] as number) | (nearestStep(value) << (at % 2 === 0 ? 4 : 0));
    }
  }
  return Buffer.concat([length, head, hashes, halves]);
}

function nearestStep(value: number): number {
  let best = 0;
  for (const [step, stands] of vectorSteps.entries())
    if (Math.abs(stands - value) < Math.abs((vectorSteps[best] as number) - value)) best = step;
  return best;
}

/** Reads what `packVectors` wrote; throws where the file is not whole. The bytes stay packed: a word is unpacked when asked for. */
export function readVectors(file: Uint8Array): Vectors {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headEnd = 4 + view.getUint32(0, true);
  const { count, dimensions } = JSON.parse(new TextDecoder().decode(file.subarray(4, headEnd))) as Head;
  const halvesAt = headEnd + count * 4;
  const end = halvesAt + (count * dimensions) / 2;
  if (file.length !== end) throw new Error(`vectors of words: ${file.length} bytes, of ${end}`);
  const hashes = Uint32Array.from({ length: count }, (_, at) => view.getUint32(headEnd + at * 4, true));

  function placeOfHash(hash: number): number {
    let [from, to] = [0, count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((hashes[middle] as number) < hash) from = middle + 1;
      else to = middle;
    }
    return hashes[from] === hash ? from : -1;
  }
  return {
    dimensions,
    count,
    placeOf(token) {
      const place = placeOfHash(hashOf(token) >>> 0);
      const apostrophe = token.indexOf("'");
      return place >= 0 || apostrophe <= 0 ? place : placeOfHash(hashOf(token.slice(0, apostrophe)) >>> 0);
    },
    copy(place, into, at = 0) {
      const from = halvesAt + (place * dimensions) / 2;
      for (let pair = 0; pair < dimensions / 2; pair += 1) {
        const byte = file[from + pair] as number;
        into[at + pair * 2] = vectorSteps[byte >> 4] as number;
        into[at + pair * 2 + 1] = vectorSteps[byte & 15] as number;
      }
    },
  };
}
