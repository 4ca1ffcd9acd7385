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

/**
 * Hashes of a mention word for word, without the name of the outlet: title and excerpt as one, then each of them alone where
 * it says something. A copy is found by them however many texts are like it.
 */
export function exactKeysOf({ title, outletFrom, excerpt }: Reading): number[] {
  const ofTitle = hashOfAll(title.slice(0, outletFrom), 1);
  const keys = [hashOfAll(excerpt, ofTitle)];
  if (excerpt.length >= fewestWords.excerpt) keys.push(hashOfAll(excerpt, 2));
  if (outletFrom >= fewestWords.title) keys.push(ofTitle);
  return keys;
}
const fewestWords = { title: 3, excerpt: 6 };
const hashOfAll = (words: readonly Word[], seed: number): number =>
  words.reduce((sum, { hash }) => mixed((Math.imul(sum, 31) + hash) | 0), mixed(seed));

const emptySlot = -1;
/** Of those that share one hash, so many of the latest are looked at: a phrase that everybody uses tells nothing. */
const mostSharing = 48;
/** Entries that do not fit are passed over, but no more than these. */
const mostPassed = 400;
const fewestShared = 2;

/**
 * Which entries share hashes with a text. Entries are numbers from 0 on, added in order. A hash table with linear probing
 * leads from each hash to its latest posting, and each posting to the one before it; all in typed arrays, since 100,000
 * mentions have nearly three million postings.
 */
export function openSketchIndex() {
  let keys = new Uint32Array(1 << 12);
  let heads = new Int32Array(1 << 12).fill(emptySlot);
  let used = 0;
  let next = new Int32Array(1 << 12);
  let entries = new Int32Array(1 << 12);
  let size = 0;
  /** What each entry shares with the text that is looked for, and in how many hashes; all 0 in between. */
  let shares = new Float32Array(1 << 10);
  let counts = new Uint8Array(1 << 10);

  function slotOf(hash: number): number {
    let slot = hash & (keys.length - 1);
    while (heads[slot] !== emptySlot && keys[slot] !== hash) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }
  function growTable(): void {
    const [oldKeys, oldHeads] = [keys, heads];
    keys = new Uint32Array(oldKeys.length * 2);
    heads = new Int32Array(oldKeys.length * 2).fill(emptySlot);
    for (const [at, head] of oldHeads.entries()) {
      if (head === emptySlot) continue;
      const slot = slotOf(oldKeys[at] as number);
      keys[slot] = oldKeys[at] as number;
      heads[slot] = head;
    }
  }
  function growPostings(): void {
    const longer = (old: Int32Array<ArrayBuffer>) => {
      const fresh = new Int32Array(old.length * 2);
      fresh.set(old);
      return fresh;
    };
    next = longer(next);
    entries = longer(entries);
  }

  /** Entries that fit and hold a hash, the latest first, `mostSharing` at most. */
  function holding(hash: number, fits: (entry: number) => boolean): number[] {
    const found: number[] = [];
    let passed = 0;
    for (
      let at = heads[slotOf(hash)] as number;
      at !== emptySlot && found.length < mostSharing && passed < mostPassed;
      at = next[at] as number
    ) {
      const entry = entries[at] as number;
      if (counts[entry] !== 0 || fits(entry)) found.push(entry);
      else passed += 1;
    }
    return found;
  }

  return {
    add(entry: number, hashes: readonly number[]): void {
      for (const hash of hashes) {
        if (size === next.length) growPostings();
        if (used * 3 >= keys.length * 2) growTable();
        const slot = slotOf(hash);
        if (heads[slot] === emptySlot) used += 1;
        keys[slot] = hash;
        entries[size] = entry;
        next[size] = heads[slot] as number;
        heads[slot] = size;
        size += 1;
      }
      if (entry >= counts.length) {
        counts = new Uint8Array(entry * 2);
        shares = new Float32Array(entry * 2);
      }
    },
    /** The earliest entries, `most` at most, that fit and hold one of the hashes: those of the first hash before others. */
    holdingAny(hashes: readonly number[], most: number, fits: (entry: number) => boolean): number[] {
      const all = hashes.flatMap((hash) => holding(hash, fits).reverse().slice(0, most));
      return all.length < 2 ? all : Array.from(new Set(all));
    },
    /**
     * Entries that fit and share at least two hashes, or the only one there is; those that share most first, then the
     * earliest. A hash counts for more the fewer entries hold it (as in inverse document frequency, Spärck Jones 1972),
     * so that among a hundred texts of one template those with the same rare words come first.
     */
    alike(sketch: readonly number[], most: number, fits: (entry: number) => boolean): number[] {
      const touched: number[] = [];
      let common = 0;
      for (const hash of sketch) {
        const found = holding(hash, fits);
        if (found.length === mostSharing) common += 1;
        // From 1 for a common hash up.
        const share = Math.log2((2 * mostSharing) / Math.max(1, found.length));
        for (const entry of found) {
          if (counts[entry] === 0) touched.push(entry);
          counts[entry] = (counts[entry] as number) + 1;
          shares[entry] = (shares[entry] as number) + share;
        }
      }
      // Who holds a common hash is not known of all: it is taken as held by those that share a rare one.
      const fewest = Math.min(fewestShared, sketch.length);
      const alike = touched
        .filter(
          (entry) => (counts[entry] as number) >= fewest || (common > 0 && (shares[entry] as number) > 1),
        )
        .map((entry) => ({ entry, share: shares[entry] as number }))
        .sort((a, b) => b.share - a.share || a.entry - b.entry)
        .slice(0, most)
        .map(({ entry }) => entry);
      for (const entry of touched) {
        counts[entry] = 0;
        shares[entry] = 0;
      }
      return alike;
    },
  };
}
