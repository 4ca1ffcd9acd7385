import type { Break } from '#contract';
import { dayName, dayOf } from './calendar.ts';
import type { Pairing } from './compare.ts';
import type { Shares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { Comparison } from './verdict.ts';

/** Least share of a window's days that must have been counted. */
const fewestCounted = 0.6;
const fewestDays = 5;
/** Days by which an article must begin later, or end earlier, than the others: a day without any view is left out by who counts. */
export const daysApart = 7;

/** Views of one article by day of the series, NaN on days of which no count is known, and its first and last counted day. */
export type Article = { byDay: Float64Array; first: number; last: number };

export function articlesOf(facts: Facts, brand: string): Map<string, Article> {
  const articles = new Map<string, Article>();
  for (const signal of facts.signals) {
    if (signal.brand !== brand || signal.what !== 'views') continue;
    const day = dayOf(signal.day) - facts.first;
    if (day < 0 || day >= facts.days) continue;
    const known = articles.get(signal.of) ?? {
      byDay: new Float64Array(facts.days).fill(Number.NaN),
      first: day,
      last: day,
    };
    articles.set(signal.of, known);
    // An article may be counted by two sources; it was read once by each reader all the same.
    const before = known.byDay[day] as number;
    known.byDay[day] = Number.isNaN(before) ? signal.value : Math.max(before, signal.value);
    known.first = Math.min(known.first, day);
    known.last = Math.max(known.last, day);
  }
  return articles;
}

/** The sum of a brand's articles by day; NaN where one of those that were being counted is not known yet: the rest would be a fall. */
export function sumOf(articles: ReadonlyMap<string, Article>, days: number): Float64Array {
  const all = [...articles.values()];
  const last = Math.max(...all.map((article) => article.last));
  return Float64Array.from({ length: days }, (_, day) => {
    let sum = Number.NaN;
    for (const article of all) {
      const end = article.last > last - daysApart ? last : article.last;
      if (day < article.first || day > end) continue;
      const value = article.byDay[day] as number;
      if (Number.isNaN(value)) return Number.NaN;
      sum = (Number.isNaN(sum) ? 0 : sum) + value;
    }
    return sum;
  });
}

/** Views on two days of the articles that were counted on both; nothing where none was. */
export function countedInBoth(
  articles: ReadonlyMap<string, Article>,
  earlier: number,
  later: number,
): [earlier: number, later: number] | undefined {
  let sums: [number, number] | undefined;
  for (const { byDay } of articles.values()) {
    const [before, now] = [byDay[earlier] ?? Number.NaN, byDay[later] ?? Number.NaN];
    if (!Number.isNaN(before) && !Number.isNaN(now))
      sums = [(sums?.[0] ?? 0) + before, (sums?.[1] ?? 0) + now];
  }
  return sums;
}

/** Days counted in a span and their mean; `to` included. */
export function meanOf(byDay: Float64Array, from: number, to: number): { days: number; mean: number } {
  let [days, sum] = [0, 0];
  for (let day = Math.max(0, from); day <= Math.min(to, byDay.length - 1); day++) {
    const value = byDay[day] as number;
    if (Number.isNaN(value)) continue;
    days++;
    sum += value;
  }
  return { days, mean: days === 0 ? 0 : sum / days };
}

/**
 * How much the days' dependence on the day before widens the variance of their mean: (1 + ρ) ÷ (1 − ρ) for a first-order
 * autoregression, of the logarithms' residuals from a moving level of 120 days: a nearer level takes the persistence for a trend.
 */
export function persistence(byDay: Float64Array): number {
  const level = 120;
  const residuals = Float64Array.from(byDay, (value, day) => {
    if (Number.isNaN(value)) return Number.NaN;
    const { mean } = meanOf(byDay, day - level / 2, day + level / 2);
    return Math.log(value + 1) - Math.log(mean + 1);
  });
  let [product, square] = [0, 0];
  for (let day = 1; day < residuals.length; day++) {
    const [before, now] = [residuals[day - 1] as number, residuals[day] as number];
    if (Number.isNaN(before) || Number.isNaN(now)) continue;
    product += before * now;
    square += (before * before + now * now) / 2;
  }
  const correlation = square > 0 ? Math.min(0.95, Math.max(0, product / square)) : 0;
  return (1 + correlation) / (1 - correlation);
}

/** Coverage of a line of days that were counted, or not: from the first counted one on. */
export function countedShares(byDay: Float64Array): Shares {
  const observed = Uint8Array.from(byDay, (value) => (Number.isNaN(value) ? 0 : 1));
  const begins = observed.indexOf(1);
  return {
    observed,
    over(from, to) {
      const first = Math.max(from, begins);
      if (begins < 0 || to < first) return null;
      return meanOf(byDay, first, to).days / (to - first + 1);
    },
    sourceDays: (from, to) => ({ covered: meanOf(byDay, from, to).days, planned: to - from + 1 }),
  };
}

/**
 * Whether two windows can be compared of which so many days were counted in both.
 *
 * @param begins first day that was counted, -1 where none was
 */
export function standingOfDays(
  both: number,
  begins: number,
  { to, days, shift }: Pairing,
): Comparison['standing'] {
  if (begins < 0 || to - days + 1 - shift < begins) return 'too little data';
  return both < fewestDays || both < days * fewestCounted ? 'coverage changed' : 'comparable';
}

/** Breaks where an article began or ceased to be counted beside others. */
export function articleBreaks(facts: Facts): Break[] {
  return facts.brands.flatMap(({ id, name }) => {
    const articles = articlesOf(facts, id);
    const first = Math.min(...[...articles.values()].map((span) => span.first));
    const last = Math.max(...[...articles.values()].map((span) => span.last));
    return [...articles].flatMap(([article, span]): Break[] => [
      ...(span.first >= first + daysApart
        ? [
            {
              date: dayName(facts.first + span.first),
              why: `${name}: the views of ${article} count from here.`,
            },
          ]
        : []),
      ...(span.last <= last - daysApart
        ? [
            {
              date: dayName(facts.first + span.last + 1),
              why: `${name}: the views of ${article} no longer count.`,
            },
          ]
        : []),
    ]);
  });
}
