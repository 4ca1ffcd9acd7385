import { calibrated, type Model } from '../model.ts';
import { sightOf } from '../target-network.ts';
import {
  type Blend,
  blended,
  blendParts,
  lengthOf,
  lengths,
  openToward,
  type TowardOdds,
  type TowardWeights,
} from '../toward.ts';
import type { Vectors } from '../vectors.ts';
import { type ToneGroup, toneGroups } from '../weights.ts';
import { learnTargetNetwork, type NetworkFitting, type SeenRow } from './learn-target-network.ts';
import { asSeen, type LabelledSet, rowWeights } from './rows.ts';

/** Found by cross-validation over the train splits. */
const fitting = {
  epochs: 5,
  rate: 0.005,
  decay: 0.01,
  dropped: 0.3,
  smoothing: 0.1,
  groupless: 0.15,
  batch: 32,
} satisfies Omit<NetworkFitting, 'seed'>;
/**
 * Beginnings of the networks. What our own sentences say is plain, and what the public sets say is not: a network that has learnt both
 * judges the former far better and the latter a little worse, so that one of three learns them.
 */
const seeds = { train: [1, 2], own: [3] } as const;

type Judged = { odds: TowardOdds; label: number; length: (typeof lengths)[number] };

const steps = 800;
const rate = 0.3;
/** Holds the factors near their beginnings where the dev texts say little. */
const firmness = 0.002;
const beginning: Blend = {
  target: 0.5,
  clauses: 0.15,
  whole: 0,
  network: 0.5,
  negative: 0,
  positive: 0,
};

/** The blend under which the known labels are likeliest, a set weighing as the root of its size; by gradient descent. */
function blendOf(sets: readonly (readonly Judged[])[]): Blend {
  const roots = sets.reduce((sum, { length }) => sum + Math.sqrt(length), 0);
  const found = { ...beginning };
  for (let step = 0; step < steps; step += 1) {
    const slope: Blend = { target: 0, clauses: 0, whole: 0, network: 0, negative: 0, positive: 0 };
    for (const part of blendParts) slope[part] = firmness * (found[part] - beginning[part]);
    for (const judged of sets)
      for (const { odds, label } of judged) {
        const p = calibrated(blended(odds, found), { scale: 1, ...found });
        const share = 1 / (Math.sqrt(judged.length) * roots);
        const below = (p[0] - (label === 0 ? 1 : 0)) * share;
        const above = (p[2] - (label === 2 ? 1 : 0)) * share;
        for (const part of blendParts) slope[part] += below * odds[part][0] + above * odds[part][1];
        slope.negative += below;
        slope.positive += above;
      }
    for (const key of [...blendParts, 'negative', 'positive'] as const) found[key] -= rate * slope[key];
    for (const part of blendParts) found[part] = Math.max(0, found[part]);
  }
  return Object.fromEntries(
    Object.entries(found).map(([key, value]) => [key, Number(value.toFixed(4))]),
  ) as Blend;
}

type Sets = Readonly<Record<'train' | 'own' | 'dev', readonly LabelledSet[]>>;
type Known = { model: Model; vectors: Vectors };

/** One network from the train splits. */
export function trainTargetNetwork(
  { train }: Pick<Sets, 'train'>,
  { model, vectors }: Known,
  seed: number,
  say: (line: string) => void,
): Float32Array {
  const weights = train.flatMap(({ texts }) => rowWeights(texts));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  const rows = train
    .flatMap(({ group, texts }) => texts.map((text) => ({ group, text })))
    .map(({ group, text }, at): SeenRow => {
      const tokens = asSeen(text);
      return {
        sight: sightOf(tokens, model.wordsOf(tokens), vectors),
        label: text.label,
        group: toneGroups.indexOf(group),
        weight: (weights[at] ?? 0) / mean,
      };
    });
  return learnTargetNetwork(rows, vectors, { ...fitting, seed }, (epoch, loss) =>
    say(`network ${seed}, epoch ${epoch + 1} of ${fitting.epochs}: loss ${loss.toFixed(4)}`),
  );
}

/** The shares of all that judges toward a target, by the dev splits; a group without any has those of all. */
export function trainBlends(
  { dev }: Pick<Sets, 'dev'>,
  { model, vectors }: Known,
  networks: Float32Array[],
): TowardWeights['blends'] {
  const even = { short: beginning, long: beginning };
  const plain = Object.fromEntries(toneGroups.map((group) => [group, even])) as TowardWeights['blends'];
  const { odds } = openToward(model, { blends: plain, networks }, vectors);
  const judged = (some: readonly LabelledSet[], group: ToneGroup): Judged[][] =>
    some.map(({ texts }) =>
      texts.map((text) => {
        const tokens = asSeen(text);
        return { odds: odds(tokens, group), label: text.label, length: lengthOf(tokens) };
      }),
    );
  const blendsOf = (all: readonly Judged[][]) =>
    Object.fromEntries(
      lengths.map((length) => [length, blendOf(all.map((one) => one.filter((it) => it.length === length)))]),
    ) as TowardWeights['blends'][ToneGroup];
  const any = blendsOf(judged(dev, 'any'));
  return Object.fromEntries(
    toneGroups.map((group) => {
      const own = dev.filter((set) => set.group === group);
      return [group, own.length === 0 ? any : blendsOf(judged(own, group))];
    }),
  ) as TowardWeights['blends'];
}

/** Networks from the train splits, and their shares from the dev splits. The same splits give the same, bit for bit. */
export function trainToward(sets: Sets, known: Known, say: (line: string) => void): TowardWeights {
  const all = { train: [...sets.train, ...sets.own] };
  const networks = [
    ...seeds.train.map((seed) => trainTargetNetwork(sets, known, seed, say)),
    ...seeds.own.map((seed) => trainTargetNetwork(all, known, seed, say)),
  ];
  return { networks, blends: trainBlends(sets, known, networks) };
}
