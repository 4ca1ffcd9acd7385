import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { day, points, week } from './figure-of.fixture.ts';

test('loyalty is the share that stays, with Wilson’s interval', () => {
  const told: Parameters<typeof said>[1][] = [
    { intents: ['stay'] },
    { intents: ['stay', 'praise'] },
    { intents: ['stay'] },
    { intents: ['leave'] },
    { intents: ['stay', 'leave'] },
    { intents: ['join'] },
    {},
  ];
  // 3 of 4; who says both or neither says nothing. z² = 3.841459: centre (.75 + z²/8) ÷ (1 + z²/4) = .627527,
  // half z √(.75 × .25 ÷ 4 + z²/64) ÷ (1 + z²/4) = .326885.
  expect(points(week(told.map((one) => said(day(0), one))), 'loyalty', 'day')[0]).toMatchObject({
    value: 75,
    low: 30.0642,
    high: 95.4413,
    n: 4,
  });
});
