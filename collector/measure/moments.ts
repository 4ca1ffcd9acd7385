import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** 1.96: half the width of a 95% interval in standard errors. */
export const z95 = normalQuantile(0.975, 0, 1);
const atDegrees = new Map<number, number>();
/** The same for Student's t with so many degrees of freedom. */
export function t95(degrees: number): number {
  let found = atDegrees.get(degrees);
  if (found === undefined) {
    found = tQuantile(0.975, degrees);
    atDegrees.set(degrees, found);
  }
  return found;
}

/** How a difference is judged: in standard errors, and half of its 95% interval. */
export type Doubt = { z(difference: number): number; half: number };

/** The doubt about a difference whose sampling has this variance. */
export type DoubtOf = (sampling: number) => Doubt;

/** Sampling error alone. */
export const byChance: DoubtOf = (sampling) => {
  const error = Math.sqrt(sampling);
  return { z: (difference) => difference / error, half: z95 * error };
};

/** Sums over observations x: how many, of x, of x², and of the squares of each day's number. */
export type Moments = { n: number; sum: number; squares: number; dayNumbers: number };

/** Moments by day, with running sums, so that any span of days is read in one step. */
export type DailyMoments = {
  n: Float64Array;
  sum: Float64Array;
  squares: Float64Array;
  span(from: number, to: number): Moments;
};

export function dailyMoments(n: Float64Array, sum: Float64Array, squares: Float64Array): DailyMoments {
  const running = [n, sum, squares, n.map((one) => one * one)].map((column) => {
    const total = new Float64Array(column.length + 1);
    for (let day = 0; day < column.length; day++) {
      total[day + 1] = (total[day] as number) + (column[day] as number);
    }
    return total;
  });
  const within = (column: number, from: number, to: number): number =>
    (running[column]?.[to + 1] as number) - (running[column]?.[from] as number);
  return {
    n,
    sum,
    squares,
    span: (from, to) => ({
      n: within(0, from, to),
      sum: within(1, from, to),
      squares: within(2, from, to),
      dayNumbers: within(3, from, to),
    }),
  };
}

/**
 * What is added before an interval is computed, so that a handful of stories that all agree is not taken for certainty.
 * `nets`: Bonett & Price's adjustment carried to a difference of shares, ¾ positive, ¾ negative, 1½ neutral.
 * `shares`: Agresti & Coull's two hits and two misses. `stars`: one rating at each end, as ratings are J-shaped.
 */
export const added = {
  nets: { n: 3, sum: 0, squares: 1.5 },
  shares: { n: 4, sum: 2, squares: 2 },
  stars: { n: 2, sum: 6, squares: 26 },
} as const;
export type Added = { n: number; sum: number; squares: number };

/** Days over which the level is taken as steady when the dispersion between days is estimated. */
export const blockDays = 28;

/**
 * Correlation within a day, 0 to 1: talk of one day shares a mood, so that its stories say less than as many from
 * different days. Moment estimator from Pearson's X² of the days' means (Williams 1982), within blocks of 28 days
 * counted back from the last, so that a slow change of level is not taken for dispersion; pooled over `groups`.
 */
export function withinDay(groups: readonly DailyMoments[]): number {
  let excess = 0;
  let room = 0;
  for (const { n, sum, squares } of groups) {
    for (let end = n.length; end > 0; end -= blockDays) {
      const start = Math.max(0, end - blockDays);
      let [total, sums, square] = [0, 0, 0];
      for (let day = start; day < end; day++) {
        total += n[day] as number;
        sums += sum[day] as number;
        square += squares[day] as number;
      }
      const mean = sums / total;
      const variance = (square - total * mean * mean) / (total - 1);
      if (!(variance > 1e-12)) continue;
      for (let day = start; day < end; day++) {
        const count = n[day] as number;
        if (count === 0) continue;
        const apart = (sum[day] as number) / count - mean;
        const free = 1 - count / total;
        excess += (count * apart * apart) / variance - free;
        room += (count - 1) * free;
      }
    }
  }
  return room > 0 ? Math.min(1, Math.max(0, excess / room)) : 0;
}

/** How much the dispersion between days widens the variance of a mean: 1 for one story a day. */
export const widening = (moments: Moments, correlation: number): number =>
  moments.n > 0 ? Math.max(1, 1 + correlation * (moments.dayNumbers / moments.n - 1)) : 1;

/** Mean and squared standard error after adding, with the dispersion between days. */
export function adjusted(
  moments: Moments,
  extra: Added,
  correlation: number,
): { mean: number; variance: number; n: number } {
  const n = moments.n + extra.n;
  const mean = (moments.sum + extra.sum) / n;
  const spread = Math.max(0, (moments.squares + extra.squares) / n - mean * mean);
  // Ratings estimate their own spread, hence n - 1; in a net or share it follows from the shares.
  const of = extra === added.stars ? n - 1 : n;
  return { mean, variance: (spread / of) * widening(moments, correlation), n };
}

export type Interval = { low: number; high: number };

/** 95% interval of a mean, within the scale's ends, and stretched to hold the plain mean where adding moved it out. */
export function intervalOfMean(
  moments: Moments,
  extra: Added,
  correlation: number,
  ends: readonly [number, number],
): Interval {
  const { mean, variance, n } = adjusted(moments, extra, correlation);
  const half = (extra === added.stars ? t95(n - 1) : z95) * Math.sqrt(variance);
  const plain = moments.sum / moments.n;
  return {
    low: Math.max(ends[0], Math.min(plain, mean - half)),
    high: Math.min(ends[1], Math.max(plain, mean + half)),
  };
}

/**
 * 95% interval of a share (Wilson 1927), from 0 to 1, over as many stories as those of the same days are worth. It holds
 * the plain share at any number of them.
 */
export function wilsonInterval(moments: Moments, correlation: number): Interval {
  const n = moments.n / widening(moments, correlation);
  const share = moments.sum / moments.n;
  const square = z95 * z95;
  const centre = (share + square / (2 * n)) / (1 + square / n);
  const half = (z95 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  // With no hit or all, an end meets the share, and rounding may leave it a hair beside.
  return {
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  };
}

/** Where a function that rises crosses a level, between two ends, to a ten-millionth. */
function crossing(
  rising: (at: number) => number,
  level: number,
  [from, to]: readonly [number, number],
): number {
  let [low, high] = [from, to];
  for (let halving = 0; halving < 24; halving++) {
    const middle = (low + high) / 2;
    if (rising(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * 95% interval of a share (Jeffreys’, as Brown, Cai & DasGupta 2001 write it), from 0 to 1, known from what so many stories
 * would tell; that number and its hits need not be whole. It holds the share, which it meets at 0 and 1 alone.
 */
export function jeffreysInterval(share: number, worth: number): Interval {
  const [hits, misses] = [share * worth + 0.5, (1 - share) * worth + 0.5];
  const upTo = (at: number): number => betaCdf(at, hits, misses);
  return {
    low: share > 0 ? crossing(upTo, 0.025, [0, share]) : 0,
    high: share < 1 ? crossing(upTo, 0.975, [share, 1]) : 1,
  };
}

/**
 * Difference of two means, its 95% interval and z. The interval and z rest on the adjusted means, as Agresti & Caffo
 * do for two shares: the plain difference over the adjusted error would call chance a change where stories are few.
 */
export function differenceOfMeans(
  plain: number,
  centre: number,
  { z, half }: Doubt,
  scale: number,
): { difference: number; low: number; high: number; z: number } {
  return {
    difference: scale * plain,
    low: scale * Math.min(plain, centre - half),
    high: scale * Math.max(plain, centre + half),
    z: z(centre),
  };
}
