import { expect, test } from 'vitest';
import { seriesFigure } from './figures.fixture.ts';
import { leadTitle } from './lead-title.ts';

const brands = [
  { id: 'a', name: 'Acorn' },
  { id: 'b', name: 'Beech' },
];
const level = (value: number, half: number) => ({
  value,
  low: value - half,
  high: value + half,
  n: 90,
  coverage: 1,
});
const title = (a: number, b: number, half: number): string | null =>
  leadTitle(
    { ...seriesFigure('tone', {}), headline: { a: level(a, half), b: level(b, half) } },
    { brands },
    '28',
  );

test('a chart of brands is called after who is surely ahead, and claims nobody where chance may explain it', () => {
  expect(title(40, 0, 5)).toBe('tone over four weeks: Acorn is ahead of Beech');
  expect(title(0, 40, 5)).toBe('tone over four weeks: Beech is ahead of Acorn');
  expect(title(20, 10, 30)).toBe('tone over four weeks: too close to call');
});

test('where fewer than two brands have a value there is nothing to say', () => {
  expect(
    leadTitle({ ...seriesFigure('tone', {}), headline: { a: level(1, 1) } }, { brands }, '28'),
  ).toBeNull();
});
