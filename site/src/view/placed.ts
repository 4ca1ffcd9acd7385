import { box } from './chart-paths.ts';
import { rangeText } from './headline.ts';
import { type Formats, fewestForInk, type UnitKind } from './numbers.ts';
import { valueTicks } from './ticks.ts';

type Level = { value: number | null; low: number | null; high: number | null; n: number };

/** A value in words with its interval, and both on a scale. */
export type Placed = {
  value: string;
  interval: string;
  thin: boolean;
  /** Positions in thousandths of the scale. */
  at: number | null;
  low: number | null;
  high: number | null;
};
/** Ends of a scale in words, and where zero stands if it holds negative values. */
export type Scale = { low: string; high: string; zero: number | null };

/** One scale for all levels, and how each is written and placed on it; `none` stands for a value that is not there. */
export function onScale(
  levels: readonly Level[],
  kind: UnitKind,
  formats: Formats,
  none: string,
): { scale: Scale; placed: (level: Level) => Placed } {
  const ends = levels
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((v): v is number => v !== null);
  const { low: least, high: most } = valueTicks(ends, kind, formats);
  const place = (v: number | null): number | null =>
    v === null ? null : Math.min(1, Math.max(0, (v - least) / (most - least))) * box;
  return {
    scale: {
      low: formats.value(least, kind),
      high: formats.value(most, kind),
      zero: least < 0 ? place(0) : null,
    },
    placed: ({ value, low, high, n }) => ({
      value: value === null ? none : formats.value(value, kind),
      interval: value === null ? '' : rangeText(low, high, kind, formats),
      thin: n < fewestForInk,
      at: place(value),
      low: place(low),
      high: place(high),
    }),
  };
}
