import { expect, test } from 'vitest';
import type { RankingFigure } from '#contract';
import { byId, rankingFigure } from './figures.fixture.ts';
import { makeFormats } from './numbers.ts';
import { monthsOf } from './why-months.ts';

const formats = makeFormats('en-GB', 'UTC');
type Row = RankingFigure['brands'][string]['rows'][number];
const row = (id: string, over: Partial<Row> = {}): Row => ({
  id,
  name: 'Advocacy',
  value: -58,
  low: -104,
  high: -11,
  n: 97,
  parts: { before: 45, after: 52, z: -2.4 },
  mentions: [],
  unit: 'points',
  figure: 'advocacy',
  from: '2026-03-04',
  to: '2026-03-31',
  ...over,
});
const figures = (rows: Row[]) => byId(rankingFigure('why', 'own', rows));

test('a month is told with its change, how sure it is, the parts that make it and their mentions', () => {
  const [may, march, ...others] = monthsOf(
    figures([
      row('2026-03:advocacy'),
      row('2026-03:advocacy:theme:app', {
        name: 'App',
        value: -20,
        parts: { before: 4, after: 20, share: 0.34 },
      }),
      row('2026-05:advocacy', { value: -17, low: -70, high: 36, parts: { before: 33, after: 29, z: -0.5 } }),
      row('28:advocacy:theme:price', { name: 'Price' }),
      row('2026-03:stories', { figure: 'stories' }),
    ]),
    'own',
    'advocacy',
    formats,
  );
  expect(others).toEqual([]);
  expect(march).toMatchObject({
    id: 'month-2026-03',
    name: 'Mar 2026',
    verdict: 'perhaps down',
    change: '−58 points',
    interval: '−104 to −11',
    list: 'mentions/?brand=own&from=2026-03-04&to=2026-03-31&rating=opinion&told=first',
  });
  expect(march?.parts).toMatchObject([
    {
      name: 'App',
      kind: 'theme',
      share: 'about 3 tenths of it',
      list: 'mentions/?brand=own&theme=app&from=2026-03-04&to=2026-03-31&rating=opinion&told=first',
    },
  ]);
  expect(may).toMatchObject({ id: 'month-2026-05', verdict: 'no clear change', parts: [] });
});
test('a figure whose changes are not taken apart has no months', () =>
  expect(monthsOf(figures([row('2026-03:advocacy')]), 'own', 'satisfaction', formats)).toEqual([]));
