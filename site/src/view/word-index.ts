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
export function indexWords(rows: Iterable<Pick<Row, 'title' | 'excerpt'>>, files: number): Uint8Array[] {
  const index = new WordIndex();
  for (const row of rows) index.add(row);
  return index.files(files);
}

/** Finds the words of rows that come one by one, and are not held. */
export class WordIndex {
  #rows = 0;
  readonly #holders = new Map<string, Holder>();

  add({ title, excerpt }: Pick<Row, 'title' | 'excerpt'>): void {
    for (const word of wordsIn(`${title}\n${excerpt}`)) {
      let held = this.#holders.get(word);
      if (!held) {
        held = { last: 0, count: 0, rows: new VarintWriter() };
        this.#holders.set(word, held);
      }
      held.rows.add(this.#rows - held.last);
      held.last = this.#rows;
      held.count++;
    }
    this.#rows++;
  }

  files(files: number): Uint8Array[] {
    const words = Array.from({ length: files }, (): string[] => []);
    for (const word of this.#holders.keys()) words[fileOf(word, files)]?.push(word);
    return words.map((list) => this.#file(list.sort()));
  }

  #file(words: string[]): Uint8Array {
    const held = words.map((word) => this.#holders.get(word) as Holder);
    const head = new TextEncoder().encode(
      JSON.stringify({ words, counts: held.map(({ count }) => count) } satisfies Head),
    );
    const length = held.reduce((sum, { rows }) => sum + rows.length, 4 + head.length);
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(0, head.length);
    bytes.set(head, 4);
    let at = 4 + head.length;
    for (const { rows } of held) {
      bytes.set(rows.bytes(), at);
      at += rows.length;
    }
    return bytes;
  }
}

/** The rows of a word, as far as they came. */
type Holder = { last: number; count: number; rows: VarintWriter };

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
