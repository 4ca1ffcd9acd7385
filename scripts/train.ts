/**
 * `npm run train -- FOLDER [--out FILE]`: makes the weights of the tone scorer from labelled texts, NAME/{train,dev,test}.tsv, and
 * prints how they do on the test splits, which are read last and for nothing else. Which sets: collector/enrich/tone/NOTICE.
 * `npm run train -- --fetch FOLDER`: gets these sets from their public addresses into FOLDER, and trains nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureSet, type SetMeasure } from '../collector/enrich/tone/measure-set.ts';
import { openModel } from '../collector/enrich/tone/model.ts';
import { packNetwork, readNetwork } from '../collector/enrich/tone/network-weights.ts';
import { openToward, packToward, readToward } from '../collector/enrich/tone/toward.ts';
import { asSeen } from '../collector/enrich/tone/train/rows.ts';
import { trainTone } from '../collector/enrich/tone/train/train.ts';
import { trainNetwork } from '../collector/enrich/tone/train/train-network.ts';
import { trainToward } from '../collector/enrich/tone/train/train-toward.ts';
import { readVectors } from '../collector/enrich/tone/vectors.ts';
import { packWeights, readWeights } from '../collector/enrich/tone/weights.ts';
import { openWhole } from '../collector/enrich/tone/whole.ts';
import { packedLexicon, setsOf, splitsOf } from './training-sets.ts';

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
  console.error(
    values.fetch
      ? 'npm run train -- --fetch FOLDER: say into which folder the public sets are to go'
      : 'npm run train -- FOLDER: a folder with NAME/train.tsv, NAME/dev.tsv and NAME/test.tsv; --fetch FOLDER gets them',
  );
  process.exit(1);
}

const splits = splitsOf(folder);
const packed = packWeights(trainTone(splits, packedLexicon(), console.log));
function write(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
write(values.out, packed);

const weights = readWeights(packed);
const model = openModel(weights);
const vectors = readVectors(readFileSync('collector/enrich/tone/vectors.bin'));
const packedNetwork = packNetwork(trainNetwork(splits.whole, { weights, model, vectors }, console.log));
write(join(dirname(values.out), 'network.bin'), packedNetwork);
const whole = openWhole(model, readNetwork(packedNetwork), vectors);
const packedToward = packToward(trainToward(splits.toward, { model, vectors }, console.log));
write(join(dirname(values.out), 'toward.bin'), packedToward);
const toward = openToward(model, readToward(packedToward), vectors);

const percent = (share: number) => (share * 100).toFixed(1).padStart(6);
console.log(`${'test split'.padEnd(24)} texts  linear: macro-F1 or accuracy, ECE  both stages: likewise`);
for (const { name, group, texts } of [...setsOf(folder, 'test', false), ...setsOf(folder, 'test', true)]) {
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
