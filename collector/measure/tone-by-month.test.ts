import { expect, test } from 'vitest';
import { BreakdownFigure } from '#contract';
import { daysBetween, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const now = '2026-11-16T08:00:00Z';
const themes = [{ id: 'support', name: 'Support', lens: 'experience', touchpoint: 'support' }];

/** Support is liked in September, disliked in October, and hardly spoken of in November. */
const lines = daysBetween('2026-09-01', '2026-11-02').map((day) =>
  said(day, {
    tone: 'neutral',
    themes: [{ id: 'support', tone: day < '2026-10-01' ? 'positive' : 'negative' }],
  }),
);
const measured = measure(
  world({
    now,
    themes,
    runs: nightly('paper', '2026-09-01', '2026-11-15'),
    said: lines,
  }),
);
const figure = BreakdownFigure.parse(measured.get('tone-by-month.json'));
const rows = figure.brands['northwind']?.rows ?? [];

test('a step of the journey and its lens have a value a month, and none where too few speak of it', () => {
  const of = (key: string, id: string) =>
    rows.filter(({ by }) => by[key] === id).map(({ by, value, n }) => [by['month'], value, n]);
  const expected = [
    ['2026-09', 100, 30],
    ['2026-10', -100, 31],
    ['2026-11', null, 2],
  ];
  expect(of('touchpoint', 'support')).toEqual(expected);
  expect(of('lens', 'experience')).toEqual(expected);
});
test('each value lies in its interval, and steps that nobody speaks of have no rows', () => {
  for (const { value, low, high } of rows.filter(({ value }) => value !== null)) {
    expect(low ?? 101).toBeLessThanOrEqual(value ?? 0);
    expect(high ?? -101).toBeGreaterThanOrEqual(value ?? 0);
  }
  expect(new Set(rows.flatMap(({ by }) => by['touchpoint'] ?? []))).toEqual(new Set(['support']));
});
