import { describe, expect, test } from 'vitest';
import type { Figure } from '#contract';
import { breakdownFigure, byId, monthsOf, seriesFigure } from './figures.fixture.ts';
import { heatTitle } from './form-titles.ts';
import { gapSentence, heatOf, lensShape, stepSentence, stepsOf, weakestOf } from './journey.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'Europe/London');
const row = (by: Record<string, string>, value: number | null, half = 5, n = 60) => ({
  by,
  value,
  low: value === null ? null : value - half,
  high: value === null ? null : value + half,
  n,
  coverage: 1,
});
const step = (touchpoint: string, value: number | null, half = 5, n = 60) =>
  row({ touchpoint }, value, half, n);
const steps = (...rows: ReturnType<typeof step>[]) => {
  const made = stepsOf(byId(breakdownFigure('journey', 'a', rows)), 'a', formats);
  if (!made) throw new Error('no journey');
  return made;
};
const entry = (name: string, value: number, half: number) => ({
  id: name,
  name,
  value,
  low: value - half,
  high: value + half,
});

describe('the steps of the journey', () => {
  test('stand worst first, and those of which too few speak last and without a place', () => {
    const { rows } = steps(step('use', 10), step('support', -50), step('pay', null, 0, 3));
    expect(rows.map(({ name, at }) => [name, at === null])).toEqual([
      ['Support', false],
      ['Using', false],
      ['Paying', true],
    ]);
  });
  test('a weakest link is named only where it is surely worse than most', () => {
    expect(
      weakestOf([entry('a', -50, 5), entry('b', 0, 5), entry('c', 10, 5)]).map(({ name }) => name),
    ).toEqual(['a']);
    expect(
      weakestOf([entry('a', -50, 5), entry('b', -48, 5), entry('c', 10, 5)]).map(({ name }) => name),
    ).toEqual(['a', 'b']);
    expect(weakestOf([entry('a', -5, 40), entry('b', 0, 40), entry('c', 10, 40)])).toEqual([]);
  });
  test('the sentence names where it loses and where it pleases, or that no step stands out', () => {
    expect(stepSentence(steps(step('support', -50), step('use', 0), step('buy', 60)), formats)).toBe(
      'loses people most at support (−50, −55 to −45) and pleases them most at buying (+60, +55 to +65).',
    );
    expect(stepSentence(steps(step('support', -2, 30), step('use', 0, 30)), formats)).toMatch(/^has no step/);
    // The best of three that are all disliked pleases nobody.
    expect(
      stepSentence(steps(step('support', -60), step('use', -30), step('buy', -5)), formats),
    ).not.toContain('pleases');
    expect(stepSentence(steps(step('support', -2)), formats)).toMatch(/^is spoken of too little/);
  });
});

const monthly = (...rows: ReturnType<typeof row>[]): Map<string, Figure> =>
  byId(breakdownFigure('tone-by-month', 'a', rows));

describe('step by month', () => {
  test('says of each empty cell why: too few, none, or no source read', () => {
    const figures = monthly(
      row({ touchpoint: 'support', month: '2026-08' }, -60),
      row({ touchpoint: 'support', month: '2026-10' }, null, 0, 3),
      row({ touchpoint: 'use', month: '2026-09' }, 4),
    );
    const months = [
      { period: '2026-08', value: 100 },
      { period: '2026-09', value: 0 },
      { period: '2026-10', value: 100 },
    ];
    figures.set('coverage', seriesFigure('coverage', { a: monthsOf(...months) }));
    expect(heatOf(figures, 'a', formats)?.rows.map(({ cells }) => cells.map(({ gap }) => gap))).toEqual([
      [null, 'uncovered', 'few'],
      ['none', null, 'none'],
    ]);
  });
  test('a cell has its value, a step of colour and whether zero is outside; without a value it has neither', () => {
    const heat = heatOf(
      monthly(
        row({ touchpoint: 'support', month: '2026-09' }, -60),
        row({ touchpoint: 'support', month: '2026-10' }, null, 0, 3),
        row({ touchpoint: 'use', month: '2026-10' }, 4),
      ),
      'a',
      formats,
    );
    expect(heat?.months.map(({ label }) => label)).toEqual(['Sept 2026', 'Oct']);
    expect(heat?.rows[0]?.cells.map(({ text, step, sure }) => [text, step, sure])).toEqual([
      ['−60', -3, true],
      ['too few', null, false],
    ]);
    expect(heat?.rows[1]?.cells.map(({ text, step, sure }) => [text, step, sure])).toEqual([
      ['none', null, false],
      ['+4', 0, false],
    ]);
    expect(heat?.rows[0]?.cells[0]).toMatchObject({ from: '2026-09-01', to: '2026-09-30' });
  });
  test('its title names what is surely liked and disliked in the last month that tells, and no noise', () => {
    const title = (...rows: ReturnType<typeof row>[]): string => {
      const heat = heatOf(monthly(...rows), 'a', formats);
      return heat ? heatTitle(heat, 'Tone') : '';
    };
    const use = row({ touchpoint: 'use', month: '2026-09' }, 30);
    const leave = row({ touchpoint: 'leave', month: '2026-09' }, -40);
    const noise = row({ touchpoint: 'use', month: '2026-10' }, 4);
    expect(title(use, leave, noise)).toBe(
      'In Sept 2026 people spoke kindly of “Using”, and unkindly of “Leaving”',
    );
    expect(title(leave, noise)).toBe('In Sept 2026 people spoke most unkindly of “Leaving”');
    expect(title(noise)).toBe('Tone by month: no step is surely liked or disliked');
  });
  test('nothing measured, nothing drawn', () => {
    expect(heatOf(new Map(), 'a', formats)).toBeNull();
    expect(heatOf(monthly(row({ touchpoint: 'use', month: '2026-10' }, null)), 'a', formats)).toBeNull();
  });
  test('the lenses are two lines on one axis, and none where one of them has no value', () => {
    const about = {
      asOf: '2026-11-15T05:00:00Z',
      brands: [{ id: 'a', name: 'Acorn' }],
      events: [],
      time: { zone: 'Europe/London', locale: 'en-GB', weekStart: 'monday' },
    };
    const lens = (id: string) => [
      row({ lens: id, month: '2026-08' }, 3),
      row({ lens: id, month: '2026-09' }, 10),
      row({ lens: id, month: '2026-10' }, 20),
    ];
    const shape = lensShape(monthly(...lens('innovation'), ...lens('experience')), about, formats);
    expect(shape?.lines.map(({ name, points }) => [name, points.length])).toEqual([
      ['Innovation', 3],
      ['Experience', 3],
    ]);
    expect(lensShape(monthly(...lens('innovation')), about, formats)).toBeNull();
  });
  test('which lens is liked more is said only where the gap is surely one', () => {
    const gap = (low: number, high: number) =>
      gapSentence(
        {
          ...seriesFigure('gap', {}),
          headline: { a: { value: (low + high) / 2, low, high, n: 40, coverage: 1 } },
        },
        'a',
        formats,
      );
    expect(gap(10, 30)).toMatch(/^Over the last 28 days, what is new is liked more/);
    expect(gap(-30, -10)).toMatch(/^Over the last 28 days, what it is like to use is liked more/);
    expect(gap(-10, 30)).toMatch(/^Over the last 28 days, neither is surely liked more/);
  });
  test('the gap is told of the days that it is of: the last 90 where they are known', () => {
    const level = { value: 20, low: 10, high: 30, n: 40, coverage: 1 };
    const figure = { ...seriesFigure('gap', {}), headline: { a: level } };
    expect(gapSentence({ ...figure, windows: { a: { '90': level } } }, 'a', formats)).toMatch(
      /^Over the last 90 days, /,
    );
    expect(gapSentence(figure, 'a', formats)).toMatch(/^Over the last 28 days, /);
  });
});
