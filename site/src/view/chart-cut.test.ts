import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineData } from '../charts/datasets.ts';
import { dayMs, dayToMs } from './calendar.ts';
import { cutShape, rangeBetween, readRange, writeRange } from './chart-cut.ts';
import { linePath, runsOf, xOf, yOf } from './chart-paths.ts';
import type { ChartPoint, ChartShape } from './chart-shape.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const start = dayToMs('2026-06-01');
const week = 7 * dayMs;
const point = (index: number, value: number | null): ChartPoint => ({
  period: `W${index}`,
  from: start + index * week,
  to: start + (index + 1) * week,
  at: start + (index + 0.5) * week,
  value,
  low: value === null ? null : value - 5,
  high: value === null ? null : value + 5,
  n: value === null ? 0 : 40,
  coverage: 1,
  thin: false,
  joined: index > 0,
  label: `week ${index}`,
  text: String(value),
});
const shapeOf = (values: (number | null)[]): ChartShape => ({
  figure: 'net-sentiment',
  kind: 'points',
  unit: 'points',
  basis: 'stories',
  grain: 'week',
  from: start,
  to: start + values.length * week,
  low: -100,
  high: 100,
  xTicks: [],
  yTicks: [],
  lines: [
    { id: 'own', name: 'Own', role: 'brand', points: values.map((value, index) => point(index, value)) },
  ],
  gaps: values.flatMap((value, index) =>
    value === null
      ? [{ from: start + index * week, to: start + (index + 1) * week, word: 'no data', label: 'gap' }]
      : [],
  ),
  events: [{ at: start + 2.5 * week, number: 3, name: 'Event', date: 'then', row: 0 }],
  alerts: [],
  breaks: [],
  coverage: values.map((_, index) => ({
    from: start + index * week,
    to: start + (index + 1) * week,
    share: 1,
    label: '',
  })),
  folded: [],
});
const day = (index: number): string => new Date(start + index * week).toISOString().slice(0, 10);

describe('a part of a chart’s time', () => {
  test('keeps whole periods, their gaps, and the numbers of its marks', () => {
    const cut = cutShape(shapeOf([90, 10, 12, null, 14, 80]), { from: day(1), to: day(4) }, formats);
    expect(cut?.lines[0]?.points.map(({ period }) => period)).toEqual(['W1', 'W2', 'W3', 'W4']);
    expect(cut?.gaps).toHaveLength(1);
    expect(cut?.events.map(({ number }) => number)).toEqual([3]);
    expect(runsOf(cut?.lines[0] as never).map((run) => run.length)).toEqual([2, 1]);
    // The axes are those of what is shown: the 90 before it is no longer among the values.
    expect(cut?.high).toBeLessThan(50);
    expect(cut?.low).toBeLessThanOrEqual(0);
  });
  test('a part without any value is none', () => {
    expect(cutShape(shapeOf([1, null, 3]), { from: day(1), to: day(1) }, formats)).toBeNull();
    expect(cutShape(shapeOf([1, 2]), { from: '1999-01-01', to: '1999-02-01' }, formats)).toBeNull();
  });
  test('a drag from one place to another, in either direction, names the days of whole periods', () => {
    const shape = shapeOf([1, 2, 3, 4]);
    const [a, b] = [start + 1.2 * week, start + 2.9 * week];
    expect(rangeBetween(shape, a, b)).toEqual({ from: '2026-06-08', to: '2026-06-21' });
    expect(rangeBetween(shape, b, a)).toEqual(rangeBetween(shape, a, b));
    expect(rangeBetween(shape, start - 9 * week, start - 8 * week)).toBeNull();
  });
  test('the address holds it beside what else it holds, and is not believed where it makes no sense', () => {
    const range = { from: '2026-06-08', to: '2026-06-21' };
    expect(writeRange('?compare=1', range)).toBe('?compare=1&from=2026-06-08&to=2026-06-21');
    expect(readRange(writeRange('?compare=1', range))).toEqual(range);
    expect(writeRange('?from=2026-06-08&to=2026-06-21', null)).toBe('');
    for (const odd of ['?from=2026-06-08', '?from=2026-06-21&to=2026-06-08', '?from=2026-99-99&to=x', ''])
      expect(readRange(odd)).toBeNull();
  });
  test('Chart.js and the SVG draw the same points of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(null), fc.integer({ min: -90, max: 90 })), {
          minLength: 3,
          maxLength: 14,
        }),
        fc.nat(13),
        fc.nat(13),
        (values, a, b) => {
          const cut = cutShape(
            shapeOf(values),
            { from: day(Math.min(a, b)), to: day(Math.max(a, b)) },
            formats,
          );
          if (!cut) return;
          for (const { line, values: dots } of lineData(cut)) {
            const places = dots
              .filter(({ y }) => !Number.isNaN(y))
              .map(({ x, y }) => `${xOf(x, cut)} ${yOf(y, cut)}`);
            for (const place of linePath(line, cut).split(/[ML]/).filter(Boolean))
              expect(places).toContain(place);
            for (const { x, y } of dots.filter(({ y }) => !Number.isNaN(y))) {
              expect(xOf(x, cut)).toBeGreaterThanOrEqual(0);
              expect(xOf(x, cut)).toBeLessThanOrEqual(1000);
              expect(yOf(y, cut)).toBeGreaterThanOrEqual(0);
              expect(yOf(y, cut)).toBeLessThanOrEqual(1000);
            }
          }
        },
      ),
    );
  });
});
