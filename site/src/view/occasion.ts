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

const order = ['since', 'within', 'after'] as const;

/** The one thing worth naming: what "since" fits, then what the later window holds, then the earlier; events before alerts. */
export function occasionOf(
  figure: string,
  verdict: Verdict,
  { events, alerts }: Happened,
  formats: Pick<Formats, 'day'>,
): { how: Fit['how']; what: string } | null {
  const found = [
    // What was meant to move this figure is named before what was meant to move another.
    ...events.map(({ date, name, figure: meant }) => ({
      date,
      what: chartWords.event(name),
      rank: meant === figure ? 0 : 1,
    })),
    ...alertsOn(figure, alerts).map(({ from, name }) => ({
      date: from,
      what: chartWords.alert(name, formats.day(dayToMs(from))),
      rank: 2,
    })),
  ].flatMap((one) => {
    const fit = fitOf(one.date, verdict);
    return fit ? [{ ...one, ...fit }] : [];
  });
  found.sort(
    (a, b) =>
      order.indexOf(a.how) - order.indexOf(b.how) ||
      a.rank - b.rank ||
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
  const occasion = occasionOf(figure.id, verdict, happened, formats);
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
