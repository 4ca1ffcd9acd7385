import type { Word } from './copy-words.ts';

/** Words from `from` up to `to` in each of two texts that have no counterpart in the other. */
export type Gap = { a: { from: number; to: number }; b: { from: number; to: number } };
export type Alignment = {
  /** Weight of the words that both texts say in the same order. */
  matched: number;
  gaps: Gap[];
};

/** What a word is worth more that follows the same word as in the other text: runs say more than scattered words. */
const inRun = 0.3;
const leastRun = 0.6;

/** Reused from call to call, as thousands of texts are aligned a second. */
let best = new Float64Array(1 << 12);
let ends = new Uint8Array(1 << 12);

/**
 * The heaviest common subsequence of two texts (Needleman and Wunsch 1970, without a cost for gaps), after the words that
 * both begin and end with.
 */
export function align(a: readonly Word[], b: readonly Word[]): Alignment {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start]?.hash === b[start]?.hash) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end)?.hash === b.at(-1 - end)?.hash) end += 1;
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  const edges = weightOf(a, 0, start) + weightOf(a, a.length - end);
  if (rows === 0 && columns === 0) return { matched: edges, gaps: [] };
  const size = (rows + 1) * (columns + 1);
  if (best.length < size) {
    best = new Float64Array(size * 2);
    ends = new Uint8Array(size * 2);
  }
  fillIn(a, b, start, rows, columns);
  const { gaps, matched } = gapsOf(a, start, rows, columns);
  return withoutCrumbs(a, gaps, matched + edges);
}

function fillIn(a: readonly Word[], b: readonly Word[], start: number, rows: number, columns: number): void {
  const width = columns + 1;
  const hashes = Uint32Array.from({ length: columns }, (_, at) => (b[start + at] as Word).hash);
  best.fill(0, 0, width);
  ends.fill(0, 0, (rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    const { hash, weight } = a[start + i - 1] as Word;
    let at = i * width;
    best[at] = 0;
    for (let j = 1; j <= columns; j++) {
      at += 1;
      let most = Math.max(best[at - width] as number, best[at - 1] as number);
      if (hash === hashes[j - 1]) {
        const through = (best[at - width - 1] as number) + weight + (ends[at - width - 1] ? inRun : 0);
        if (through >= most) {
          most = through;
          ends[at] = 1;
        }
      }
      best[at] = most;
    }
  }
}

function gapsOf(a: readonly Word[], start: number, rows: number, columns: number): Alignment {
  const width = columns + 1;
  const gaps: Gap[] = [];
  let [i, j] = [rows, columns];
  let [endA, endB] = [i, j];
  let matched = 0;
  const close = () => {
    if (endA === i && endB === j) return;
    gaps.push({ a: { from: start + i, to: start + endA }, b: { from: start + j, to: start + endB } });
  };
  while (i > 0 && j > 0) {
    const at = i * width + j;
    if (ends[at]) {
      close();
      matched += (a[start + i - 1] as Word).weight;
      i -= 1;
      j -= 1;
      [endA, endB] = [i, j];
    } else if (best[at - width] === best[at]) i -= 1;
    else j -= 1;
  }
  [i, j] = [0, 0];
  close();
  return { matched, gaps: gaps.reverse() };
}

/** A lone "of the" between two gaps is chance, no agreement: the gaps are one. */
function withoutCrumbs(a: readonly Word[], gaps: readonly Gap[], matched: number): Alignment {
  const joined: Gap[] = [];
  let left = matched;
  for (const gap of gaps) {
    const before = joined.at(-1);
    const run = before === undefined ? Number.POSITIVE_INFINITY : weightOf(a, before.a.to, gap.a.from);
    if (before === undefined || run >= leastRun) {
      joined.push(gap);
      continue;
    }
    left -= run;
    joined[joined.length - 1] = {
      a: { from: before.a.from, to: gap.a.to },
      b: { from: before.b.from, to: gap.b.to },
    };
  }
  return { matched: left, gaps: joined };
}

export function weightOf(words: readonly Word[], from = 0, to = words.length): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (words[at] as Word).weight;
  return sum;
}
