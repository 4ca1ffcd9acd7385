/**
 * `npm run train -- FOLDER [--out FILE]`: makes the weights of the tone scorer from labelled texts, NAME/{train,dev,test}.tsv, and
 * prints how they do on the test splits, which are read last and for nothing else. Which sets: collector/enrich/tone/NOTICE.
 * `npm run train -- --fetch FOLDER`: gets these sets from their public addresses into FOLDER, and trains nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import emoji from 'sentiment/build/emoji.json' with { type: 'json' };
import afinn from 'sentiment/languages/en/labels.json' with { type: 'json' };
import { groupOfSet, readLabelled } from '../collector/enrich/tone/labelled-sets.ts';
import { measureSet, type SetMeasure } from '../collector/enrich/tone/measure-set.ts';
import { openModel } from '../collector/enrich/tone/model.ts';
import { packNetwork, readNetwork } from '../collector/enrich/tone/network-weights.ts';
import { openToward, packToward, readToward } from '../collector/enrich/tone/toward.ts';
import { buildLexicon } from '../collector/enrich/tone/train/build-lexicon.ts';
import { comparisons } from '../collector/enrich/tone/train/comparisons.ts';
import { ownSets } from '../collector/enrich/tone/train/own-sets.ts';
import { asSeen, type LabelledSet } from '../collector/enrich/tone/train/rows.ts';
import { trainTone } from '../collector/enrich/tone/train/train.ts';
import { trainNetwork } from '../collector/enrich/tone/train/train-network.ts';
import { trainToward } from '../collector/enrich/tone/train/train-toward.ts';
import { readVectors } from '../collector/enrich/tone/vectors.ts';
import { packWeights, readWeights } from '../collector/enrich/tone/weights.ts';
import { openWhole } from '../collector/enrich/tone/whole.ts';

// Each may be used for weights that are shipped under MIT; another set of the folder is left alone.
const trained =
  `gne goemotions newsmtsc_doc sentfin_doc uci_amazon uci_imdb uci_yelp vader_amazon vader_movie vader_nyt
  vader_tweets target_mams target_newsmtsc target_sentfin`.split(/\s+/);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'collector/enrich/tone/weights.bin' },
    fetch: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (values.fetch && folder !== undefined) {
  const { fetchPublicSets } = await import('./fetch-sets.ts');
  process.exit(await fetchPublicSets(folder));
}
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run train -- FOLDER: a folder with NAME/train.tsv, NAME/dev.tsv and NAME/test.tsv');
  process.exit(1);
}

const isToward = (name: string) => name.startsWith('target_');
function setsOf(split: string, toward: boolean): LabelledSet[] {
  return trained
    .filter((name) => isToward(name) === toward)
    .flatMap((name) =>
      readdirSync(join(folder as string, name))
        .filter((file) => file === `${split}.tsv` || file === `${split}_mt.tsv`)
        .sort()
        .map((file) => ({
          name: `${name}${file.includes('_mt') ? ' mt' : ''}`,
          group: groupOfSet(name),
          texts: readLabelled(readFileSync(join(folder as string, name, file), 'utf8'), toward),
        })),
    );
}

const wholeTrain = (): LabelledSet[] => [...setsOf('train', false), ...ownSets()];
const towardTrain = (): LabelledSet[] => [
  ...setsOf('train', true),
  { name: 'comparisons', group: 'any', texts: comparisons() },
];

const vader = readFileSync('node_modules/vader-sentiment/vader_lexicon.txt', 'utf8');
const packed = packWeights(
  trainTone(
    {
      whole: { train: wholeTrain(), dev: setsOf('dev', false) },
      toward: { train: towardTrain(), dev: setsOf('dev', true) },
    },
    buildLexicon(vader, afinn as Record<string, number>, emoji as Record<string, number>),
    console.log,
  ),
);
function write(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
write(values.out, packed);

const weights = readWeights(packed);
const model = openModel(weights);
const vectors = readVectors(readFileSync('collector/enrich/tone/vectors.bin'));
const packedNetwork = packNetwork(
  trainNetwork({ train: wholeTrain(), dev: setsOf('dev', false) }, { weights, model, vectors }, console.log),
);
write(join(dirname(values.out), 'network.bin'), packedNetwork);
const whole = openWhole(model, readNetwork(packedNetwork), vectors);
const packedToward = packToward(
  trainToward({ train: towardTrain(), dev: setsOf('dev', true) }, { model, vectors }, console.log),
);
write(join(dirname(values.out), 'toward.bin'), packedToward);
const toward = openToward(model, readToward(packedToward), vectors);

const percent = (share: number) => (share * 100).toFixed(1).padStart(6);
console.log(`${'test split'.padEnd(24)} texts  linear: macro-F1 or accuracy, ECE  both stages: likewise`);
for (const { name, group, texts } of [...setsOf('test', false), ...setsOf('test', true)]) {
  const known = texts.map(({ label }) => label);
  const [linear, both] = [model, { whole: whole.judge, toward: toward.judge }].map((judge) =>
    measureSet(
      known,
      texts.map((text) => (text.target ? judge.toward : judge.whole)(asSeen(text), group)),
    ),
  ) as [SetMeasure, SetMeasure];
  console.log(
    `${name.padEnd(24)} ${String(texts.length).padStart(5)}  ${[linear, both].map(({ score, ece }) => `${percent(score)} ${percent(ece)}`).join('  ')}${both.classes === 2 ? '  (accuracy)' : ''}`,
  );
}
