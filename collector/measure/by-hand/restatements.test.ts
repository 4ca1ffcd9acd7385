import { expect, test } from 'vitest';
import type { Published } from '#contract';
import { said } from '../invented-world.fixture.ts';
import { day, ranked, week } from './figure-of.fixture.ts';

test('a restatement is today’s value less what was published, of the night that moved most, without an interval', () => {
  const told = (
    nth: number,
    figure: string,
    value: number,
    interval: [number, number] | null,
  ): Published => ({
    at: `${day(nth + 1)}T05:00:00Z`,
    figure,
    brand: 'northwind',
    period: day(nth),
    value,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    n: 4,
    coverage: 1,
    verdict: 'too little data',
    method: `${figure}@0`,
    config: 'c',
    commit: null,
  });
  const input = week(
    [0, 1, 2, 3].flatMap((nth) => [
      said(day(nth), { tone: 'positive' }),
      said(day(nth), { tone: nth === 0 ? 'negative' : 'positive' }),
    ]),
    {
      published: [
        told(2, 'stories', 4, null),
        told(3, 'stories', 8, null),
        told(3, 'net-sentiment', 50, [-50, 90]),
        told(4, 'net-sentiment', 70, [-20, 95]),
      ],
    },
  );
  // Until the third day there are six stories, where four were published: + 2. Until the fourth there are eight, as published.
  // Tone of all eight: (7 − 1) ÷ 8 = 75, which is 25 more than 50, a third of half its interval; and 5 more than 70, less than a tenth of 57.5.
  expect(
    ranked(input, 'restatements').map(({ id, value, low, high, n, parts }) => ({
      id,
      value,
      low,
      high,
      n,
      parts,
    })),
  ).toEqual([
    { id: 'stories', value: 2, low: null, high: null, n: 1, parts: { published: 4, today: 6, nights: 1 } },
    {
      id: 'net-sentiment',
      value: 25,
      low: null,
      high: null,
      n: 1,
      parts: { published: 50, today: 75, nights: 1 },
    },
  ]);
});
