import { expect, test } from 'vitest';
import type { SeriesFigure, Verdict } from '#contract';
import { rateRatio } from './counts.ts';
import { configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { byChance, differenceOfMeans } from './moments.ts';
import { type Comparison, judge } from './verdict.ts';

const withZ =
  (zOf: (to: number) => number, standing: Comparison['standing'] = 'comparable') =>
  ({ to }: { to: number }): Comparison => ({
    standing,
    difference: 1,
    low: 0,
    high: 2,
    z: zOf(to),
    n: [10, 10],
  });
const wordOf = (zs: number[]): string =>
  judge(
    withZ((to) => zs[to] ?? 0),
    '28',
    zs.length - 1,
  ).word;

test('a verdict is given at 2.81 and stays until z falls below 1.96', () => {
  expect(wordOf([2.82])).toBe('up');
  expect(wordOf([-2.82])).toBe('down');
  expect(wordOf([2.5])).toBe('perhaps up');
  expect(wordOf([2.9, 2.5, 2.0])).toBe('up');
  expect(wordOf([2.9, 1.9, 2.5])).toBe('perhaps up');
  expect(wordOf([-3, 2.5])).toBe('perhaps up');
  expect(wordOf([-3, -2.1])).toBe('down');
  expect(wordOf([3, 1.95])).toBe('no clear change');
});

test('seven days need more, since a year holds four times as many of them', () => {
  const wordOfWeek = (z: number): string =>
    judge(
      withZ(() => z),
      '7',
      0,
    ).word;
  expect(wordOfWeek(3)).toBe('perhaps up');
  expect(wordOfWeek(3.32)).toBe('up');
});

test('too little data and changed coverage come before any word on the change', () => {
  for (const standing of ['too little data', 'coverage changed'] as const) {
    expect(
      judge(
        withZ(() => 9, standing),
        '7',
        5,
      ).word,
    ).toBe(standing);
  }
});

test('a verdict that is clear today does not look back', () => {
  let asked = 0;
  const counting = withZ((to) => {
    if (to !== 40) asked++;
    return 3.4;
  });
  expect(judge(counting, '7', 40).word).toBe('up');
  expect(asked).toBe(0);
});

const [first, last] = ['2026-09-21', '2026-11-15'];
const later = daysBetween('2026-10-19', last);
const earlier = daysBetween(first, '2026-10-18');
const verdictOf = (input: Parameters<typeof measure>[0], id: string, window = '28'): Verdict | undefined =>
  new Map(
    Object.entries(Object.values((measure(input).get(`${id}.json`) as SeriesFigure).verdicts)[0] ?? {}),
  ).get(window);
const base = { now: '2026-11-16T08:00:00Z', runs: nightly('paper', first, last) };
const many = (days: string[], perDay: number, parts: Parameters<typeof said>[1] = {}) =>
  days.flatMap((day) => Array.from({ length: perDay }, () => said(day, parts)));

/** Two years in which each week is like the last: nothing drifts, so that chance alone is left. */
const quietYears = daysBetween('2024-10-21', '2026-10-18');
const afterYears = { ...base, runs: nightly('paper', '2024-10-21', last) };

test('windows end with the last whole day, and counts are compared by their ratio, by hand', () => {
  const verdict = verdictOf(
    world({ ...afterYears, said: [...many(quietYears, 2), ...many(later, 4)] }),
    'mentions',
  );
  expect(rateRatio(56, 112, 1).low).toBeCloseTo(
    (112.5 / 56.5) * Math.exp(-1.959964 * Math.sqrt(1 / 112.5 + 1 / 56.5)) - 1,
    5,
  );
  // What two quiet years leave open of a drift is less than a hundredth. 112 against 56; φ = 1, as both halves are even: log(112.5/56.5) ± 1.959964 × √(1/112.5 + 1/56.5).
  const half = 1.959964 * Math.sqrt(1 / 112.5 + 1 / 56.5);
  expect(verdict).toMatchObject({ verdict: 'up', from: '2026-10-19', to: last, difference: 1, n: [56, 112] });
  expect(verdict?.low).toBeCloseTo((112.5 / 56.5) * Math.exp(-half) - 1, 2);
  expect(verdict?.high).toBeCloseTo((112.5 / 56.5) * Math.exp(half) - 1, 2);
});

test('the difference of two nets, by hand', () => {
  // Twenty days of each four weeks, so that both windows have as many.
  const told = quietYears.filter((_, at) => at % 28 < 20);
  const lines = [
    ...many(told, 1, { tone: 'positive' }),
    ...many(told, 1, { tone: 'negative' }),
    ...many(later.slice(0, 20), 2, { tone: 'positive' }),
  ];
  const verdict = verdictOf(world({ ...afterYears, said: lines }), 'net-sentiment');
  // 0 of 40, variance (41.5/43)/43; 40 of 40: (41.5/43 - (40/43)²)/43. Days agree, so that nothing widens them.
  const error = Math.sqrt(41.5 / 43 / 43 + (41.5 / 43 - (40 / 43) ** 2) / 43);
  expect(verdict).toMatchObject({ verdict: 'up', difference: 100, n: [40, 40] });
  // 62.1794 by chance alone; what two quiet years leave open of a drift is a twentieth of a point.
  const low = 100 * (40 / 43 - 1.959964 * error);
  expect(differenceOfMeans(1, 40 / 43, byChance(error * error), 100).low).toBeCloseTo(low, 4);
  expect((verdict?.low ?? 0) - low).toBeGreaterThan(-0.1);
  expect((verdict?.low ?? 0) - low).toBeLessThan(0);
});

test('eight weeks of history do not yet tell a change from a drift as a quiet year does', () => {
  const more = [...many(later, 3), ...many(later.slice(14), 1)];
  const young = verdictOf(world({ ...base, said: [...many(earlier, 2), ...more] }), 'mentions');
  const old = verdictOf(world({ ...afterYears, said: [...many(quietYears, 2), ...more] }), 'mentions');
  expect([young?.verdict, old?.verdict]).toEqual(['perhaps up', 'up']);
  expect([young?.n, old?.n]).toEqual([
    [56, 98],
    [56, 98],
  ]);
});

test('a ratio with fewer than 5 stories in either window is too little data; a count is not', () => {
  const input = world({ ...base, said: [...many(earlier.slice(0, 4), 1), ...many(later, 1)] });
  expect(verdictOf(input, 'net-sentiment')).toMatchObject({
    verdict: 'too little data',
    difference: null,
    n: [4, 28],
  });
  expect(verdictOf(input, 'mentions')).toMatchObject({ verdict: 'perhaps up', difference: 6 });
});

test('only source-days covered in both windows are compared, so that a source that joins changes no verdict', () => {
  const input = world({
    ...base,
    sources: [source('paper'), source('late')],
    runs: [...base.runs, ...nightly('late', '2026-10-25', last)],
    said: [...many(earlier, 4), ...many(later, 4), ...many(later.slice(6), 1, { source: 'late' })],
  });
  expect(verdictOf(input, 'mentions')).toMatchObject({
    verdict: 'no clear change',
    difference: 0,
    n: [112, 112],
  });
});

test('a source that joins takes no story from another by carrying it first', () => {
  const input = world({
    ...base,
    sources: [source('paper'), source('early-bird')],
    runs: [...base.runs, ...nightly('early-bird', '2026-10-19', last)],
    said: [
      ...many(earlier, 2),
      ...later.flatMap((day) =>
        ['a', 'b'].flatMap((name) => [
          said(`${day}T06:00:00Z`, { source: 'early-bird', story: day + name }),
          said(`${day}T12:00:00Z`, { story: day + name }),
        ]),
      ),
    ],
  });
  expect(verdictOf(input, 'stories')).toMatchObject({
    verdict: 'no clear change',
    difference: 0,
    n: [56, 56],
  });
});

test('where what is compared holds under 60% of a window, coverage changed', () => {
  const dark = daysBetween('2026-10-19', last);
  const input = world({
    ...base,
    sources: [source('paper'), source('big')],
    runs: [...base.runs, ...nightly('big', first, last, { dark })],
    said: [...many(earlier, 2), ...many(later, 2), ...many(earlier, 4, { source: 'big' })],
  });
  expect(verdictOf(input, 'mentions')?.verdict).toBe('coverage changed');
  expect(verdictOf(input, 'mentions', '365')?.verdict).toBe('too little data');
});

test('a window in which the brand was first looked for is too little data, whatever was said in it', () => {
  const bluebird = { id: 'bluebird', name: 'Bluebird Roasters' };
  const night = (at: string, brand: string) => ({
    at: `${at}T05:00:00Z`,
    figure: 'mentions',
    brand,
    period: at,
    ...{ value: 0, low: null, high: null, n: 0, coverage: 1 },
    ...{ verdict: 'too little data' as const, method: 'mentions@1', config: 'c', commit: null },
  });
  const [lookedFor, longAgo] = ['2026-09-25', '2026-07-01'];
  const input = world({
    now: base.now,
    config: configWith({ competitors: [bluebird] }),
    runs: nightly('paper', longAgo, last),
    published: [night(longAgo, 'northwind'), night(lookedFor, 'northwind'), night(lookedFor, 'bluebird')],
    said: [
      ...many(daysBetween(longAgo, '2026-10-18'), 2, { tone: 'negative' }),
      ...many(later, 4, { tone: 'positive' }),
      ...many(daysBetween(lookedFor, '2026-10-18'), 2, { brand: 'bluebird', tone: 'negative' }),
      ...many(later, 8, { brand: 'bluebird', tone: 'positive' }),
    ],
  });
  for (const file of measure(input).values()) {
    if (!('verdicts' in file)) continue;
    const { bluebird: late, northwind } = file.verdicts;
    if (late?.['28'] === undefined) continue;
    expect([file.id, late['28'].verdict]).toEqual([file.id, 'too little data']);
    if (file.id === 'mentions' || file.id === 'net-sentiment') expect(northwind?.['28']?.verdict).toBe('up');
  }
});

test('year with less than a year of history is too little data', () => {
  for (const [begins, word] of [
    ['2026-01-01', 'too little data'],
    ['2025-11-10', 'too little data'],
    ['2025-10-20', 'up'],
  ] as const) {
    const input = world({
      now: base.now,
      runs: nightly('paper', begins, last),
      said: [...many(daysBetween(begins, '2026-11-07'), 1), ...many(daysBetween('2026-11-08', last), 30)],
    });
    expect(verdictOf(input, 'mentions', 'year')?.verdict).toBe(word);
  }
});
