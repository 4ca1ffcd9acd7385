import type { Pack } from '../view/pack.ts';
import { holdsOrder, type Part, type Search } from '../view/text-search.ts';
import type { MentionSource } from './mention-source.ts';

/** Files of texts that are read at most to tell in which of them words stand in their order; beyond, nobody would wait. */
const mostFiles = 150;
const filesAtOnce = 12;

/** The rows that a search finds, marked with 1. `loose` where so many texts hold the words in quotes that their order was not looked at. */
export async function rowsOfSearch(
  source: MentionSource,
  pack: Pack,
  { wanted, without }: Search,
): Promise<{ rows: Uint8Array; loose: boolean }> {
  const rows = new Uint8Array(pack.count);
  if (wanted.length + without.length === 0) return { rows, loose: false };
  const held = (part: Part): Promise<Uint8Array> => source.among(pack, part.terms);
  const [found, lacking] = await Promise.all([Promise.all(wanted.map(held)), Promise.all(without.map(held))]);
  for (let at = 0; at < rows.length; at++) rows[at] = found.every((one) => one[at] === 1) ? 1 : 0;
  let loose = false;
  // What leaves out comes last: fewer texts are then to be read for it.
  for (const [part, has, keeps] of [
    ...wanted.map((part) => [part, null, true] as const),
    ...without.map((part, place) => [part, lacking[place] ?? null, false] as const),
  ]) {
    const at = Array.from(rows.keys()).filter((row) => rows[row] === 1 && (has === null || has[row] === 1));
    if (part.order === null) {
      if (!keeps) for (const row of at) rows[row] = 0;
      continue;
    }
    const ordered = await inOrder(source, pack, at, part.order);
    if (ordered === null) loose = true;
    else for (const row of at) if (ordered.has(row) !== keeps) rows[row] = 0;
  }
  return { rows, loose };
}

/** Those of some rows in whose texts words stand in their order; null where too many texts would have to be read. */
async function inOrder(
  source: MentionSource,
  pack: Pack,
  rows: readonly number[],
  order: readonly string[],
): Promise<Set<number> | null> {
  const files = Map.groupBy(rows, (row) => source.fileOfRow(pack, row));
  if (files.size > mostFiles) return null;
  const kept = new Set<number>();
  const queue = files.values();
  const reader = async (): Promise<void> => {
    for (const some of queue)
      for (const row of some) {
        const { title, excerpt } = await source.row(pack, row);
        if (holdsOrder(`${title}\n${excerpt}`, order)) kept.add(row);
      }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, reader));
  return kept;
}
