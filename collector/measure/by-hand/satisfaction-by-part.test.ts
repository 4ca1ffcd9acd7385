import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('satisfaction by part is the mean rating of the part’s own reviews', () => {
  // 5, 5, 4, 1, 5: mean 4. With 1 and 5 added 26 of 7 = 3.714286, sum of squares 118: (118/7 − 3.714286²) ÷ 6 = .510204;
  // t(6) = 2.446912: 3.714286 ± 2.446912 × .714286, which ends where the scale does.
  const whole = { value: 4, low: 1.96649, high: 5, n: 5 };
  expect(parts(fiveOfEach(), 'satisfaction-by-part')).toEqual(
    ['news', 'en', 'paper.example', 'delivery', 'baristas', 'paper'].map((of) => ({ of, ...whole })),
  );
});
