import { expect, test } from 'vitest';
import { daysBetween, nightly, said, source, world } from '../invented-world.fixture.ts';
import { breakdown, parts } from './figure-of.fixture.ts';

test('coverage by part is that of the group’s own sources, and of what usually carries a language; no interval', () => {
  // Ninety days. The paper is read on all, the forum on none of the last 18; all that is German stands in the forum.
  const [first, last] = ['2026-08-18', '2026-11-15'];
  const days = daysBetween(first, last);
  const dark = days.slice(-18);
  const input = world({
    now: '2026-11-16T08:00:00Z',
    sources: [source('paper'), source('talk', { group: 'forum' })],
    runs: [...nightly('paper', first, last), ...nightly('talk', first, last, { dark })],
    said: days.flatMap((day) => [
      said(day),
      ...(dark.includes(day)
        ? []
        : [
            said(day, { source: 'talk', group: 'forum' }),
            said(day, { source: 'talk', group: 'forum', lang: 'de' }),
          ]),
    ]),
  });
  const none = { low: null, high: null };
  expect(parts(input, 'coverage-by-part')).toEqual([
    // 72 of 90 days of the one source that a group has.
    { of: 'forum', value: 80, ...none, n: 90 },
    { of: 'news', value: 100, ...none, n: 90 },
    // English: 90 stories of the paper and 72 of the forum on 162 covered days, one a day each, so that both weigh the same: (90 + 72) of 180.
    { of: 'en', value: 90, ...none, n: 180 },
    { of: 'de', value: 80, ...none, n: 90 },
  ]);
  const { brands, periods } = breakdown(input, 'coverage-by-part');
  expect(periods?.month).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
  const months = brands['northwind']?.rows[0]?.months;
  // Of the 14 days of August since the first all were read, of October 28 of 31, of November none of 15: a month that was not read is 0 here. The coverage that stands beside
  // each counts the whole month, as everywhere.
  expect(months).toEqual({
    value: [100, 100, 90.32, 0],
    n: [14, 30, 31, 15],
    coverage: [0.452, 1, 0.903, 0],
  });
});
