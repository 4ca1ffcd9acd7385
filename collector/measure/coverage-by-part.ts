import { byMonth, partRow, sharesOfPart } from './by-part.ts';
import { type Shares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { periodNames, periodsTold } from './part-course.ts';
import { partShares } from './part-shares.ts';
import { type PartRow, partsOf } from './parts.ts';

const method = 'coverage-by-part@1';

/** A group that fell silent is a part here: that it is not read is what is told. */
function partsRead(facts: Facts, brand: number): { by: PartRow['by']; shares: Shares }[] {
  const speaks = speaksOf(brand);
  const read = facts.sources.filter((one) => speaks(one) && (one.planned !== null || one.coveredDays > 0));
  const groups = [...new Set(read.map(({ group }) => group))].sort().map((group) => ({ group }));
  return [
    ...groups.map((by) => ({ by, shares: partShares(facts, by, [], speaks, facts.joined[brand]) })),
    ...partsOf(facts, brand, ['language', 'segment']).map(({ by, rows }) => ({
      by,
      shares: sharesOfPart(facts, brand, by, rows),
    })),
  ];
}

export const coverageByPart: FigureDefinition = {
  id: 'coverage-by-part',
  title: 'Coverage by part',
  question: 'Which groups of sources, and whose talk, were read in full?',
  formula: `100 × covered ÷ planned source-days in the last 90 days, each source weighted by its usual share of the stories, as for coverage: of each group of sources; and of each language and segment of brand.yml, over the sources that ever carried it, each weighted by its usual share of the part’s own stories (those on its covered days, one average day of the part added). ${byMonth}`,
  limits: `Says how whole the readings are, not how much of the public the sources reach. A language or a segment that was silent for 90 days is no part; a group is one as long as its sources are planned. It has no interval. Days before the first that was covered and days to come are not counted, so that a month which is not over may be full.`,
  unit: '%',
  basis: 'source-days',
  proxy: false,
  method,
  measure(facts) {
    const periods = periodsTold(facts);
    return {
      kind: 'breakdown',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => {
          const parts = facts.days === 0 ? [] : partsRead(facts, brand);
          const rows = parts.flatMap(({ by, shares }) => {
            // A dark month is a gap in every other figure; here it is what is counted.
            const always = { ...shares, observed: new Uint8Array(facts.days).fill(1) };
            const estimate = (from: number, to: number) => {
              const share = shares.over(from, to);
              const n = shares.sourceDays(from, to).planned;
              return { value: share === null ? null : 100 * share, low: null, high: null, n };
            };
            return partRow(facts, by, { estimate }, { shares: always, periods, fewest: 0 });
          });
          return [id, { rows }];
        }),
      ),
      period: lastDays(breakdownDays, facts),
      periods: periodNames(periods),
    };
  },
};
