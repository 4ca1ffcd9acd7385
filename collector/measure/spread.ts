/** How far counts lie about what is expected of them, learnt from how far they lay so far. */
export type Spread = {
  /** Variance ÷ mean (of shares ÷ that of a binomial), 1 or more. */
  dispersion(): number;
  /** Variance of a day of which so much is expected, `of` being what may be counted. */
  variance(mean: number, of: number): number;
  learn(seen: number, mean: number, of: number): void;
  /** Chance of so many or more. */
  tail(seen: number, mean: number, of: number): number;
};

/** Days that the spread is learnt from: what is older is forgotten by and by. */
const memory = 365;
export const stays = 1 - 1 / memory;

/** Share of days on which something may have happened: these tell nothing of the days on which nothing does. */
export const unusual = 0.02;
/** Log of a product of many factors: logs are slow, and the plain product would leave what a number can hold. */
export function logProduct(length: number, factorAt: (nth: number) => number): number {
  let [log, product] = [0, 1];
  for (let nth = 0; nth < length; nth++) {
    product *= factorAt(nth);
    if (product > 1e200 || product < 1e-200) {
      log += Math.log(product);
      product = 1;
    }
  }
  return log + Math.log(product);
}

/** A day that lies further beyond what was expected counts as one that lies so far (after Farrington, Noufaily et al.). */
export const spikeFrom = 2.58;

/** How far a count lies beyond its mean, in standard errors of a skewed distribution (Wilson and Hilferty’s cube root). */
export function beyond(seen: number, mean: number, variance: number): number {
  const shape = (mean * mean) / variance;
  return 3 * Math.sqrt(shape) * (Math.cbrt(seen / mean) - 1 + 1 / (9 * shape));
}

/** The count that lies so far beyond the mean. */
export function countBeyond(z: number, mean: number, variance: number): number {
  const shape = (mean * mean) / variance;
  return mean * Math.max(0, z / (3 * Math.sqrt(shape)) + 1 - 1 / (9 * shape)) ** 3;
}
