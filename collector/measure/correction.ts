import { drawnAgain } from './accuracy.ts';
import { adjustedCounts, type Matrix } from './adjusted-counts.ts';
import { emq, meanProbability } from './emq.ts';
import { z95 } from './moments.ts';
import { confusionOf, type Pair, recalibrated } from './recalibrate.ts';
import { seeded } from './seeded.ts';
import { allCells, netOf, scoredCells, scoredTone, type Three } from './tone-cells.ts';

/** A net tone with its 95% interval, all from −1 to 1. */
export type Net = { value: number; low: number; high: number };

export type Correction = {
  /** Labels by lot that it rests on. */
  labels: number;
  /** Shares of tones of stories that fall in these cells: 0 to 1, adding up to 1. */
  shares(counts: Float64Array): Three;
  /**
   * Their net tone.
   * @param widening how much dispersion between days widens the variance, 1 and more
   */
  net(counts: Float64Array, widening: number): Net;
  /** The same by adjusted counts, and whether the two are as near as their errors let expect. */
  check(counts: Float64Array, widening: number): { net: number | null; agrees: boolean | null };
};

type Fit = { posteriors: Three[]; prior: Three; matrix: Matrix };

const replicates = 100;
/** Stories of the usual sort that are added before the error of sampling is reckoned, as for the raw net. */
const added = 3;

/**
 * Takes the scorer's error out of shares of tones, by labels by lot. The probabilities of each cell are first made to fit the
 * confusion matrix; the shares of a set are then the mean of two estimates: the mean probability, which leans towards the shares
 * among the labels, and EMQ, which leans less and scatters more. Stories that people labelled count as labelled.
 *
 * The interval holds the error of sampling (by what one more story in each cell would do to the estimate, with the dispersion
 * between days) and that of the labels (100 bootstrap draws of them), and reaches further on each side by half the difference
 * of the two estimates: by so much the mean errs where one of the two is right.
 *
 * @param means the scorer's mean probabilities in each of its cells
 * @param usual stories of the brand by cell, over all time
 */
export function openCorrection(
  means: readonly Three[],
  pairs: readonly Pair[],
  usual: Float64Array,
): Correction {
  const fitOf = (some: readonly Pair[]): Fit => ({
    ...recalibrated(means, some),
    matrix: confusionOf(some),
  });
  const fit = fitOf(pairs);
  const chance = seeded(pairs.length);
  const again = Array.from({ length: replicates }, () => fitOf(drawnAgain(pairs, chance)));
  const usualTotal = usual.reduce((sum, count) => sum + count, 0);

  const netBy = (of: Fit, counts: Float64Array): number => netOf(sharesBy(of, counts));

  function net(counts: Float64Array, widening: number): Net {
    const value = netBy(fit, counts);
    const { scored, total } = split(counts);
    const half = total > 0 ? (netOf(byEmq(fit, counts)) - netOf(byMean(fit, counts))) / 2 : 0;
    const apart = Math.abs((half * scored) / Math.max(1, total));
    const error = Math.sqrt(sampling(counts, widening) + variance(again.map((one) => netBy(one, counts))));
    const reach = z95 * error + apart;
    return { value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach) };
  }

  /** Variance of the estimate by chance in which stories were told. */
  function sampling(counts: Float64Array, widening: number): number {
    const filled = counts.map((count, cell) =>
      usualTotal > 0 ? count + (added * (usual[cell] as number)) / usualTotal : count,
    );
    const n = filled.reduce((sum, count) => sum + count, 0);
    if (n === 0) return 0;
    const plain = netBy(fit, filled);
    let sum = 0;
    for (let cell = 0; cell < allCells; cell++) {
      const count = filled[cell] as number;
      if (count === 0) continue;
      const more = filled.slice();
      more[cell] = count + 1;
      const moved = (netBy(fit, more) - plain) * (n + 1);
      sum += (count / n) * moved * moved;
    }
    return (sum / n) * widening;
  }

  function check(counts: Float64Array, widening: number): { net: number | null; agrees: boolean | null } {
    const byCounts = (of: Fit): number | null => {
      const shares = adjustedShares(of, counts);
      return shares && netOf(shares);
    };
    const found = byCounts(fit);
    if (found === null) return { net: null, agrees: null };
    const apart = again.flatMap((one) => {
      const other = byCounts(one);
      return other === null ? [] : [other - netBy(one, counts)];
    });
    const error = Math.sqrt(variance(apart) + sampling(counts, widening));
    return { net: found, agrees: Math.abs(found - netBy(fit, counts)) <= z95 * error };
  }

  return { labels: pairs.length, shares: (counts) => sharesBy(fit, counts), net, check };
}

/** What people said of the stories, and how many only the scorer judged. */
function split(counts: Float64Array): { known: Three; scored: number; total: number } {
  const known: Three = [
    counts[scoredCells] as number,
    counts[scoredCells + 1] as number,
    counts[scoredCells + 2] as number,
  ];
  let scored = 0;
  for (let cell = 0; cell < scoredCells; cell++) scored += counts[cell] as number;
  return { known, scored, total: scored + known[0] + known[1] + known[2] };
}

const byEmq = ({ posteriors, prior }: Fit, counts: Float64Array): Three => emq(counts, posteriors, prior);
const byMean = ({ posteriors, prior }: Fit, counts: Float64Array): Three =>
  meanProbability(counts, posteriors, prior);

/** Shares of all, from those of what only the scorer judged. */
function withKnown(counts: Float64Array, shares: Three): Three {
  const { known, scored, total } = split(counts);
  if (total === 0) return shares;
  return shares.map((share, at) => ((known[at] as number) + share * scored) / total) as Three;
}

function sharesBy(fit: Fit, counts: Float64Array): Three {
  const [one, other] = [byEmq(fit, counts), byMean(fit, counts)];
  return withKnown(counts, one.map((share, at) => (share + (other[at] as number)) / 2) as Three);
}

function adjustedShares({ matrix }: Fit, counts: Float64Array): Three | null {
  const scored: Three = [0, 0, 0];
  for (let cell = 0; cell < scoredCells; cell++) scored[scoredTone(cell)] += counts[cell] as number;
  const shares = adjustedCounts(scored, matrix);
  return shares && withKnown(counts, shares);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
