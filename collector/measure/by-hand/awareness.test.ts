import { expect, test } from 'vitest';
import { daysBetween, nightly, said, source, world } from '../invented-world.fixture.ts';
import { series } from './figure-of.fixture.ts';

test('twice the talk is 200, however much of it a dark source hides, with the interval of what was carried', () => {
  const [first, last] = ['2026-09-21', '2026-11-15'];
  const dark = daysBetween('2026-11-09', last);
  // Four weeks, the base, in which the paper carries one story a day and the forum three; then four in which both carry twice as many. The forum is dark in the last week.
  const lines = daysBetween(first, last).flatMap((day) => {
    const times = day < '2026-10-19' ? 1 : 2;
    const by = (source: string, number: number) =>
      Array.from({ length: times * number }, () => said(day, { source }));
    return [...by('paper', 1), ...(dark.includes(day) ? [] : by('forum', 3))];
  });
  const figure = series(
    world({
      now: '2026-11-16T08:00:00Z',
      sources: [source('paper'), source('forum')],
      runs: [...nightly('paper', first, last), ...nightly('forum', first, last, { dark })],
      said: lines,
    }),
    'awareness',
  );
  // Rates 1 and 3 and levels 1 and 2 fit every cell, so that φ is 1. Seen in the last four weeks: 28 × 2 + 21 × 6 = 182; in the base 28 × 4 = 112.
  // 200 × exp(± 1.959964 × √(1/182 + 1/112)) = 200 × exp(± .235388).
  expect(figure.headline?.['northwind']).toEqual({
    value: 200,
    low: 158.053,
    high: 253.079,
    n: 182,
    // Usual stories, one average day of 294/105 added: the paper (84 + 2.8)/57, the forum (210 + 2.8)/50, of which seven of 28 days are missing.
    coverage: 0.815879,
  });
  // The paper alone holds a quarter of the usual stories, which is less than half: the last week is a gap.
  expect(figure.brands['northwind']?.week.map(({ value }) => value)).toEqual([
    100,
    100,
    100,
    100,
    200,
    200,
    200,
    null,
  ]);
  // A week of the base shares all of its 28 stories with it: variance 1/28 + 1/112 − 2/112 = 3/112; 100 × exp(± 1.959964 × .163663).
  expect(figure.brands['northwind']?.week[0]).toMatchObject({ low: 72.5587, high: 137.819, n: 28 });
});
