import { expect, test } from 'vitest';
import { bluebird, configWith, said } from '../invented-world.fixture.ts';
import { day, ranked, week } from './figure-of.fixture.ts';

test('comparisons are won where the tone toward this brand is the better one', () => {
  const both = (nth: number, own: 'positive' | 'negative', other: 'positive' | 'negative') => {
    const doc = `doc${nth}`;
    return [
      said(day(nth), { doc, tone: own, intents: ['compare'] }),
      said(day(nth), { doc, brand: 'bluebird', tone: other }),
    ];
  };
  const input = week(
    [
      ...[0, 1, 2, 3].flatMap((nth) => both(nth, 'positive', 'negative')),
      ...[4, 5].flatMap((nth) => both(nth, 'negative', 'positive')),
    ],
    { config: configWith({ competitors: [bluebird] }) },
  );
  // Four won, two lost: 2 of 6. After adding 2 of 9, variance (7.5/9 − 4/81) ÷ 9 = .0871056: .222222 ± 1.959964 × .295137. The rival’s is the same with the other sign.
  const [row] = ranked(input, 'comparisons');
  expect(row).toMatchObject({ value: 33.3333, low: -35.6235, high: 80.0679, n: 6 });
  expect(row?.parts).toEqual({ wins: 4, losses: 2, even: 0, leftFor: 0, cameFrom: 0 });
  expect(ranked(input, 'comparisons', 'bluebird')[0]).toMatchObject({
    value: -33.3333,
    low: -80.0679,
    high: 35.6235,
    n: 6,
  });
});

test('a theme is won where what is said of it is kinder to this brand, and counts only where it is said of both', () => {
  const about = (nth: number, own: [string, string], other: [string, string]) => {
    const doc = `doc${nth}`;
    const themed = ([id, tone]: [string, string]) => ({ themes: [{ id, tone: tone as 'positive' }] });
    return [
      said(day(nth), { doc, tone: 'positive', intents: ['compare'], ...themed(own) }),
      said(day(nth), { doc, brand: 'bluebird', tone: 'positive', ...themed(other) }),
    ];
  };
  const input = week(
    [
      ...about(0, ['delivery', 'positive'], ['delivery', 'negative']),
      ...about(1, ['delivery', 'neutral'], ['delivery', 'negative']),
      ...about(2, ['delivery', 'negative'], ['delivery', 'positive']),
      ...about(3, ['delivery', 'positive'], ['price', 'negative']),
      ...about(4, ['price', 'negative'], ['price', 'negative']),
    ],
    {
      config: configWith({ competitors: [bluebird] }),
      themes: [
        { id: 'delivery', name: 'Delivery' },
        { id: 'price', name: 'Price' },
      ],
    },
  );
  expect(ranked(input, 'comparisons')[0]?.themes).toEqual([
    { id: 'delivery', name: 'Delivery', wins: 2, losses: 1, even: 0 },
    { id: 'price', name: 'Price', wins: 0, losses: 0, even: 1 },
  ]);
});
