import { allBreaks, methodBreaks, mixBreaks, panelBreaks } from './breaks.ts';
import { comparedCells, countAll, type Pairing, standingOf, type Units, visitCompared } from './compare.ts';
import { comparable, coverageShares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import {
  added,
  adjusted,
  type DailyMoments,
  dailyMoments,
  differenceOfMeans,
  type Moments,
  withinDay,
  z95,
} from './moments.ts';
import type { Rows } from './rows.ts';
import { nothing } from './series.ts';
import type { SourceFacts } from './source-facts.ts';
import { type Comparison, fewestForRatio } from './verdict.ts';

const method = 'share-of-voice@1';

/** A group of sources, with each brand's first mention of a story in it. */
type Group = { weight: number; units: Units[]; byBrand: DailyMoments[] };

/** Fixed weight of a group: the config's, the mean of those where it names others only, equal where it names none. */
function weightOf(facts: Facts, group: string): number {
  const weights = Object.values(facts.config.groups);
  const mean = weights.length > 0 ? weights.reduce((sum, one) => sum + one, 0) / weights.length : 1;
  return facts.config.groups[group] ?? mean;
}

/** Rows of one group as a brand's own table: a story is counted once a group, by its first mention there. */
function unitsIn(rows: Rows, inGroup: Uint8Array): Units {
  const previous = new Int32Array(rows.length).fill(-1);
  const values = new Float64Array(rows.length).fill(Number.NaN);
  for (let row = 0; row < rows.length; row++) {
    if (!inGroup[rows.source[row] as number]) continue;
    values[row] = 1;
    let before = rows.previous[row] as number;
    while (before >= 0 && Number.isNaN(values[before])) before = rows.previous[before] as number;
    previous[row] = before;
  }
  return { rows: { ...rows, previous }, values, perStory: true };
}

function groupsOf(facts: Facts, observed: Uint8Array): Group[] {
  const names = [...new Set(facts.sources.filter(comparable).map((source) => source.group))].sort();
  return names
    .map((name) => {
      const inGroup = Uint8Array.from(facts.sources, (one) =>
        comparable(one) && one.group === name ? 1 : 0,
      );
      const units = facts.rows.map((rows) => unitsIn(rows, inGroup));
      const counts = units.map(({ rows, values }) => {
        const count = new Float64Array(facts.days);
        for (let row = rows.starts[0] as number; row < (rows.starts[facts.days] as number); row++) {
          const day = rows.day[row] as number;
          if (Number.isNaN(values[row]) || rows.previous[row] !== -1 || !observed[day]) continue;
          count[day] = (count[day] as number) + 1;
        }
        return count;
      });
      const panel = new Float64Array(facts.days);
      for (const count of counts) {
        for (let day = 0; day < panel.length; day++)
          panel[day] = (panel[day] as number) + (count[day] as number);
      }
      return {
        weight: weightOf(facts, name),
        units,
        byBrand: counts.map((count) => dailyMoments(panel, count, count)),
      };
    })
    .filter((group) => group.weight > 0);
}

type Weighted = { weight: number; moments: Moments };

/** Mean share over the groups that have any story, and its variance; `centre` is that of the interval. */
function meanShare(groups: readonly Weighted[], correlation: number) {
  let [weights, plain, centre, variance, n] = [0, 0, 0, 0, 0];
  for (const { weight, moments } of groups) {
    if (moments.n === 0) continue;
    const { mean, variance: of } = adjusted(moments, added.shares, correlation);
    weights += weight;
    plain += (weight * moments.sum) / moments.n;
    centre += weight * mean;
    variance += weight * weight * of;
    n += moments.n;
  }
  return weights > 0
    ? { share: plain / weights, centre: centre / weights, variance: variance / (weights * weights), n }
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

function linesOf(facts: Facts): (brand: number) => BrandLine {
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
    const made = { standing: standingOf(cells, n, all, fewestForRatio), n, pairs };
    known.set(key, made);
    return made;
  };

  return (brand) => ({
    shares,
    estimate(from, to) {
      // A brand beside nobody has all of the talk: true, and of no meaning.
      if (facts.brands.length < 2) return nothing;
      const correlation = correlations[brand] as number;
      const found = meanShare(
        groups.map((group) => ({
          weight: group.weight,
          moments: (group.byBrand[brand] as DailyMoments).span(from, to),
        })),
        correlation,
      );
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
          earlier.variance + later.variance,
          100,
        ),
        n,
      };
    },
  });
}

export const shareOfVoice: FigureDefinition = {
  id: 'share-of-voice',
  title: 'Share of voice',
  question: 'How much of the talk about the panel is about this brand?',
  formula:
    'Per source group: 100 × stories of the brand ÷ stories of the locked panel (a story counts once a group and brand, on the day of its first mention there); then the mean of the groups with stories in the period, weighted by the fixed shares of the config (equal by default; a group that is not named weighs as the mean of those that are). Interval: per group the variance of a share after adding two hits and two misses, × the dispersion between days, summed with the squared weights.',
  limits:
    'A share of what this panel’s brands got in these sources, not of a market. Sources bound to one brand stay out. Begins when the last brand of the panel joined. Null with a single brand. A small group moves it as much as a large one of the same weight; see n. Stories about two brands count for both.',
  unit: '%',
  basis: 'stories of the panel',
  proxy: false,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      linesOf(facts),
      allBreaks(panelBreaks(facts), mixBreaks(facts), methodBreaks(facts, 'share-of-voice', method)),
    ),
};
