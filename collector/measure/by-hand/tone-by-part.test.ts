import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('tone by part is the net of each part, and of a theme the tone toward it', () => {
  // Three kind, one unkind, one neither: 2 of 5. After adding 2 of 8, variance (5.5/8 − 1/16) ÷ 8 = .078125: .25 ± 1.959964 × .279508.
  const whole = { value: 40, low: -29.7827, high: 79.7827, n: 5 };
  expect(parts(fiveOfEach(), 'tone-by-part')).toEqual([
    { of: 'news', ...whole },
    { of: 'en', ...whole },
    { of: 'paper.example', ...whole },
    // All five against it: after adding −5 of 8, variance (6.5/8 − 25/64) ÷ 8 = .0527344: −.625 ± .450085, which ends where the scale does.
    { of: 'delivery', value: -100, low: -100, high: -17.4915, n: 5 },
    { of: 'baristas', ...whole },
  ]);
});
