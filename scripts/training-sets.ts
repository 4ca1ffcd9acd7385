import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import emoji from 'sentiment/build/emoji.json' with { type: 'json' };
import afinn from 'sentiment/languages/en/labels.json' with { type: 'json' };
import { groupOfSet, readLabelled } from '../collector/enrich/tone/labelled-sets.ts';
import { buildLexicon } from '../collector/enrich/tone/train/build-lexicon.ts';
import { comparisons } from '../collector/enrich/tone/train/comparisons.ts';
import { denials } from '../collector/enrich/tone/train/denials.ts';
import { ownSets, ownTowardSets } from '../collector/enrich/tone/train/own-sets.ts';
import type { LabelledSet } from '../collector/enrich/tone/train/rows.ts';
import type { Splits } from '../collector/enrich/tone/train/train.ts';

/** Sets of whole texts and toward targets; each may be used for weights that are shipped under MIT. Others of a folder are left alone. */
export const wholeNames =
  `gne goemotions newsmtsc_doc sentfin_doc uci_amazon uci_imdb uci_yelp vader_amazon vader_movie vader_nyt
  vader_tweets`.split(/\s+/);
const towardNames = ['target_mams', 'target_newsmtsc', 'target_sentfin'];

/** A split of every set of the sort, and of a set's sentences that name several targets. */
export function setsOf(folder: string, split: string, toward: boolean): LabelledSet[] {
  return (toward ? towardNames : wholeNames).flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file === `${split}.tsv` || file === `${split}_mt.tsv`)
      .sort()
      .map((file) => ({
        name: `${name}${file.includes('_mt') ? ' mt' : ''}`,
        group: groupOfSet(name),
        texts: readLabelled(readFileSync(join(folder, name, file), 'utf8'), toward),
      })),
  );
}

/** What the weights are learned from, and what they are calibrated on. */
export const splitsOf = (folder: string): Splits => ({
  whole: { train: [...setsOf(folder, 'train', false), ...ownSets()], dev: setsOf(folder, 'dev', false) },
  toward: {
    train: [...setsOf(folder, 'train', true), { name: 'comparisons', group: 'any', texts: comparisons() }],
    own: [{ name: 'denials', group: 'any', texts: denials() }, ...ownTowardSets()],
    dev: setsOf(folder, 'dev', true),
  },
});

/** Ratings of words, from the packages that bring them. */
export const packedLexicon = () =>
  buildLexicon(
    readFileSync('node_modules/vader-sentiment/vader_lexicon.txt', 'utf8'),
    afinn as Record<string, number>,
    emoji as Record<string, number>,
  );
