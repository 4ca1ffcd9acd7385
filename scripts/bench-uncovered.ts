/**
 * `npm run bench -- uncovered FOLDER [DOMAIN …] [--card FILE]`: how the scorer does on texts of a trade that it has not learned
 * from. For each domain its sets are taken out of the training and of the calibration, the whole design is trained anew on what
 * is left, and the test splits of these sets are judged as texts of no known group, beside AFINN and VADER. About a minute and a
 * half a domain. Without `--card` nothing is written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ModelCard } from '#contract';
import { type Judged, measurePeer } from '../collector/commands/bench/measure-peer.ts';
import { openPeers, type Peer } from '../collector/commands/bench/peers.ts';
import { usualScorer } from '../collector/enrich/scorers.ts';
import { openModel } from '../collector/enrich/tone/model.ts';
import { packNetwork, readNetwork } from '../collector/enrich/tone/network-weights.ts';
import { asSeen, type LabelledSet } from '../collector/enrich/tone/train/rows.ts';
import { trainTone } from '../collector/enrich/tone/train/train.ts';
import { trainNetwork } from '../collector/enrich/tone/train/train-network.ts';
import { readVectors } from '../collector/enrich/tone/vectors.ts';
import { packWeights, readWeights } from '../collector/enrich/tone/weights.ts';
import { openWhole } from '../collector/enrich/tone/whole.ts';
import { packedLexicon, setsOf, splitsOf } from './training-sets.ts';

type Uncovered = NonNullable<ModelCard['uncovered']>;

/** Sets of one trade leave together, so that no sibling of a set that is judged stays in the training. */
const domains: Readonly<Record<string, readonly string[]>> = {
  forums: ['goemotions'],
  posts: ['vader_tweets'],
  products: ['vader_amazon', 'uci_amazon'],
  films: ['vader_movie', 'uci_imdb'],
  restaurants: ['uci_yelp'],
  opinion: ['vader_nyt'],
  politics: ['newsmtsc_doc'],
  finance: ['sentfin_doc'],
  headlines: ['gne'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { card: { type: 'string' } },
});
const [folder, ...asked] = positionals;
const unknown = asked.find((name) => !Object.hasOwn(domains, name));
if (folder === undefined || unknown !== undefined) {
  console.error(`npm run bench -- uncovered FOLDER [DOMAIN …]; domains: ${Object.keys(domains).join(', ')}`);
  process.exit(1);
}
// Read when all is measured too: what else it says may have been measured anew in that half hour.
const readCard = (file: string): ModelCard => ModelCard.parse(JSON.parse(readFileSync(file, 'utf8')));
if (values.card !== undefined) readCard(values.card);

const { whole } = splitsOf(folder);
const tests = setsOf(folder, 'test', false);
const vectors = readVectors(readFileSync('collector/enrich/tone/vectors.bin'));
const peers = await openPeers(usualScorer);
const [shipped] = peers as [Peer];
const beside = peers.filter(({ stated }) => !stated);

/** The usual scorer as it is without these sets. */
function trainedWithout(out: readonly string[]): Peer {
  const kept = (sets: readonly LabelledSet[]) => sets.filter(({ name }) => !out.includes(name));
  const splits = { train: kept(whole.train), dev: kept(whole.dev) };
  const silent = () => undefined;
  const weights = readWeights(
    packWeights(
      trainTone({ whole: splits, toward: { train: [], own: [], dev: [] } }, packedLexicon(), silent),
    ),
  );
  const model = openModel(weights);
  const network = trainNetwork(splits, { weights, model, vectors }, silent);
  const { judge } = openWhole(model, readNetwork(packNetwork(network)), vectors);
  return { by: shipped.by, stated: true, judge: (text) => judge(asSeen(text), 'any') };
}

const percent = (share: number | null | undefined): string =>
  (share === null || share === undefined ? '–' : (share * 100).toFixed(1)).padStart(8);
const mean = (found: readonly (number | null)[]): number | null => {
  const known = found.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};
const short = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)));

const names = [shipped, ...beside].map(({ by }) => by);
const print = (name: string, found: readonly (number | null | undefined)[]) =>
  console.log(`${name.padEnd(24)}${found.map(percent).join('')}`.trimEnd());
console.log('Macro-F1 of three classes, or accuracy of two, in %; sets whose trade nothing was learned from');
console.log(`${''.padEnd(24)}${names.map((by) => (by.split('@')[0] ?? '').padStart(8)).join('')}     ECE`);

const judged: Judged[][] = [];
for (const out of asked.length === 0 ? Object.values(domains) : asked.map((name) => domains[name] ?? [])) {
  const left = trainedWithout(out);
  for (const { name, texts } of tests.filter((set) => out.includes(set.name))) {
    const set = { set: name, kind: 'whole' as const, group: 'any', texts: [...texts], malformed: 0 };
    const row = [left, ...beside].map((peer) => measurePeer(peer, set));
    judged.push(row);
    print(name, [...row.map(({ score }) => score.macroF1 ?? score.twoClass), row[0]?.score.ece]);
  }
}
const isThree = ({ known }: Judged): boolean => known.includes(1);
const means = names.map((by, at): Uncovered['means'][number] => {
  const own = judged.map((row) => row[at] as Judged);
  return {
    by,
    macroF1: short(mean(own.filter(isThree).map(({ score }) => score.macroF1))),
    twoClass: short(mean(own.filter((one) => !isThree(one)).map(({ score }) => score.twoClass))),
    ece: short(mean(own.map(({ score }) => score.ece))),
  };
});
print('mean of three classes', [...means.map(({ macroF1 }) => macroF1), means[0]?.ece]);
print(
  'mean of two classes',
  means.map(({ twoClass }) => twoClass),
);

if (values.card !== undefined && asked.length === 0) {
  const card = readCard(values.card);
  if (card.scorer !== shipped.by) {
    console.error(`${values.card} is the card of ${card.scorer}, not of ${shipped.by}: nothing is written`);
    process.exit(1);
  }
  const sets = judged.map((row): Uncovered['sets'][number] => {
    const { set, known } = row[0] as Judged;
    const scores = row.map(({ score }, at) => [
      names[at],
      Object.fromEntries(Object.entries(score).map(([key, value]) => [key, short(value)])),
    ]);
    return {
      ...{ set: set.set, kind: set.kind, group: set.group, texts: known.length, malformed: 0 },
      classes: known.includes(1) ? 3 : 2,
      scores: Object.fromEntries(scores),
    };
  });
  const uncovered: Uncovered = { peers: names, sets, means };
  writeFileSync(values.card, `${JSON.stringify(ModelCard.parse({ ...card, uncovered }), null, 2)}\n`);
  console.log(`${values.card}: written`);
}
