import type { BreakdownFigure, Figure, RankingFigure, SeriesFigure } from '#contract';

/** Whole figures, for tests that look at some of their fields. */

const headOf = (id: string) => ({
  ...{ id, title: id, question: '', formula: '', limits: '' },
  ...{ unit: 'points, −100 to 100', basis: 'stories', proxy: true, method: `${id}@1` },
});
const period = { from: '2026-08-17', to: '2026-11-14' };

type Month = SeriesFigure['brands'][string]['month'][number];
/** Months of a brand, of which only what differs is said. */
export const monthsOf = (
  ...months: (Pick<Month, 'period' | 'value'> & Partial<Month>)[]
): SeriesFigure['brands'][string] => ({
  day: [],
  week: [],
  month: months.map((month) => ({ low: null, high: null, n: 1, coverage: 1, ...month })),
});

export const seriesFigure = (
  id: string,
  brands: SeriesFigure['brands'],
  verdicts: SeriesFigure['verdicts'] = {},
): SeriesFigure => ({ ...headOf(id), kind: 'series', brands, breaks: [], verdicts });

export const breakdownFigure = (
  id: string,
  brand: string,
  rows: BreakdownFigure['brands'][string]['rows'],
): BreakdownFigure => ({ ...headOf(id), kind: 'breakdown', period, brands: { [brand]: { rows } } });

export const rankingFigure = (
  id: string,
  brand: string,
  rows: RankingFigure['brands'][string]['rows'],
): RankingFigure => ({ ...headOf(id), kind: 'ranking', period, brands: { [brand]: { rows } } });

export const byId = (...figures: Figure[]): Map<string, Figure> =>
  new Map(figures.map((figure) => [figure.id, figure]));
