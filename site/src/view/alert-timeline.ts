import type { About, Figure, RankingFigure, VerdictWord } from '#contract';
import { pageWords } from '../words-pages.ts';
import { askedOfRow } from './behind.ts';
import { dayIn, dayMs, dayToMs } from './calendar.ts';
import { box } from './chart-paths.ts';
import { withDays } from './dated-text.ts';
import type { Asked } from './filter.ts';
import type { Formats } from './numbers.ts';
import { type Tick, timeTicks } from './ticks.ts';

/** Alerts on one axis of days, and events with what they moved. */

const say = pageWords.alerts;

export type Lane = {
  name: string;
  /** Places in thousandths of the axis. */
  spans: { id: string; from: number; width: number; text: string }[];
};
export type Timeline = { lanes: Lane[]; ticks: (Tick & { place: number })[] };

/** What was watched, line by line, with the days on which it was out of the ordinary; null where nothing was. */
export function timelineOf(figure: RankingFigure, brand: string, formats: Formats): Timeline | null {
  const from = dayToMs(figure.period.from);
  const width = dayToMs(figure.period.to) + dayMs - from;
  const rows = (figure.brands[brand]?.rows ?? []).flatMap((row) =>
    row.from === undefined || row.to === undefined ? [] : [{ ...row, from: row.from, to: row.to }],
  );
  if (rows.length === 0 || width <= 0) return null;
  const place = (ms: number): number => Math.min(1, Math.max(0, (ms - from) / width)) * box;
  const lanes = [...Map.groupBy(rows, ({ name }) => name)].map(([name, of]) => ({
    name,
    spans: of
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .map((row) => {
        const start = place(dayToMs(row.from));
        return {
          id: row.id,
          from: start,
          width: place(dayToMs(row.to) + dayMs) - start,
          text: `${name}, ${formats.dates(dayToMs(row.from), dayToMs(row.to))}`,
        };
      }),
  }));
  return {
    lanes,
    ticks: timeTicks(from, from + width, formats).map((tick) => ({ ...tick, place: place(tick.at) })),
  };
}

export type AlertRow = {
  id: string;
  name: string;
  day: string;
  when: string;
  seen: string;
  expected: string;
  /** `5 times`; empty where the usual is so small that no factor means anything. */
  times: string;
  text: string;
  mentions: readonly string[];
  /** What the mentions of these days are asked for. */
  asked: Asked;
};

/** A level under which "times" would only say how rare it is. */
const fewestForTimes = 0.5;

export function alertRows(figure: RankingFigure, brand: string, formats: Formats): AlertRow[] {
  return (figure.brands[brand]?.rows ?? []).flatMap((row): AlertRow[] => {
    const { id, name, from, to, text, value, parts, mentions } = row;
    if (from === undefined || to === undefined || value === null) return [];
    const expected = parts['expected'] ?? 0;
    return [
      {
        id,
        name,
        day: to,
        when: formats.dates(dayToMs(from), dayToMs(to)),
        seen: formats.number(value),
        expected: formats.number(expected, 1),
        times: expected >= fewestForTimes ? say.times(formats.number(value / expected)) : '',
        text: withDays(text ?? '', formats),
        mentions,
        asked: { ...askedOfRow(figure.id, row), from, to },
      },
    ];
  });
}

/** Alerts of the last so many days. */
export const recentAlerts = (
  rows: readonly AlertRow[],
  { asOf, time }: Pick<About, 'asOf' | 'time'>,
  days: number,
): AlertRow[] => {
  const since = dayToMs(dayIn(time.zone, asOf)) - days * dayMs;
  return rows.filter(({ day }) => dayToMs(day) >= since);
};

/** The first sentence of the page. */
export function alertSentence(
  rows: readonly AlertRow[],
  recent: readonly AlertRow[],
  formats: Formats,
): string {
  const [last] = rows;
  if (!last) return say.quiet;
  const [latest] = recent;
  return latest
    ? say.lately(formats.number(recent.length), latest.name, latest.when, latest.seen, latest.expected)
    : say.before(last.name, last.when, last.seen, last.expected);
}

export type EventRow = {
  id: string;
  name: string;
  when: string;
  isAction: boolean;
  verdict: VerdictWord;
  text: string;
};

/** Events and actions with what they moved against the competitors, the latest first; of the team's own brand alone. */
export function eventRows(figures: ReadonlyMap<string, Figure>, brand: string, formats: Formats): EventRow[] {
  const figure = figures.get('events');
  if (figure?.kind !== 'ranking') return [];
  return (figure.brands[brand]?.rows ?? []).map(({ id, name, from, value, low, high, text }) => ({
    id,
    name,
    when: from === undefined ? '' : formats.day(dayToMs(from)),
    isAction: /^\d{4}-\d{2}-\d{2}-action-/.test(id),
    // One question asked once, of a day that was named beforehand: 95 % is enough, as the sentence says.
    verdict:
      value === null || low === null || high === null
        ? 'too little data'
        : low > 0
          ? 'up'
          : high < 0
            ? 'down'
            : 'no clear change',
    text: withDays(text ?? '', formats),
  }));
}
