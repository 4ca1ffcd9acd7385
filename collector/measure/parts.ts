import type { BreakdownFigure } from '#contract';
import type { Facts } from './facts.ts';
import { breakdownDays, startOfLast } from './late-days.ts';
import type { Rows } from './rows.ts';
import { segmentMembers } from './segments.ts';
import { rowsByTheme } from './theme-tone.ts';

export type PartRow = BreakdownFigure['brands'][string]['rows'][number];
/** A part of what is said of a brand. */
export type Part = { by: PartRow['by'] /** Ascending. */; rows: Uint32Array };

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

/**
 * A part for each value that any story of the last 90 days has, the most frequent first, of equals by name: numbers follow the order of lines.
 *
 * @param names by value
 */
function apart(
  facts: Facts,
  rows: Rows,
  key: Divided,
  valueAt: (row: number) => number,
  names: readonly string[],
  most = Number.POSITIVE_INFINITY,
): Part[] {
  const [first, end] = [rows.starts[0] ?? 0, rows.starts[facts.days] ?? 0];
  const lateFrom = rows.starts[startOfLast(breakdownDays, facts)] ?? 0;
  const [count, late] = [new Uint32Array(names.length), new Uint32Array(names.length)];
  for (let row = first; row < end; row++) {
    const value = valueAt(row);
    count[value] = (count[value] as number) + 1;
    if (row >= lateFrom && rows.previous[row] === -1) late[value] = (late[value] as number) + 1;
  }
  const values = [...late.keys()]
    .filter((value) => (late[value] as number) > 0)
    .sort(
      (a, b) =>
        (late[b] as number) - (late[a] as number) || ((names[a] as string) < (names[b] as string) ? -1 : 1),
    );
  const sizeOf = (of: readonly number[]): number =>
    of.reduce((sum, value) => sum + (count[value] as number), 0);
  const [told, folded] = [values.slice(0, most), values.slice(most)];
  const parts = told.map(
    (value): Part => ({ by: { [key]: names[value] as string }, rows: new Uint32Array(sizeOf([value])) }),
  );
  if (folded.length > 0) parts.push({ by: { [key]: others }, rows: new Uint32Array(sizeOf(folded)) });
  /** Number of the part + 1 by value. */
  const partOf = new Uint16Array(names.length);
  for (const [at, value] of values.entries()) partOf[value] = Math.min(at, told.length) + 1;
  const filled = new Uint32Array(parts.length);
  for (let row = first; row < end; row++) {
    const part = (partOf[valueAt(row)] as number) - 1;
    if (part < 0) continue;
    const to = filled[part] as number;
    (parts[part] as Part).rows[to] = row;
    filled[part] = to + 1;
  }
  return parts;
}

function byGroup(facts: Facts, rows: Rows): Part[] {
  const groups = [...new Set(facts.sources.map(({ group }) => group))].sort();
  const groupOf = Uint16Array.from(facts.sources, ({ group }) => groups.indexOf(group));
  return apart(facts, rows, 'group', (row) => groupOf[rows.source[row] as number] as number, groups);
}

function bySegment(facts: Facts, rows: Rows, brand: number): Part[] {
  const [first, end] = [rows.starts[0] ?? 0, rows.starts[facts.days] ?? 0];
  return facts.config.segments.map(({ id }, at) => {
    const members = membersOf(facts)[at]?.[brand];
    const found: number[] = [];
    for (let row = first; row < end; row++) if (members?.[row] === 1) found.push(row);
    return { by: { segment: id }, rows: Uint32Array.from(found) };
  });
}

function divide(facts: Facts, brand: number, by: Divided): Part[] {
  const rows = facts.rows[brand] as Rows;
  switch (by) {
    case 'group':
      return byGroup(facts, rows);
    case 'language':
      return apart(facts, rows, by, (row) => rows.language[row] as number, facts.languages);
    case 'site':
      return apart(facts, rows, by, (row) => rows.site[row] as number, facts.sites, mostApart);
    case 'source': {
      const ids = facts.sources.map(({ id }) => id);
      return apart(facts, rows, by, (row) => rows.source[row] as number, ids, mostApart);
    }
    case 'theme':
      return rowsByTheme(facts, brand).map((ofTheme, at) => ({
        by: { theme: facts.themes[at]?.id ?? '' },
        rows: ofTheme,
      }));
    case 'segment':
      return bySegment(facts, rows, brand);
  }
}

const divided = new WeakMap<Facts, Map<string, Part[]>>();

/**
 * Parts of a brand's talk in the last 90 days, by each of what it is divided by: groups, languages, sites and sources, those
 * with most stories first, themes as brand.yml lists them, and segments. Several figures ask for them; they are made once.
 */
export function partsOf(facts: Facts, brand: number, by: readonly Divided[]): Part[] {
  const known = divided.get(facts) ?? new Map<string, Part[]>();
  divided.set(facts, known);
  return by.flatMap((one) => {
    const key = `${brand} ${one}`;
    const parts = known.get(key) ?? divide(facts, brand, one);
    known.set(key, parts);
    return parts;
  });
}
