import type { Row } from './heard.ts';
import { type Term, wordsIn } from './text-words.ts';
import { readVarints, VarintWriter } from './varints.ts';

/**
 * Which mentions hold which word, cut into files by how words begin, so that a search loads only the files of its words.
 * A file: the length of its head in four bytes, the head as JSON, then for each word its rows as varints, each as the
 * distance to the one before.
 */
type Head = { words: string[] /** Rows of each word. */; counts: number[] };

/** How many files the words are in: few where there is little. */
export const wordFiles = (mentions: number): number =>
  mentions <= 2_000 ? 8 : mentions <= 20_000 ? 64 : 256;

/** The file of a word: all words with the same two first letters are in one, and each file has some of them. */
export function fileOf(word: string, files: number): number {
  const [first = '', second = ''] = word;
  let sum = 7;
  for (const sign of first + second) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  const spread = Math.imul(sum, 2_654_435_761) >>> 0;
  return spread % files;
}

/** The files of all words of some rows, each by its number. */
export function indexWords(rows: readonly Pick<Row, 'title' | 'excerpt'>[], files: number): Uint8Array[] {
  const holders = new Map<string, { last: number; count: number; rows: VarintWriter }>();
  for (const [at, { title, excerpt }] of rows.entries())
    for (const word of wordsIn(`${title}\n${excerpt}`)) {
      let held = holders.get(word);
      if (!held) {
        held = { last: 0, count: 0, rows: new VarintWriter() };
        holders.set(word, held);
      }
      held.rows.add(at - held.last);
      held.last = at;
      held.count++;
    }
  const words = Array.from({ length: files }, (): string[] => []);
  for (const word of holders.keys()) words[fileOf(word, files)]?.push(word);
  return words.map((list) => {
    list.sort();
    const held = list.map((word) => holders.get(word) as { count: number; rows: VarintWriter });
    const head = new TextEncoder().encode(
      JSON.stringify({ words: list, counts: held.map(({ count }) => count) } satisfies Head),
    );
    const length = held.reduce((sum, { rows: one }) => sum + one.length, 4 + head.length);
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(0, head.length);
    bytes.set(head, 4);
    let at = 4 + head.length;
    for (const { rows: one } of held) {
      bytes.set(one.bytes(), at);
      at += one.length;
    }
    return bytes;
  });
}

/** Marks with 1 the rows whose texts hold a word for a term, from the file of that term. */
export function rowsWith(file: Uint8Array, term: Term, count: number): Uint8Array {
  const size = new DataView(file.buffer, file.byteOffset).getUint32(0);
  const { words, counts } = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + size))) as Head;
  const steps = readVarints(file, 4 + size);
  const found = new Uint8Array(count);
  let at = 0;
  for (const [place, word] of words.entries()) {
    const begins = at;
    at += counts[place] ?? 0;
    if (!(term.whole ? word === term.text : word.startsWith(term.text))) continue;
    let row = 0;
    for (const step of steps.subarray(begins, at)) {
      row += step;
      if (row < count) found[row] = 1;
    }
  }
  return found;
}
