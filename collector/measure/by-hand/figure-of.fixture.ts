import type { BreakdownFigure, Figure, RankingFigure, SeriesFigure } from '#contract';
import { nightly, type said, world } from '../invented-world.fixture.ts';
import { type MeasureInput, measure } from '../measure.ts';

/** Days that the small worlds of this folder are heard on: a week from Monday on, all of it covered. */
export const [monday, sunday] = ['2026-11-09', '2026-11-15'];
/** The first of the Monday to Sunday above, and so on. */
export const day = (nth: number): string => `2026-11-${String(9 + nth).padStart(2, '0')}`;

/** What one source told in that week, on the Monday after. */
export const week = (
  lines: readonly ReturnType<typeof said>[],
  parts: Partial<Parameters<typeof world>[0]> = {},
): MeasureInput =>
  world({ now: '2026-11-16T08:00:00Z', runs: nightly('paper', monday, sunday), ...parts, said: lines });

const figureOf = (input: MeasureInput, id: string): Figure => measure(input).get(`${id}.json`) as Figure;

/** One figure of a small world, as its file holds it. */
export const series = (input: MeasureInput, id: string): SeriesFigure => figureOf(input, id) as SeriesFigure;
export const breakdown = (input: MeasureInput, id: string): BreakdownFigure =>
  figureOf(input, id) as BreakdownFigure;
export const ranking = (input: MeasureInput, id: string): RankingFigure =>
  figureOf(input, id) as RankingFigure;

type Grain = 'day' | 'week' | 'month';
/** Points of the brand that the page is about. */
export const points = (input: MeasureInput, id: string, grain: Grain) =>
  series(input, id).brands['northwind']?.[grain] ?? [];
export const parts = (input: MeasureInput, id: string, brand = 'northwind') =>
  (breakdown(input, id).brands[brand]?.rows ?? []).map(({ by, value, low, high, n }) => ({
    of: Object.values(by).join(' '),
    value,
    low,
    high,
    n,
  }));
export const ranked = (input: MeasureInput, id: string, brand = 'northwind') =>
  ranking(input, id).brands[brand]?.rows ?? [];
