import { describe, expect, it } from 'vitest';
import type { RankingFigure } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [from, to] = ['2026-09-01', '2026-11-15'];
const themes = [
  { id: 'delivery', name: 'Delivery' },
  { id: 'app', name: 'App' },
];
const rowsOf = (id: string, lines: ReturnType<typeof said>[], brand = 'northwind') =>
  (
    measure(
      world({
        now: '2026-11-16T08:00:00Z',
        runs: nightly('paper', from, to),
        sources: [source('paper', { group: 'forum' })],
        config: configWith({ competitors: [bluebird] }),
        themes,
        said: lines,
      }),
    ).get(`${id}.json`) as RankingFigure
  ).brands[brand]?.rows ?? [];
const names = (...ids: string[]) => ids.map((id) => ({ id, tone: 'neutral' as const }));

describe('requests', () => {
  it('are counted by theme and kind, stories and not copies, by hand', () => {
    const rows = rowsOf('requests', [
      said('2026-11-01', { intents: ['suggest'], themes: names('app') }),
      said('2026-11-02', { intents: ['ask', 'suggest'], themes: names('app', 'delivery') }),
      said('2026-11-03', { intents: ['ask'], story: 's' }),
      said('2026-11-04', { intents: ['ask'], story: 's' }),
      said('2026-11-05', { intents: ['praise'], themes: names('app') }),
    ]);
    expect(rows.map(({ id, value, parts }) => [id, value, parts])).toEqual([
      ['app', 2, { suggest: 2, ask: 1 }],
      ['delivery', 1, { suggest: 1, ask: 1 }],
      ['none', 1, { suggest: 0, ask: 1 }],
    ]);
  });
  it('of a kind that the scorer never tells are no 0, but nothing', () =>
    expect(rowsOf('requests', [said('2026-11-01', { intents: ['compare'] })])[0]?.parts).toEqual({
      compare: 1,
    }));
});

/** One document about both brands, with a tone toward each. */
function both(
  day: string,
  doc: string,
  own: 'positive' | 'negative',
  other: 'positive' | 'negative',
  more = {},
) {
  return [
    said(day, { doc, tone: own, intents: ['compare'], ...more }),
    said(day, { doc, brand: 'bluebird', tone: other }),
  ];
}

describe('comparisons', () => {
  it('are won by the brand with the better tone in the same document', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((doc, at) =>
      at < 4
        ? both('2026-11-03', doc, 'positive', 'negative')
        : both('2026-11-04', doc, 'negative', 'positive'),
    );
    const [row] = rowsOf('comparisons', lines);
    expect(row).toMatchObject({
      id: 'bluebird',
      value: 33.3333,
      n: 6,
      parts: { wins: 4, losses: 2, even: 0 },
    });
    expect(rowsOf('comparisons', lines, 'bluebird')[0]).toMatchObject({ value: -33.3333, n: 6 });
  });
  it('need both brands and the intent, and five of them for a value', () => {
    expect(rowsOf('comparisons', [said('2026-11-03', { intents: ['compare'] })])).toEqual([]);
    expect(rowsOf('comparisons', both('2026-11-03', 'a', 'positive', 'negative'))[0]).toMatchObject({
      value: null,
      n: 1,
    });
  });
  it('say who leaves one and names the other, not who leaves both', () => {
    const lines = [
      said('2026-11-03', { doc: 'x', intents: ['leave'] }),
      said('2026-11-03', { doc: 'x', brand: 'bluebird' }),
      said('2026-11-03', { doc: 'y', intents: ['leave'] }),
      said('2026-11-03', { doc: 'y', brand: 'bluebird', intents: ['leave'] }),
    ];
    expect(rowsOf('comparisons', lines)[0]?.parts).toMatchObject({ leftFor: 1, cameFrom: 0 });
    expect(rowsOf('comparisons', lines, 'bluebird')[0]?.parts).toMatchObject({ leftFor: 0, cameFrom: 1 });
  });
});

describe('voices', () => {
  const text = (length: number) =>
    'The courier came late once more, and nobody knew. '.repeat(9).slice(0, length);
  const late = (length: number, more: object = {}) =>
    said('2026-11-03', { excerpt: text(length), themes: [{ id: 'delivery', tone: 'negative' }], ...more });
  it('are the shortest that carry the point, of this theme alone first, one a story and a site', () => {
    const [shortest, longer, other, tiny] = [
      late(60, { site: 'a.example' }),
      late(90, { site: 'a.example' }),
      late(120, { site: 'b.example' }),
      late(20, { site: 'c.example' }),
    ];
    const two = said('2026-11-03', {
      excerpt: text(50),
      site: 'd.example',
      themes: [
        { id: 'delivery', tone: 'negative' },
        { id: 'app', tone: 'neutral' },
      ],
    });
    const [row] = rowsOf('voices', [shortest, longer, other, tiny, two]);
    expect(row).toMatchObject({ id: 'delivery-negative', n: 5 });
    expect(row?.mentions).toEqual([shortest, other, two].map(({ mention }) => mention.id));
  });
  it('list strong praise as testimonials, but none from who rates low, and no news', () => {
    const praise = { tone: 'positive' as const, intents: ['praise' as const], excerpt: text(80) };
    const kept = said('2026-11-03', praise);
    const rows = rowsOf('voices', [
      kept,
      said('2026-11-03', { ...praise, rating: { value: 1, of: 5 } }),
      said('2026-11-03', { ...praise, source: 'gazette', group: 'news' }),
    ]);
    expect(rows.find(({ id }) => id === 'testimonials')?.mentions).toEqual([kept.mention.id]);
  });
});

describe('what is older than 90 days', () => {
  it('is in none of them', () =>
    expect(
      daysBetween('2026-08-01', '2026-08-10').flatMap((day) =>
        rowsOf('requests', [said(day, { intents: ['ask'] })]),
      ),
    ).toEqual([]));
});
