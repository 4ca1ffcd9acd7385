import { calibrated, type Odds } from '../model.ts';
import type { Calibration } from '../weights.ts';

/** Judged texts of one set, which weighs as much as any other whatever its size. */
export type JudgedSet = {
  odds: readonly Odds[];
  labels: readonly number[];
  twoClasses: boolean;
  /** What a text of each label weighs in its set: 1 where left out. */
  classWeights?: readonly number[];
};

const steps = 600;
const rate = 0.5;

/**
 * Scale and shifts of the log-odds under which the known labels are likeliest (Platt scaling for three classes, by gradient
 * descent). Of sets without neutral texts only the two sides are compared.
 */
export function calibrate(sets: readonly JudgedSet[]): Calibration {
  const found: Calibration = { scale: 1, negative: 0, positive: 0 };
  const judged = sets.filter(({ labels }) => labels.length > 0);
  for (let step = 0; step < steps; step += 1) {
    const slope = { scale: 0, negative: 0, positive: 0 };
    for (const { odds, labels, twoClasses, classWeights } of judged) {
      for (const [at, odd] of odds.entries()) {
        const [negative, neutral, positive] = calibrated(odd, found);
        const sides = twoClasses ? 1 - neutral : 1;
        const share = (classWeights?.[labels[at] as number] ?? 1) / odds.length;
        const below = (negative / sides - (labels[at] === 0 ? 1 : 0)) * share;
        const above = (positive / sides - (labels[at] === 2 ? 1 : 0)) * share;
        slope.scale += below * odd[0] + above * odd[1];
        slope.negative += below;
        slope.positive += above;
      }
    }
    const size = rate / Math.max(1, judged.length);
    found.scale = Math.max(0.05, found.scale - size * slope.scale);
    found.negative -= size * slope.negative;
    found.positive -= size * slope.positive;
  }
  const short = (value: number): number => Number(value.toFixed(4));
  return { scale: short(found.scale), negative: short(found.negative), positive: short(found.positive) };
}
