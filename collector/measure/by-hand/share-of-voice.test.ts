import { expect, test } from 'vitest';
import { bluebird, configWith, nightly, said, source, world } from '../invented-world.fixture.ts';
import { series } from './figure-of.fixture.ts';

test('share of voice is the weighted mean of the groups, without sources bound to one brand', () => {
  const input = world({
    now: '2026-11-10T08:00:00Z',
    config: configWith({ competitors: [bluebird], groups: { news: 3, forum: 1 } }),
    sources: [source('paper'), source('talk', { group: 'forum' }), source('app', { brand: 'northwind' })],
    runs: ['paper', 'talk', 'app'].flatMap((id) => nightly(id, '2026-11-09', '2026-11-09')),
    said: [
      said('2026-11-09'),
      said('2026-11-09', { story: 's' }),
      said('2026-11-09', { story: 's' }),
      said('2026-11-09', { brand: 'bluebird' }),
      said('2026-11-09', { brand: 'bluebird' }),
      said('2026-11-09', { source: 'talk', group: 'forum', story: 's' }),
      said('2026-11-09', { source: 'app' }),
    ],
  });
  // News 2 of 4, forum 1 of 1: (3 × .5 + 1 × 1) ÷ 4 = 62.5 %. With two hits and two misses 4/8 and 3/5, variances .25/8 and .24/5, weights ¾ and ¼:
  // ¾ × .5 + ¼ × .6 = .525 ± 1.959964 × √(9/16 × .03125 + 1/16 × .048) = .525 ± .281158. The rival’s is what is left of 1, with 2/5 in the forum.
  const dayOf = (brand: string) => series(input, 'share-of-voice').brands[brand]?.day[0];
  expect(dayOf('northwind')).toMatchObject({ value: 62.5, low: 24.3842, high: 80.6158, n: 5 });
  expect(dayOf('bluebird')).toMatchObject({ value: 37.5, low: 19.3842, high: 75.6158, n: 5 });
});
