import { expect, test } from 'vitest';
import { nightly, said, source } from '../invented-world.fixture.ts';
import { points, week } from './figure-of.fixture.ts';

test('coverage is the covered share of what was to be read, weighted by what each source usually brings; no interval', () => {
  const [first, last] = ['2026-11-09', '2026-11-12'];
  const input = week([said('2026-11-09'), said('2026-11-09', { source: 'gazette' })], {
    now: '2026-11-13T08:00:00Z',
    sources: [source('paper'), source('gazette')],
    runs: [
      ...nightly('paper', first, last, { dark: ['2026-11-10', '2026-11-11'] }),
      ...nightly('gazette', first, last, { dark: ['2026-11-11'] }),
    ],
  });
  // Two stories on five covered source-days are .4 a day, of which one day is added to each: the paper brings (1 + .4) ÷ (2 + 1) = .466667,
  // the gazette (1 + .4) ÷ (3 + 1) = .35. On the second day the gazette alone is covered: .35 ÷ .816667.
  const gap = { low: null, high: null, n: 2, coverage: expect.any(Number) };
  expect(points(input, 'coverage', 'day')).toEqual([
    { period: '2026-11-09', value: 100, ...gap },
    { period: '2026-11-10', value: 42.8571, ...gap },
    { period: '2026-11-11', value: 0, ...gap },
    { period: '2026-11-12', value: 100, ...gap },
  ]);
  // A dark day of all is a gap in a count, and the half-dark one a count with that coverage.
  expect(points(input, 'mentions', 'day').map(({ value, coverage }) => [value, coverage])).toEqual([
    [2, 1],
    [0, 0.428571],
    [null, 0],
    [0, 1],
  ]);
});
