import { expect, test } from 'vitest';
import { type BreakdownFigure, Figure } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const day = '2026-11-10';
const many = (number: number, parts: Parameters<typeof said>[1] = {}) =>
  Array.from({ length: number }, () => said(day, parts));
const forum = { source: 'forum', group: 'forum', site: 'forum.example' };

const rowsOf = (id: string, lines: ReturnType<typeof said>[], brand = 'northwind') => {
  const figure = measure(
    world({
      now: '2026-11-16T08:00:00Z',
      runs: ['paper', 'forum'].flatMap((one) => nightly(one, '2026-10-01', '2026-11-15')),
      sources: [source('paper'), source('forum', { group: 'forum' })],
      config: configWith({
        competitors: [bluebird],
        segments: [{ id: 'baristas', words: ['barista'] }],
      }),
      themes: [
        { id: 'delivery', name: 'Delivery' },
        { id: 'price', name: 'Price' },
      ],
      said: lines,
    }),
  ).get(`${id}.json`) as BreakdownFigure;
  expect(() => Figure.parse(figure)).not.toThrow();
  return figure.brands[brand]?.rows ?? [];
};
const told = (rows: BreakdownFigure['brands'][string]['rows']) =>
  rows.map(({ by, value, n }) => [Object.entries(by)[0]?.join(' '), value, n]);

test('volume by part counts the stories of each part and their share of all, by hand', () => {
  const rows = rowsOf('volume-by-part', [
    ...many(6, { title: 'A barista writes' }),
    ...many(14, { ...forum, lang: 'de', themes: [{ id: 'price', tone: 'negative' }] }),
    // A copy of a story that began elsewhere is no story of the part that copied it.
    said(`${day}T08:00:00Z`, { doc: 'first', story: 'one' }),
    said(day, { ...forum, doc: 'copy', story: 'one' }),
  ]);
  expect(told(rows)).toEqual([
    ['group forum', 14, 14],
    ['group news', 7, 7],
    ['language de', 14, 14],
    ['language en', 7, 7],
    ['site forum.example', 14, 14],
    ['site paper.example', 7, 7],
    ['theme price', 14, 14],
    ['segment baristas', 6, 6],
  ]);
  // 14 of 21: Wilson, p = 2/3, z² = 3.841459: centre (p + z²/42) ÷ (1 + z²/21), half z √(p q/21 + z²/1764) ÷ (1 + z²/21).
  const [z, p, n] = [1.959964, 14 / 21, 21];
  const below = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / below;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / below;
  const share = rows[0]?.share;
  expect(share?.value).toBeCloseTo(100 * p, 3);
  expect(share?.low).toBeCloseTo(100 * (centre - half), 1);
  expect(share?.high).toBeCloseTo(100 * (centre + half), 1);
  expect(rows[0]).toMatchObject({ low: null, high: null });
});

test('advocacy, loyalty and satisfaction by part are those of the part’s own stories, by hand', () => {
  const lines = [
    ...many(4, { rating: { value: 5, of: 5 }, intents: ['stay'] }),
    ...many(2, { rating: { value: 1, of: 5 }, intents: ['leave'] }),
    ...many(5, { ...forum, rating: { value: 3, of: 5 }, intents: ['leave'] }),
  ];
  const first = (id: string) => told(rowsOf(id, lines)).slice(0, 2);
  // (4 − 2) ÷ 6; three stars detract.
  expect(first('advocacy-by-part')).toEqual([
    ['group news', 33.3333, 6],
    ['group forum', -100, 5],
  ]);
  expect(first('loyalty-by-part')).toEqual([
    ['group news', 66.6667, 6],
    ['group forum', 0, 5],
  ]);
  // (4 × 5 + 2) ÷ 6.
  expect(first('satisfaction-by-part')).toEqual([
    ['group news', 3.66667, 6],
    ['group forum', 3, 5],
  ]);
  expect(told(rowsOf('satisfaction-by-part', lines)).slice(-2)).toEqual([
    ['source paper', 3.66667, 6],
    ['source forum', 3, 5],
  ]);
});

test('share of voice by part is the brand’s part of the panel’s stories there, and those of the brands add up', () => {
  const price = { themes: [{ id: 'price', tone: 'neutral' as const }] };
  const lines = [
    ...many(6, price),
    ...many(2, { brand: 'bluebird', ...price }),
    ...many(3, { brand: 'bluebird', ...forum }),
    ...many(1, forum),
  ];
  expect(told(rowsOf('share-of-voice-by-part', lines))).toEqual([
    ['group news', 75, 8],
    ['language en', 58.3333, 12],
    ['theme price', 75, 8],
  ]);
  expect(told(rowsOf('share-of-voice-by-part', lines, 'bluebird'))).toEqual([
    ['group news', 25, 8],
    ['language en', 41.6667, 12],
    ['theme price', 25, 8],
  ]);
});

test('sites beyond the twelve with most stories are one part, and a small one is left out', () => {
  const lines = Array.from({ length: 14 }, (_, at) => many(20 - at, { site: `s${at}.example` })).flat();
  const sites = told(rowsOf('volume-by-part', lines)).filter(([name]) => String(name).startsWith('site'));
  expect(sites).toHaveLength(13);
  // The thirteenth and fourteenth have 8 and 7 stories.
  expect(sites.at(-1)).toEqual(['site others', 15, 15]);
  expect(rowsOf('volume-by-part', many(4))).toEqual([]);
});

test('a part that grows is told, one that stays is not', () => {
  const days = daysBetween('2026-01-01', '2026-11-15');
  const recent = days.slice(-90);
  const figure = measure(
    world({
      now: '2026-11-16T08:00:00Z',
      runs: ['paper', 'forum'].flatMap((one) => nightly(one, '2026-01-01', '2026-11-15')),
      sources: [source('paper'), source('forum', { group: 'forum' })],
      said: [
        ...days.flatMap((one) => [said(one), said(one), said(one, forum), said(one, forum)]),
        ...recent.flatMap((one) => [said(one, forum), said(one, forum)]),
      ],
    }),
  ).get('volume-by-part.json') as BreakdownFigure;
  const words = (figure.brands['northwind']?.rows ?? []).map(({ by, change }) => [
    by['group'],
    change?.verdict,
  ]);
  expect(words.slice(0, 2)).toEqual([
    ['forum', 'up'],
    ['news', 'no clear change'],
  ]);
});
