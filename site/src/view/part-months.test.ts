import { expect, test } from 'vitest';
import type { BreakdownFigure } from '#contract';
import { figureCsv } from './figure-csv.ts';
import { makeFormats } from './numbers.ts';
import { partMonths } from './part-months.ts';

const formats = makeFormats('en-GB', 'UTC');
type Row = BreakdownFigure['brands'][string]['rows'][number];

const periods = { month: ['2025-11', '2025-12', '2026-01', '2026-02'], week: ['2026-W08', '2026-W09'] };
const months = {
  value: [null, 12.4, null, -20],
  low: [null, 3, null, -60],
  high: [null, 21, null, 20],
  n: [0, 41, 3, 6],
  coverage: [0, 1, 0.62, 0.4],
};
const row = (parts: Partial<Row> = {}): Row => ({
  by: { theme: 'delivery' },
  value: 4,
  low: -6,
  high: 14,
  n: 50,
  coverage: 1,
  months,
  ...parts,
});
const figure = (rows: Row[], unit = 'points, −100 to 100'): BreakdownFigure => ({
  id: 'tone-by-part',
  kind: 'breakdown',
  ...{ title: '', question: '', formula: '', limits: '', basis: 'stories', proxy: false, method: 'x@1' },
  unit,
  brands: { northwind: { rows } },
  period: { from: '2025-12-01', to: '2026-02-28' },
  periods,
});
const of = (rows: Row[], unit?: string) =>
  partMonths(
    figure(rows, unit),
    'northwind',
    rows.map((_, at) => ({ id: `${at}`, name: `Part ${at}` })),
    formats,
  );

test('months before anything was read are left out, and the first of a year names it', () => {
  expect(of([row()])?.months).toEqual(['Dec 2025', 'Jan 2026', 'Feb']);
});

test('a month says its value, interval and n, why it has none, and how much of it was read', () => {
  const made = of([row(), row({ months: { ...months, coverage: [1, 1, 1, 1] } })]);
  const [told] = made?.rows ?? [];
  expect(told?.cells).toEqual([
    { value: 'not covered', beside: [], gap: 'uncovered', thin: false },
    { value: '+12', beside: ['+3 to +21', 'n 41'], gap: null, thin: false },
    { value: 'too few', beside: ['n 3', '62% read'], gap: 'few', thin: false },
    { value: '−20', beside: ['−60 to +20', 'n 6', '40% read'], gap: null, thin: true },
  ]);
  // Of the other part the same month was read, and nobody spoke.
  expect(made?.rows[1]?.cells[0]).toMatchObject({ value: 'none', gap: 'none' });
});

test('no line crosses a gap: a month that stands alone is a stretch of its own, with its band', () => {
  const [told] = of([row()])?.rows ?? [];
  expect(told?.line.match(/M/g)).toHaveLength(2);
  expect(told?.band.match(/Z/g)).toHaveLength(2);
  expect(told?.zero).toMatch(/^M0 \d+H30$/);
  const whole = { ...months, value: [1, 2, 3, 4], coverage: [1, 1, 1, 1] };
  expect(of([row({ months: whole })])?.rows[0]?.line.match(/M/g)).toHaveLength(1);
});

test('ratios share a scale, so that heights can be compared; counts have their own, and leave out what was hardly read', () => {
  const high = row({
    months: { ...months, value: [80, 80, 80, 80], low: [70, 70, 70, 70], high: [90, 90, 90, 90] },
  });
  const shared = of([row(), high]);
  expect(shared?.scale).toEqual({ low: '−100', high: '+100' });
  const count = { value: [30, 31, 40, 12], n: [30, 31, 40, 12], coverage: [1, 1, 1, 0.4] };
  const counted = of([row({ months: count }), row({ months: { ...count, value: [1, 1, 1, 1] } })], 'stories');
  expect(counted).toMatchObject({ scale: null, form: 'count' });
  // Three of four months: the last is not over, and no fall.
  expect(counted?.rows[0]?.line).toBe('M5 10l10-1 10-9');
  expect(counted?.rows[0]?.cells.at(-1)).toEqual({
    value: '12',
    beside: ['40% read'],
    gap: null,
    thin: false,
  });
});

test('a figure without months, or with one alone, shows none', () => {
  const { months: _, ...without } = row();
  expect(of([without])).toBeNull();
  expect(of([row({ months: { ...months, coverage: [0, 0, 0, 1] } })])).toBeNull();
});

test('a table holds months and weeks in columns of their own, so that each part stays one row', () => {
  const weeks = { value: [5, null], low: [1, null], high: [9, null], n: [12, 2], coverage: [1, 1] };
  const { months: _, ...bare } = row({ by: { group: 'news' } });
  const [heads, first, second] = figureCsv(figure([row({ by: { group: 'forum' }, weeks }), bare]))
    .trim()
    .split('\r\n');
  expect(heads).toContain('coverage,2025-11,2025-11 low,2025-11 high,2025-11 n,2025-12,');
  expect(heads).toMatch(/2026-W09,2026-W09 low,2026-W09 high,2026-W09 n$/);
  expect(first).toBe('northwind,forum,4,-6,14,50,1,,,,0,12.4,3,21,41,,,,3,-20,-60,20,6,5,1,9,12,,,,2');
  expect(second).toBe(`northwind,news,4,-6,14,50,1${','.repeat(24)}`);
});
