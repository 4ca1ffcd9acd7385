import { dayMs, dayToMs } from './calendar.ts';
import { columnOf, columnsIn, type Numbers } from './columns.ts';
import { type FacetKey, facetKeys, facetValues, towardId, towardLabels } from './facets.ts';
import { Growing } from './growing.ts';
import type { Row } from './heard.ts';
import type { MonthParts } from './month-parts.ts';
import { unzigzag, zigzag } from './varints.ts';

/**
 * All mentions by what they are filtered, counted, folded and sorted by, without their texts: columns of small numbers over
 * lists of values. A hundred thousand mentions take some 0.5 MB so, and a filter over them some milliseconds; the texts
 * come in files of fifty, when they are shown.
 *
 * The bytes: the length of the head in four bytes, the head as JSON, then the columns: days, heads, certainty, and of each
 * facet in the head's order how many codes each row has, and the codes.
 */
export type Pack = {
  count: number;
  /** Days since 1970-01-01. */
  days: Int32Array;
  /** Of each row, the newest row of its story and brand: itself where it is told first or alone. */
  heads: Uint32Array;
  /** How sure the tone is, from 0 (not scored, or nothing stated) to 20. */
  sure: Uint8Array;
  facets: Record<FacetKey, Column>;
  /** Sources of one brand alone, such as the reviews of its own app: no comparison of brands counts them. */
  bound: readonly string[];
  /** The files of the months that the texts stand in; null where they have files of their own. */
  months: MonthParts[] | null;
};

/** Values of one facet. The codes of row `n` are those from `starts[n]` up to `starts[n + 1]`; each is a place in `values`. */
export type Column = { values: Value[]; starts: Uint32Array; codes: Numbers };
export type Value = { id: string; name: string };

type Head = {
  v: 4;
  count: number;
  /** The day of the newest row. */
  newest: number;
  facets: { key: FacetKey; values: [string, string][]; usual?: number[] }[];
  bound: readonly string[];
  months: MonthParts[] | null;
};

/** Steps of certainty: finer ones cost bytes, and nobody reads an order off them. */
export const surest = 20;
const labels = ['negative', 'neutral', 'positive'];

/** How sure a row's tone is, in steps; what the team decided itself is as sure as can be. */
export function sureness({ tone, p, byTeam }: Pick<Row, 'tone' | 'p' | 'byTeam'>): number {
  if (byTeam) return surest;
  const share = tone === null ? undefined : p?.[labels.indexOf(tone)];
  return share === undefined ? 0 : Math.max(1, Math.round(share * surest));
}

/** What follows from the source of a row, as group and site do for most, costs nothing where it is as usual there. */
const bySource: readonly FacetKey[] = ['group', 'site'];

/** Packs rows, newest first. `known` are values to list first, with their names, whether or not a row has them. */
export function pack(
  rows: Iterable<Row>,
  known: Partial<Record<FacetKey, readonly Value[]>> = {},
  months: MonthParts[] | null = null,
  bound: readonly string[] = [],
): Uint8Array {
  const packer = new Packer();
  for (const row of rows) packer.add(row);
  return packer.bytes(known, months, bound);
}

/** Packs rows that come one by one, newest first, and are not held. */
export class Packer {
  count = 0;
  #newest = 0;
  #last = 0;
  readonly #steps = new Growing();
  readonly #heads = new Growing();
  readonly #headOf = new Map<string, number>();
  readonly #sure = new Growing();
  readonly #toward = new Growing();
  readonly #facets = facetKeys.map((key) => ({ key, listed: new Listed() }));

  add(row: Row): void {
    const day = Math.round(dayToMs(row.day) / dayMs);
    if (this.count === 0) this.#newest = this.#last = day;
    this.#steps.add(zigzag(this.#last - day));
    this.#last = day;
    const told = `${row.story} ${row.brand ?? ''}`;
    const head = this.#headOf.get(told) ?? this.count;
    if (head === this.count) this.#headOf.set(told, head);
    this.#heads.add(head);
    this.#sure.add(sureness(row));
    for (const bits of towardThemes(row)) this.#toward.add(bits);
    for (const { key, listed } of this.#facets) if (key !== 'toward') listed.add(facetValues(key, row));
    this.count++;
  }

  /** The newest row of each row's story and brand. */
  heads(): Uint32Array {
    return this.#heads.numbers();
  }

  /** Values of a facet that rows have had so far. */
  idsOf(facet: FacetKey): string[] {
    return this.#facets.find(({ key }) => key === facet)?.listed.ids() ?? [];
  }

  bytes(
    known: Partial<Record<FacetKey, readonly Value[]>> = {},
    months: MonthParts[] | null = null,
    bound: readonly string[] = [],
  ): Uint8Array {
    const columns: Numbers[] = [
      this.#steps.numbers(),
      this.heads().map((head, at) => at - head),
      this.#sure.numbers(),
    ];
    const told = this.#facets.map(({ key, listed }) => ({ key, ...listed.told(known[key] ?? []) }));
    // Each row has one source.
    const sources = told.find(({ key }) => key === 'source')?.codes ?? new Uint32Array();
    const facets = told.map(({ key, values, lengths, codes }): Head['facets'][number] => {
      if (key === 'toward') {
        columns.push(this.#toward.numbers());
        return { key, values: [] };
      }
      if (!bySource.includes(key)) {
        columns.push(lengths, codes);
        return { key, values };
      }
      const usual = usualBy(sources, lengths, codes);
      columns.push(besideUsual(sources, lengths, codes, usual));
      return { key, values, usual };
    });
    const head = new TextEncoder().encode(
      JSON.stringify({ v: 4, count: this.count, newest: this.#newest, facets, bound, months } satisfies Head),
    );
    const parts = [head, ...columns.map(columnOf)];
    const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 4));
    new DataView(bytes.buffer).setUint32(0, head.length);
    let at = 4;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

/** The places of some tones as the bits of a number. */
const bitOf = (tone: string): number => 1 << (towardLabels as readonly string[]).indexOf(tone);

/** Of each theme of a row, once: 0 where its tone is the row's own, as it mostly is; else its tones as bits. */
function towardThemes({ tone, themes }: Row): number[] {
  const bits = new Map<string, number>();
  for (const theme of themes) bits.set(theme.id, (bits.get(theme.id) ?? 0) | bitOf(theme.tone));
  const own = bitOf(tone ?? 'unscored');
  return [...bits.values()].map((some) => (some === own ? 0 : some));
}

/** The values of a facet as rows bring them: how many each row has, and their places in the order in which they came. */
class Listed {
  readonly #places = new Map<string, number>();
  readonly #lengths = new Growing();
  readonly #codes = new Growing();

  add(ids: readonly string[]): void {
    this.#lengths.add(ids.length);
    for (const id of ids) {
      const place = this.#places.get(id) ?? this.#places.size;
      if (place === this.#places.size) this.#places.set(id, place);
      this.#codes.add(place);
    }
  }

  ids(): string[] {
    return [...this.#places.keys()];
  }

  /** The same with the values that are known before those that came. */
  told(known: readonly Value[]) {
    const values = known.map(({ id, name }): [string, string] => [id, name]);
    const codeOf = new Map(values.map(([id], code) => [id, code]));
    const codes = this.ids().map((id) => codeOf.get(id) ?? values.push([id, id]) - 1);
    return {
      values,
      lengths: this.#lengths.numbers(),
      codes: this.#codes.numbers().map((place) => codes[place] as number),
    };
  }
}

/** Of each source the code that its rows have most; −1 where they have none. */
function usualBy(sources: Numbers, lengths: Numbers, codes: Numbers): number[] {
  const counts: Map<number, number>[] = [];
  for (let row = 0, at = 0; row < lengths.length; at += lengths[row++] as number) {
    if (lengths[row] === 0) continue;
    const [source, code] = [sources[row] as number, codes[at] as number];
    const held = counts[source] ?? new Map<number, number>();
    counts[source] = held;
    held.set(code, (held.get(code) ?? 0) + 1);
  }
  return Array.from(counts, (held) => [...(held ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0] ?? -1);
}

/** 0: none; 1: the usual one of the source; else the value itself. */
function besideUsual(
  sources: Numbers,
  lengths: Numbers,
  codes: Numbers,
  usual: readonly number[],
): Uint32Array {
  const written = new Uint32Array(lengths.length);
  for (let row = 0, at = 0; row < lengths.length; at += lengths[row++] as number) {
    if (lengths[row] === 0) continue;
    const code = codes[at] as number;
    written[row] = code === usual[sources[row] as number] ? 1 : code + 2;
  }
  return written;
}

/** Reads a pack; throws where it is none, or of another version. */
export function unpack(bytes: Uint8Array): Pack {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Head;
  if (head.v !== 4) throw new Error(`a pack of version ${head.v}`);
  const next = columnsIn(bytes, 4 + size);
  const days = daysOf(next()(), head.newest);
  // Not `from`, which goes through any list value by value.
  const heads = new Uint32Array(next()()).map((distance, at) => at - distance);
  const sure = new Uint8Array(next()());
  const facets = {} as Record<FacetKey, Column>;
  for (const { key, values: pairs, usual } of head.facets) {
    const values = pairs.map(([id, name]) => ({ id, name }));
    const first = next();
    if (key === 'toward') {
      const codes = (): Codes => towardOf(first(), facets);
      facets.toward = new LateColumn(towardValues(facets), codes);
    } else if (usual) facets[key] = new LateColumn(values, () => besideSource(first(), facets.source, usual));
    else {
      const second = next();
      facets[key] = new LateColumn(values, () => ({ starts: startsOf(first()), codes: second() }));
    }
  }
  return { count: head.count, days, heads, sure, facets, bound: head.bound, months: head.months };
}

type Codes = Pick<Column, 'starts' | 'codes'>;
/** A column that is read when it is asked for: a filter needs few, and its reader waits. */
class LateColumn implements Column {
  readonly values: Value[];
  readonly #read: () => Codes;
  #codes: Codes | undefined;

  constructor(values: Value[], read: () => Codes) {
    this.values = values;
    this.#read = read;
  }
  get starts(): Uint32Array {
    this.#codes ??= this.#read();
    return this.#codes.starts;
  }
  get codes(): Numbers {
    this.#codes ??= this.#read();
    return this.#codes.codes;
  }
}

// Loops of their own, each of which is made fast sooner than within a long function.
function daysOf(steps: Numbers, newest: number): Int32Array {
  const days = new Int32Array(steps.length);
  for (let at = 0, day = newest; at < steps.length; at++) {
    day -= unzigzag(steps[at] as number);
    days[at] = day;
  }
  return days;
}
function startsOf(lengths: Numbers): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let at = 0, end = 0; at < lengths.length; at++) {
    end += lengths[at] as number;
    starts[at + 1] = end;
  }
  return starts;
}

/** The codes of a facet that follows from the source, from what `pack` wrote for them. */
function besideSource(written: Numbers, source: Column, usual: readonly number[]): Codes {
  const starts = new Uint32Array(written.length + 1);
  const codes = new Uint32Array(written.length);
  let end = 0;
  for (let at = 0; at < written.length; at++) {
    const code = written[at] as number;
    if (code === 1) codes[end++] = usual[source.codes[source.starts[at] as number] as number] as number;
    else if (code > 1) codes[end++] = code - 2;
    starts[at + 1] = end;
  }
  return { starts, codes: codes.subarray(0, end) };
}

type ThemesAndTones = Readonly<Record<'theme' | 'tone', Column>>;
const towardValues = ({ theme, tone }: ThemesAndTones): Value[] =>
  theme.values.flatMap(({ id, name }) =>
    towardLabels.map((label) => ({
      id: towardId(id, label),
      name: `${name}: ${tone.values.find((one) => one.id === label)?.name ?? label}`,
    })),
  );

/** Tones toward themes, from those that `towardThemes` wrote, the themes and the rows' own tones. */
function towardOf(written: Numbers, { theme, tone }: ThemesAndTones): Codes {
  const own = Uint8Array.from(tone.values, ({ id }) => bitOf(id));
  const rows = theme.starts.length - 1;
  const starts = new Uint32Array(rows + 1);
  const codes = new Uint32Array(written.length * towardLabels.length);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const usual = own[tone.codes[tone.starts[row] as number] as number] as number;
    for (let at = theme.starts[row] as number; at < (theme.starts[row + 1] as number); at++) {
      const bits = (written[at] as number) || usual;
      for (let label = 0; label < towardLabels.length; label++)
        if (bits & (1 << label)) codes[end++] = (theme.codes[at] as number) * towardLabels.length + label;
    }
    starts[row + 1] = end;
  }
  return { starts, codes: codes.slice(0, end) };
}

/** The values of a facet that a packed row has. */
export const valuesAt = ({ values, starts, codes }: Column, row: number): Value[] =>
  Array.from(codes.subarray(starts[row], starts[row + 1]), (code) => values[code] as Value);

/** For a packed row its rating as a share of the best that could be given; null where it has none. */
export function ratingShares({ facets: { rating } }: Pack): (row: number) => number | null {
  const shares = rating.values.map(({ id }) => {
    const [value, of] = id.split('of').map(Number);
    return value === undefined || !of ? null : value / of;
  });
  return (row) => {
    for (let at = rating.starts[row] ?? 0; at < (rating.starts[row + 1] ?? 0); at++) {
      const share = shares[rating.codes[at] ?? 0] ?? null;
      if (share !== null) return share;
    }
    return null;
  };
}
