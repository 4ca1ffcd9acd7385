import { expect, test } from 'vitest';
import { type BreakdownFigure, Figure, type SeriesFigure } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [first, last] = ['2025-09-01', '2026-11-15'];
const days = daysBetween(first, last);
const forum = { source: 'forum', group: 'forum', site: 'forum.example' };
type Lines = ReturnType<typeof said>[];

function figuresOf(lines: Lines, dark: { paper?: string[]; forum?: string[]; board?: string[] } = {}) {
  const runs = (['paper', 'forum', 'board'] as const).flatMap((id) =>
    nightly(id, first, last, { dark: dark[id] ?? [] }),
  );
  return measure(
    world({
      now: '2026-11-16T08:00:00Z',
      runs,
      sources: [source('paper'), source('forum', { group: 'forum' }), source('board', { group: 'forum' })],
      config: configWith({ competitors: [bluebird] }),
      themes: [{ id: 'delivery', name: 'Delivery' }],
      said: lines,
    }),
  );
}
function rowOf(figures: ReturnType<typeof figuresOf>, id: string, by: string) {
  const figure = figures.get(`${id}.json`) as BreakdownFigure;
  expect(() => Figure.parse(figure)).not.toThrow();
  const row = figure.brands['northwind']?.rows.find((one) => Object.values(one.by).includes(by));
  const at = (month: string) => figure.periods?.month.indexOf(month) ?? -1;
  return { row, at, periods: figure.periods };
}
const august = days.filter((day) => day.startsWith('2026-08'));

test('thirteen months and half a year of weeks are named once, and each row has an entry for each', () => {
  const { row, periods } = rowOf(
    figuresOf(days.flatMap((day) => [said(day), said(day, forum)])),
    'tone-by-part',
    'forum',
  );
  expect([periods?.month.length, periods?.month[0], periods?.month.at(-1)]).toEqual([
    13,
    '2025-11',
    '2026-11',
  ]);
  expect(periods?.week).toHaveLength(26);
  for (const key of ['value', 'low', 'high', 'n', 'coverage'] as const) {
    expect(row?.months?.[key]).toHaveLength(13);
    expect(row?.weeks?.[key]).toHaveLength(26);
  }
});

test('a month of a part is what the whole of its stories gives for the month', () => {
  const lines = days.map((day, nth) => said(day, { tone: nth % 3 === 0 ? 'positive' : 'negative' }));
  const figures = figuresOf(lines);
  const whole = (figures.get('net-sentiment.json') as SeriesFigure).brands['northwind']?.month.slice(-13);
  const { row } = rowOf(figures, 'tone-by-part', 'news');
  const short = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)));
  // Every story is of the news and in English: the part is the whole, told in four digits.
  expect(row?.months?.value).toEqual(whole?.map(({ value }) => short(value)));
  expect(row?.months?.low).toEqual(whole?.map(({ low }) => short(low)));
  expect(row?.months?.high).toEqual(whole?.map(({ high }) => short(high)));
  expect(row?.months?.n).toEqual(whole?.map(({ n }) => n));
  expect(rowOf(figures, 'tone-by-part', 'en').row?.weeks).toBeUndefined();
});

test('a month in which none of a part’s sources was read is a gap, and no 0; one that was read without a word is 0', () => {
  const quiet = days.filter((day) => day.startsWith('2026-07'));
  const lines = days.flatMap((day) => [
    said(day),
    ...(august.includes(day) || quiet.includes(day) ? [] : [said(day, forum)]),
  ]);
  const figures = figuresOf(lines, { forum: august, board: august });
  const { row, at } = rowOf(figures, 'volume-by-part', 'forum');
  const of = (month: string) => [row?.months?.value[at(month)], row?.months?.coverage[at(month)]];
  expect(of('2026-06')).toEqual([30, 1]);
  expect(of('2026-07')).toEqual([0, 1]);
  expect(of('2026-08')).toEqual([null, 0]);
  // The site stands in the forum alone: the news, which were read, say nothing of it.
  const site = rowOf(figures, 'volume-by-part', 'forum.example');
  expect([site.row?.months?.value[at('2026-08')], site.row?.months?.n[at('2026-08')]]).toEqual([null, 0]);
  // A ratio of no story has no value, read or not.
  const share = rowOf(figures, 'tone-by-part', 'forum');
  expect([share.row?.months?.value[at('2026-07')], share.row?.months?.coverage[at('2026-07')]]).toEqual([
    null,
    1,
  ]);
});

test('of fewer than five stories a month has no value, but says how many there were', () => {
  const lines = days.flatMap((day) => [
    said(day),
    ...(august.includes(day) && day > '2026-08-04' ? [] : [said(day, forum)]),
  ]);
  const { row, at } = rowOf(figuresOf(lines), 'share-of-voice-by-part', 'forum');
  const nth = at('2026-08');
  expect([row?.months?.value[nth], row?.months?.low?.[nth], row?.months?.n[nth]]).toEqual([null, null, 4]);
  expect(row?.months?.value[nth + 1]).toBe(100);
});

test('in each month of a part the brands’ shares of voice are the whole of it', () => {
  const figures = figuresOf(
    days.flatMap((day, nth) => [
      said(day, forum),
      ...(nth % 3 === 0 ? [said(day, { ...forum, brand: 'bluebird' })] : []),
    ]),
  );
  const { brands } = figures.get('share-of-voice-by-part.json') as BreakdownFigure;
  const [own, rival] = ['northwind', 'bluebird'].map((id) => brands[id]?.rows[0]);
  expect([own?.by, rival?.by]).toEqual([{ group: 'forum' }, { group: 'forum' }]);
  for (const [nth, value] of (own?.months?.value ?? []).entries())
    expect((value as number) + (rival?.months?.value[nth] as number)).toBeCloseTo(100, 1);
  expect(own?.months?.n).toEqual(rival?.months?.n);
});

test('a part that speaks of the quarter, but in no month enough, has no months', () => {
  const lines = [
    ...days.map((day) => said(day)),
    ...['2026-09-02', '2026-09-03', '2026-10-02', '2026-10-03', '2026-11-02'].map((day) => said(day, forum)),
  ];
  const { row } = rowOf(figuresOf(lines), 'volume-by-part', 'forum');
  expect(row?.n).toBe(5);
  expect(row).not.toHaveProperty('months');
  expect(row).not.toHaveProperty('weeks');
});

test('a source that goes dark moves the awareness of its group by less than 1%, and that of no other at all', () => {
  const flat = (dark: string[]) =>
    figuresOf(
      days.flatMap((day) => [
        said(day),
        said(day),
        ...Array.from({ length: 3 }, () => said(day, forum)),
        ...(dark.includes(day)
          ? []
          : Array.from({ length: 2 }, () => said(day, { ...forum, source: 'board' }))),
      ]),
      { board: dark },
    );
  const before = flat([]);
  const after = flat(august);
  for (const by of ['forum', 'news']) {
    const { row: was } = rowOf(before, 'awareness-by-part', by);
    const { row: is, at } = rowOf(after, 'awareness-by-part', by);
    for (const [nth, value] of (is?.months?.value ?? [NaN]).entries())
      expect(Math.abs((value as number) / (was?.months?.value[nth] as number) - 1)).toBeLessThan(
        by === 'news' ? 1e-9 : 0.01,
      );
    // Five of a day’s stories are the forum’s, of which the board has two: what was not read is seen in the coverage.
    expect(is?.months?.coverage[at('2026-08')]).toBeCloseTo(by === 'news' ? 1 : 0.6, 1);
  }
  // Counts of the same month fall by two fifths, which is why they are no awareness.
  const { row, at } = rowOf(after, 'volume-by-part', 'forum');
  expect(row?.months?.value[at('2026-08')]).toBe(93);
  expect(row?.months?.value[at('2026-07')]).toBe(155);
});

test('coverage by part is told of a group that is silent, since it is not read', () => {
  const dark = days.slice(-120);
  const lines = days.flatMap((day) => [said(day), ...(dark.includes(day) ? [] : [said(day, forum)])]);
  const figures = figuresOf(lines, { forum: dark, board: dark });
  const { row, at } = rowOf(figures, 'coverage-by-part', 'forum');
  expect(row).toMatchObject({ value: 0, n: 180, coverage: 0 });
  expect(row?.months?.value[at('2026-10')]).toBe(0);
  expect(row?.months?.value[at('2026-06')]).toBe(100);
  expect(rowOf(figures, 'volume-by-part', 'forum').row).toBeUndefined();
});
