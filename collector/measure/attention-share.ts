import type { Break } from '#contract';
import {
  type Article,
  articleBreaks,
  articlesOf,
  countedInBoth,
  countedShares,
  daysApart,
  persistence,
  standingOfDays,
  sumOf,
} from './article-views.ts';
import { allBreaks, methodBreaks } from './breaks.ts';
import { dayName } from './calendar.ts';
import type { Pairing } from './compare.ts';
import { dispersionOfCounts } from './counts.ts';
import { driftOf } from './drift.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { differenceOfMeans } from './moments.ts';
import { nothing } from './series.ts';
import type { Comparison } from './verdict.ts';

const method = 'attention-share@1';

/** A brand whose articles are counted: their views by day, and the last day on which it belongs to the panel. */
type Member = { brand: number; articles: ReadonlyMap<string, Article>; byDay: Float64Array; last: number };

/** Brands with articles. One of which nothing is counted any more, while others are, belongs as long as it was. */
function membersOf(facts: Facts): Member[] {
  const members = facts.brands.flatMap(({ id }, brand): Member[] => {
    const articles = articlesOf(facts, id);
    const last = Math.max(...[...articles.values()].map((article) => article.last));
    return articles.size > 0 ? [{ brand, articles, byDay: sumOf(articles, facts.days), last }] : [];
  });
  const end = Math.max(...members.map(({ last }) => last));
  return members.map((one) => ({ ...one, last: one.last > end - daysApart ? facts.days - 1 : one.last }));
}

/** Views of the panel by day; NaN where an article of any brand that belongs is not counted, or fewer than two brands belong. */
function panelOf(members: readonly Member[], days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) => {
    const belonging = members.filter(({ last }) => day <= last);
    if (belonging.length < 2) return Number.NaN;
    return belonging.reduce((sum, { byDay }) => sum + (byDay[day] as number), 0);
  });
}

/** Lines of all brands; of one without articles, or alone with them, an empty one. */
export function attentionShares(facts: Facts): (brand: number) => BrandLine {
  const members = membersOf(facts);
  const panel = panelOf(members, facts.days);
  const views = panel.map((value) => (Number.isNaN(value) ? 0 : value));
  const mean = views.reduce((sum, one) => sum + one, 0) / views.length;

  return (brand) => {
    const member = members.find((one) => one.brand === brand);
    const shareOn = (day: number): number =>
      member && day <= member.last && (views[day] as number) > 0
        ? (member.byDay[day] as number) / (panel[day] as number)
        : Number.NaN;
    const share = Float64Array.from({ length: facts.days }, (_, day) => shareOn(day));
    const counted = countedShares(share);
    const begins = counted.observed.indexOf(1);
    const exposure = views.map((value, day) => (counted.observed[day] === 1 ? value : 0));
    const own = exposure.map((value, day) => (value > 0 ? (member?.byDay[day] as number) : 0));
    // What a day shares with the day before is told from what the views were, had all read as much as on any other day.
    const dispersion =
      dispersionOfCounts(own, exposure, facts.first) * persistence(share.map((one) => one * mean));
    const over = (from: number, to: number): { own: number; all: number } => {
      const sum = (column: Float64Array) => column.subarray(from, to + 1).reduce((all, one) => all + one, 0);
      return { own: sum(own), all: sum(exposure) };
    };
    /** Of a share of so many views: quasi-Poisson with the panel's views as exposure. Half a view is added, so that 0 is not certain. */
    const varianceOf = (views: { own: number; all: number }): number =>
      (dispersion * (views.own + 0.5)) / views.all ** 2;
    const drift = driftOf(facts.days, (from, to) => {
      const week = over(from, to);
      return week.all > 0 ? { value: week.own / week.all, variance: varianceOf(week) } : undefined;
    });

    /** Views of the same brands, articles and days in both windows. */
    function compare(pairing: Pairing): Comparison {
      const { to, days, shift } = pairing;
      const [earlier, later] = [
        { own: 0, all: 0 },
        { own: 0, all: 0 },
      ];
      let both = 0;
      for (let day = to - days + 1; day <= to; day++) {
        const pairs = members
          .filter(({ last }) => day <= last)
          .map((one) => ({ one, views: countedInBoth(one.articles, day - shift, day) }));
        const own = pairs.find(({ one }) => one === member)?.views;
        if (!own || pairs.length < 2 || pairs.some((pair) => !pair.views)) continue;
        both++;
        for (const [at, window] of [earlier, later].entries()) {
          window.own += own[at] as number;
          window.all += pairs.reduce((sum, { views }) => sum + (views?.[at] ?? 0), 0);
        }
      }
      const n: [number, number] = [earlier.all, later.all];
      const standing = standingOfDays(both, begins, pairing);
      if (standing !== 'comparable' || Math.min(...n) === 0)
        return {
          standing: standing === 'comparable' ? 'too little data' : standing,
          ...{ difference: null, low: null, high: null, z: 0, n },
        };
      const by = later.own / later.all - earlier.own / earlier.all;
      const doubt = drift(pairing)(varianceOf(earlier) + varianceOf(later));
      return { standing, ...differenceOfMeans(by, by, doubt, 100), n };
    }

    return {
      shares: counted,
      // A team without competitors has no share to tell a change of, however long it listens.
      ...(facts.brands.length > 1 && { compare }),
      estimate(from, to) {
        const { own, all } = over(from, to);
        return all === 0 ? nothing : { value: (100 * own) / all, low: null, high: null, n: all };
      },
    };
  };
}

/** Breaks where a brand's articles cease to be counted while those of others are. */
const panelBreaks = (facts: Facts): Break[] =>
  membersOf(facts).flatMap(({ brand, last }) =>
    last < facts.days - 1
      ? [
          {
            date: dayName(facts.first + last + 1),
            why: `No article of ${facts.brands[brand]?.name ?? ''} is counted from here on: shares are of the others.`,
          },
        ]
      : [],
  );

export const attentionShare: FigureDefinition = {
  id: 'attention-share',
  title: 'Share of attention',
  question: 'Of all who look up a brand of the panel, how many look up this one?',
  formula:
    '100 × views of the brand’s articles ÷ views of the articles of all brands of the panel, over the days of the period on which all of them were counted. Changes: the difference of the shares of two windows, of the same articles and days; quasi-Poisson with the panel’s views as exposure, × the dispersion of the days, × (1 + ρ) ÷ (1 − ρ) for what a day shares with the day before; and by how far the share drifts from week to week anyway.',
  limits:
    'Where everybody reads more, views rise and this does not: it says how the brand does against the panel, which moves it as well. A competitor that is looked up more takes from it. Brands without an article named in brand.yml are no part of it; an article that two brands name counts for both. Begins when articles of all are counted; a day on which one is not counted yet is a gap. No interval: all views are counted. Empty unless two brands have articles.',
  unit: '%',
  basis: 'views of the panel',
  proxy: true,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      attentionShares(facts),
      allBreaks(panelBreaks(facts), articleBreaks(facts), methodBreaks(facts, 'attention-share', method)),
    ),
};
