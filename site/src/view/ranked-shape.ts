import { words } from '../words.ts';
import { box } from './chart-paths.ts';
import { type Formats, isThin, type UnitKind, unitKind } from './numbers.ts';
import { valueTicks } from './ticks.ts';

/** Bars in the order of their size, each with its interval: which is largest, and which differ by more than chance. */

export type RankedLine = {
  id: string;
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  /** True for the brand in view, where brands are compared. */
  own?: boolean;
  /** Where its mentions or its figure stand. */
  href?: string;
};
export type RankedRow = RankedLine & {
  /** The value and its interval in words. */
  text: string;
  interval: string;
  /** A ratio on fewer than 30 stories: drawn hollow. */
  thin: boolean;
  /** Places in thousandths of the scale. */
  at: number;
  from: number;
  to: number;
};
export type RankedShape = {
  rows: RankedRow[];
  /** Those beyond the ones that are drawn at once. */
  folded: RankedRow[];
  /** Names of what has no value. */
  without: string[];
  /** Place of zero; where the bars begin. */
  zero: number;
  ticks: { at: number; label: string }[];
};

const mostRows = 10;

/** A level in stars keeps its scale from 1 to 5; a cost in stars, or a rate, begins at nothing. */
const scaleKind = (kind: UnitKind, values: number[]): UnitKind =>
  kind === 'stars' && values.some((value) => value < 1) ? 'count' : kind;

/** Large values need no decimals; a scale that ends below ten does. */
const digitsFor = (high: number): number => (high >= 10 ? 0 : high >= 1 ? 1 : 2);

export function rankedShape(
  lines: readonly RankedLine[],
  unit: string,
  formats: Formats,
  { most = mostRows, sorted = true } = {},
): RankedShape | null {
  const kind = unitKind(unit);
  const valued = lines.flatMap((line) => (line.value === null ? [] : [{ ...line, value: line.value }]));
  if (valued.length === 0) return null;
  const ends = valued.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const fine = scaleKind(kind, ends) === 'count' && Math.max(...ends.map(Math.abs)) < 10;
  const scale = fine ? fineScale(ends) : valueTicks(ends, scaleKind(kind, ends), formats);
  const width = scale.high - scale.low || 1;
  const place = (value: number): number =>
    Math.round(Math.min(1, Math.max(0, (value - scale.low) / width)) * box * 10) / 10;
  const write = (value: number): string =>
    fine || kind === 'stars'
      ? formats.number(value, fine ? digitsFor(Math.max(...ends.map(Math.abs))) : 1)
      : formats.value(value, kind);
  const ordered = sorted
    ? valued.toSorted((a, b) => b.value - a.value || a.name.localeCompare(b.name))
    : valued;
  const rows = ordered.map((line): RankedRow => {
    const { value, low, high, n } = line;
    return {
      ...line,
      text: write(value),
      interval: low === null || high === null ? '' : words.interval.range(write(low), write(high)),
      thin: isThin(kind, n),
      at: place(value),
      from: place(low ?? value),
      to: place(high ?? value),
    };
  });
  return {
    rows: rows.slice(0, most),
    folded: rows.slice(most),
    without: lines.flatMap(({ value, name }) => (value === null ? [name] : [])),
    zero: place(Math.max(0, scale.low)),
    ticks: scale.ticks.map((tick) => ({ at: place(tick.at), label: fine ? write(tick.at) : tick.label })),
  };
}

/** A scale for values below ten, which whole steps would crowd. */
function fineScale(values: number[]): { low: number; high: number; ticks: { at: number; label: string }[] } {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const power = 10 ** Math.floor(Math.log10((high - low || 1) / 4));
  const step = ([1, 2, 5, 10].find((times) => (high - low) / (times * power) <= 5) ?? 10) * power;
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return {
    low: first * step,
    high: last * step,
    ticks: Array.from({ length: last - first + 1 }, (_, index) => ({
      at: (first + index) * step,
      label: '',
    })),
  };
}
