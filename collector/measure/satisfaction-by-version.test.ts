import { expect, test } from 'vitest';
import { BreakdownFigure } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [from, to] = ['2025-06-01', '2026-11-15'];
const apps = ['app-de', 'app-gb'].map((id) => source(id, { group: 'reviews' }));
const rowsOf = (lines: ReturnType<typeof said>[]) => {
  const figure = measure(
    world({
      now: '2026-11-16T08:00:00Z',
      config: configWith({ competitors: [bluebird] }),
      sources: apps,
      runs: apps.flatMap(({ id }) => nightly(id, from, to)),
      said: lines,
    }),
  ).get('satisfaction-by-version.json');
  return BreakdownFigure.parse(figure).brands;
};
const reviews = (
  version: string | undefined,
  day: string,
  number = 6,
  parts: Parameters<typeof said>[1] = {},
) =>
  Array.from({ length: number }, () =>
    said(day, {
      source: 'app-gb',
      rating: { value: 4, of: 5 },
      ...(version === undefined ? {} : { version }),
      ...parts,
    }),
  );
const named = (lines: ReturnType<typeof said>[], brand = 'northwind') =>
  (rowsOf(lines)[brand]?.rows ?? []).map(({ by, n }) => [by['source'], by['version'], n]);

test('each source has its own, and brands apart', () => {
  const lines = [
    ...reviews('2.0', '2026-10-01'),
    ...reviews('2.0', '2026-10-01', 5, { source: 'app-de' }),
    ...reviews('9.0', '2026-10-01', 7, { brand: 'bluebird', source: 'app-de' }),
    ...reviews(undefined, '2026-10-01', 9),
  ];
  expect(named(lines)).toEqual([
    ['app-de', '2.0', 5],
    ['app-gb', '2.0', 6],
  ]);
  // One source alone needs no name.
  expect(named(lines, 'bluebird')).toEqual([[undefined, '9.0', 7]]);
});

test('the eight newest of the last year are told, by their numbers and not by their letters', () => {
  const lines = Array.from({ length: 12 }, (_, at) => reviews(`3.${at + 1}.0`, '2026-10-01')).flat();
  expect(named([...lines, ...reviews('4.0', '2025-10-01')]).map(([, version]) => version)).toEqual(
    [12, 11, 10, 9, 8, 7, 6, 5].map((at) => `3.${at}.0`),
  );
});

test('a review that two sources carry counts once', () => {
  const twice = daysBetween('2026-10-01', '2026-10-06').flatMap((day) =>
    ['app-gb', 'app-de'].map((source, at) =>
      said(`${day}T1${at}:00:00Z`, { source, doc: day, version: '2.0', rating: { value: 4, of: 5 } }),
    ),
  );
  expect(named(twice)).toEqual([[undefined, '2.0', 6]]);
});
