import { expect, test } from 'vitest';
import { points } from './figure-of.fixture.ts';
import { answers, surveyed } from './survey.fixture.ts';

test('CSAT is a share with Wilson’s interval, as Newcombe prints it', () => {
  const of = (satisfied: number, others: number) =>
    points(
      surveyed('csat', [answers('csat', '2026-11-03', { satisfied, others })]),
      'surveys-csat',
      'month',
    )[0];
  // R. G. Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, table I, method 3:
  // 81 of 263 is .2553 to .3662, 15 of 148 is .0624 to .1605, 0 of 20 is .0000 to .1611, 1 of 29 is .0061 to .1718.
  expect(of(81, 182)).toMatchObject({ value: 30.7985, low: 25.5289, high: 36.621, n: 263 });
  expect(of(15, 133)).toMatchObject({ value: 10.1351, low: 6.23864, high: 16.0487, n: 148 });
  expect(of(0, 20)).toMatchObject({ value: 0, low: 0, high: 16.1125, n: 20 });
  expect(of(1, 28)).toMatchObject({ value: 3.44828, low: 0.611321, high: 17.1755, n: 29 });
});
