import { lexiconOf, type Model, mixed, type Odds } from '../model.ts';
import { openNetwork } from '../network.ts';
import type { NetworkWeights } from '../network-weights.ts';
import type { Vectors } from '../vectors.ts';
import { type ToneGroup, toneGroups, type Weights } from '../weights.ts';
import { calibrate, type JudgedSet, lossOf } from './calibrate.ts';
import { learnNetwork, type NetworkFitting } from './learn-network.ts';
import { asSeen, type LabelledSet } from './rows.ts';
import { wordRowsOf } from './word-rows.ts';

/** Found on the dev splits, and on sets that were left out of the training. */
const fitting: NetworkFitting = {
  filters: 64,
  epochs: 4,
  batch: 128,
  rate: 0.003,
  smoothing: 0.1,
  hiddenWords: 0.1,
  hiddenFilters: 0.3,
  groupless: 0.3,
  groupCount: toneGroups.length - 1,
  seed: 1,
};
const shares = [0.2, 0.3, 0.4, 0.5, 0.6];

type BothJudged = Omit<JudgedSet, 'odds'> & { group: ToneGroup; linear: Odds[]; network: Odds[] };

/** The share of the network and the calibration of both under which the known labels are likeliest. */
function bestOf(sets: readonly BothJudged[]): NetworkWeights['groups'][ToneGroup] {
  const tried = shares.map((share) => {
    const judged = sets.map(({ linear, network, ...set }) => ({
      ...set,
      odds: network.map((odds, at) => mixed(odds, linear[at] as Odds, share)),
    }));
    const calibration = calibrate(judged);
    return { share, ...calibration, loss: lossOf(judged, calibration) };
  });
  const { loss: _, ...best } = tried.reduce((one, other) => (other.loss < one.loss ? other : one));
  return best;
}

/**
 * The second stage: a network on word vectors, trained on the train splits, mixed with the linear model and calibrated with it on
 * the dev splits. The same splits give the same numbers, bit for bit, on one machine.
 */
export function trainNetwork(
  { train, dev }: { train: readonly LabelledSet[]; dev: readonly LabelledSet[] },
  { weights, model, vectors }: { weights: Weights; model: Model; vectors: Vectors },
  say: (line: string) => void,
): NetworkWeights {
  const rows = wordRowsOf(train, { lexicon: lexiconOf(weights.lexicon), vectors });
  say(`${rows.labels.length} texts, ${rows.words.length} words for the network`);
  const layers = learnNetwork(rows, fitting, (epoch, loss) =>
    say(`epoch ${epoch + 1} of ${fitting.epochs}: loss ${loss.toFixed(4)}`),
  );
  const network = openNetwork(layers, vectors);
  const judged = dev.map(({ group, texts }): BothJudged => {
    const tokens = texts.map(asSeen);
    return {
      group,
      linear: tokens.map((text) => model.odds.whole(text, group)),
      network: tokens.map((text) => network.odds(text, model.wordsOf(text))),
      labels: texts.map(({ label }) => label),
      twoClasses: texts.every(({ label }) => label !== 1),
    };
  });
  const ungrouped = dev.map(({ texts }, at) => ({
    ...(judged[at] as BothJudged),
    linear: texts.map((text) => model.odds.whole(asSeen(text), 'any')),
  }));
  const groups = Object.fromEntries(
    toneGroups.map((group) => {
      const own = judged.filter((set) => set.group === group);
      return [group, bestOf(own.length === 0 ? ungrouped : own)];
    }),
  ) as NetworkWeights['groups'];
  for (const [group, { share, scale }] of Object.entries(groups))
    say(`${group}: share of the network ${share}, scale ${scale}`);
  return { version: weights.version, ...layers, groups };
}
