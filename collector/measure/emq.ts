import type { Three } from './tone-cells.ts';

const mostRounds = 200;
const close = 1e-5;

/**
 * Shares of three classes in a set, from the probabilities that hold where the shares are `prior`: expectation maximisation
 * (Saerens, Latinne & Decaestecker 2002, "EMQ"). The probabilities are turned to the shares found, and the shares are found anew,
 * until both agree. One item of the prior is added, so that a handful of items is not driven to a corner.
 *
 * @param counts of items by cell, 0 or more
 * @param posteriors probabilities in each cell, each adding up to 1
 * @param prior shares for which they hold, each above 0, adding up to 1
 * @param added items of the prior that are added
 * @returns shares from 0 to 1 that add up to 1; the prior where there are no items
 */
export function emq(counts: ArrayLike<number>, posteriors: readonly Three[], prior: Three, added = 1): Three {
  let shares: Three = [...prior];
  let total = 0;
  for (let cell = 0; cell < posteriors.length; cell++) total += counts[cell] as number;
  if (total <= 0) return shares;
  for (let round = 0; round < mostRounds; round++) {
    const ratio: Three = [shares[0] / prior[0], shares[1] / prior[1], shares[2] / prior[2]];
    const sums: Three = [added * prior[0], added * prior[1], added * prior[2]];
    for (const [cell, p] of posteriors.entries()) {
      const count = counts[cell] as number;
      if (count <= 0) continue;
      const turned: Three = [p[0] * ratio[0], p[1] * ratio[1], p[2] * ratio[2]];
      const each = count / (turned[0] + turned[1] + turned[2]);
      for (const at of [0, 1, 2] as const) sums[at] += each * turned[at];
    }
    const next = sums.map((sum) => sum / (total + added)) as Three;
    const moved = Math.max(...next.map((share, at) => Math.abs(share - (shares[at] as number))));
    shares = next;
    if (moved < close) break;
  }
  return shares;
}

/** Mean probabilities of what is in the cells; the given ones where nothing is. */
export function meanProbability(
  counts: ArrayLike<number>,
  posteriors: readonly Three[],
  otherwise: Three,
): Three {
  const sums: Three = [0, 0, 0];
  let total = 0;
  for (const [cell, p] of posteriors.entries()) {
    const count = counts[cell] as number;
    total += count;
    for (const at of [0, 1, 2] as const) sums[at] += count * p[at];
  }
  return total > 0 ? (sums.map((sum) => sum / total) as Three) : otherwise;
}
