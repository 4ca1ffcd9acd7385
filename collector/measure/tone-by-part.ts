import type { BreakdownFigure } from '#contract';
import { valuesOf } from './compare.ts';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays, startOfLast } from './late-days.ts';
import { added } from './moments.ts';
import { ratioLine } from './ratio-figure.ts';
import { round, roundOrNull } from './round.ts';
import type { Rows } from './rows.ts';
import { segmentMembers } from './segments.ts';
import { themeRow } from './theme-row.ts';
import { themesWhere } from './theme-tone.ts';
import { fewestForRatio, verdictsOf } from './verdict.ts';

const method = 'tone-by-part@1';
const window = '90';
/** Sites that are told apart: those with most stories. */
const mostSites = 12;

type Row = BreakdownFigure['brands'][string]['rows'][number];

/** Net sentiment of some rows over the last 90 days, and how it changed; nothing where fewer than five stories have a tone. */
function rowOf(facts: Facts, brand: number, by: Row['by'], takes: (row: number) => boolean): Row[] {
  const rows = facts.rows[brand] as Rows;
  const values = valuesOf(rows.length, (row) => (takes(row) ? (rows.tone[row] as number) : Number.NaN));
  const line = ratioLine(
    facts,
    brand,
    { values: () => values, perStory: true, added: added.nets, ends: [-1, 1], scale: 100 },
    speaksOf(brand),
  );
  const to = facts.days - 1;
  const found = line.estimate(startOfLast(breakdownDays, facts), to, null);
  if (found.n < fewestForRatio) return [];
  const change = line.compare && verdictsOf(facts, line.compare)[window];
  return [
    {
      by,
      value: roundOrNull(found.value),
      low: roundOrNull(found.low),
      high: roundOrNull(found.high),
      n: round(found.n),
      coverage: roundOrNull(line.shares.over(facts.days - breakdownDays, to)),
      ...(change && { change }),
    },
  ];
}

/** Values of a column over the rows of the last 90 days, the most frequent first, of equals by name: numbers follow the order of lines. */
function frequent(
  facts: Facts,
  brand: number,
  columnOf: (row: number) => number,
  nameOf: (value: number) => string,
): number[] {
  const rows = facts.rows[brand] as Rows;
  const counts = new Map<number, number>();
  const from = rows.starts[startOfLast(breakdownDays, facts)] ?? 0;
  for (let row = from; row < (rows.starts[facts.days] ?? 0); row++) {
    if (rows.previous[row] !== -1) continue;
    const value = columnOf(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, name: nameOf(value) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ value }) => value);
}

function rowsOf(facts: Facts, brand: number, members: readonly Uint8Array[][]): Row[] {
  if (facts.days === 0) return [];
  const rows = facts.rows[brand] as Rows;
  const groups = [...new Set(facts.sources.map(({ group }) => group))].sort();
  const groupOfSource = facts.sources.map(({ group }) => groups.indexOf(group));
  const groupOf = (row: number): number => groupOfSource[rows.source[row] as number] as number;
  const languageOf = (row: number): number => rows.language[row] as number;
  const siteOf = (row: number): number => rows.site[row] as number;
  return [
    ...frequent(facts, brand, groupOf, (group) => groups[group] ?? '').flatMap((group) =>
      rowOf(facts, brand, { group: groups[group] ?? '' }, (row) => groupOf(row) === group),
    ),
    ...frequent(facts, brand, languageOf, (language) => facts.languages[language] ?? '').flatMap((language) =>
      rowOf(
        facts,
        brand,
        { language: facts.languages[language] ?? 'und' },
        (row) => languageOf(row) === language,
      ),
    ),
    ...frequent(facts, brand, siteOf, (site) => facts.sites[site] ?? '')
      .slice(0, mostSites)
      .flatMap((site) =>
        rowOf(facts, brand, { site: facts.sites[site] ?? '' }, (row) => siteOf(row) === site),
      ),
    ...facts.themes
      .map(({ id: theme }) =>
        themeRow(
          facts,
          brand,
          themesWhere(facts, ({ id }) => id === theme),
          { theme },
        ),
      )
      .filter(({ n }) => n >= fewestForRatio)
      .sort((a, b) => b.n - a.n || ((a.by.theme ?? '') < (b.by.theme ?? '') ? -1 : 1)),
    ...facts.config.segments.flatMap(({ id: segment }, at) =>
      rowOf(facts, brand, { segment }, (row) => members[at]?.[brand]?.[row] === 1),
    ),
  ];
}

export const toneByPart: FigureDefinition = {
  id: 'tone-by-part',
  title: 'Tone by part',
  question: 'Where is the brand liked, and where not?',
  formula:
    'Net sentiment of the last 90 days by group of sources, language, site (the twelve with most stories), theme (the tone toward the theme) and segment of brand.yml: 100 × (positive − negative) ÷ scored stories, by the first mention of each story. Interval as for net sentiment. Parts with fewer than 5 scored stories are left out.',
  limits:
    'Parts overlap: a story has a group, a site and any number of themes and segments. With forty parts two differ from the whole by chance alone. The interval holds the sampling error only.',
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: false,
  method,
  measure(facts) {
    const members = segmentMembers(facts);
    return {
      kind: 'breakdown',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [id, { rows: rowsOf(facts, brand, members) }]),
      ),
      period: lastDays(breakdownDays, facts),
    };
  },
};
