import type { About, SeriesFigure, VerdictWindow } from '#contract';
import { words } from '../words.ts';
import { dayIn, dayToMs, shiftDay } from './calendar.ts';
import { box } from './chart-paths.ts';
import { levelOf, rangeText } from './headline.ts';
import { type Formats, unitKind } from './numbers.ts';
import { valueTicks } from './ticks.ts';
import { daysOf, defaultWindow } from './views.ts';

export type Compared = {
  name: string;
  own: boolean;
  value: string;
  interval: string;
  thin: boolean;
  /** Positions in thousandths of the scale. */
  at: number | null;
  low: number | null;
  high: number | null;
};

const fewestForInk = 30;

/** The panel's values over the window in view on one scale, largest first; null where fewer than two brands have one. */
export function comparison(
  figure: SeriesFigure,
  about: About,
  formats: Formats,
  window: VerdictWindow = defaultWindow,
): { rows: Compared[]; from: string; span: string; low: string; high: string } | null {
  const kind = unitKind(figure.unit);
  const lines = about.brands.flatMap(({ id, name }, index) => {
    const level = levelOf(figure, id, window);
    return level ? [{ name, own: index === 0, ...level }] : [];
  });
  if (lines.filter(({ value }) => value !== null).length < 2) return null;
  const ends = lines
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((v): v is number => v !== null);
  const scale = valueTicks(ends, kind, formats);
  const place = (v: number | null): number | null =>
    v === null ? null : Math.min(1, Math.max(0, (v - scale.low) / (scale.high - scale.low))) * box;
  const until = shiftDay(dayIn(about.time.zone, about.asOf), -1);
  const from = shiftDay(until, 1 - Number(daysOf(window)));
  return {
    rows: lines
      .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
      .map(({ name, own, value, low, high, n }) => ({
        name,
        own,
        value: value === null ? words.noValue : formats.value(value, kind),
        interval: value === null ? '' : rangeText(low, high, kind, formats),
        thin: n < fewestForInk,
        at: place(value),
        low: place(low),
        high: place(high),
      })),
    from,
    low: formats.value(scale.low, kind),
    high: formats.value(scale.high, kind),
    span: words.chart.span(formats.day(dayToMs(from)), formats.day(dayToMs(until))),
  };
}
