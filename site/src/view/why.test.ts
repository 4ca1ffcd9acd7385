import { expect, test } from 'vitest';
import type { RankingFigure } from '#contract';
import { byId, monthsOf, rankingFigure, seriesFigure } from './figures.fixture.ts';
import { makeFormats } from './numbers.ts';
import { whyOf } from './why.ts';

const formats = makeFormats('en-GB', 'UTC');
const part = {
  id: '28:net-sentiment:theme:app',
  name: 'App',
  value: -48,
  low: -60,
  high: -36,
  n: 140,
  parts: { before: 28, after: 112, whole: -60, share: 0.8 },
  mentions: ['a', 'b'],
  unit: 'points',
  figure: 'net-sentiment',
  from: '2026-10-19',
  to: '2026-11-15',
};
const down = {
  ...({ verdict: 'down', from: '2026-10-19', to: '2026-11-15' } as const),
  ...{ difference: -60, low: -72, high: -48, n: [150, 140] as [number, number] },
};
const figures = (rows: RankingFigure['brands'][string]['rows']) =>
  byId(
    rankingFigure('why', 'northwind', rows),
    seriesFigure('net-sentiment', { northwind: monthsOf() }, { northwind: { 28: down } }),
  );

test('a part of a change is told with its size, share, basis and the mentions of its days', () => {
  const [change] = whyOf(figures([part]), 'northwind', '28', formats);
  expect(change?.parts[0]).toMatchObject({
    kind: 'theme',
    value: '−48 points',
    interval: '−60 to −36',
    share: 'about 8 tenths of it',
    stories: 'n = 112 stories, 28 before',
    list: 'mentions/?brand=northwind&tone=negative&tone=neutral&tone=positive&theme=app&from=2026-10-19&to=2026-11-15&told=first',
    at: 200,
  });
  expect(change?.zero).toBe(1000);
});
test('a site’s name may hold what parts the id', () => {
  const odd = { ...part, id: '28:net-sentiment:site:host.example:8080', name: 'host.example:8080' };
  expect(whyOf(figures([odd]), 'northwind', '28', formats)[0]?.parts[0]?.list).toContain(
    'site=host.example%3A8080',
  );
});
test('another window, another brand and a figure without a verdict have no such parts', () => {
  expect(whyOf(figures([part]), 'northwind', '7', formats)).toEqual([]);
  expect(whyOf(figures([part]), 'bluebird', '28', formats)).toEqual([]);
  expect(whyOf(figures([{ ...part, figure: 'advocacy' }]), 'northwind', '28', formats)).toEqual([]);
});
