import { expect, test } from 'vitest';
import { daysBetween, nightly, said, world } from '../invented-world.fixture.ts';
import { ranked } from './figure-of.fixture.ts';

test('a word of six in 28 stories that none of 56 said before emerges; a share of what was seen, without an interval', () => {
  const [first, last] = ['2026-08-24', '2026-11-15'];
  const input = world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', first, last),
    said: daysBetween(first, last).map((day, at) =>
      said(day, { title: day >= '2026-11-10' ? 'Oat' : 'Morning', site: `s${at % 3}.example` }),
    ),
  });
  // One story a day: 56 of the 84 before the last 28, in which six say “oat”: 21.4286%. A third of all 84 stories
  // is late, so that by chance all six that say it are with (1/3)⁶ = .00137174, not above .01 × 1/2 (“oat” and “morning” are tested).
  expect(ranked(input, 'emerging')).toMatchObject([
    {
      id: 'oat',
      value: 21.4286,
      low: null,
      high: null,
      n: 6,
      parts: { before: 0, sites: 3, p: 0.00137174 },
    },
  ]);
});
