import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { day, points, week } from './figure-of.fixture.ts';

test('advocacy takes ratings by tenths of their scale, then intents', () => {
  const opinions: Parameters<typeof said>[1][] = [
    { rating: { value: 5, of: 5 } },
    { rating: { value: 4, of: 5 } },
    { rating: { value: 3, of: 5 } },
    { rating: { value: 9, of: 10 } },
    { rating: { value: 6, of: 10 } },
    { rating: { value: 1, of: 1 } },
    { rating: { value: 0, of: 1 } },
    { intents: ['recommend'] },
    { intents: ['warn'] },
    { intents: ['recommend', 'warn'] },
    { intents: ['praise'] },
    { rating: { value: 5, of: 5 }, intents: ['warn'] },
  ];
  // All on one day, of which nothing can be told of what days share. Promoters 5, detractors 4, passive 2: 1 of 11. After adding
  // (5.75 − 4.75) ÷ 14 = .0714286 ± 1.959964 × √((10.5/14 − 1/196) ÷ 14) = .0714286 ± .452098.
  expect(points(week(opinions.map((opinion) => said(day(0), opinion))), 'advocacy', 'day')[0]).toMatchObject({
    value: 9.09091,
    low: -38.0669,
    high: 52.3526,
    n: 11,
  });
});
