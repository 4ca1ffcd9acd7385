import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('the journey is the net tone toward the themes of each step; a step that nobody speaks of has no value', () => {
  // All five against delivery: after adding −5 of 8, variance (6.5/8 − 25/64) ÷ 8 = .0527344: −.625 ± 1.959964 × .229640.
  expect(parts(fiveOfEach(), 'journey')).toEqual([
    { of: 'deliver', value: -100, low: -100, high: -17.4915, n: 5 },
    { of: 'pay', value: null, low: null, high: null, n: 0 },
  ]);
});
