import { wordOf } from '../features.ts';
import type { Lexicon } from '../lexicon.ts';
import {
  leanings,
  type OutlineWeights,
  outlineCount,
  outlineHidden,
  outlineOf,
  outlineWeightCount,
} from '../outline.ts';
import type { Vectors } from '../vectors.ts';
import { adam } from './adam.ts';
import { randomOf } from './learn.ts';
import { asSeen, type LabelledSet, rowWeights } from './rows.ts';

const steps = 250;
const batch = 3000;
const rate = 0.01;
const seed = 5;
/** Sets are nearer to weighing the same than for other models: what all of them say alike is what is wanted. */
const powers = { set: 0.3, class: 0.5 };

/** Learns what outlines of texts mean, from all sets alike. Of sets without neutral texts only the two sides are compared. */
export function learnOutline(
  sets: readonly LabelledSet[],
  { lexicon, vectors }: { lexicon: Lexicon; vectors: Vectors },
): OutlineWeights {
  const leaningOf = leanings(vectors);
  const [labels, sides, weights]: [number[], boolean[], number[]] = [[], [], []];
  const outlines: Float64Array[] = [];
  for (const { texts } of sets) {
    const withoutNeutral = texts.every(({ label }) => label !== 1);
    for (const text of texts) {
      const tokens = asSeen(text);
      const outline = new Float64Array(outlineCount);
      outlineOf(
        tokens,
        tokens.list.map((token) => wordOf(token, lexicon)),
        leaningOf,
        outline,
      );
      outlines.push(outline);
      labels.push(text.label);
      sides.push(withoutNeutral);
    }
    weights.push(...rowWeights(texts, powers));
  }
  const meanWeight = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;

  // Numbers are brought to a mean of 0 and a deviation of 1 to learn by; what is learnt is brought back.
  const means = Float64Array.from(
    { length: outlineCount },
    (_, at) => outlines.reduce((sum, outline) => sum + (outline[at] as number), 0) / outlines.length,
  );
  const deviations = means.map(
    (mean, at) =>
      Math.sqrt(
        outlines.reduce((sum, outline) => sum + ((outline[at] as number) - mean) ** 2, 0) / outlines.length,
      ) + 0.001,
  );
  const scaled = outlines.map((outline) =>
    outline.map((value, at) => (value - (means[at] as number)) / (deviations[at] as number)),
  );

  const random = randomOf(seed);
  const inner = Float32Array.from(
    { length: outlineHidden * outlineCount },
    () => (random() * 2 - 1) / Math.sqrt(outlineCount),
  );
  const innerBias = new Float32Array(outlineHidden);
  const out = Float32Array.from(
    { length: outlineHidden * 3 },
    () => (random() * 2 - 1) / Math.sqrt(outlineHidden),
  );
  const outBias = new Float32Array(3);
  const parts = [inner, innerBias, out, outBias];
  const slopes = parts.map((part) => new Float32Array(part.length));
  const [innerSlopes, innerBiasSlopes, outSlopes, outBiasSlopes] = slopes as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const optimisers = parts.map(adam);
  const hidden = new Float64Array(outlineHidden);
  const sums = new Float64Array(outlineHidden);
  const odds = new Float64Array(3);
  for (let step = 0; step < steps; step += 1) {
    for (let draw = 0; draw < batch; draw += 1) {
      const row = Math.floor(random() * scaled.length);
      const outline = scaled[row] as Float64Array;
      odds.set(outBias);
      for (let unit = 0; unit < outlineHidden; unit += 1) {
        let sum = innerBias[unit] as number;
        for (let at = 0; at < outlineCount; at += 1)
          sum += (inner[unit * outlineCount + at] as number) * (outline[at] as number);
        sums[unit] = sum;
        const value = sum / (1 + Math.abs(sum));
        hidden[unit] = value;
        for (let tone = 0; tone < 3; tone += 1)
          odds[tone] = (odds[tone] as number) + value * (out[unit * 3 + tone] as number);
      }
      if (sides[row]) odds[1] = Number.NEGATIVE_INFINITY;
      const most = Math.max(...odds);
      const sizes = odds.map((odd) => Math.exp(odd - most));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const share = (weights[row] as number) / meanWeight / batch;
      const missed = sizes.map((size, tone) => (size / total - (labels[row] === tone ? 1 : 0)) * share);
      for (let tone = 0; tone < 3; tone += 1)
        outBiasSlopes[tone] = (outBiasSlopes[tone] as number) + (missed[tone] as number);
      for (let unit = 0; unit < outlineHidden; unit += 1) {
        let slope = 0;
        for (let tone = 0; tone < 3; tone += 1) {
          const place = unit * 3 + tone;
          slope += (missed[tone] as number) * (out[place] as number);
          outSlopes[place] =
            (outSlopes[place] as number) + (missed[tone] as number) * (hidden[unit] as number);
        }
        slope /= (1 + Math.abs(sums[unit] as number)) ** 2;
        innerBiasSlopes[unit] = (innerBiasSlopes[unit] as number) + slope;
        for (let at = 0; at < outlineCount; at += 1) {
          const place = unit * outlineCount + at;
          innerSlopes[place] = (innerSlopes[place] as number) + slope * (outline[at] as number);
        }
      }
    }
    for (const [at, optimise] of optimisers.entries())
      optimise(slopes[at] as Float32Array, rate * (1 - step / steps) + rate / 100);
  }

  const found = new Float32Array(outlineWeightCount);
  const biasAt = outlineHidden * outlineCount;
  const outAt = biasAt + outlineHidden;
  for (let unit = 0; unit < outlineHidden; unit += 1) {
    let bias = innerBias[unit] as number;
    for (let at = 0; at < outlineCount; at += 1) {
      const weight = (inner[unit * outlineCount + at] as number) / (deviations[at] as number);
      found[unit * outlineCount + at] = weight;
      bias -= weight * (means[at] as number);
    }
    found[biasAt + unit] = bias;
    found[outAt + unit] = (out[unit * 3] as number) - (out[unit * 3 + 1] as number);
    found[outAt + outlineHidden + unit] = (out[unit * 3 + 2] as number) - (out[unit * 3 + 1] as number);
  }
  found[outAt + outlineHidden * 2] = (outBias[0] as number) - (outBias[1] as number);
  found[outAt + outlineHidden * 2 + 1] = (outBias[2] as number) - (outBias[1] as number);
  return found;
}
