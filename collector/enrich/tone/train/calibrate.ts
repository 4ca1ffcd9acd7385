import { calibrated, type Odds } from '../model.ts';
import { scaleOf } from '../topics.ts';
import type { Calibration } from '../weights.ts';

/** Judged texts of one set, which weighs as much as any other whatever its size. */
export type JudgedSet = {
  odds: readonly Odds[];
  labels: readonly number[];
  twoClasses: boolean;
  /** What a text of each label weighs in its set: 1 where left out. */
  classWeights?: readonly number[];
  /** What each text is about, where that is to tell how sure its log-odds are. */
  topics?: readonly Float64Array[];
};

const steps = 600;
const rate = 0.5;
/** Holds what topics add near nothing where the texts say little. */
const firmness = 0.003;

/**
 * Scale and shifts of the log-odds under which the known labels are likeliest (Platt scaling for three classes, by gradient
 * descent), and how much surer each dimension of their topics makes them. Of sets without neutral texts only the two sides are compared.
 */
export function calibrate(sets: readonly JudgedSet[]): Calibration & { topics: number[] } {
  const found: Calibration = { scale: 1, negative: 0, positive: 0 };
  const judged = sets.filter(({ labels }) => labels.length > 0);
  const factors = new Float64Array(judged[0]?.topics?.[0]?.length ?? 0);
  const factorSlopes = new Float64Array(factors.length);
  for (let step = 0; step < steps; step += 1) {
    const slope = { scale: 0, negative: 0, positive: 0 };
    for (let input = 0; input < factors.length; input += 1)
      factorSlopes[input] = firmness * judged.length * (factors[input] as number);
    for (const { odds, labels, twoClasses, classWeights, topics } of judged) {
      for (const [at, odd] of odds.entries()) {
        const topic = topics?.[at];
        let moved = 0;
        if (topic !== undefined)
          for (let input = 0; input < factors.length; input += 1)
            moved += (topic[input] as number) * (factors[input] as number);
        const [negative, neutral, positive] = calibrated(odd, {
          ...found,
          scale: scaleOf(found.scale, moved),
        });
        const sides = twoClasses ? 1 - neutral : 1;
        const share = (classWeights?.[labels[at] as number] ?? 1) / odds.length;
        const below = (negative / sides - (labels[at] === 0 ? 1 : 0)) * share;
        const above = (positive / sides - (labels[at] === 2 ? 1 : 0)) * share;
        const slopeOfScale = below * odd[0] + above * odd[1];
        slope.scale += slopeOfScale;
        slope.negative += below;
        slope.positive += above;
        if (topic !== undefined)
          for (let input = 0; input < factors.length; input += 1)
            factorSlopes[input] = (factorSlopes[input] as number) + slopeOfScale * (topic[input] as number);
      }
    }
    const size = rate / Math.max(1, judged.length);
    found.scale = Math.max(0.05, found.scale - size * slope.scale);
    found.negative -= size * slope.negative;
    found.positive -= size * slope.positive;
    for (let input = 0; input < factors.length; input += 1)
      factors[input] = (factors[input] as number) - size * (factorSlopes[input] as number);
  }
  const short = (value: number): number => Number(value.toFixed(4));
  return {
    scale: short(found.scale),
    negative: short(found.negative),
    positive: short(found.positive),
    topics: Array.from(factors, short),
  };
}
