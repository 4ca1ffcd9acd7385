import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('tone by month is the net tone toward a step’s themes, and a lens’s, in each month', () => {
  // As in the journey, since all five are of November: −.625 ± 1.959964 × .229640, which ends where the scale does.
  const november = { value: -100, low: -100, high: -17.4915, n: 5 };
  expect(parts(fiveOfEach(), 'tone-by-month')).toEqual([
    { of: 'deliver 2026-11', ...november },
    { of: 'experience 2026-11', ...november },
  ]);
});
