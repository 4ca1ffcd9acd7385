import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('loyalty by part is the share that stays of the part’s own stories', () => {
  // Three of five stay. Wilson with z² = 3.841459: centre (.6 + z²/10) ÷ (1 + z²/5) = .556551, half z √(.24/5 + z²/100) ÷ (1 + z²/5) = .325828.
  const whole = { value: 60, low: 23.0724, high: 88.2379, n: 5 };
  expect(parts(fiveOfEach(), 'loyalty-by-part')).toEqual(
    ['news', 'en', 'paper.example', 'delivery', 'baristas'].map((of) => ({ of, ...whole })),
  );
});
