import { calibrationError, likeliest, macroF1 } from './accuracy.ts';

/** How a scorer does on a set: shares of 1. */
export type SetMeasure = {
  /** Macro-F1 of three classes; of two, the share of right answers to which of the two sides is likelier. */
  score: number;
  classes: 2 | 3;
  /** Expected calibration error; of two classes, of the two sides' probabilities brought to a sum of one. */
  ece: number;
};

/** `known`: 0 negative, 1 neutral, 2 positive. `judged`: probabilities of the three. */
export function measureSet(
  known: readonly number[],
  judged: readonly (readonly [number, number, number])[],
): SetMeasure {
  if (known.includes(1)) {
    const score = macroF1(known, judged.map(likeliest));
    return { score, classes: 3, ece: calibrationError(known, judged) };
  }
  const sides = judged.map(([negative, , positive]) => {
    const sum = negative + positive;
    return sum === 0 ? [0.5, 0, 0.5] : [negative / sum, 0, positive / sum];
  });
  // Where both sides are as likely there is no answer, which is right half the time.
  const right = sides.reduce((sum, [negative = 0, , positive = 0], at) => {
    if (negative === positive) return sum + 0.5;
    return sum + (positive > negative === (known[at] === 2) ? 1 : 0);
  }, 0);
  return { score: right / Math.max(1, known.length), classes: 2, ece: calibrationError(known, sides) };
}
