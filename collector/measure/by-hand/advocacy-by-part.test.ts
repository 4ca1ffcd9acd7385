import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('advocacy by part is promoters less detractors of the part’s own stories', () => {
  // Stars 5, 5, 4, 1, 5: three promote, one detracts, 4 of 5 is passive: 2 of 5. After adding 2 of 8, variance (5.5/8 − 1/16) ÷ 8: .25 ± .547827.
  const whole = { value: 40, low: -29.7827, high: 79.7827, n: 5 };
  expect(parts(fiveOfEach(), 'advocacy-by-part')).toEqual(
    ['news', 'en', 'paper.example', 'delivery', 'baristas'].map((of) => ({ of, ...whole })),
  );
});
