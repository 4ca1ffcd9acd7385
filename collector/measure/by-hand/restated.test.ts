import { expect, test } from 'vitest';
import type { Published, Restated } from '#contract';
import { said } from '../invented-world.fixture.ts';
import { measure } from '../measure.ts';
import { day, week } from './figure-of.fixture.ts';

test('what a night said stands beside what its days give today, with the interval as far out as today’s level has it', () => {
  const then = { value: 100, low: 20, high: 100, n: 2, coverage: 0.1 };
  const night: Published = {
    ...{ at: `${day(3)}T05:00:00Z`, figure: 'net-sentiment', brand: 'northwind', period: day(2) },
    ...{ ...then, verdict: 'too little data', method: 'net-sentiment@2', config: 'c', commit: null },
  };
  const input = week(
    [
      said(day(0), { tone: 'positive' }),
      said(day(1), { tone: 'negative', firstSeenAt: `${day(5)}T06:00:00Z` }),
      said(day(2), { tone: 'positive' }),
    ],
    { published: [night] },
  );
  const file = measure(input).get('restated.json') as Restated;
  const [at] = file.brands['northwind'] ?? [];
  expect(at?.since.late).toBe(1);
  // Two of three, as in net-sentiment.test.ts: 33.3333, −51.3332 to 84.6665 by chance, and 10 points on either side for the scorer.
  expect(at?.figures).toEqual([
    {
      ...{ figure: 'net-sentiment', period: day(2), moved: true },
      then: { ...then, verdict: 'too little data', method: 'net-sentiment@2' },
      now: { value: 33.3333, low: -61.3332, high: 94.6665, n: 3 },
    },
  ]);
});
