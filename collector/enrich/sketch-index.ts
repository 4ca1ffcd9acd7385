import { mixed, type Reading, type Word } from './copy-words.ts';

/** Word pairs kept of an excerpt, and of a title: enough that copies share some, few enough for 100,000 mentions. */
const mostOf = { title: 12, excerpt: 16 };
/** Pairs of two short words stand in any text. */
const leastWeight = 0.8;

/** The smallest hashes of the word pairs of a text: a MinHash sketch (Broder 1997, bottom-k), so that alike texts share some. */
function smallestPairs(words: readonly Word[], most: number): number[] {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < words.length; at++) {
    const [first, second] = [words[at] as Word, words[at + 1] as Word];
    if (first.weight + second.weight >= leastWeight)
      pairs.add(mixed((Math.imul(first.hash, 31) + second.hash) | 0));
  }
  const hashes = Array.from(pairs);
  return hashes.length <= most ? hashes : hashes.sort((a, b) => a - b).slice(0, most);
}

/** Of title and excerpt apart, as one of them may be all that two copies share. */
export function sketchOf({ title, outletFrom, excerpt }: Reading): number[] {
  const ofTitle = smallestPairs(title.slice(0, outletFrom), mostOf.title);
  return ofTitle.concat(smallestPairs(excerpt, mostOf.excerpt).filter((hash) => !ofTitle.includes(hash)));
}

const emptySlot = -1;
/** Of those that share one pair, so many of the latest are looked at: a phrase that everybody uses tells nothing. */
const mostSharing = 24;
const fewestShared = 2;

/**
 * Which entries share word pairs with a text. Entries are numbers from 0 on, added in order. Lists of postings in typed
 * arrays: 8 bytes a posting, since 100,000 mentions have more than two million.
 */
export function openSketchIndex() {
  let heads = new Int32Array(1 << 12).fill(emptySlot);
  let next = new Int32Array(1 << 12);
  let entries = new Int32Array(1 << 12);
  let hashes = new Uint32Array(1 << 12);
  let size = 0;
  /** Pairs that each entry shares with the text that is looked for; all 0 in between. */
  let counts = new Uint8Array(1 << 12);

  const slot = (hash: number) => hash & (heads.length - 1);

  function grow(): void {
    const longer = <T extends Int32Array | Uint32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    next = longer(next, new Int32Array(size * 2));
    entries = longer(entries, new Int32Array(size * 2));
    hashes = longer(hashes, new Uint32Array(size * 2));
    heads = new Int32Array(size * 2).fill(emptySlot);
    for (let at = 0; at < size; at++) link(at, hashes[at] as number);
  }
  function link(at: number, hash: number): void {
    next[at] = heads[slot(hash)] as number;
    heads[slot(hash)] = at;
  }

  return {
    add(entry: number, sketch: readonly number[]): void {
      for (const hash of sketch) {
        if (size === next.length) grow();
        entries[size] = entry;
        hashes[size] = hash;
        link(size, hash);
        size += 1;
      }
    },
    /** Entries that fit and share at least two pairs, or the only one there is; those that share most first, then the earliest. */
    alike(sketch: readonly number[], most: number, fits: (entry: number) => boolean): number[] {
      const found: number[] = [];
      if (counts.length < next.length) counts = new Uint8Array(next.length);
      for (const hash of sketch) {
        let left = mostSharing;
        for (let at = heads[slot(hash)] as number; at !== emptySlot && left > 0; at = next[at] as number) {
          if (hashes[at] !== hash) continue;
          const entry = entries[at] as number;
          if (counts[entry] === 0) {
            if (!fits(entry)) continue;
            found.push(entry);
          }
          counts[entry] = (counts[entry] as number) + 1;
          left -= 1;
        }
      }
      const fewest = Math.min(fewestShared, sketch.length);
      const alike = found
        .map((entry) => ({ entry, shared: counts[entry] as number }))
        .filter(({ shared }) => shared >= fewest)
        .sort((a, b) => b.shared - a.shared || a.entry - b.entry)
        .slice(0, most)
        .map(({ entry }) => entry);
      for (const entry of found) counts[entry] = 0;
      return alike;
    },
  };
}
