import { allBreaks, methodBreaks, mixBreaks, panelBreaks, replayBreaks } from './breaks.ts';
import { comparedCells, countAll, type Pairing, standingOf, visitCompared } from './compare.ts';
import { comparable, coverageShares } from './coverage-shares.ts';
import { type Drift, driftOf } from './drift.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { jeffreysInterval } from './moments.ts';
import { nothing } from './series.ts';
import { type Group, groupBreaks, groupsOf } from './share-groups.ts';
import type { SourceFacts } from './source-facts.ts';
import { type Comparison, fewestForRatio } from './verdict.ts';
import { differenceOfShares, openWeightedShares, type Products, productsOf } from './weighted-share.ts';

const method = 'share-of-voice@3';

/** The panel's stories by day in one group and window on compared cells, and each brand's. */
type Compared = { panel: Float64Array; n: number; counts: number[] };

function comparedShares(
  facts: Facts,
  group: Group,
  cells: ReturnType<typeof comparedCells>,
  window: 'earlier' | 'later',
): Compared {
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
  return { panel, n: panel.reduce((sum, count) => sum + count, 0), counts };
}

/** Lines of all brands, and the groups that they are means of. */
export function sharesOf(facts: Facts): { lineOf: (brand: number) => BrandLine; groups: Group[] } {
  // The panel is whole only since its last brand joined: before, some shares would be of less.
  const joined = Math.max(...facts.joined);
  const shares = coverageShares(facts, comparable, joined);
  const groups = groupsOf(facts, shares.observed);
  const weighted = openWeightedShares(groups, facts.brands.length);
  const takes = (source: SourceFacts): boolean => comparable(source);

  type Side = { groups: Compared[]; products: Products };
  type Windows = { standing: Comparison['standing']; n: [number, number]; sides: [Side, Side] };
  const known = new Map<string, Windows>();
  const compareAll = (pairing: Pairing): Windows => {
    const key = `${pairing.days} ${pairing.shift} ${pairing.to}`;
    const before = known.get(key);
    if (before) return before;
    const cells = comparedCells(facts, takes, pairing, joined);
    const sideOf = (window: 'earlier' | 'later'): Side => {
      const found = groups.map((group) => comparedShares(facts, group, cells, window));
      const ofDays = productsOf(found.map(({ panel }) => panel));
      return { groups: found, products: ofDays(0, pairing.days - 1) };
    };
    const sides: [Side, Side] = [sideOf('earlier'), sideOf('later')];
    const [nEarlier, nLater] = sides.map((side) => side.groups.reduce((sum, { n }) => sum + n, 0));
    const n: [number, number] = [nEarlier ?? 0, nLater ?? 0];
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
      sides,
    };
    known.set(key, made);
    return made;
  };

  const drifts = facts.brands.map((_, brand) =>
    driftOf(facts.days, (from, to) => {
      const found = groups.some((group) => group.isDark(from, to)) ? null : weighted.over(brand, from, to);
      return found ? { value: found.share, variance: found.variance } : undefined;
    }),
  );

  const compareBrand = (brand: number, pairing: Pairing): Comparison => {
    const { standing, n, sides } = compareAll(pairing);
    const nothingToSay = { difference: null, low: null, high: null, z: 0, n };
    if (standing !== 'comparable') return { ...nothingToSay, standing };
    const [earlier, later] = sides.map((side, which) => {
      const other = sides[1 - which] as Side;
      const inGroups = side.groups.map(({ n, counts }, at) => ({
        // The set of groups is the same in both windows: those with stories in each.
        weight: other.groups[at]?.n === 0 ? 0 : (groups[at]?.weight as number),
        n,
        sum: counts[brand] as number,
      }));
      return weighted.among(brand, inGroups, side.products);
    });
    if (!earlier || !later) return { ...nothingToSay, standing: 'too little data' };
    const drift = drifts[brand] as Drift;
    return { standing, ...differenceOfShares(earlier, later, drift(pairing)), n };
  };

  const lineOf = (brand: number): BrandLine => ({
    shares,
    estimate(from, to) {
      // A brand beside nobody has all of the talk: true, and of no meaning.
      if (facts.brands.length < 2) return nothing;
      // The mean of fewer groups is another number: a group that went dark leaves a gap, not a move.
      if (groups.some((group) => group.isDark(from, to))) return nothing;
      const found = weighted.over(brand, from, to);
      if (!found) return nothing;
      const { low, high } = jeffreysInterval(found.share, found.worth);
      return {
        value: 100 * found.share,
        low: 100 * low,
        high: 100 * high,
        n: found.n,
      };
    },
    // What a longer history or more talk would not tell either has no verdict: it wants a competitor.
    ...(facts.brands.length > 1 && { compare: (pairing: Pairing) => compareBrand(brand, pairing) }),
  });
  return { lineOf, groups };
}

export const shareOfVoice: FigureDefinition = {
  id: 'share-of-voice',
  title: 'Share of voice',
  question: 'How much of the talk about the panel is about this brand?',
  formula:
    'Per source group: 100 × stories of the brand ÷ stories of the locked panel (a story counts once a group and brand, on the day of its first mention there, on covered source-days only); then the mean of the groups, weighted by the fixed shares of the config (equal by default; a group that is not named weighs as the mean of those that are). A group belongs from its first covered day for as long as it is to be read; where it joins or leaves, the series breaks, and a period in which a group that belongs was not covered at all is a gap. Interval: Jeffreys’, Beta(s m + ½, (1 − s) m + ½) at 2.5% and 97.5%, where s is the share and m the number of stories that it is worth: s₀ (1 − s₀) ÷ the variance of the mean of the groups at the brand’s usual shares, s₀ being their mean. That variance is the sum over groups g of w² p (1 − p) ÷ n, w being the fixed weight, n the stories and p the usual share there (of all days, four stories at the brand’s share of everything added), and of what stories of one day share: a correlation within a group and one between groups, each estimated from how far days lie from the mean of their 28 (moments), of all pairs of stories of the same day. A change is judged after adding to each window four stories at the share of both together.',
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
