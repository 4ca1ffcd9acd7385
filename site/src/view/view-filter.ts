import type { Asked } from './filter.ts';

/** A view as `viewPath` writes it; whatever else a parameter holds leads nowhere. */
export const viewForm = /^(?:of\/([\w%.~-]+)\/)?(?:in\/(\w+)\/)?$/;

/** First and last day of each period that can be chosen. */
export type SpanDays = Readonly<Record<string, { from: string; to: string }>>;

/**
 * What the Mentions page shows at first where its address names a view and nothing of its own: the brand and the days that
 * were chosen. Null where it names none, or has been told what to show: `brand=` stands for every brand, so that a reader
 * who takes the filter off is not given it again.
 *
 * @param home the team's own brand, which a view that names none is of
 */
export function filterOfView(query: string, home: string, spans: SpanDays): Asked | null {
  const asked = new URLSearchParams(query);
  const view = asked.get('view') ?? '';
  const [found, of, window = '28'] = viewForm.exec(view) ?? [];
  const days = Object.hasOwn(spans, window) ? spans[window] : undefined;
  const hasOwn = [...asked.keys()].some((key) => key !== 'view');
  if (!found || hasOwn || !days) return null;
  const brand = of === undefined ? home : decoded(of);
  return brand === null ? null : { brand, ...days };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
