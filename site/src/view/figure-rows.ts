import type { About, BreakdownFigure, RankingFigure } from '#contract';
import { words } from '../words.ts';
import { box } from './chart-paths.ts';
import { rangeText } from './headline.ts';
import { type Formats, unitKind } from './numbers.ts';
import { valueTicks } from './ticks.ts';

export type FigureRow = {
  name: string;
  value: string;
  interval: string;
  n: string;
  thin: boolean;
  /** Positions in thousandths of the figure's scale, which all brands share. */
  at: number | null;
  low: number | null;
  high: number | null;
  zero: number | null;
};

const fewestForInk = 30;

type Line = { name: string; value: number | null; low: number | null; high: number | null; n: number };

function linesOf(figure: BreakdownFigure | RankingFigure, brand: string, about: About): Line[] {
  if (figure.kind === 'ranking') return figure.brands[brand]?.rows ?? [];
  const nameOf = (key: string, id: string): string => {
    if (key === 'theme') return about.themes.find((theme) => theme.id === id)?.name ?? id;
    if (key === 'touchpoint') return words.figure.touchpoints[id] ?? id;
    return id;
  };
  return (figure.brands[brand]?.rows ?? []).map((row) => ({
    ...row,
    name: Object.entries(row.by)
      .map(([key, id]) => nameOf(key, id))
      .join(', '),
  }));
}

/** The rows of a breakdown or ranking as words and places on one scale, by brand, the own brand first. */
export function rowsOf(
  figure: BreakdownFigure | RankingFigure,
  about: About,
  formats: Formats,
): { brands: { name: string; own: boolean; rows: FigureRow[] }[]; scale: { low: string; high: string } } {
  const kind = unitKind(figure.unit);
  const brands = about.brands.flatMap(({ id, name }, index) =>
    figure.brands[id] ? [{ name, own: index === 0, lines: linesOf(figure, id, about) }] : [],
  );
  const ends = brands
    .flatMap(({ lines }) => lines.flatMap(({ value, low, high }) => [value, low, high]))
    .filter((v): v is number => v !== null);
  // A cost in stars may be below one: only a level keeps to the scale of ratings.
  const scale = valueTicks(ends.length ? ends : [0], kind === 'stars' ? 'count' : kind, formats);
  const high = kind === 'stars' || kind === 'count' ? Math.max(...ends, 0) || 1 : scale.high;
  const place = (v: number | null): number | null =>
    v === null ? null : Math.min(1, Math.max(0, (v - scale.low) / (high - scale.low))) * box;
  const write = (v: number): string =>
    kind === 'stars' || kind === 'count' ? formats.number(v, 2) : formats.value(v, kind);
  const made = brands.map(({ name, own, lines }) => ({
    name,
    own,
    rows: lines.map((line) => ({
      name: line.name,
      value: line.value === null ? words.noValue : write(line.value),
      interval:
        line.value === null || line.low === null || line.high === null
          ? ''
          : kind === 'stars' || kind === 'count'
            ? words.interval.range(write(line.low), write(line.high))
            : rangeText(line.low, line.high, kind, formats),
      n: formats.number(line.n),
      thin: line.n < fewestForInk,
      at: place(line.value),
      low: place(line.low),
      high: place(line.high),
      zero: scale.low < 0 ? place(0) : null,
    })),
  }));
  return { brands: made, scale: { low: write(scale.low), high: write(high) } };
}
