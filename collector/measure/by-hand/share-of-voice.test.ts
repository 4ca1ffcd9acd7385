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
  // News 2 of 4, forum 1 of 1: (3 × .5 + 1 × 1) ÷ 4 = 62.5%. Of all, with one hit and one miss, 4/7; with four stories at that share the usual
  // ones are (2 + 16/7)/8 = .535714 and (1 + 16/7)/5 = .657143, so that the variance of the mean is 9/16 × .248724/4 + 1/16 × .225306 = .0490585. Their mean,
  // ¾ × .535714 + ¼ × .657143 = .566071, has .245634: the share is worth .245634/.0490585 = 5.00697 stories. A single day shows no correlation.
  // Beta(.625 × 5.00697 + ½, .375 × 5.00697 + ½) at .025 and .975 (scipy 1.17.1). The rival’s is what is left of 1.
  const dayOf = (brand: string) => series(input, 'share-of-voice').brands[brand]?.day[0];
  expect(dayOf('northwind')).toMatchObject({ value: 62.5, low: 22.7039, high: 91.6933, n: 5 });
  expect(dayOf('bluebird')).toMatchObject({ value: 37.5, low: 8.30667, high: 77.2961, n: 5 });
});
