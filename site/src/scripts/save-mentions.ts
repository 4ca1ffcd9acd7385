import { mentionsCsv, mentionsJson } from '../view/mention-download.ts';
import type { Fitting } from './fitting.ts';
import type { MentionSource } from './mention-source.ts';
import { saveFile } from './save-file.ts';

const filesAtOnce = 6;

/** Reads the texts of all mentions that fit and hands them over as one file: whole, or not at all. */
export async function saveMentions(
  source: MentionSource,
  { pack, filter, selection, folds }: Fitting,
  kind: 'csv' | 'json',
  told: (done: number, all: number) => void,
): Promise<void> {
  const ofFiles = Map.groupBy(selection.rows, (row) => source.fileOfRow(pack, row));
  const queue = ofFiles.values();
  let done = 0;
  const reader = async (): Promise<void> => {
    for (const [row = 0] of queue) {
      await source.row(pack, row);
      done += 1;
      told(done, ofFiles.size);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, reader));
  // In the order of the page; by date, copies stand where their dates put them.
  const byDate = filter.sort === '';
  const order = byDate ? [...selection.rows] : folds.flatMap(({ row, copies }) => [row, ...copies]);
  const rows = await Promise.all(order.map((row) => source.row(pack, row)));
  if (kind === 'csv') saveFile('mentions.csv', 'text/csv;charset=utf-8', mentionsCsv(rows));
  else saveFile('mentions.json', 'application/json', mentionsJson(rows, location.href));
}
