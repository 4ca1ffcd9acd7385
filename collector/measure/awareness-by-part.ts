import { indexLine } from './awareness.ts';
import { byMonth, byPart, monthLimits, partRow } from './by-part.ts';
import { rowsWhere } from './compare.ts';
import { comparable } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { partShares } from './part-shares.ts';
import type { Rows } from './rows.ts';
import { fewestForRatio } from './verdict.ts';

const method = 'awareness-by-part@1';

/** Those of some rows with which a source that may enter a comparison carried a story. */
function carriedRows(facts: Facts, { source, carried }: Rows, all: Uint32Array): Uint32Array {
  const may = Uint8Array.from(facts.sources, (one) => (comparable(one) ? 1 : 0));
  return rowsWhere(all, (row) => carried[row] === 1 && may[source[row] as number] === 1);
}

export const awarenessByPart: FigureDefinition = {
  id: 'awareness-by-part',
  title: 'Awareness by part',
  question: 'Where, in which language and on which themes is the brand talked about more than it was?',
  formula: `The awareness index of the last 90 days by group of sources, language, theme (stories that name it) and segment of brand.yml: the same model, of each part its own, fitted over the sources that carry the part and the stories of it; base 100 is the part’s own first 28 covered days. Interval as for awareness. Parts with fewer than 5 stories carried in those days, or in their base, are left out. ${byMonth}`,
  limits: `100 is each part’s own beginning: 120 beside 110 does not mean that the one is talked of more than the other, and the parts do not add up to awareness. Bases of few stories make wide intervals, of every month alike. A source under 28 covered days waits; sources bound to one brand stay out. Sites are not told, since a site is mostly one source. Parts overlap. ${monthLimits}`,
  unit: 'index, base = 100',
  basis: 'stories carried',
  proxy: true,
  method,
  measure: (facts) =>
    byPart(
      facts,
      (brand, { by, only: all, periods }) => {
        const rows = facts.rows[brand] as Rows;
        const only = carriedRows(facts, rows, all);
        const line = indexLine(facts, brand, only);
        if (line.inBase < fewestForRatio) return [];
        const shares = partShares(facts, by, [{ rows, only }], comparable, facts.joined[brand]);
        return partRow(facts, by, line, { shares, periods, fewest: 0 });
      },
      ['group', 'language', 'theme', 'segment'],
    ),
};
