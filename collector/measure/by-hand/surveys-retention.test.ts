import { expect, test } from 'vitest';
import { points } from './figure-of.fixture.ts';
import { answers, surveyed } from './survey.fixture.ts';

test('retention is the share of the customers that stayed, with Wilson’s interval', () => {
  // 110 at the end less 29 won in between are 81 kept of 263 at the start: .2553 to .3662 (Newcombe 1998, table I, method 3).
  expect(
    points(
      surveyed('retention', [answers('retention', '2026-11-03', { kept: 81, lost: 182 })]),
      'surveys-retention',
      'month',
    )[0],
  ).toMatchObject({ value: 30.7985, low: 25.5289, high: 36.621, n: 263 });
});
