import { expect, test } from 'vitest';
import { daysBetween, nightly, said, source, world } from '../invented-world.fixture.ts';
import { breakdown, parts } from './figure-of.fixture.ts';

test('awareness by part is the index of each part’s own sources and stories, with its own base', () => {
  const [first, last] = ['2026-09-21', '2026-11-15'];
  const dark = daysBetween('2026-11-09', last);
  // Four weeks, the base, in which the paper carries one story a day and the forum three; then four in which the forum carries twice as many. The forum is dark in the last week.
  const lines = daysBetween(first, last).flatMap((day) => [
    said(day),
    ...(dark.includes(day)
      ? []
      : Array.from({ length: day < '2026-10-19' ? 3 : 6 }, () =>
          said(day, { source: 'talk', group: 'forum', lang: 'de' }),
        )),
  ]);
  const input = world({
    now: '2026-11-16T08:00:00Z',
    sources: [source('paper'), source('talk', { group: 'forum' })],
    runs: [...nightly('paper', first, last), ...nightly('talk', first, last, { dark })],
    said: lines,
  });
  // Each source alone fits every cell, so that φ is 1. The forum: 28 × 3 + 21 × 6 = 210 in 49 covered days, 84 in the 28 of the base: 100 × (210/49) ÷ (84/28).
  // What both share is charged once: variance 1/210 + 1/84 − 2 × 84/(210 × 84) = 1/84 − 1/210; 142.857 × exp(± 1.959964 × .0845154).
  const forum = { value: 142.857, low: 121.049, high: 168.594, n: 210 };
  // The paper: 56 stories in 56 days, 28 in the base: variance 1/28 − 1/56; 100 × exp(± 1.959964 × .133631).
  const paper = { value: 100, low: 76.9579, high: 129.941, n: 56 };
  expect(parts(input, 'awareness-by-part')).toEqual([
    { of: 'forum', ...forum },
    { of: 'news', ...paper },
    { of: 'de', ...forum },
    { of: 'en', ...paper },
  ]);
  const { periods, brands } = breakdown(input, 'awareness-by-part');
  expect(periods?.month).toEqual(['2026-09', '2026-10', '2026-11']);
  const row = brands['northwind']?.rows[0];
  // October: 18 days of 3 and 13 of 6 are 132 in 31, where three a day are 100. November: 48 in the eight days that were read.
  expect(row?.months).toMatchObject({ value: [100, 141.9, 200], n: [30, 132, 48] });
  // November shares nothing with the base: 200 × exp(± 1.959964 × √(1/48 + 1/84)).
  expect([row?.months?.low?.[2], row?.months?.high?.[2]]).toEqual([140.3, 285.1]);
  // Eight of its thirty days were read, and none of the forum’s last week: a gap, not the 100 of a quiet week.
  expect(row?.months?.coverage[2]).toBe(0.267);
  expect(row?.weeks?.value).toEqual([100, 100, 100, 100, 200, 200, 200, null]);
});
