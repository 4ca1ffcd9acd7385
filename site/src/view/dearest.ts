import type { Figure } from '#contract';
import { words } from '../words.ts';
import type { Formats } from './numbers.ts';

const mostPains = 3;

/** The dearest pain points of a brand in sentences: what they cost, how far they reach, whether they spread. */
export function dearest(
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  formats: Formats,
): { id: string; name: string; text: string }[] {
  const figure = figures.get('priorities');
  if (figure?.kind !== 'ranking') return [];
  return (
    (figure.brands[brand]?.rows ?? [])
      // In the order of the figure, as Priorities shows them.
      .slice(0, mostPains)
      .map(({ id, name, value, low, high, parts }) => ({
        id,
        name,
        text: [
          // What may as well cost nothing is not said to cost something.
          ...(value === null || low === null || high === null || low <= 0
            ? []
            : [words.toDo.costs(formats.number(value, 2), formats.number(low, 2), formats.number(high, 2))]),
          ...(parts.reach === undefined ? [] : [words.toDo.reach(formats.value(parts.reach, 'percent'))]),
          ...(parts.trend === undefined || parts.trendLow === undefined || parts.trendHigh === undefined
            ? []
            : parts.trendLow > 0
              ? [words.toDo.spreads(formats.number(parts.trend, 0))]
              : parts.trendHigh < 0
                ? [words.toDo.recedes(formats.number(-parts.trend, 0))]
                : []),
        ].join(' '),
      }))
  );
}
