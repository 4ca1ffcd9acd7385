import type { BreakdownFigure } from '#contract';
import type { Facts } from './facts.ts';
import { breakdownDays, startOfLast } from './late-days.ts';
import type { Rows } from './rows.ts';
import { segmentMembers } from './segments.ts';

export type PartRow = BreakdownFigure['brands'][string]['rows'][number];
/** A part of what is said of a brand. */
export type Part = { by: PartRow['by'] /** Ascending. */; rows: readonly number[] };

/** Sites and sources that are told apart: those with most stories; the others are one part. */
const mostApart = 12;
/** Id of the part of all others. */
export const others = 'others';

/** What a brand's talk is divided by. */
export type Divided = 'group' | 'language' | 'site' | 'theme' | 'segment' | 'source';

const segmentsOf = new WeakMap<Facts, Uint8Array[][]>();
/** Every figure by segment asks for them; their words are looked for once. */
function membersOf(facts: Facts): Uint8Array[][] {
  const known = segmentsOf.get(facts) ?? segmentMembers(facts);
  segmentsOf.set(facts, known);
  return known;
}

/** Rows of the series by value of a column, and how many stories of the last 90 days begin with each. */
function byValue(facts: Facts, rows: Rows, columnOf: (row: number) => number) {
  const found = new Map<number, { rows: number[]; late: number }>();
  const late = rows.starts[startOfLast(breakdownDays, facts)] ?? 0;
  for (let row = rows.starts[0] ?? 0; row < (rows.starts[facts.days] ?? 0); row++) {
    const value = columnOf(row);
    const one = found.get(value) ?? { rows: [], late: 0 };
    if (one.rows.length === 0) found.set(value, one);
    one.rows.push(row);
    if (row >= late && rows.previous[row] === -1) one.late++;
  }
  return found;
}

/** A part for each value that any story of the last 90 days has, the most frequent first, of equals by name: numbers follow the order of lines. */
function apart(
  facts: Facts,
  rows: Rows,
  key: Divided,
  columnOf: (row: number) => number,
  nameOf: (value: number) => string,
  most = Number.POSITIVE_INFINITY,
): Part[] {
  const values = [...byValue(facts, rows, columnOf)]
    .map(([value, one]) => ({ ...one, name: nameOf(value) }))
    .filter(({ late }) => late > 0)
    .sort((a, b) => b.late - a.late || (a.name < b.name ? -1 : 1));
  const folded = values.slice(most).flatMap((one) => one.rows);
  return [
    ...values.slice(0, most).map(({ name, rows }): Part => ({ by: { [key]: name }, rows })),
    ...(folded.length > 0 ? [{ by: { [key]: others }, rows: folded.sort((a, b) => a - b) }] : []),
  ];
}

function rowsByTheme(facts: Facts, rows: Rows): number[][] {
  const found = facts.themes.map((): number[] => []);
  const { starts, theme } = rows.themes;
  for (let row = rows.starts[0] ?? 0; row < (rows.starts[facts.days] ?? 0); row++)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const ofTheme = found[theme[at] as number];
      // A mention may say two things of one theme.
      if (ofTheme && ofTheme.at(-1) !== row) ofTheme.push(row);
    }
  return found;
}

/**
 * Parts of a brand's talk in the last 90 days, by each of what it is divided by: groups, languages, sites and sources, those
 * with most stories first, themes as brand.yml lists them, and segments.
 */
export function partsOf(facts: Facts, brand: number, divided: readonly Divided[]): Part[] {
  const rows = facts.rows[brand] as Rows;
  const groups = [...new Set(facts.sources.map(({ group }) => group))].sort();
  const groupOf = facts.sources.map(({ group }) => groups.indexOf(group));
  const sourceOf = (row: number): number => rows.source[row] as number;
  const by: Record<Divided, () => Part[]> = {
    group: () =>
      apart(
        facts,
        rows,
        'group',
        (row) => groupOf[sourceOf(row)] as number,
        (at) => groups[at] ?? '',
      ),
    language: () =>
      apart(
        facts,
        rows,
        'language',
        (row) => rows.language[row] as number,
        (at) => facts.languages[at] ?? 'und',
      ),
    site: () =>
      apart(
        facts,
        rows,
        'site',
        (row) => rows.site[row] as number,
        (at) => facts.sites[at] ?? '',
        mostApart,
      ),
    source: () => apart(facts, rows, 'source', sourceOf, (at) => facts.sources[at]?.id ?? '', mostApart),
    theme: () =>
      rowsByTheme(facts, rows).map((ofTheme, at) => ({
        by: { theme: facts.themes[at]?.id ?? '' },
        rows: ofTheme,
      })),
    segment: () =>
      facts.config.segments.map(({ id }, at) => {
        const members = membersOf(facts)[at]?.[brand];
        const found: number[] = [];
        for (let row = rows.starts[0] ?? 0; row < (rows.starts[facts.days] ?? 0); row++)
          if (members?.[row] === 1) found.push(row);
        return { by: { segment: id }, rows: found };
      }),
  };
  return divided.flatMap((one) => by[one]());
}
