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

const late = (text: string, more: object = {}) =>
  said('2026-11-03', { excerpt: text, themes: [{ id: 'delivery', tone: 'negative' }], ...more });
const complaint = 'The courier came two days late and nobody answered the phone';

describe('voices', () => {
  it('are what most say, the shortest of those, one a site, and none that says the same again', () => {
    const usual = [
      late(`${complaint} when I called about it.`, { site: 'a.example' }),
      late(`${complaint}.`, { site: 'b.example' }),
      late(`${complaint} at all, which is a shame really.`, { site: 'c.example' }),
      late(`Sadly ${complaint.toLowerCase()} this time.`, { site: 'd.example' }),
    ];
    const odd = late('A sparrow sat upon my parcel and would not be moved by song.', { site: 'e.example' });
    const tiny = late('Courier late.', { site: 'f.example' });
    const [row] = rowsOf('voices', [...usual, odd, tiny]);
    expect(row).toMatchObject({ id: 'delivery-negative', n: 6 });
    expect(row?.mentions).toEqual([usual[1], odd].map((one) => one?.mention.id));
  });
  it('are no press text that many carried, as long as somebody says it plainly', () => {
    const press = Array.from({ length: 9 }, (_, at) =>
      late('Courier late in many towns, says the carrier, and phones stay silent.', {
        story: 'press',
        site: `p${at}.example`,
      }),
    );
    const voice = late('My courier came late, in the rain, and the phones stay silent.', {
      site: 'a.example',
    });
    expect(rowsOf('voices', [...press, voice])[0]?.mentions[0]).toBe(voice.mention.id);
  });
  it('list strong praise as testimonials with their sources, none that rates low, is news, or speaks of two brands', () => {
    const text = 'Northwind Coffee is the best roast I ever had, and I had many.';
    const praise = { tone: 'positive' as const, intents: ['praise' as const], excerpt: text };
    const kept = said('2026-11-03', praise);
    const stronger = said('2026-11-02', { ...praise, intents: ['recommend'], site: 'b.example' });
    const rows = rowsOf('voices', [
      kept,
      stronger,
      said('2026-11-03', { ...praise, rating: { value: 1, of: 5 } }),
      said('2026-11-03', { ...praise, rating: { value: 4, of: 5 } }),
      said('2026-11-03', { ...praise, source: 'gazette', group: 'news' }),
      said('2026-11-03', { ...praise, doc: 'both' }),
      said('2026-11-03', { ...praise, doc: 'both', brand: 'bluebird' }),
    ]);
    const testimonials = rows.find(({ id }) => id === 'testimonials');
    expect(testimonials?.mentions).toEqual([stronger.mention.id, kept.mention.id]);
    expect(testimonials?.sources).toEqual(['paper', 'paper']);
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
