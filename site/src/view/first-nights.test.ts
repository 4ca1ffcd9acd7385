import { expect, test } from 'vitest';
import type { Figure, Point } from '#contract';
import { lacksBase } from './first-nights.ts';

const point = (value: number | null): Point => ({
  period: '2026-W47',
  value,
  low: null,
  high: null,
  n: 3,
  coverage: 1,
});
const awareness = (...values: (number | null)[]): Map<string, Figure> =>
  new Map([
    [
      'awareness',
      {
        kind: 'series',
        id: 'awareness',
        title: 'Awareness',
        question: '',
        formula: '',
        limits: '',
        unit: 'index, base = 100',
        basis: 'stories',
        proxy: true,
        method: 'awareness@1',
        brands: { own: { day: [], week: values.map(point), month: [] } },
        headline: {},
        breaks: [],
        verdicts: {},
      } satisfies Figure,
    ],
  ]);

test.each([
  ['no awareness at all', new Map<string, Figure>(), true],
  ['awareness without any value', awareness(null, null), true],
  ['one value of awareness', awareness(null, 101), false],
])('the list of what will appear is kept while figures lack a base: %s, %s', (_, figures, kept) => {
  expect(lacksBase(figures, 'own')).toBe(kept);
});
test('another brand’s base is not the own one’s', () => {
  expect(lacksBase(awareness(100), 'rival')).toBe(true);
});
