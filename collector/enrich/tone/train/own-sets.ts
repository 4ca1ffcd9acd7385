import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLabelled } from '../labelled-sets.ts';
import type { ToneGroup } from '../weights.ts';
import type { LabelledSet } from './rows.ts';

const groups = ['news', 'social', 'reviews'] as const;
const read = (file: string, group: ToneGroup, targeted: boolean): LabelledSet => ({
  name: `own ${file}`,
  group,
  texts: readLabelled(readFileSync(join(import.meta.dirname, 'own', `${file}.tsv`), 'utf8'), targeted),
});

/**
 * Sentences of our own, labelled by hand as they were written: what people say of apps, airlines, gadgets, hotels, banks and a
 * dozen other trades that no public set holds, and what misleads who counts words: complaints denied, praise denied, winks,
 * wishes, plain facts that are complaints. All brands and people in them are invented. In `own/`, in the layout of the public
 * sets; they are trained on and never measured by.
 */
export const ownSets = (): LabelledSet[] => groups.map((group) => read(group, group, false));

/** The same toward one who is named in them: who sues and who is sued, who is left and for whom, who merely brought it. */
export const ownTowardSets = (): LabelledSet[] => groups.map((group) => read(`toward-${group}`, group, true));
