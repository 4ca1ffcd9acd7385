import { expect, test } from 'vitest';
import { SeriesFigure, trailing } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const days = daysBetween('2026-08-08', '2026-11-15');
const now = '2026-11-16T08:00:00Z';

/** A hundred days: a kind story a day, and on each of the last seven an unkind one and five stars beside it. */
function hundredDays(dark: readonly string[] = []) {
  const lines = days.flatMap((day, at) => [
    said(day, { tone: 'positive' }),
    ...(at >= 93 ? [said(day, { tone: 'negative', rating: { value: 5, of: 5 } })] : []),
  ]);
  return measure(
    world({
      now,
      config: configWith({ competitors: [bluebird] }),
      runs: nightly('paper', '2026-08-08', '2026-11-15', { dark }),
      said: lines,
    }),
  );
}

const series = (files: ReturnType<typeof measure>): SeriesFigure[] =>
  [...files.values()].flatMap((file) =>
    'kind' in file && file.kind === 'series' ? [SeriesFigure.parse(file)] : [],
  );
const figureOf = (files: ReturnType<typeof measure>, id: string): SeriesFigure =>
  series(files).find((figure) => figure.id === id) as SeriesFigure;

test('every figure with a headline tells its level over 7, 28, 90 and 365 days, and that of 28 is the headline', () => {
  const figures = series(hundredDays());
  expect(figures.length).toBeGreaterThan(10);
  for (const { headline, windows } of figures) {
    for (const brand of ['northwind', 'bluebird']) {
      expect(Object.keys(windows?.[brand] ?? {})).toEqual([...trailing]);
      expect(windows?.[brand]?.['28']).toEqual(headline?.[brand]);
    }
  }
});

test('a level is that of its days, and one of more days than the history has is a gap with its coverage', () => {
  const files = hundredDays();
  const counts = figureOf(files, 'mentions').windows?.['northwind'];
  expect(trailing.map((window) => counts?.[window]?.value)).toEqual([14, 35, 97, null]);
  expect(trailing.map((window) => counts?.[window]?.coverage)).toEqual([1, 1, 1, 0.273973]);
  const tone = figureOf(files, 'net-sentiment').windows?.['northwind'];
  // Of 14 stories 7 and 7; of 35, 28 and 7; of 97, 90 and 7.
  expect(trailing.map((window) => tone?.[window]?.value)).toEqual([0, 60, 85.567, null]);
  expect(trailing.map((window) => tone?.[window]?.n)).toEqual([14, 35, 97, 0]);
  const stars = figureOf(files, 'satisfaction').windows?.['northwind'];
  expect(trailing.map((window) => stars?.[window]?.value)).toEqual([5, 5, 5, null]);
  const nobody = figureOf(files, 'net-sentiment').windows?.['bluebird'];
  expect(trailing.map((window) => nobody?.[window]?.value)).toEqual([null, null, null, null]);
});

test('a level whose days were all dark is a gap, a wider one that holds others is not', () => {
  const counts = figureOf(hundredDays(days.slice(-7)), 'mentions').windows?.['northwind'];
  expect(counts?.['7']).toEqual({ value: null, low: null, high: null, n: 0, coverage: 0 });
  expect(counts?.['28']).toMatchObject({ value: 21, coverage: 0.75 });
});

test('what the scorer may be off by widens the level of tone over every window alike', () => {
  const { windows, brands } = figureOf(hundredDays(), 'net-sentiment');
  const week = brands['northwind']?.week.find(({ period }) => period === '2026-W46');
  const level = windows?.['northwind']?.['7'];
  expect([level?.low, level?.high]).toEqual([(week?.low ?? 0) - 10, (week?.high ?? 0) + 10]);
});
