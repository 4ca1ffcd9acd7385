import { describe, expect, it } from 'vitest';
import { type BreakdownFigure, belongsTo } from '#contract';
import { configWith, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const day = '2026-11-10';
const many = (number: number, parts: Parameters<typeof said>[1]) =>
  Array.from({ length: number }, () => said(day, parts));
const rowsOf = (lines: ReturnType<typeof said>[], segments: Parameters<typeof belongsTo>[0][] = []) =>
  (
    measure(
      world({
        now: '2026-11-16T08:00:00Z',
        runs: [
          ...nightly('paper', '2026-10-01', '2026-11-15'),
          ...nightly('forum', '2026-10-01', '2026-11-15'),
        ],
        sources: [source('paper'), source('forum', { group: 'forum' })],
        config: configWith({ segments }),
        themes: [{ id: 'delivery', name: 'Delivery' }],
        said: lines,
      }),
    ).get('tone-by-part.json') as BreakdownFigure
  ).brands.northwind?.rows ?? [];

describe('tone by part', () => {
  it('is the net sentiment of each group, language, site and theme, by hand', () => {
    const rows = rowsOf([
      ...many(6, { tone: 'positive' }),
      ...many(2, { tone: 'negative' }),
      ...many(8, {
        source: 'forum',
        site: 'forum.example',
        tone: 'negative',
        themes: [{ id: 'delivery', tone: 'positive' }],
      }),
    ]);
    expect(rows.map(({ by, value, n }) => [Object.entries(by)[0]?.join(' '), value, n])).toEqual([
      ['group forum', -100, 8],
      ['group news', 50, 8],
      ['language en', -25, 16],
      ['site forum.example', -100, 8],
      ['site paper.example', 50, 8],
      ['theme delivery', 100, 8],
    ]);
  });
  it('leaves out parts with fewer than five stories', () =>
    expect(rowsOf(many(4, { tone: 'positive' }))).toEqual([]));
  it('tells segments of brand.yml apart', () => {
    const lines = [
      ...many(5, { tone: 'positive', title: 'As a barista I like it' }),
      ...many(5, { tone: 'negative' }),
    ];
    expect(rowsOf(lines, [{ id: 'baristas', words: ['barista'] }]).at(-1)).toMatchObject({
      by: { segment: 'baristas' },
      value: 100,
      n: 5,
    });
  });
});

describe('a mention belongs to a segment', () => {
  const mention = {
    source: 'paper',
    site: 'news.paper.example',
    title: 'Two baristas on strike',
    excerpt: '',
  };
  it('by its source, by its site or one above it, or by a whole word', () => {
    expect(belongsTo({ id: 's', sources: ['paper'] })(mention)).toBe(true);
    expect(belongsTo({ id: 's', sites: ['paper.example'] })(mention)).toBe(true);
    expect(belongsTo({ id: 's', sites: ['aper.example'] })(mention)).toBe(false);
    expect(belongsTo({ id: 's', words: ['Baristas'] })(mention)).toBe(true);
    expect(belongsTo({ id: 's', words: ['barista'] })(mention)).toBe(false);
    expect(belongsTo({ id: 's', words: ['on  strike'] })(mention)).toBe(true);
    expect(belongsTo({ id: 's' })(mention)).toBe(false);
  });
  it('by a word within others where a script has no spaces', () =>
    expect(belongsTo({ id: 's', words: ['価格'] })({ ...mention, title: 'この価格は高い' })).toBe(true));
  it('whatever signs its words hold', () =>
    expect(belongsTo({ id: 's', words: ['c++ (pro)'] })({ ...mention, title: 'For C++ (pro) users' })).toBe(
      true,
    ));
});
