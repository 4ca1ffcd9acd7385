import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { bothWindows, comparedCells, standingOf, type Valued, valuesOf, visitCompared } from './compare.ts';
import { unrestOfUnits } from './count-figure.ts';
import { rateRatio } from './counts.ts';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import type { Rows } from './rows.ts';

const method = 'sites@1';

/** The line of the sites that name a brand. */
export function sitesLine(facts: Facts, brand: number): BrandLine {
  const rows = facts.rows[brand] as Rows;
  const joined = facts.joined[brand] as number;
  const takes = speaksOf(brand);
  const shares = coverageShares(facts, takes, joined);
  const units: Valued = {
    rows,
    // 0 is the empty name: a site that is not known is none.
    values: valuesOf(rows.length, (row) => (rows.site[row] === 0 ? Number.NaN : 1)),
    perStory: false,
  };
  const { dispersion, drift, scatter } = unrestOfUnits(facts, { ...units, perStory: true }, takes, joined);
  return {
    shares,
    scatter,
    estimate(from, to) {
      const sites = new Set<number>();
      let n = 0;
      for (let row = rows.starts[from] as number; row < (rows.starts[to + 1] as number); row++) {
        if (Number.isNaN(units.values[row]) || !shares.observed[rows.day[row] as number]) continue;
        sites.add(rows.site[row] as number);
        n++;
      }
      return { value: sites.size, low: null, high: null, n };
    },
    compare(pairing) {
      const cells = comparedCells(facts, takes, pairing, joined);
      const count = (window: 'earlier' | 'later') => {
        const sites = new Set<number>();
        let seen = 0;
        visitCompared(units, cells, window, facts.days, (row) => {
          sites.add(rows.site[row] as number);
          seen++;
        });
        return { sites: sites.size, seen };
      };
      const [earlier, later] = [count('earlier'), count('later')];
      const n: [number, number] = [earlier.seen, later.seen];
      return {
        standing: standingOf(cells, n, bothWindows(units, pairing, facts.days), 0),
        ...rateRatio(earlier.sites, later.sites, dispersion, drift(pairing)),
        n,
      };
    },
  };
}

export const sites: FigureDefinition = {
  id: 'sites',
  title: 'Sites',
  question: 'In how many places is the brand named?',
  formula:
    'Number of different sites (domains or communities) that named the brand within the period. Weeks and months are counted anew, not summed. 0 on a covered day is 0; a day on which no planned source was covered is a gap.',
  limits:
    'A large and a small site count alike. Mentions without a known site are left out. Rises when a source is added. No interval; changes are judged as counts, with the dispersion and the drift of the stories, which is rather cautious.',
  unit: 'sites',
  basis: 'mentions',
  proxy: false,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => sitesLine(facts, brand),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'sites', method), replayBreaks(facts)),
    ),
};
