import { describe, expect, test } from 'vitest';
import type { ChartLine, ChartPoint, ChartShape } from '../view/chart-shape.ts';
import { lineData, radiiOf } from './datasets.ts';
import { readRivals } from './read-rivals.ts';

const point = (at: number, value: number | null, joined = true): ChartPoint => ({
  period: `p${at}`,
  from: at - 1,
  to: at + 1,
  at,
  value,
  low: null,
  high: null,
  n: 40,
  coverage: 1,
  thin: false,
  joined,
  label: `time ${at}`,
  text: `value ${value}`,
});
const line = (id: string, role: ChartLine['role'], points: ChartPoint[]): ChartLine => ({
  id,
  name: id.toUpperCase(),
  role,
  points,
});
const own = line('own', 'brand', [
  point(1, 5),
  point(3, 6),
  point(5, null),
  point(7, 8),
  point(9, null),
  point(11, 4),
  point(13, 5),
]);
const shape: ChartShape = {
  figure: 'awareness',
  kind: 'index',
  unit: 'index, base = 100',
  basis: 'stories carried',
  grain: 'week',
  from: 0,
  to: 14,
  low: 0,
  high: 10,
  xTicks: [],
  yTicks: [],
  lines: [own, line('rival', 'rival', [point(1, 9), point(3, null), point(5, 2)])],
  gaps: [],
  events: [],
  alerts: [],
  breaks: [],
  coverage: [],
  folded: [],
};

describe('the live chart', () => {
  test('has dots only where the picture of the page has them', () => {
    const [drawn] = lineData(shape);
    if (!drawn) throw new Error('no line');
    const dotted = drawn.values.filter((_, index) => radiiOf(own, drawn.values)[index]).map(({ x }) => x);
    expect(dotted).toEqual([7, 13]);
  });
  test('reads the competitors too, and says where one has no value', () => {
    expect(readRivals(shape, 1)).toEqual([{ name: 'RIVAL', text: 'value 9' }]);
    expect(readRivals(shape, 3)).toEqual([{ name: 'RIVAL', text: 'no data' }]);
    expect(readRivals(shape, 13)).toEqual([{ name: 'RIVAL', text: 'no data' }]);
  });
});
