import type { SeriesFigure, Verdict, VerdictWindow } from '#contract';
import { chartWords } from '../chart-words.ts';
import { changeText } from './answer.ts';
import { dayMs, dayToMs } from './calendar.ts';
import { alertsOn, type ChartAlert } from './chart-alerts.ts';
import { type Formats, unitKind } from './numbers.ts';

/**
 * What happened in the windows that a verdict compares, for the title of a chart. It says when, never why: "since" stands
 * only where the later window begins with what happened, so that before and after are what is compared.
 */
export type Happened = {
  events: readonly { date: string; name: string; figure?: string | undefined }[];
  alerts: readonly ChartAlert[];
};

/** Days by which what happened may miss the first day of the later window. */
const mostDaysOff = 2;

type Fit = { how: 'since' | 'within' | 'after'; days: number };

/** How a day stands to the two windows of a verdict; null where it lies in neither. */
export function fitOf(day: string, { from, to }: Pick<Verdict, 'from' | 'to'>): Fit | null {
  const days = Math.round((dayToMs(day) - dayToMs(from)) / dayMs);
  const length = Math.round((dayToMs(to) - dayToMs(from)) / dayMs) + 1;
  if (Math.abs(days) <= mostDaysOff) return { how: 'since', days };
  if (days > 0 && day <= to) return { how: 'within', days };
  if (days < 0 && days >= -length) return { how: 'after', days };
  return null;
}

/** What an alert tells of: so many stories, so many unkind ones. One that concerns a theme is no occasion for the whole. */
const raised: Readonly<Record<string, 'up' | 'down'>> = { volume: 'up', negative: 'down', rating: 'down' };

/** What is worth naming first: an event that "since" fits, then an alert that it fits, then what the windows hold. */
const order = ['event since', 'alert since', 'event within', 'event after', 'alert within', 'alert after'];

/** The one thing worth naming, or null where nothing fits. An alert has to have gone the way of the change. */
export function occasionOf(
  figure: string,
  verdict: Pick<Verdict, 'from' | 'to'>,
  way: 'up' | 'down',
  { events, alerts }: Happened,
  formats: Pick<Formats, 'day'>,
): { how: Fit['how']; what: string } | null {
  const named = events.flatMap(({ date, name, figure: meant }) => {
    const fit = fitOf(date, verdict);
    // What was meant to move this figure is named before what was meant to move another.
    return fit
      ? [{ ...fit, kind: 'event', date, what: chartWords.event(name), aside: meant !== figure }]
      : [];
  });
  const alarmed = alertsOn(figure, alerts).flatMap(({ id, from, name }) => {
    const fit = fitOf(from, verdict);
    const rise = raised[id.split('-')[0] ?? ''];
    if (!fit || rise === undefined || (rise === way) === (fit.how === 'after')) return [];
    const what = chartWords.alert(name, formats.day(dayToMs(from)));
    return [{ ...fit, kind: 'alert', date: from, what, aside: false }];
  });
  const found = [...named, ...alarmed].sort(
    (a, b) =>
      order.indexOf(`${a.kind} ${a.how}`) - order.indexOf(`${b.kind} ${b.how}`) ||
      Number(a.aside) - Number(b.aside) ||
      Math.abs(a.days) - Math.abs(b.days) ||
      a.date.localeCompare(b.date),
  );
  return found[0] ?? null;
}

/** The finding with what happened in it, or null where nothing did, or nothing changed. */
export function findingWith(
  figure: Pick<SeriesFigure, 'id' | 'title' | 'unit'>,
  verdict: Verdict | undefined,
  window: VerdictWindow,
  happened: Happened,
  formats: Formats,
): string | null {
  const days = chartWords.spans[window];
  if (!verdict || verdict.difference === null || days === undefined) return null;
  const { verdict: word } = verdict;
  if (word !== 'up' && word !== 'down' && word !== 'perhaps up' && word !== 'perhaps down') return null;
  const way = word.endsWith('up') ? 'up' : 'down';
  const occasion = occasionOf(figure.id, verdict, way, happened, formats);
  if (!occasion) return null;
  const { how, what } = occasion;
  const { since, within, after } = chartWords.occasion;
  const when = how === 'since' ? since(what) : how === 'within' ? within(days, what) : after(days, what);
  return chartWords.moved[word](
    figure.title,
    changeText(verdict.difference, unitKind(figure.unit), formats),
    when,
  );
}
