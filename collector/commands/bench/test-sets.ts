import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { groupOfSet, type LabelledText, readLabelled } from '../../enrich/tone/labelled-sets.ts';

export type TestSet = {
  set: string;
  kind: 'whole' | 'toward';
  group: string;
  texts: LabelledText[];
  /** Lines that are not of the layout, such as the rest of a sentence that holds a line's end. */
  malformed: number;
};

const tabbed = /^(?:neg|neu|pos)\t\d+\t\d+\t[^\t]+\t/;
/** Whether lines name a target, as those of sets do whose name begins with `target_`. */
function isToward(name: string, lines: readonly string[]): boolean {
  if (name.startsWith('target_')) return true;
  const labelled = lines.filter((line) => /^(?:neg|neu|pos)\t/.test(line));
  return labelled.length > 0 && labelled.every((line) => tabbed.test(line));
}

function readSet(folder: string, name: string, split: 'test' | 'test_mt'): TestSet {
  const file = readFileSync(join(folder, name, `${split}.tsv`), 'utf8').replace(/^\ufeff/, '');
  const lines = file.split('\n').filter((line) => line.trim() !== '');
  const toward = isToward(name, lines);
  const texts = readLabelled(file, toward);
  return {
    set: split === 'test' ? name : `${name} mt`,
    kind: toward ? 'toward' : 'whole',
    group: groupOfSet(name),
    texts,
    malformed: lines.length - texts.length,
  };
}

/** Every NAME/test.tsv of a folder, and NAME/test_mt.tsv, by name. Sets without a text in the layout come with none. */
export function testSetsOf(folder: string): TestSet[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory())
    .sort()
    .flatMap((name) =>
      (['test', 'test_mt'] as const)
        .filter((split) => statSync(join(folder, name, `${split}.tsv`), { throwIfNoEntry: false })?.isFile())
        .map((split) => readSet(folder, name, split)),
    );
}
