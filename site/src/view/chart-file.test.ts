import { expect, test } from 'vitest';
import { chartFile, shapeIn } from './chart-file.ts';
import type { ChartLine, ChartShape } from './chart-shape.ts';

const line = (id: string, value: number): ChartLine => ({
  id,
  name: id,
  role: id === 'northwind' ? 'brand' : 'rival',
  points: Array.from({ length: 50 }, (_, at) => ({
    period: `2026-W${at}`,
    from: at,
    to: at + 1,
    at: at + 0.5,
    value,
    low: null,
    high: null,
    n: 30,
    coverage: 1,
    thin: false,
    joined: true,
    label: `week ${at}`,
    text: `${value}`,
  })),
});
const shape = (high: number, lines: ChartLine[]): ChartShape => ({
  figure: 'awareness',
  kind: 'index',
  unit: 'index, base = 100',
  basis: 'stories',
  grain: 'week',
  from: 0,
  to: 50,
  low: 0,
  high,
  xTicks: [{ at: 0, label: 'Jan', always: true }],
  yTicks: [{ at: high, label: `${high}`, always: true }],
  lines,
  gaps: [],
  events: [],
  alerts: [],
  breaks: [],
  coverage: [],
  folded: [],
});
const time = { locale: 'en-GB', zone: 'UTC' };
const own = line('northwind', 90);

test('a chart’s file gives back both shapes as they were', () => {
  const compared = shape(200, [own, line('bluebird', 180)]);
  for (const alone of [shape(100, [own]), shape(100, [line('northwind', 91)]), compared, null])
    for (const other of [compared, null]) {
      const read = JSON.parse(JSON.stringify(chartFile(alone, other, time)));
      expect(shapeIn(read, 'alone')).toEqual(alone);
      expect(shapeIn(read, 'compared')).toEqual(other);
    }
});
test('what both shapes draw stands in the file once', () => {
  const compared = shape(200, [own, line('bluebird', 180)]);
  const file = JSON.stringify(chartFile(shape(100, [own]), compared, time));
  expect(file.length).toBeLessThan(JSON.stringify(compared).length + 250);
});
