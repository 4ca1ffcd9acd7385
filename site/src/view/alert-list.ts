import type { About, Figure, RankingFigure } from '#contract';
import { dayToMs } from './calendar.ts';
import { withDays } from './dated-text.ts';
import type { Formats } from './numbers.ts';

export type AlertLine = {
  id: string;
  /** What was counted: "Volume", a theme. */
  name: string;
  /** First and last day, as in the data. */
  from: string;
  day: string;
  /** `3 Nov 2026`, or its first and last day. */
  when: string;
  /** What happened, with dates as the page writes them. */
  text: string;
  /** Ids of mentions that show it. */
  mentions: readonly string[];
};

const dayMs = 86_400_000;

/** Alerts of a brand over the last `days`, the latest first; all of the figure's period without a number. */
export function alertsOf(
  { asOf }: Pick<About, 'asOf'>,
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  formats: Pick<Formats, 'day'>,
  days = Number.POSITIVE_INFINITY,
): AlertLine[] {
  const figure = figures.get('alerts');
  if (figure?.kind !== 'ranking') return [];
  const since = Date.parse(asOf) - days * dayMs;
  return (figure.brands[brand]?.rows ?? []).flatMap((row) => toLine(row, since, formats));
}

function toLine(
  { id, name, from, to, text, mentions }: RankingFigure['brands'][string]['rows'][number],
  since: number,
  formats: Pick<Formats, 'day'>,
): AlertLine[] {
  if (from === undefined || to === undefined || text === undefined) return [];
  if (dayToMs(to) < since) return [];
  const write = (day: string): string => formats.day(dayToMs(day));
  return [
    {
      id,
      name,
      from,
      day: to,
      when: from === to ? write(to) : `${write(from)} – ${write(to)}`,
      text: withDays(text, formats),
      mentions,
    },
  ];
}
