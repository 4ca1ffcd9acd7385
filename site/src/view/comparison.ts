import type { About, SeriesFigure, VerdictWindow } from '#contract';
import { words } from '../words.ts';
import { dayIn, dayToMs, shiftDay } from './calendar.ts';
import { csvOf } from './csv.ts';
import { levelOf } from './headline.ts';
import { type Formats, unitKind } from './numbers.ts';
import { onScale, type Placed } from './placed.ts';
import type { Measured } from './receipt.ts';
import { daysOf, defaultWindow } from './views.ts';

export type Compared = Placed & {
  brand: string;
  name: string;
  own: boolean;
  /** As it was measured. */
  measured: Measured;
};

/** The panel's values over the window in view on one scale, largest first; null where fewer than two brands have one. */
export function comparison(
  figure: SeriesFigure,
  about: About,
  formats: Formats,
  window: VerdictWindow = defaultWindow,
): { rows: Compared[]; from: string; to: string; span: string; low: string; high: string } | null {
  const kind = unitKind(figure.unit);
  const lines = about.brands.flatMap(({ id, name }, index) => {
    const level = levelOf(figure, id, window);
    return level ? [{ brand: id, name, own: index === 0, ...level }] : [];
  });
  if (lines.filter(({ value }) => value !== null).length < 2) return null;
  const { scale, placed } = onScale(lines, kind, formats, words.noValue);
  const until = shiftDay(dayIn(about.time.zone, about.asOf), -1);
  const from = shiftDay(until, 1 - Number(daysOf(window)));
  return {
    rows: lines
      .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
      .map(({ brand, name, own, ...level }) => ({
        brand,
        name,
        own,
        measured: level,
        ...placed(level),
      })),
    from,
    to: until,
    low: scale.low,
    high: scale.high,
    span: words.chart.span(formats.day(dayToMs(from)), formats.day(dayToMs(until))),
  };
}

/** The panel over the window as a table: what is drawn, and nothing else. */
export const comparisonCsv = (made: ReturnType<typeof comparison>): string =>
  csvOf([
    ['brand', 'from', 'to', 'value', 'low', 'high', 'n', 'coverage'],
    ...(made?.rows ?? []).map(({ name, measured: { value, low, high, n, coverage } }) => [
      name,
      made?.from,
      made?.to,
      value,
      low,
      high,
      n,
      coverage,
    ]),
  ]);

/** Below the base path; the same for whichever brand is in view. */
export const comparisonFile = (window: VerdictWindow): string => `charts/shares-${window}.csv`;
