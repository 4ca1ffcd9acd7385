import { describe, expect, it } from 'vitest';
import type { BreakdownFigure, SeriesFigure } from '#contract';
import { daysBetween, nightly, said, seeded, world } from './invented-world.fixture.ts';
import { lensThemes, speaks } from './lenses.fixture.ts';
import { measure } from './measure.ts';

const figuresOf = (lines: ReturnType<typeof said>[], from = '2026-11-09', to = '2026-11-15') =>
  measure(
    world({
      now: `${to.slice(0, 8)}${Number(to.slice(8)) + 1}T08:00:00Z`,
      runs: nightly('paper', from, to),
      themes: lensThemes,
      said: lines,
    }),
  );
const gapOf = (figures: ReturnType<typeof measure>) => figures.get('gap.json') as SeriesFigure;
const journeyOf = (figures: ReturnType<typeof measure>) => figures.get('journey.json') as BreakdownFigure;

const lines = () => [
  said('2026-11-09', speaks(['new', 'positive'], ['help', 'negative'])),
  said('2026-11-10', speaks(['new', 'positive'], ['look', 'negative'])),
  said('2026-11-11', speaks(['look', 'positive'])),
  said('2026-11-12', { story: 'b', ...speaks(['help', 'positive']) }),
  said('2026-11-12', { story: 'b', ...speaks(['help', 'negative']) }),
  said('2026-11-13', speaks(['new', 'unscored'], ['help', 'neutral'])),
  said('2026-11-13'),
];
const week = () => figuresOf(lines());

describe('the gap of innovation and experience', () => {
  it('has no value on a day on which only one lens was spoken of', () =>
    expect(gapOf(week()).brands.northwind?.day[1]).toMatchObject({ value: null, n: 0 }));
  it('is down where the new pleases less and service stays, and says too little where a lens has few stories', () => {
    const random = seeded(3);
    const days = daysBetween('2026-09-01', '2026-11-15');
    const lines = days.flatMap((day, at) =>
      Array.from({ length: 6 }, (_, nth) =>
        nth % 2 === 0
          ? said(day, speaks(['help', random() < 0.5 ? 'positive' : 'negative']))
          : said(day, speaks(['new', random() < (at < 48 ? 0.9 : 0.2) ? 'positive' : 'negative'])),
      ),
    );
    const { verdicts } = gapOf(figuresOf(lines, '2026-09-01'));
    expect(verdicts.northwind?.['28']).toMatchObject({ verdict: 'down' });
    expect(verdicts.northwind?.['28']?.difference).toBeLessThan(-80);
    expect(gapOf(week()).verdicts.northwind?.['7']?.verdict).toBe('too little data');
  });
});

describe('the journey', () => {
  it('is the net tone of each step, by hand, in the order of the way', () => {
    const more = Array.from({ length: 4 }, () =>
      said('2026-11-14', speaks(['new', 'positive'], ['help', 'negative'])),
    );
    const { brands, period } = journeyOf(figuresOf([...lines(), ...more]));
    expect(brands.northwind?.rows.map(({ by, value, n }) => [by.touchpoint, value, n])).toEqual([
      ['discover', 100, 6],
      // Two stories are too few for a value.
      ['compare', null, 2],
      ['support', -57.1429, 7],
    ]);
    expect(period).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  });
  it('leaves out steps that no theme belongs to, and has no value where nobody spoke of a step', () => {
    const { brands } = journeyOf(figuresOf([said('2026-11-10', speaks(['help', 'unscored']))]));
    expect(brands.northwind?.rows.map(({ by, value, low }) => [by.touchpoint, value, low])).toEqual([
      ['discover', null, null],
      ['compare', null, null],
      ['support', null, null],
    ]);
  });
  it('forgets a theme that brand.yml has no more', () => {
    const { brands } = journeyOf(figuresOf([said('2026-11-10', speaks(['gone', 'positive']))]));
    expect(brands.northwind?.rows.every(({ n }) => n === 0)).toBe(true);
  });
});
