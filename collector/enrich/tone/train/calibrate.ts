import { calibrated, type Odds } from '../model.ts';
import type { Calibration } from '../weights.ts';

/** Judged texts of one set, which weighs as much as any other whatever its size. */
export type JudgedSet = { odds: readonly Odds[]; labels: readonly number[]; twoClasses: boolean };

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
    for (const { odds, labels, twoClasses } of judged) {
      for (const [at, odd] of odds.entries()) {
        const [negative, neutral, positive] = calibrated(odd, found);
        const sides = twoClasses ? 1 - neutral : 1;
        const below = (negative / sides - (labels[at] === 0 ? 1 : 0)) / odds.length;
        const above = (positive / sides - (labels[at] === 2 ? 1 : 0)) / odds.length;
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

/** Mean over the sets of the mean negative log-likelihood of the known labels. */
export function lossOf(sets: readonly JudgedSet[], found: Calibration): number {
  const losses = sets.map(({ odds, labels, twoClasses }) => {
    const sum = odds.reduce((total, odd, at) => {
      const p = calibrated(odd, found);
      return total - Math.log((p[labels[at] as 0 | 1 | 2] + 1e-9) / (twoClasses ? 1 - p[1] : 1));
    }, 0);
    return sum / Math.max(1, labels.length);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);
}
