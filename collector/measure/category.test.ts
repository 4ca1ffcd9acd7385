import { describe, expect, it } from 'vitest';
import type { Config, RankingFigure } from '#contract';
import { configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [from, to] = ['2026-05-01', '2026-11-15'];
const themes = [{ id: 'delivery', name: 'Delivery' }];
const talk = { source: 'talk', group: 'forum', brand: null, site: 'talk.example' } as const;
const unbranded = (day: string, title: string, more: object = {}) => said(day, { ...talk, title, ...more });

function figuresOf(lines: ReturnType<typeof said>[], sources: { id: string; category?: boolean }[] = []) {
  return measure(
    world({
      now: '2026-11-16T08:00:00Z',
      runs: [...nightly('paper', from, to), ...nightly('talk', from, to)],
      config: configWith({ sources: sources as Config['sources'] }),
      sources: [source('paper'), source('talk', { group: 'forum' })],
      themes,
      said: lines,
    }),
  );
}
const rowsOf = (lines: ReturnType<typeof said>[]) => {
  const figure = figuresOf(lines).get('category.json') as RankingFigure;
  return new Map(figure.brands.northwind?.rows.map((row) => [row.id, row]));
};

describe('talk of the trade', () => {
  it('has no file where no source keeps what names no brand', () => {
    expect(figuresOf([said('2026-11-01')]).has('category.json')).toBe(false);
    expect(figuresOf([], [{ id: 'talk', category: true }]).has('category.json')).toBe(true);
  });
  it('tells by hand how much names no brand, of what it speaks and what it asks', () => {
    const rows = rowsOf([
      unbranded('2026-11-01', 'Which grinder is quiet?'),
      unbranded('2026-11-02', 'Where do you buy beans? I pay too much', {
        themes: [{ id: 'delivery', tone: 'neutral' }],
      }),
      unbranded('2026-11-03', 'My beans came late', { themes: [{ id: 'delivery', tone: 'negative' }] }),
      unbranded('2026-11-04', 'A story', { story: 's' }),
      unbranded('2026-11-05', 'A story', { story: 's' }),
      unbranded('2026-11-06', 'Another, see example.com/?a=b'),
      said('2026-11-04', { source: 'talk', group: 'forum' }),
      said('2026-11-04', { source: 'paper' }),
      ...Array.from({ length: 5 }, () =>
        unbranded('2026-07-04', 'Earlier talk', { themes: [{ id: 'delivery', tone: 'neutral' }] }),
      ),
    ]);
    // Five of the six stories on the source of the trade name none; the paper is no such source.
    expect(rows.get('all')).toMatchObject({ value: 83.3333, n: 5 });
    expect(rows.get('theme-delivery')).toMatchObject({ value: 40, n: 2, parts: { before: 100 } });
    expect(rows.get('request-question')).toMatchObject({ value: 40, n: 2, group: 'request' });
    expect(rows.has('request-ask')).toBe(false);
  });
  it('finds the words that are new in it', () => {
    const usual = daysBetween('2026-06-01', to).map((day, at) => unbranded(day, `Cup of coffee ${at % 7}`));
    const fresh = daysBetween('2026-11-01', '2026-11-12').map((day) =>
      unbranded(day, 'Oat milk is sold out'),
    );
    const rows = rowsOf([...usual, ...fresh]);
    const words = [...rows.values()].filter(({ group }) => group === 'word');
    expect(words).toHaveLength(1);
    expect(words[0]).toMatchObject({ n: 12, parts: { before: 0, sites: 1 } });
    expect(words[0]?.name).toMatch(/oat milk|sold out/);
  });
  it('changes no figure of a brand', () => {
    const lines = daysBetween('2026-08-01', to).map((day) => said(day, { tone: 'positive' }));
    const without = figuresOf(lines).get('net-sentiment.json');
    const beside = figuresOf([...lines, unbranded('2026-11-01', 'Which grinder is quiet?')]);
    expect(beside.get('net-sentiment.json')).toEqual(without);
  });
});
