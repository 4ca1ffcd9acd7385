import { expect, test } from 'vitest';
import type { About, BreakdownFigure, RankingFigure, Verdict } from '#contract';
import { rowsOf } from './figure-rows.ts';
import { rankingFigure } from './figures.fixture.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const about = {
  brands: [{ id: 'northwind', name: 'Northwind' }],
  themes: [{ id: 'delivery', name: 'Delivery' }],
} as unknown as About;
const head = { title: '', question: '', formula: '', limits: '', basis: 'stories', proxy: true };
const period = { from: '2026-08-01', to: '2026-10-31' };

const costs = (rows: RankingFigure['brands'][string]['rows']): RankingFigure => ({
  ...rankingFigure('priorities', 'northwind', rows),
  unit: 'stars lost',
});

test('a ranking says what else makes a row, and what it could not tell', () => {
  const figure = costs([
    {
      id: 'delivery',
      name: 'Delivery',
      value: 0.31,
      low: 0.2,
      high: 0.42,
      n: 40,
      parts: { reach: 12, reachLow: 9, reachHigh: 16, trend: 4, trendLow: 1, trendHigh: 7 },
      mentions: ['a'],
    },
    { id: 'app', name: 'App', value: null, low: null, high: null, n: 6, parts: { reach: 2 }, mentions: [] },
  ]);
  const { partHeads, brands } = rowsOf(figure, about, formats);
  expect(partHeads).toEqual(['Stories that complain', 'Points since the 90 days before']);
  const [delivery, app] = brands[0]?.rows ?? [];
  expect(delivery).toMatchObject({ value: '0.31', mentions: ['a'] });
  expect(delivery?.parts).toEqual(['12% (9% to 16%)', '+4 (+1 to +7)']);
  // A share without its interval is not shown.
  expect(app).toMatchObject({ value: 'too few', parts: ['too few', 'too few'] });
});

test('a cost that may lie below nothing is drawn so, with a line at zero', () => {
  const cost = (id: string, value: number, low: number, high: number) => ({
    id,
    name: id,
    value,
    low,
    high,
    n: 40,
    parts: {},
    mentions: [],
  });
  const { brands, scale } = rowsOf(
    costs([cost('a', 0.2, 0.1, 0.3), cost('b', -0.1, -0.5, 0.3)]),
    about,
    formats,
  );
  expect(scale).toEqual({ low: '−0.5', high: '0.3' });
  const [sure, unsure] = brands[0]?.rows ?? [];
  expect(unsure?.low).toBe(0);
  expect(unsure?.at).toBeCloseTo(500, 6);
  expect(sure?.zero).toBeCloseTo(625, 6);
  expect(sure?.low ?? 0).toBeGreaterThan(sure?.zero ?? 0);
});

test('what rounds to nothing has no sign', () => expect(formats.number(-0.003, 2)).toBe('0'));

test('a breakdown names its rows for people and says whether they moved', () => {
  const verdict = (word: Verdict['verdict'], difference: number | null): Verdict => ({
    verdict: word,
    ...period,
    difference,
    low: difference === null ? null : difference - 5,
    high: difference === null ? null : difference + 5,
    n: [50, 50],
  });
  const row = { value: 10, low: 0, high: 20, n: 50, coverage: 1 };
  const figure: BreakdownFigure = {
    ...head,
    id: 'journey',
    kind: 'breakdown',
    unit: 'points, −100 to 100',
    method: 'journey@1',
    period,
    brands: {
      northwind: {
        rows: [
          { by: { touchpoint: 'deliver' }, ...row, change: verdict('down', -20) },
          { by: { touchpoint: 'pay' }, ...row, change: verdict('too little data', null) },
          { by: { theme: 'delivery' }, ...row, change: { ...verdict('too little data', null), n: [50, 3] } },
          { by: { language: 'de' }, ...row },
        ],
      },
    },
  };
  const rows = rowsOf(figure, about, formats).brands[0]?.rows ?? [];
  expect(rows.map(({ name }) => name)).toEqual([
    'Step: Delivery',
    'Step: Paying',
    'Theme: Delivery',
    'Language: German',
  ]);
  expect(rows.map(({ parts }) => parts[0])).toEqual([
    '−20 points (−25 to −15)',
    'too short a history',
    'too little data',
    'too little data',
  ]);
});
test('rows of steps and lenses by month are called by their names and the month’s', () => {
  const row = { value: 10, low: 0, high: 20, n: 40, coverage: 1 };
  const figure: BreakdownFigure = {
    ...head,
    id: 'tone-by-month',
    kind: 'breakdown',
    unit: 'points, −100 to 100',
    method: 'tone-by-month@1',
    period,
    brands: {
      northwind: {
        rows: [
          { by: { touchpoint: 'deliver', month: '2026-02' }, ...row },
          { by: { lens: 'innovation', month: '2026-03' }, ...row },
        ],
      },
    },
  };
  expect(rowsOf(figure, about, formats).brands[0]?.rows.map(({ name }) => name)).toEqual([
    'Step: Delivery, Feb 2026',
    'Lens: Innovation, Mar 2026',
  ]);
});
test('a part that could not be told is no 0, and only a share of stories is called one', () => {
  const row = { id: 'a', name: 'A', value: 60, low: 50, high: 70, n: 40, mentions: [] };
  const of = (id: string, unit: string) =>
    rowsOf(
      {
        ...rankingFigure(id, 'northwind', [
          { ...row, parts: {} },
          { ...row, id: 'b', parts: { before: 190, sites: 2 } },
        ]),
        unit,
      },
      about,
      formats,
    );
  const shares = of('category', '% of stories');
  expect(shares.brands[0]?.rows.map(({ parts }) => parts)).toEqual([
    ['–', '–'],
    ['190', '2'],
  ]);
  expect(shares.partHeads[0]).toBe('% of stories before');
  expect(of('why', 'stories, or points').partHeads[0]).toBe('Stories before');
});
