import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { day, points, series, week } from './figure-of.fixture.ts';

test('net sentiment counts scored stories by their first mention', () => {
  const input = week([
    said('2026-11-09', { story: 'a', tone: 'positive' }),
    said('2026-11-10', { story: 'a', tone: 'negative' }),
    said('2026-11-10', { tone: 'negative' }),
    said('2026-11-12', { tone: 'unscored' }),
    said('2026-11-12', { tone: 'positive' }),
  ]);
  // Two of three are positive, one negative: a third. After adding p = 2.75/6, n = 1.75/6, net 1/6, variance (4.5/6 − 1/36)/6 = .1203704:
  // 1/6 ± 1.959964 × .3469444.
  expect(points(input, 'net-sentiment', 'week')).toEqual([
    { period: '2026-W46', value: 33.3333, low: -51.3332, high: 84.6665, n: 3, coverage: 1 },
  ]);
  expect(points(input, 'net-sentiment', 'day').map(({ value, n }) => [value, n])).toEqual([
    [100, 1],
    [-100, 1],
    [null, 0],
    [100, 1],
    [null, 0],
    [null, 0],
    [null, 0],
  ]);
  // The level of four weeks carries 10 points of what the scorer may be off by.
  expect(series(input, 'net-sentiment').headline?.['northwind']).toMatchObject({
    value: 33.3333,
    low: -61.3332,
    high: 94.6665,
  });
});

test('stories of a day that share its mood say less: the interval is wider', () => {
  const pair = (nth: number, first: 'positive' | 'negative', second: 'positive' | 'negative') => [
    said(day(nth), { tone: first }),
    said(day(nth), { tone: second }),
  ];
  const input = week([
    ...pair(0, 'positive', 'positive'),
    ...pair(2, 'positive', 'negative'),
    ...pair(4, 'negative', 'negative'),
  ]);
  // Mean 0 and variance 6/5 of six. Each day is free by 1 − 2/6; beyond that its mean lies apart by 2 × 1 ÷ 1.2 − 2/3 = 1, −2/3 and 1, in all 4/3, where
  // there is room for 3 × (2 − 1) × 2/3 = 2: ρ = 2/3. With two stories a day the variance grows by 1 + ρ × (12 ÷ 6 − 1) = 5/3.
  // After adding: 0 of 9, (7.5 ÷ 9) ÷ 9 × 5/3 = .1543210; ± 1.959964 × .3928371.
  expect(points(input, 'net-sentiment', 'week')[0]).toMatchObject({
    value: 0,
    low: -76.9947,
    high: 76.9947,
    n: 6,
  });
});
