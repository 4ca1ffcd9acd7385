import { blockDays, type DailyMoments, type Doubt, differenceOfMeans, withinDay } from './moments.ts';

/** A group of sources in a window: its fixed weight, the panel's stories in it and the brand's. */
export type InGroup = { weight: number; n: number; sum: number };
/** The same with the brand's usual share there. */
export type GroupShare = InGroup & { usual: number };

/** Sum over the days of a window of the products of two groups' stories; of one with itself, of their squares. */
export type Products = (one: number, other: number) => number;

/**
 * How alike stories of one day are, 0 to 1: those of one group, and those of two. A day on which all speak of a brand moves
 * its share in every group at once, so that the groups' errors do not make up for each other.
 */
type Alike = { within: number; across: number };

/** Mean share over the groups that have any story, and how well it is known. */
export type WeightedShare = {
  share: number;
  /** Effective sample size (Kish 1965): the stories that would tell as much, were they drawn one by one from all talk. */
  worth: number;
  /** Sampling variance at the usual shares. */
  variance: number;
  n: number;
};

/** Correlation of a brand's stories between groups of the same day: the moment estimator of `withinDay` on products of two groups. */
function acrossGroups(groups: readonly DailyMoments[]): number {
  const days = groups[0]?.n.length ?? 0;
  let [together, room] = [0, 0];
  for (let end = days; end > 0; end -= blockDays) {
    const start = Math.max(0, end - blockDays);
    const blocks = groups.flatMap(({ n, sum, span }) => {
      const all = span(start, end - 1);
      const share = all.sum / all.n;
      const variance = (all.sum - all.n * share * share) / (all.n - 1);
      return variance > 1e-12 ? [{ n, sum, share, error: Math.sqrt(variance) }] : [];
    });
    for (let day = start; day < end; day++) {
      let [apart, squares, count, countSquares] = [0, 0, 0, 0];
      for (const { n, sum, share, error } of blocks) {
        const stories = n[day] as number;
        const one = ((sum[day] as number) - share * stories) / error;
        apart += one;
        squares += one * one;
        count += stories;
        countSquares += stories * stories;
      }
      together += apart * apart - squares;
      room += count * count - countSquares;
    }
  }
  return room > 0 ? Math.min(1, Math.max(0, together / room)) : 0;
}

const alikeOf = (groups: readonly DailyMoments[]): Alike => ({
  within: withinDay(groups),
  across: acrossGroups(groups),
});

/** A brand's share in each group over the whole history, four stories at its share of all talk added: never 0 or 1. */
function usualShares(groups: readonly DailyMoments[]): number[] {
  const whole = groups.map(({ n, span }) => span(0, n.length - 1));
  const sum = whole.reduce((all, one) => all + one.sum, 1);
  const n = whole.reduce((all, one) => all + one.n, 2);
  return whole.map((one) => (one.sum + (4 * sum) / n) / (one.n + 4));
}

/**
 * The mean of the groups' shares by their weights. Only how uneven the groups are in what they add to its error is read from
 * the usual shares, so that a brand whose share has changed is told as truly as one whose share has not.
 */
export function weightedShare(
  groups: readonly GroupShare[],
  products: Products,
  { within, across }: Alike,
): WeightedShare | null {
  const weights = groups.reduce((sum, { weight, n }) => sum + (n > 0 ? weight : 0), 0);
  if (weights === 0) return null;
  let [share, usually, variance, n] = [0, 0, 0, 0];
  for (const [at, one] of groups.entries()) {
    if (one.n === 0) continue;
    const weight = one.weight / weights;
    const spread = one.usual * (1 - one.usual);
    share += (weight * one.sum) / one.n;
    usually += weight * one.usual;
    n += one.n;
    variance += (weight / one.n) ** 2 * spread * (one.n + within * (products(at, at) - one.n));
    for (let before = 0; before < at; before++) {
      const other = groups[before] as GroupShare;
      if (other.n === 0 || across === 0) continue;
      const both = Math.sqrt(spread * other.usual * (1 - other.usual));
      variance +=
        2 * across * both * (weight / one.n) * (other.weight / weights / other.n) * products(before, at);
    }
  }
  return { share, worth: (usually * (1 - usually)) / variance, variance, n };
}

/**
 * Difference of two such shares. To each are added four stories at the share of both together: at one half, as Agresti &
 * Caffo add them, a rare brand would be drawn to what it never was.
 */
export function differenceOfShares(
  earlier: WeightedShare,
  later: WeightedShare,
  doubtOf: (sampling: number) => Doubt,
): ReturnType<typeof differenceOfMeans> {
  const both =
    (earlier.worth * earlier.share + later.worth * later.share + 0.5) / (earlier.worth + later.worth + 1);
  const [before, after] = [earlier, later].map(({ share, worth }) => {
    const mean = (worth * share + 4 * both) / (worth + 4);
    return { mean, variance: (mean * (1 - mean)) / (worth + 4) };
  }) as [Spread, Spread];
  return differenceOfMeans(
    later.share - earlier.share,
    after.mean - before.mean,
    doubtOf(before.variance + after.variance),
    100,
  );
}
type Spread = { mean: number; variance: number };

/** Products of any two columns of numbers by day, over any span of days. */
export function productsOf(columns: readonly Float64Array[]): (from: number, to: number) => Products {
  const running = columns.map((later, at) =>
    columns.slice(0, at + 1).map((earlier) => {
      const total = new Float64Array(later.length + 1);
      for (let day = 0; day < later.length; day++)
        total[day + 1] = (total[day] as number) + (later[day] as number) * (earlier[day] as number);
      return total;
    }),
  );
  return (from, to) => (one, other) => {
    const total = running[Math.max(one, other)]?.[Math.min(one, other)] as Float64Array;
    return (total[to + 1] as number) - (total[from] as number);
  };
}

/** A group's weight and, by brand, the stories of the panel and of the brand by day. */
type OfDays = { weight: number; byBrand: readonly DailyMoments[] };

/** Weighted shares of each brand, of any span of days and of chosen stories, with what the whole history says of their error. */
export function openWeightedShares(groups: readonly OfDays[], brands: number) {
  const known = Array.from({ length: brands }, (_, brand) => {
    const ofDays = groups.map(({ byBrand }) => byBrand[brand] as DailyMoments);
    return { ofDays, alike: alikeOf(ofDays), usual: usualShares(ofDays) };
  });
  // The panel's stories are the same for every brand.
  const products = productsOf(known[0]?.ofDays.map(({ n }) => n) ?? []);
  const among = (brand: number, chosen: readonly InGroup[], ofChosen: Products): WeightedShare | null => {
    const { alike, usual } = known[brand] as (typeof known)[number];
    return weightedShare(
      chosen.map((one, at) => ({ ...one, usual: usual[at] as number })),
      ofChosen,
      alike,
    );
  };
  return {
    among,
    over(brand: number, from: number, to: number): WeightedShare | null {
      const ofDays = known[brand]?.ofDays ?? [];
      const chosen = ofDays.map((one, at) => ({
        weight: groups[at]?.weight as number,
        ...one.span(from, to),
      }));
      return among(brand, chosen, products(from, to));
    },
  };
}
