import type { FacetKey } from './facets.ts';
import type { Value } from './pack.ts';

/** How the values of a facet are shown; used by the page and by the filters' script alike. */
export type ShownValue = Value & { count: number; chosen: boolean };

/** Values in an order of their own, which says more than their counts do. */
const inOrder: readonly FacetKey[] = ['brand', 'tone', 'touchpoint', 'rating'];
/** Values shown at once. */
export const fewValues = 7;
/** Values shown where all are asked for: a page does not hold thousands. */
export const mostValues = 100;

/**
 * The values to show: those chosen, and of the others those that mentions have, in their own order or the most frequent
 * first. `sought` keeps those whose names hold it. `more` counts what is left out.
 */
export function valuesToShow(
  key: FacetKey,
  values: readonly Value[],
  counts: ArrayLike<number>,
  chosen: readonly string[],
  { all = false, sought = '' } = {},
): { shown: ShownValue[]; more: number } {
  const wanted = sought.trim().toLowerCase();
  const held = values
    .map(({ id, name }, code) => ({ id, name, count: counts[code] ?? 0, chosen: chosen.includes(id) }))
    .filter(
      ({ name, count, chosen: is }) =>
        is || (count > 0 && (wanted === '' || name.toLowerCase().includes(wanted))),
    );
  if (!inOrder.includes(key)) held.sort((a, b) => b.count - a.count);
  const limit = all ? mostValues : held.length === fewValues + 1 ? fewValues + 1 : fewValues;
  let left = limit - held.filter(({ chosen: is }) => is).length;
  const shown = held.filter(({ chosen: is }) => is || left-- > 0);
  return { shown, more: held.length - shown.length };
}

/** Whether a facet tells anything apart: with one value, that all mentions have, it does not. */
export function tellsApart(counts: ArrayLike<number>, mentions: number): boolean {
  const held = Array.from(counts).filter((count) => count > 0);
  return held.length > 1 || (held.length === 1 && (held[0] ?? 0) < mentions);
}
