// FNV-1a over UTF-16 code units, 32 bits.
const start = 0x811c9dc5 | 0;
const prime = 16777619;
const longestWord = 24;

export function hashOf(text: string, seed: number = start): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}

/** A hash of two in this order. */
export const joined = (first: number, second: number): number =>
  Math.imul(Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ second, 0x297a2d39);

/** The place of a hash in a table of any size (MurmurHash3's finaliser spreads it). */
export function bucketOf(hash: number, size: number): number {
  let spread = hash ^ (hash >>> 16);
  spread = Math.imul(spread, 0x85ebca6b);
  spread ^= spread >>> 13;
  spread = Math.imul(spread, 0xc2b2ae35);
  return ((spread ^ (spread >>> 16)) >>> 0) % size;
}

/** Buckets of the 3 to 5 characters in a row of a word, its ends marked; none for words too long to be words. */
export function characterBuckets(word: string, size: number): number[] {
  const buckets: number[] = [];
  if (word.length > longestWord) return buckets;
  const marked = `_${word}_`;
  for (let from = 0; from < marked.length - 2; from += 1) {
    let hash = 0x5bd1e995;
    const length = Math.min(5, marked.length - from);
    for (let at = 0; at < length; at += 1) {
      hash = Math.imul(hash ^ marked.charCodeAt(from + at), prime);
      if (at >= 2) buckets.push(bucketOf(hash, size));
    }
  }
  return buckets;
}
