import { expect, test } from 'vitest';
import { intentBits, opinionOf, toFive } from './rows.ts';

test('ratings of any scale fall on 1 to 5 with their ends kept', () => {
  expect([1, 3, 5].map((value) => toFive({ value, of: 5 }))).toEqual([1, 3, 5]);
  expect([1, 5.5, 10].map((value) => toFive({ value, of: 10 }))).toEqual([1, 3, 5]);
  expect([0, 1].map((value) => toFive({ value, of: 1 }))).toEqual([1, 5]);
  expect(toFive({ value: 0, of: 5 })).toBe(1);
});

test('a rating decides before an intent, and who says nothing of either has no opinion', () => {
  expect(opinionOf({ value: 5, of: 5 }, intentBits(['warn']))).toBe(1);
  expect(opinionOf({ value: 4, of: 5 }, intentBits(['recommend']))).toBe(0);
  expect(opinionOf({ value: 6, of: 10 }, intentBits([]))).toBe(-1);
  expect(opinionOf(undefined, intentBits(['recommend', 'warn']))).toBe(0);
  expect(opinionOf(undefined, intentBits(['praise']))).toBeNaN();
});
