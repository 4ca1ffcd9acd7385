import type { Probabilities } from './model.ts';

const mostTurns = 200;
const settled = 1e-6;

/** Mean probabilities of a group of texts; those of no text are undefined. */
export function meanProbabilities(p: readonly Probabilities[]): Probabilities | undefined {
  if (p.length === 0) return;
  const sum: Probabilities = [0, 0, 0];
  for (const [negative, neutral, positive] of p) {
    sum[0] += negative;
    sum[1] += neutral;
    sum[2] += positive;
  }
  return [sum[0] / p.length, sum[1] / p.length, sum[2] / p.length];
}

/**
 * Shares of negative, neutral and positive in a group of texts by expectation maximisation (Saerens, Latinne & Decaestecker,
 * 2002): the shares under which the texts' probabilities, each brought from `prior` to those shares, have them as their mean.
 * `prior` are the shares among the texts that the probabilities were calibrated on. Undefined for no text.
 */
export function emq(p: readonly Probabilities[], prior: Probabilities): Probabilities | undefined {
  if (p.length === 0) return;
  let shares = prior;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const factors = shares.map((share, at) => share / (prior[at] as number)) as Probabilities;
    const moved = p.map((text): Probabilities => {
      const parts: Probabilities = [text[0] * factors[0], text[1] * factors[1], text[2] * factors[2]];
      const sum = parts[0] + parts[1] + parts[2];
      return sum === 0 ? text : [parts[0] / sum, parts[1] / sum, parts[2] / sum];
    });
    const next = meanProbabilities(moved) as Probabilities;
    const furthest = Math.max(...next.map((share, at) => Math.abs(share - (shares[at] as number))));
    shares = next;
    if (furthest < settled) break;
  }
  return shares;
}

const net = ([negative, , positive]: Probabilities): number => positive - negative;

/**
 * Net tone of a group of texts, -1 … 1: the mean of what `emq` and the mean probability say, which errs less than either where
 * it is not known how far the group's shares are from those of the training. Undefined for no text.
 */
export function netTone(p: readonly Probabilities[], prior: Probabilities): number | undefined {
  const [shares, mean] = [emq(p, prior), meanProbabilities(p)];
  return shares && mean && (net(shares) + net(mean)) / 2;
}
