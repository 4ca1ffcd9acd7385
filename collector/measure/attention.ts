import type { Break } from '#contract';
import { allBreaks, methodBreaks } from './breaks.ts';
import { dayName, dayOf } from './calendar.ts';
import type { Pairing } from './compare.ts';
import { unrestOf } from './count-figure.ts';
import { dispersionOfCounts, rateRatio } from './counts.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { nothing } from './series.ts';
import type { Comparison } from './verdict.ts';

const method = 'attention@1';
/** Least share of a window's days that must have been counted. */
const fewestCounted = 0.6;
const fewestDays = 5;
/** Days by which an article must begin later, or end earlier, than the others: a day without any view is left out by who counts. */
const daysApart = 7;

/** Views of one article by day of the series, NaN on days of which no count is known, and its first and last counted day. */
type Article = { byDay: Float64Array; first: number; last: number };

function articlesOf(facts: Facts, brand: string): Map<string, Article> {
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
function sumOf(articles: ReadonlyMap<string, Article>, days: number): Float64Array {
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

/** Days counted in a span and their mean; `to` included. */
function meanOf(byDay: Float64Array, from: number, to: number): { days: number; mean: number } {
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

/** The line of one brand's views a day. */
export function attentionLine(facts: Facts, brand: string): BrandLine {
  const articles = articlesOf(facts, brand);
  const byDay = sumOf(articles, facts.days);
  const counted = Uint8Array.from(byDay, (value) => (Number.isNaN(value) ? 0 : 1));
  const begins = counted.indexOf(1);
  const views = byDay.map((value) => (Number.isNaN(value) ? 0 : value));
  const dispersion = dispersionOfCounts(views, Float64Array.from(counted), facts.first) * persistence(byDay);
  const { drift } = unrestOf(views, Float64Array.from(counted), dispersion);
  const compare = ({ to, days, shift }: Pairing): Comparison => {
    // Articles and days that were counted in both windows, so that neither a gap nor a new article moves anything.
    let [earlier, later, both] = [0, 0, 0];
    for (let day = to - days + 1; day <= to; day++) {
      let any = false;
      for (const article of articles.values()) {
        const [before, now] = [article.byDay[day - shift] ?? Number.NaN, article.byDay[day] ?? Number.NaN];
        if (Number.isNaN(before) || Number.isNaN(now)) continue;
        any = true;
        earlier += before;
        later += now;
      }
      if (any) both++;
    }
    const n: [number, number] = [earlier, later];
    const missing = { difference: null, low: null, high: null, z: 0, n };
    if (begins < 0 || to - days + 1 - shift < begins) return { standing: 'too little data', ...missing };
    if (both < fewestDays || both < days * fewestCounted) return { standing: 'coverage changed', ...missing };
    if (earlier === 0) return { standing: 'too little data', ...missing };
    return {
      standing: 'comparable',
      ...rateRatio(earlier, later, dispersion, drift({ to, days, shift })),
      n,
    };
  };
  return {
    shares: {
      observed: counted,
      over: (from, to) => {
        const [first, last] = [Math.max(from, begins), to];
        if (begins < 0 || last < first) return null;
        return meanOf(byDay, first, last).days / (last - first + 1);
      },
      sourceDays: (from, to) => ({ covered: meanOf(byDay, from, to).days, planned: to - from + 1 }),
    },
    estimate(from, to) {
      const { days, mean } = meanOf(byDay, from, to);
      return days === 0 ? nothing : { value: mean, low: null, high: null, n: days * mean };
    },
    compare,
  };
}

/** Breaks where an article began or ceased to be counted beside others. */
function articleBreaks(facts: Facts): Break[] {
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

export const attention: FigureDefinition = {
  id: 'attention',
  title: 'Attention',
  question: 'How many people look the brand up?',
  formula:
    'Views a day of the encyclopedia’s articles named in brand.yml: the sum over the articles of a brand, and the mean over the days of the period that were counted. Changes: the ratio of the views of articles and days counted in both windows, quasi-Poisson, × the dispersion of the days, × (1 + ρ) ÷ (1 − ρ) for what a day shares with the day before; and by how far the views drift from week to week anyway.',
  limits:
    'Readers of Wikipedia, not customers, and why they came is not known: a scandal is looked up as much as a launch. Programs that crawl are left out as far as Wikimedia tells them. Days in UTC. No interval: it is a count. An article that begins to be counted makes a break; a day on which one of several is not counted yet is a gap.',
  unit: 'views a day',
  basis: 'views',
  proxy: true,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => attentionLine(facts, facts.brands[brand]?.id ?? ''),
      allBreaks(articleBreaks(facts), methodBreaks(facts, 'attention', method)),
    ),
};
