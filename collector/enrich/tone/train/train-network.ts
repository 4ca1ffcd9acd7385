import { lexiconOf, type Model } from '../model.ts';
import type { Mixture, NetworkLayers, NetworkWeights } from '../network-weights.ts';
import type { OutlineWeights } from '../outline.ts';
import { topicOf } from '../topics.ts';
import type { Vectors } from '../vectors.ts';
import { type ToneGroup, toneGroups, type Weights } from '../weights.ts';
import { mixedOdds, openWhole, type WholeOdds } from '../whole.ts';
import { calibrate, type JudgedSet } from './calibrate.ts';
import { learnNetwork, type NetworkFitting } from './learn-network.ts';
import { learnOutline } from './learn-outline.ts';
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
/**
 * Network and outline say little more of texts like those of the training, and much more of others, which texts of no known group
 * are the likeliest to be.
 */
const known = { share: 0.2, outline: 0.2 };
const parts: Record<ToneGroup, typeof known> = {
  any: { share: 0.4, outline: 0.8 },
  news: known,
  social: known,
  reviews: known,
};
/**
 * Calibrations weigh the tones of a set by this power of their number: between as they are, which misses the rare ones where a
 * trade has more of them, and all alike.
 */
const classPower = 0.6;

type Judged = Omit<JudgedSet, 'odds'> & { group: ToneGroup; odds: WholeOdds[]; prior: Mixture['prior'] };

const shorter = (value: number): number => Number(value.toFixed(4));

/** What a text of each tone weighs, and the shares of the tones that follow. */
function balance(labels: readonly number[]): { classWeights: number[]; prior: Mixture['prior'] } {
  const counts = [0, 1, 2].map((tone) => labels.filter((label) => label === tone).length);
  const powers = counts.map((count) => (count === 0 ? 0 : count ** classPower));
  const sum = powers.reduce((total, power) => total + power, 0);
  const prior = powers.map((power) => power / sum) as Mixture['prior'];
  const classWeights = prior.map((share, tone) => (share * labels.length) / Math.max(1, counts[tone] ?? 0));
  return { classWeights, prior };
}

/** How the parts add up in a group, calibrated on its sets. */
function mixtureOf(sets: readonly Judged[], part: Pick<Mixture, 'share' | 'outline'>): Mixture {
  const calibration = calibrate(
    sets.map(({ odds, ...set }) => ({
      ...set,
      odds: odds.map((found) => mixedOdds(found, part)),
    })),
  );
  // What two classes say of neutral is nothing.
  const three = sets.filter(({ twoClasses }) => !twoClasses);
  const prior = [0, 1, 2].map((tone) =>
    shorter(three.reduce((sum, set) => sum + (set.prior[tone] as number) / three.length, 0)),
  ) as Mixture['prior'];
  return { ...part, ...calibration, prior };
}

/** Mixes and calibrates what was learnt, group by group, on the dev splits. */
export function mixStages(
  dev: readonly LabelledSet[],
  learnt: NetworkLayers & { outline: OutlineWeights },
  { weights, model, vectors }: { weights: Weights; model: Model; vectors: Vectors },
): NetworkWeights {
  const none = {} as NetworkWeights['groups'];
  const whole = openWhole(model, { version: weights.version, ...learnt, groups: none }, vectors);
  const judge = ({ group, texts }: LabelledSet, as: ToneGroup): Judged => {
    const labels = texts.map(({ label }) => label);
    const seen = texts.map(asSeen);
    return {
      group,
      odds: seen.map((tokens) => whole.odds(tokens, as)),
      // Of a group that is known, what texts are about tells much; what they are about elsewhere nobody knows.
      ...(as === group ? { topics: seen.map((tokens) => topicOf(tokens, vectors)) } : {}),
      labels,
      twoClasses: !labels.includes(1),
      ...balance(labels),
    };
  };
  const groups = Object.fromEntries(
    toneGroups.map((group) => {
      const own = dev.filter((set) => set.group === group);
      const sets = (own.length === 0 ? dev : own).map((set) => judge(set, group));
      return [group, mixtureOf(sets, parts[group])];
    }),
  ) as NetworkWeights['groups'];
  return { version: weights.version, ...learnt, groups };
}

/**
 * The second stage: a network on word vectors and what outlines of texts mean, trained on the train splits, mixed with the linear
 * model and calibrated with it on the dev splits. The same splits give the same numbers, bit for bit, on one machine.
 */
export function trainNetwork(
  { train, dev }: { train: readonly LabelledSet[]; dev: readonly LabelledSet[] },
  stage: { weights: Weights; model: Model; vectors: Vectors },
  say: (line: string) => void,
): NetworkWeights {
  const words = { lexicon: lexiconOf(stage.weights.lexicon), vectors: stage.vectors };
  const rows = wordRowsOf(train, words);
  say(`${rows.labels.length} texts, ${rows.words.length} words for the network`);
  const layers = learnNetwork(rows, fitting, (epoch, loss) =>
    say(`epoch ${epoch + 1} of ${fitting.epochs}: loss ${loss.toFixed(4)}`),
  );
  const found = mixStages(dev, { ...layers, outline: learnOutline(train, words) }, stage);
  for (const [group, { scale, negative, positive }] of Object.entries(found.groups))
    say(`${group}: scale ${scale}, shifts ${negative} and ${positive}`);
  return found;
}
