import { expect, test } from 'vitest';
import { points } from './figure-of.fixture.ts';
import { answers, surveyed } from './survey.fixture.ts';

test('awareness is the share that names the brand, unaided, first and aided, each with Wilson’s interval', () => {
  const counts = { 'unaided:northwind': 6, 'first:northwind': 2, 'aided:northwind': 9 };
  const input = surveyed('awareness', [answers('awareness', '2026-11-03', counts, { n: 10 })]);
  const of = (which: string) => points(input, `surveys-awareness-${which}`, 'month')[0];
  // z² = 3.841459; of ten: centre (p + z²/20) ÷ (1 + z²/10), half z √(p (1 − p)/10 + z²/400) ÷ (1 + z²/10).
  expect(of('unaided')).toMatchObject({ value: 60, low: 31.2674, high: 83.182, n: 10 });
  expect(of('first')).toMatchObject({ value: 20, low: 5.66822, high: 50.9838, n: 10 });
  expect(of('aided')).toMatchObject({ value: 90, low: 59.585, high: 98.2124, n: 10 });
});
