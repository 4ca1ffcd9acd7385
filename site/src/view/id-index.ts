import type { Row } from './heard.ts';

/** Where the mentions and stories stand that an address names by their ids: files by how ids begin, in each the ids by `idKey`. */
export type IdFile = { ids: Record<string, number[]>; stories: Record<string, number[]> };

const fewestInFile = 1_000;

/** How many first digits of an id name its file. */
export const idDigits = (mentions: number): number => {
  let digits = 0;
  for (let files = 1; mentions / files > fewestInFile; files *= 16) digits++;
  return digits;
};

export const isId = /^[0-9a-f]{16}$/;

/** Digits that tell the ids of one site apart: of a million, two agree in so many once in 500 sites. The rest need not be read. */
const tellingDigits = 12;

/** What a file knows an id by: its digits after those that name the file. */
export const idKey = (id: string, digits: number): string => id.slice(digits, tellingDigits);

/** `all` where one file holds everything. */
export const idFileOf = (id: string, digits: number): string => (digits === 0 ? 'all' : id.slice(0, digits));

/** The files by their names. A mention of several brands stands in several rows, a story in one for each brand: its newest. */
export function indexIds(
  rows: readonly Pick<Row, 'id' | 'story'>[],
  heads: Uint32Array,
  digits: number,
): Map<string, IdFile> {
  const files = new Map<string, IdFile>();
  const add = (kind: keyof IdFile, id: string, row: number): void => {
    // Ids name files and keys, and an address can ask for no other.
    if (!isId.test(id)) return;
    const name = idFileOf(id, digits);
    const file = files.get(name) ?? { ids: {}, stories: {} };
    files.set(name, file);
    const key = idKey(id, digits);
    const held = Object.hasOwn(file[kind], key) ? file[kind][key] : undefined;
    if (held) held.push(row);
    else file[kind][key] = [row];
  };
  for (let at = 0; at < 16 ** digits; at++) {
    const name = digits === 0 ? 'all' : at.toString(16).padStart(digits, '0');
    files.set(name, { ids: {}, stories: {} });
  }
  for (const [at, { id, story }] of rows.entries()) {
    add('ids', id, at);
    if (heads[at] === at) add('stories', story, at);
  }
  return files;
}
