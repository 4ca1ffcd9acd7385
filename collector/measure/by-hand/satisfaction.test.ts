import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { day, points, week } from './figure-of.fixture.ts';

test('satisfaction is the mean on 1 to 5 with a t-interval over one more rating at each end', () => {
  const ratings = [
    { value: 4, of: 5 },
    { value: 5, of: 5 },
    { value: 10, of: 10 },
    { value: 0, of: 1 },
  ];
  // 4, 5, 5, 1: mean 3.75. With 1 and 5: mean 3.5, sum of squares 93, s² = (93 − 73.5) ÷ 5 = 3.9; t(5) = 2.570582:
  // 3.5 ± 2.570582 × √(3.9/6) = 3.5 ± 2.07247, which ends where the scale does.
  expect(
    points(week(ratings.map((rating) => said(day(0), { rating }))), 'satisfaction', 'day')[0],
  ).toMatchObject({ value: 3.75, low: 1.42753, high: 5, n: 4 });
});
