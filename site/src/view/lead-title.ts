import type { About, SeriesFigure, VerdictWindow } from '#contract';
import { chartWords } from '../chart-words.ts';
import { pageWords } from '../words-pages.ts';
import { levelOf } from './headline.ts';
import { type Entry, leadOf } from './lead.ts';
import { unitKind } from './numbers.ts';
import { correlationOf } from './panel.ts';
import { findingOf } from './theme-sides.ts';
import { daysOf } from './views.ts';

/** The title of a chart that sets brands side by side: who was ahead of whom over the window in view; null where none can be compared. */
export function leadTitle(
  figure: SeriesFigure,
  { brands }: Pick<About, 'brands'>,
  window: VerdictWindow,
): string | null {
  // Indices have bases of their own.
  if (unitKind(figure.unit) === 'index') return null;
  const entries = brands.flatMap(({ id, name }): Entry[] => {
    const level = levelOf(figure, id, window);
    return level && level.value !== null && level.low !== null && level.high !== null
      ? [{ id, name, value: level.value, low: level.low, high: level.high }]
      : [];
  });
  const lead = leadOf(entries, correlationOf(figure));
  if (!lead) return null;
  const found = findingOf(lead);
  const span = chartWords.spans[daysOf(window)] ?? '';
  return found === pageWords.compare.themeClose
    ? chartWords.titles.noLead(figure.title, span)
    : chartWords.titles.lead(figure.title, span, found);
}
