import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLabelled } from '../labelled-sets.ts';
import type { LabelledSet } from './rows.ts';

/**
 * Sentences of our own, labelled by hand as they were written: what people say of apps, airlines, gadgets, hotels, banks and a
 * dozen other trades that no public set holds, and what misleads who counts words: complaints denied, praise denied, winks,
 * wishes, plain facts that are complaints. All brands and people in them are invented. In `own/`, in the layout of the public
 * sets; they are trained on and never measured by.
 */
export const ownSets = (): LabelledSet[] =>
  (['news', 'social', 'reviews'] as const).map((group) => ({
    name: `own ${group}`,
    group,
    texts: readLabelled(readFileSync(join(import.meta.dirname, 'own', `${group}.tsv`), 'utf8'), false),
  }));
