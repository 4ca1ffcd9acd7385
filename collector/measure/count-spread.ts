import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import { logProduct, type Spread, stays, unusual } from './spread.ts';

/** Dispersions that are thought possible; the greater, the less likely before any day was seen. */
const dispersions = Array.from({ length: 16 }, (_, nth) => 1.0001 * 1.28 ** nth);
const beforehand = dispersions.map((one) => -Math.log(one) / 1.5);
/** Beyond this the two families of distributions are alike. */
const manyADay = 30;

/** Log of the chance of exactly so many of a negative binomial. */
function logNegativeBinomial(seen: number, mean: number, dispersion: number): number {
  const size = mean / (dispersion - 1);
  return (
    seen * Math.log(1 - 1 / dispersion) -
    size * Math.log(dispersion) +
    logProduct(seen, (nth) => (size + nth) / (nth + 1))
  );
}

/** P(X ≥ seen) of it, by way of the beta distribution. */
const negativeBinomialTail = (seen: number, mean: number, dispersion: number): number =>
  betaCdf(1 - 1 / dispersion, seen, mean / (dispersion - 1));

/**
 * Chance of exactly so many where talk comes in bursts, and of fewer: a Poisson number of bursts a day, each of a geometric number
 * of stories (Pólya and Aeppli; recursion of Evans 1953).
 */
function bursts(seen: number, mean: number, dispersion: number): { chance: number; below: number } {
  const more = (dispersion - 1) / (dispersion + 1);
  const first = mean * (1 - more) ** 2;
  let [before, chance, below] = [0, Math.exp(-mean * (1 - more)), 0];
  for (let count = 0; count < seen; count++) {
    below += chance;
    const next =
      ((first + 2 * more * count) * chance - more * more * Math.max(0, count - 1) * before) / (count + 1);
    before = chance;
    chance = Math.max(0, next);
  }
  return { chance, below };
}

const burstTail = (seen: number, mean: number, dispersion: number): number =>
  Math.max(1e-9, 1 - bursts(seen, mean, dispersion).below);

/**
 * Spread of counts. Two families (negative binomial, and bursts of stories, whose extremes are rarer) × their dispersions are
 * weighed by how well they foretold each day, one day in fifty being allowed to be something else; the chance of a day is their
 * weighted mean, so that what is not known of the dispersion makes alarms rarer.
 */
export function openCountSpread(): Spread {
  const choices = 2 * dispersions.length;
  const log = Float64Array.from(
    { length: choices },
    (_, at) => beforehand[at % dispersions.length] as number,
  );
  const weights = new Float64Array(choices);
  let dispersion = 1;
  const weigh = (): void => {
    const best = Math.max(...log);
    let sum = 0;
    for (let at = 0; at < choices; at++) {
      weights[at] = Math.exp((log[at] as number) - best);
      sum += weights[at] as number;
    }
    dispersion = 0;
    for (let at = 0; at < choices; at++) {
      weights[at] = (weights[at] as number) / sum;
      dispersion += (weights[at] as number) * (dispersions[at % dispersions.length] as number);
    }
  };
  weigh();
  return {
    dispersion: () => dispersion,
    variance: (mean) => dispersion * Math.max(mean, 1e-9),
    learn(seen, expected) {
      const mean = Math.max(expected, 1e-3);
      const otherwise = seen > mean ? (unusual * (mean + 1)) / ((seen + 1) * (seen + 2)) : 0;
      const add = (at: number, prior: number, chance: number): void => {
        log[at] =
          stays * (log[at] as number) +
          (1 - stays) * prior +
          Math.log((1 - unusual) * chance + otherwise + 1e-12);
      };
      for (const [nth, one] of dispersions.entries()) {
        const prior = beforehand[nth] as number;
        const chance = Math.exp(logNegativeBinomial(seen, mean, one));
        add(nth, prior, chance);
        add(dispersions.length + nth, prior, mean < manyADay ? bursts(seen, mean, one).chance : chance);
      }
      weigh();
    },
    tail(seen, mean) {
      let chance = 0;
      for (const [nth, one] of dispersions.entries()) {
        const [plain, bursts] = [weights[nth] as number, weights[dispersions.length + nth] as number];
        if (plain + bursts < 1e-4) continue;
        const tail = negativeBinomialTail(seen, mean, one);
        chance += plain * tail + bursts * (mean < manyADay ? burstTail(seen, mean, one) : tail);
      }
      return chance;
    },
  };
}
