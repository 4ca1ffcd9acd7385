import type { About, Figure } from '#contract';
import { words } from '../words.ts';
import { verdictOf } from './answer.ts';

type Sources = Pick<About['sources'][number], 'brand' | 'planned' | 'countsOnly' | 'lists'>[];

const bringsMentions = ({ countsOnly, lists }: Sources[number]): boolean =>
  !countsOnly && lists === undefined;

/** Whether a source speaks of any brand: without one there is neither awareness nor a share of voice. */
export const hasOpenSource = (sources: Sources): boolean =>
  sources.some((source) => bringsMentions(source) && source.brand === undefined);

/**
 * Whether the figures still lack their base: no period of the brand has an awareness index, whose base is the first 28
 * covered days; where no source can feed it, four weeks cannot be compared with those before. Until then the page says
 * what will appear, and when.
 */
export function lacksBase(figures: ReadonlyMap<string, Figure>, brand: string, sources: Sources): boolean {
  if (!hasOpenSource(sources)) {
    const mentions = figures.get('mentions');
    const verdict = mentions?.kind === 'series' ? verdictOf(mentions, brand)?.verdict : undefined;
    return verdict === undefined || verdict === 'too little data';
  }
  const awareness = figures.get('awareness');
  if (awareness?.kind !== 'series') return true;
  const series = awareness.brands[brand];
  if (!series) return true;
  return ![...series.day, ...series.week, ...series.month].some(({ value }) => value !== null);
}

/** What these sources will let appear, and when; what has come is no longer announced. */
export function stepsAhead(sources: Sources, mentions: number): (readonly [string, string])[] {
  const { night, import: imported, week, tone, awareness, verdicts } = words.firstDay.steps;
  const nightly = sources.length === 0 || sources.some((source) => bringsMentions(source) && source.planned);
  return [
    ...(mentions > 0 ? [] : [nightly ? night : imported]),
    week,
    tone,
    ...(sources.length === 0 || hasOpenSource(sources) ? [awareness] : []),
    verdicts,
  ];
}
