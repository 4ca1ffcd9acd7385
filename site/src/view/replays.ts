import type { About, Break, Figure } from '#contract';
import { dayToMs } from './calendar.ts';
import type { Formats } from './numbers.ts';

/** Figures of what people answered, not of what was scored. */
const isOfSurveys = (id: string): boolean => id.startsWith('surveys-');

/**
 * The days since one on which the scores that a figure is made of were replaced, oldest first. A series says itself
 * whether it is made of scores; breakdowns and rankings are, but those of surveys.
 */
export function replaysOf(figure: Figure, about: Pick<About, 'replays'>, since: string): Break[] {
  const all = (about.replays ?? []).filter(({ date }) => date >= since);
  if (figure.kind !== 'series') return isOfSurveys(figure.id) ? [] : all;
  return all.filter(({ date, why }) => figure.breaks.some((cut) => cut.date === date && cut.why === why));
}

/** When scores were replaced last, in the page's way of dates; empty where they were not. */
export const lastReplay = (replays: readonly Break[], formats: Pick<Formats, 'day'>): string => {
  const last = replays.at(-1);
  return last ? formats.day(dayToMs(last.date)) : '';
};
