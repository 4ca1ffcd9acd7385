import { logProduct, type Spread, stays, unusual } from './spread.ts';

/** Correlations of the opinions of one day that are thought possible: 0 is a plain binomial. */
const correlations = [0, 0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3];

/** Chances of `seen`, `seen` + 1, … up to all of so many, where the opinions of a day share a mood (beta-binomial). */
function* moodyChances(seen: number, of: number, share: number, correlation: number): Generator<number> {
  const steps = correlation / (1 - correlation);
  // Pólya’s urn, in units in which the first draw’s chances are the shares.
  const hit = (at: number): number => share + at * steps;
  const miss = (at: number): number => 1 - share + at * steps;
  let chance = Math.exp(
    logProduct(
      of,
      (at) => (at < seen ? (hit(at) * (of - at)) / (at + 1) : miss(at - seen)) / (1 + at * steps),
    ),
  );
  for (let count = seen; count <= of; count++) {
    yield chance;
    chance *= ((of - count) / (count + 1)) * (hit(count) / miss(of - count - 1));
  }
}

/** Spread of shares: how alike the opinions of one day are, weighed as the spread of counts is. */
export function openShareSpread(): Spread {
  const log = Float64Array.from(correlations, (one) => -10 * one);
  const before = log.slice();
  const weights = new Float64Array(correlations.length);
  let correlation = 0;
  const weigh = (): void => {
    const best = Math.max(...log);
    const sum = log.reduce((total, one) => total + Math.exp(one - best), 0);
    correlation = 0;
    for (const [at, one] of correlations.entries()) {
      weights[at] = Math.exp((log[at] as number) - best) / sum;
      correlation += (weights[at] as number) * one;
    }
  };
  weigh();
  const shareOf = (mean: number, of: number): number => Math.min(0.999, Math.max(1e-6, mean / of));
  const dispersionOf = (of: number): number => 1 + Math.max(0, of - 1) * correlation;
  let lastOf = 1;
  return {
    dispersion: () => dispersionOf(lastOf),
    variance: (mean, of) => Math.max(1e-9, dispersionOf(of) * mean * (1 - shareOf(mean, of))),
    learn(seen, mean, of) {
      lastOf = of;
      const otherwise = seen > mean ? unusual / (of - mean + 1) : 0;
      for (const [at, one] of correlations.entries()) {
        const [chance = 0] = moodyChances(seen, of, shareOf(mean, of), one);
        log[at] =
          stays * (log[at] as number) +
          (1 - stays) * (before[at] as number) +
          Math.log((1 - unusual) * chance + otherwise + 1e-12);
      }
      weigh();
    },
    tail(seen, mean, of) {
      let found = 0;
      for (const [at, one] of correlations.entries()) {
        const weight = weights[at] as number;
        if (weight < 1e-4) continue;
        for (const chance of moodyChances(seen, of, shareOf(mean, of), one)) found += weight * chance;
      }
      return found;
    },
  };
}
