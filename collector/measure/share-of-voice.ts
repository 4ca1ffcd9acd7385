import { allBreaks, methodBreaks, mixBreaks, panelBreaks, replayBreaks } from './breaks.ts';
import { comparedCells, countAll, type Pairing, standingOf, visitCompared } from './compare.ts';
import { comparable, coverageShares } from './coverage-shares.ts';
import { type Drift, driftOf } from './drift.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import {
  added,
  adjusted,
  type DailyMoments,
  differenceOfMeans,
  type Moments,
  withinDay,
  z95,
} from './moments.ts';
import { nothing } from './series.ts';
import { type Group, groupBreaks, groupsOf } from './share-groups.ts';
import type { SourceFacts } from './source-facts.ts';
import { type Comparison, fewestForRatio } from './verdict.ts';

const method = 'share-of-voice@2';

type Weighted = { weight: number; moments: Moments };

/**
 * Mean share over the groups that have any story (a silent one has no share), and its variance; `centre` is that of the
 * interval, `plainVariance` that of the share before anything is added.
 */
function meanShare(groups: readonly Weighted[], correlation: number) {
  let [weights, plain, centre, variance, plainVariance, n] = [0, 0, 0, 0, 0, 0];
  for (const { weight, moments } of groups) {
    if (moments.n === 0) continue;
    const { mean, variance: of, n: withAdded } = adjusted(moments, added.shares, correlation);
    weights += weight;
    plain += (weight * moments.sum) / moments.n;
    centre += weight * mean;
    variance += weight * weight * of;
    plainVariance += (weight * weight * of * withAdded) / moments.n;
    n += moments.n;
  }
  return weights > 0
    ? {
        share: plain / weights,
        centre: centre / weights,
        variance: variance / (weights * weights),
        plainVariance: plainVariance / (weights * weights),
        n,
      }
    : null;
}

/** Moments of the panel's stories in one group and window on compared cells, each brand's as `sum`. */
function comparedShares(
  facts: Facts,
  group: Group,
  cells: ReturnType<typeof comparedCells>,
  window: 'earlier' | 'later',
): Moments[] {
  const { to, days, shift } = cells.pairing;
  const first = to - days + 1 - (window === 'earlier' ? shift : 0);
  const panel = new Float64Array(days);
  const counts = group.units.map((units) => {
    let count = 0;
    visitCompared(units, cells, window, facts.days, (row) => {
      count++;
      const at = (units.rows.day[row] as number) - first;
      panel[at] = (panel[at] as number) + 1;
    });
    return count;
  });
  let [n, dayNumbers] = [0, 0];
  for (const count of panel) {
    n += count;
    dayNumbers += count * count;
  }
  return counts.map((sum) => ({ n, sum, squares: sum, dayNumbers }));
}

/** Lines of all brands, and the groups that they are means of. */
export function sharesOf(facts: Facts): { lineOf: (brand: number) => BrandLine; groups: Group[] } {
  // The panel is whole only since its last brand joined: before, some shares would be of less.
  const joined = Math.max(...facts.joined);
  const shares = coverageShares(facts, comparable, joined);
  const groups = groupsOf(facts, shares.observed);
  const correlations = facts.brands.map((_, brand) =>
    withinDay(groups.map((group) => group.byBrand[brand] as DailyMoments)),
  );
  const takes = (source: SourceFacts): boolean => comparable(source);

  type Windows = { standing: Comparison['standing']; n: [number, number]; pairs: [Moments[], Moments[]][] };
  const known = new Map<string, Windows>();
  const compareAll = (pairing: Pairing): Windows => {
    const key = `${pairing.days} ${pairing.shift} ${pairing.to}`;
    const before = known.get(key);
    if (before) return before;
    const cells = comparedCells(facts, takes, pairing, joined);
    const pairs = groups.map((group): [Moments[], Moments[]] => [
      comparedShares(facts, group, cells, 'earlier'),
      comparedShares(facts, group, cells, 'later'),
    ]);
    const n: [number, number] = [0, 0];
    for (const pair of pairs) for (const at of [0, 1] as const) n[at] += pair[at][0]?.n ?? 0;
    const first = pairing.to - pairing.days + 1;
    const all: [number, number] = [0, 0];
    for (const { units } of groups) {
      for (const one of units) {
        all[0] += countAll(one, first - pairing.shift, pairing.to - pairing.shift, facts.days);
        all[1] += countAll(one, first, pairing.to, facts.days);
      }
    }
    const dark = groups.some(
      (group) =>
        group.isDark(first, pairing.to) || group.isDark(first - pairing.shift, pairing.to - pairing.shift),
    );
    const standing = standingOf(cells, n, all, fewestForRatio);
    const made = {
      standing: standing === 'comparable' && dark ? ('coverage changed' as const) : standing,
      n,
      pairs,
    };
    known.set(key, made);
    return made;
  };

  const shareOver = (brand: number, from: number, to: number) =>
    meanShare(
      groups.map((group) => ({
        weight: group.weight,
        moments: (group.byBrand[brand] as DailyMoments).span(from, to),
      })),
      correlations[brand] as number,
    );
  const drifts = facts.brands.map((_, brand) =>
    driftOf(facts.days, (from, to) => {
      const found = groups.some((group) => group.isDark(from, to)) ? null : shareOver(brand, from, to);
      return found ? { value: found.share, variance: found.plainVariance } : undefined;
    }),
  );

  const lineOf = (brand: number): BrandLine => ({
    shares,
    estimate(from, to) {
      // A brand beside nobody has all of the talk: true, and of no meaning.
      if (facts.brands.length < 2) return nothing;
      // The mean of fewer groups is another number: a group that went dark leaves a gap, not a move.
      if (groups.some((group) => group.isDark(from, to))) return nothing;
      const found = shareOver(brand, from, to);
      if (!found) return nothing;
      const half = z95 * Math.sqrt(found.variance);
      return {
        value: 100 * found.share,
        low: 100 * Math.max(0, Math.min(found.share, found.centre - half)),
        high: 100 * Math.min(1, Math.max(found.share, found.centre + half)),
        n: found.n,
      };
    },
    compare(pairing) {
      const { standing, n, pairs } = compareAll(pairing);
      const nothingToSay = { difference: null, low: null, high: null, z: 0, n };
      if (facts.brands.length < 2) return { ...nothingToSay, standing: 'too little data' };
      if (standing !== 'comparable') return { ...nothingToSay, standing };
      // The set of groups is the same in both windows: those with stories in each.
      const both = pairs
        .map(([earlier, later], at) => ({
          weight: groups[at]?.weight as number,
          earlier: earlier[brand] as Moments,
          later: later[brand] as Moments,
        }))
        .filter(({ earlier, later }) => earlier.n > 0 && later.n > 0);
      const correlation = correlations[brand] as number;
      const drift = drifts[brand] as Drift;
      const [earlier, later] = (['earlier', 'later'] as const).map((window) =>
        meanShare(
          both.map((one) => ({ weight: one.weight, moments: one[window] })),
          correlation,
        ),
      );
      if (!earlier || !later) return { ...nothingToSay, standing: 'too little data' };
      return {
        standing,
        ...differenceOfMeans(
          later.share - earlier.share,
          later.centre - earlier.centre,
          drift(pairing)(earlier.variance + later.variance),
          100,
        ),
        n,
      };
    },
  });
  return { lineOf, groups };
}

export const shareOfVoice: FigureDefinition = {
  id: 'share-of-voice',
  title: 'Share of voice',
  question: 'How much of the talk about the panel is about this brand?',
  formula:
    'Per source group: 100 × stories of the brand ÷ stories of the locked panel (a story counts once a group and brand, on the day of its first mention there, on covered source-days only); then the mean of the groups, weighted by the fixed shares of the config (equal by default; a group that is not named weighs as the mean of those that are). A group belongs from its first covered day for as long as it is to be read; where it joins or leaves, the series breaks, and a period in which a group that belongs was not covered at all is a gap. Interval: per group the variance of a share after adding two hits and two misses, × the dispersion between days, summed with the squared weights.',
  limits:
    'A share of what this panel’s brands got in these sources, not of a market. Sources bound to one brand stay out, and groups that have no others. One dark group makes a gap, since the mean of the others would be another number; coverage says how much was read. A covered group in which nobody spoke of the panel has no share, and the mean of that period is over the others. Begins when the last brand of the panel joined. Null with a single brand. A small group moves it as much as a large one of the same weight; see n. Stories about two brands count for both.',
  unit: '%',
  basis: 'stories of the panel',
  proxy: false,
  method,
  measure(facts) {
    const { lineOf, groups } = sharesOf(facts);
    const breaks = allBreaks(
      panelBreaks(facts),
      groupBreaks(facts, groups),
      mixBreaks(facts),
      methodBreaks(facts, 'share-of-voice', method),
      replayBreaks(facts),
    );
    return seriesBody(facts, lineOf, breaks);
  },
};
