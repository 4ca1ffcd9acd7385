import { expect, test } from 'vitest';
import type { Figure, Point } from '#contract';
import { seriesFigure } from './figures.fixture.ts';
import { lacksBase, stepsAhead } from './first-nights.ts';

const paper = { planned: true };
const reviews = { brand: 'own', planned: false };

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
  expect(lacksBase(figures, 'own', [paper])).toBe(kept);
});
test('another brand’s base is not the own one’s', () => {
  expect(lacksBase(awareness(100), 'rival', [paper])).toBe(true);
});

test('where every source is of one brand, nothing of a panel is announced', () => {
  const told = (...asked: Parameters<typeof stepsAhead>) =>
    stepsAhead(...asked)
      .flat()
      .join(' ');
  expect(told([paper], 0)).toMatch(/After the first night.*awareness/);
  expect(told([reviews], 0)).toContain('After the first import');
  expect(told([reviews], 7)).not.toMatch(/first (night|import)|awareness|share of voice/i);
  expect(told([reviews, paper], 7)).toContain('awareness');
  // Daily counts are no mentions: they feed neither.
  expect(told([reviews, { planned: true, countsOnly: true }], 0)).not.toMatch(/first night|awareness/);
});
test('there the list is kept until four weeks can be compared, not for an index that never comes', () => {
  const verdict = (word: 'up' | 'too little data') =>
    new Map<string, Figure>([
      [
        'mentions',
        seriesFigure(
          'mentions',
          {},
          {
            own: {
              '28': {
                ...{ verdict: word, from: '2026-10-24', to: '2026-11-20', n: [40, 50] },
                ...{ difference: 0.2, low: 0.1, high: 0.3 },
              },
            },
          },
        ),
      ],
    ]);
  expect(lacksBase(verdict('too little data'), 'own', [reviews])).toBe(true);
  expect(lacksBase(verdict('up'), 'own', [reviews])).toBe(false);
  expect(lacksBase(verdict('up'), 'own', [reviews, paper])).toBe(true);
});
