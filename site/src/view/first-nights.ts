import type { Figure } from '#contract';

/**
 * Whether the figures still lack their base: no period of the brand has an awareness index, whose base is the first 28
 * covered days. Until then the page says what will appear, and when.
 */
export function lacksBase(figures: ReadonlyMap<string, Figure>, brand: string): boolean {
  const awareness = figures.get('awareness');
  if (awareness?.kind !== 'series') return true;
  const series = awareness.brands[brand];
  if (!series) return true;
  return ![...series.day, ...series.week, ...series.month].some(({ value }) => value !== null);
}
