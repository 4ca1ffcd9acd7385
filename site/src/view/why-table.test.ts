import { expect, test } from 'vitest';
import type { RankingFigure } from '#contract';
import { figureCsv } from './figure-csv.ts';
import { byId, monthsOf, rankingFigure, seriesFigure } from './figures.fixture.ts';
import { makeFormats } from './numbers.ts';
import { whyTables, whyTitle } from './why-table.ts';

const formats = makeFormats('en-GB', 'UTC');
type Row = RankingFigure['brands'][string]['rows'][number];
const row = (id: string, unit: string, over: Partial<Row> = {}): Row => ({
  id,
  name: 'Delivery',
  value: -182,
  low: -213,
  high: -151,
  n: 198,
  parts: { before: 190, after: 8, share: 0.7 },
  mentions: [],
  unit,
  figure: id.split(':')[1] ?? '',
  from: '2026-09-20',
  to: '2026-10-17',
  ...over,
});
const why = rankingFigure('why', 'own', [
  row('28:stories:theme:delivery', 'stories'),
  row('2026-10:stories', 'percent', {
    value: 93,
    low: 53,
    high: 143,
    parts: { before: 202, after: 390, z: 5 },
  }),
  row('28:net-sentiment:source:paper', 'points', { name: 'Paper', value: 14.2, low: 8.7, high: 19.6 }),
  row('2026-10:net-sentiment', 'points', {
    value: -4,
    low: -9,
    high: 1,
    parts: { before: 30, after: 40, z: -2.5 },
  }),
]) as RankingFigure;
const figures = byId(why, seriesFigure('net-sentiment', { own: monthsOf() }));
const tables = whyTables(why, 'own', figures, formats);

test('changes in different units stand in different tables, each value with its unit and both counts of stories', () => {
  expect(tables.map(({ figure, lines }) => [figure, lines.length])).toEqual([
    ['stories', 2],
    ['net-sentiment', 2],
  ]);
  expect(tables[0]?.lines).toMatchObject([
    {
      when: '28 days against the 28 before',
      part: 'theme: Delivery',
      change: '−182 stories',
      interval: '−213 to −151',
      before: '190',
      after: '8',
      list: 'mentions/?brand=own&theme=delivery&from=2026-09-20&to=2026-10-17&told=first',
    },
    { when: 'Oct 2026', part: 'the whole change', change: '+93%', before: '202', after: '390' },
  ]);
  expect(tables[1]?.lines).toMatchObject([
    { part: 'source: Paper', change: '+14 points' },
    { change: '−4 points' },
  ]);
});
test('a title names the month that is farthest from chance, and none where none surely is', () => {
  const titles = tables.map((table) => whyTitle(why, 'own', table, formats));
  expect(titles[0]).toContain('Oct 2026: +93%');
  expect(titles[1]).toMatch(/no month surely moved$/);
});
test('its table of values says of each row the figure and the unit', () => {
  const [head, first] = figureCsv(why).split(/\r?\n/);
  expect(head).toMatch(/^brand,id,name,figure,unit,from,to,value/);
  expect(first).toMatch(/,stories,stories,2026-09-20/);
});
