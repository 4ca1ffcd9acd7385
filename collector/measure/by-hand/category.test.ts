import { expect, test } from 'vitest';
import { nightly, said, source } from '../invented-world.fixture.ts';
import { day, ranked, week } from './figure-of.fixture.ts';

test('talk of the trade is the share of its stories that names no brand, and what these ask', () => {
  const talk = { source: 'talk', group: 'forum', site: 'talk.example' };
  const unbranded = (nth: number, title: string) => said(day(nth), { ...talk, brand: null, title });
  const input = week(
    [
      unbranded(0, 'Which grinder is quiet?'),
      unbranded(1, 'Where do you buy beans?'),
      unbranded(2, 'My beans came late'),
      unbranded(3, 'A cup before work'),
      unbranded(4, 'Rain again'),
      said(day(5), talk),
    ],
    {
      sources: [source('talk', { group: 'forum' })],
      runs: nightly('talk', day(0), day(6)),
    },
  );
  const rows = new Map(ranked(input, 'category').map((row) => [row.id, row]));
  // Wilson, z² = 3.841459. Five of six: centre (5/6 + z²/12) ÷ (1 + z²/6) = .703222, half .266725.
  expect(rows.get('all')).toMatchObject({ value: 83.3333, low: 43.6497, high: 96.9947, n: 5 });
  // Two of those five ask: centre (.4 + z²/10) ÷ (1 + z²/5) = .443449, half .325828.
  expect(rows.get('request-question')).toMatchObject({ value: 40, low: 11.7621, high: 76.9276, n: 2 });
});
