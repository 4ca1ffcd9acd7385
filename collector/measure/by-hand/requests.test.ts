import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { day, ranked, week } from './figure-of.fixture.ts';

test('requests are counted by theme and kind, stories and not copies, without an interval', () => {
  const names = (...ids: string[]) => ids.map((id) => ({ id, tone: 'neutral' as const }));
  const input = week(
    [
      said(day(0), { intents: ['suggest'], themes: names('app') }),
      said(day(1), { intents: ['ask', 'suggest'], themes: names('app', 'delivery') }),
      said(day(2), { intents: ['ask'], story: 's' }),
      said(day(3), { intents: ['ask'], story: 's' }),
      said(day(4), { intents: ['praise'], themes: names('app') }),
    ],
    {
      themes: [
        { id: 'app', name: 'App' },
        { id: 'delivery', name: 'Delivery' },
      ],
    },
  );
  // The app: the first two stories, of which one asks too. Delivery: the second. No theme: the third; the fourth is its copy.
  expect(
    ranked(input, 'requests').map(({ id, value, low, high, n, parts }) => [id, value, low, high, n, parts]),
  ).toEqual([
    ['app', 2, null, null, 2, { suggest: 2, ask: 1 }],
    ['delivery', 1, null, null, 1, { suggest: 1, ask: 1 }],
    ['none', 1, null, null, 1, { suggest: 0, ask: 1 }],
  ]);
});
