import {
  articleBreaks,
  articlesOf,
  countedInBoth,
  countedShares,
  meanOf,
  persistence,
  standingOfDays,
  sumOf,
} from './article-views.ts';
import { allBreaks, methodBreaks } from './breaks.ts';
import type { Pairing } from './compare.ts';
import { unrestOf } from './count-figure.ts';
import { dispersionOfCounts, rateRatio } from './counts.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { nothing } from './series.ts';
import type { Comparison } from './verdict.ts';

const method = 'attention@1';

/** The line of one brand's views a day. */
export function attentionLine(facts: Facts, brand: string): BrandLine {
  const articles = articlesOf(facts, brand);
  const byDay = sumOf(articles, facts.days);
  const shares = countedShares(byDay);
  const begins = shares.observed.indexOf(1);
  const counted = Float64Array.from(shares.observed);
  const views = byDay.map((value) => (Number.isNaN(value) ? 0 : value));
  const dispersion = dispersionOfCounts(views, counted, facts.first) * persistence(byDay);
  const { drift, scatter } = unrestOf(views, counted, dispersion);
  const compare = (pairing: Pairing): Comparison => {
    const { to, days, shift } = pairing;
    // Articles and days that were counted in both windows, so that neither a gap nor a new article moves anything.
    let [earlier, later, both] = [0, 0, 0];
    for (let day = to - days + 1; day <= to; day++) {
      const pair = countedInBoth(articles, day - shift, day);
      if (!pair) continue;
      both++;
      earlier += pair[0];
      later += pair[1];
    }
    const n: [number, number] = [earlier, later];
    const standing = standingOfDays(both, begins, pairing);
    if (standing !== 'comparable' || earlier === 0)
      return {
        standing: standing === 'comparable' ? 'too little data' : standing,
        ...{ difference: null, low: null, high: null, z: 0, n },
      };
    return { standing, ...rateRatio(earlier, later, dispersion, drift(pairing)), n };
  };
  return {
    shares,
    scatter,
    estimate(from, to) {
      const { days, mean } = meanOf(byDay, from, to);
      return days === 0 ? nothing : { value: mean, low: null, high: null, n: days * mean };
    },
    compare,
  };
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
