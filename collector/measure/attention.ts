import type { Break } from '#contract';
import { allBreaks, methodBreaks } from './breaks.ts';
import { dayName } from './calendar.ts';
import type { Pairing } from './compare.ts';
import { dispersionOfCounts } from './counts.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { z95 } from './moments.ts';
import { nothing } from './series.ts';
import type { Comparison } from './verdict.ts';

const method = 'attention@1';
/** Least share of a window's days that must have been counted. */
const fewestCounted = 0.6;
const fewestDays = 5;
/** Days by which an article must begin later, or end earlier, than the others: a day without any view is left out by who counts. */
const daysApart = 7;

/** Views of a brand by day of the series, NaN on days of which no count is known, and what was counted when. */
type Views = { byDay: Float64Array; articles: Map<string, { first: number; last: number }> };

function viewsOf(facts: Facts, brand: string): Views {
  const byDay = new Float64Array(facts.days).fill(Number.NaN);
  const articles: Views['articles'] = new Map();
  // An article may be counted by two sources; it was read once by each reader all the same.
  const counted = new Map<string, number>();
  for (const signal of facts.signals) {
    if (signal.brand !== brand || signal.what !== 'views') continue;
    const day = Math.round(Date.parse(`${signal.day}T00:00:00Z`) / 86_400_000) - facts.first;
    if (day < 0 || day >= facts.days) continue;
    const key = `${day} ${signal.of}`;
    counted.set(key, Math.max(counted.get(key) ?? 0, signal.value));
    const known = articles.get(signal.of);
    if (!known) articles.set(signal.of, { first: day, last: day });
    else {
      known.first = Math.min(known.first, day);
      known.last = Math.max(known.last, day);
    }
  }
  for (const [key, value] of counted) {
    const day = Number.parseInt(key, 10);
    const before = byDay[day] as number;
    byDay[day] = (Number.isNaN(before) ? 0 : before) + value;
  }
  return { byDay, articles };
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
 * autoregression, of the logarithms' residuals from a moving level of 28 days.
 */
export function persistence(byDay: Float64Array): number {
  const level = 28;
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
  const correlation = square > 0 ? Math.min(0.9, Math.max(0, product / square)) : 0;
  return (1 + correlation) / (1 - correlation);
}

function lineOf(facts: Facts, brand: string): BrandLine {
  const { byDay } = viewsOf(facts, brand);
  const counted = Uint8Array.from(byDay, (value) => (Number.isNaN(value) ? 0 : 1));
  const begins = counted.indexOf(1);
  const views = byDay.map((value) => (Number.isNaN(value) ? 0 : value));
  const dispersion = dispersionOfCounts(views, Float64Array.from(counted), facts.first) * persistence(byDay);
  const compare = ({ to, days, shift }: Pairing): Comparison => {
    // Days that were counted in both windows, so that a gap moves neither.
    let [earlier, later, both] = [0, 0, 0];
    for (let day = to - days + 1; day <= to; day++) {
      if (day - shift < 0 || !counted[day] || !counted[day - shift]) continue;
      both++;
      earlier += views[day - shift] as number;
      later += views[day] as number;
    }
    const n: [number, number] = [earlier, later];
    const missing = { difference: null, low: null, high: null, z: 0, n };
    if (begins < 0 || to - days + 1 - shift < begins) return { standing: 'too little data', ...missing };
    if (both < fewestDays || both < days * fewestCounted) return { standing: 'coverage changed', ...missing };
    const log = Math.log((later + 0.5) / (earlier + 0.5));
    const error = Math.sqrt(dispersion * (1 / (later + 0.5) + 1 / (earlier + 0.5)));
    if (earlier === 0) return { standing: 'too little data', ...missing };
    const difference = later / earlier - 1;
    return {
      standing: 'comparable',
      difference,
      low: Math.min(difference, Math.exp(log - z95 * error) - 1),
      high: Math.max(difference, Math.exp(log + z95 * error) - 1),
      z: log / error,
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
    const { articles } = viewsOf(facts, id);
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
    'Views a day of the encyclopedia’s articles named in brand.yml: the sum over the articles of a brand, and the mean over the days of the period that were counted. Changes: the ratio of the views on days counted in both windows, quasi-Poisson, × the dispersion of the days, × (1 + ρ) ÷ (1 − ρ) for what a day shares with the day before.',
  limits:
    'Readers of Wikipedia, not customers, and why they came is not known: a scandal is looked up as much as a launch. Programs that crawl are left out as far as Wikimedia tells them. Days in UTC. No interval: it is a count. An article that begins to be counted makes a break.',
  unit: 'views a day',
  basis: 'views',
  proxy: true,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => lineOf(facts, facts.brands[brand]?.id ?? ''),
      allBreaks(articleBreaks(facts), methodBreaks(facts, 'attention', method)),
    ),
};
