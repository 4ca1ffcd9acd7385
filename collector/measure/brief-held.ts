import type { Figure, SeriesFigure, Verdict } from '#contract';
import { verdictOf, type Word } from './brief-changes.ts';
import { isSure } from './brief-events.ts';
import { type Days, isSeries, type Sentence, type Window, weights } from './brief-sentence.ts';
import { expectedText, rowsIn } from './brief-standing.ts';
import { dayName, dayOf } from './calendar.ts';
import { type Pairing, pairings } from './compare.ts';
import { type Comparison, givenAt, heldTo } from './verdict.ts';
import { sizeText, spanText } from './written.ts';

/** How many stories there were over the last days, against as many that lie `shift` days before. */
export type StoriesAgainst = (pairing: Omit<Pairing, 'to'>) => Comparison | undefined;

/** Figures that a burst of talk lifts: they fall when it is over. */
const lifted = ['stories', 'awareness', 'share-of-voice', 'attention'];
/** Days by which an alert may miss the day of an event that it is named with. */
const mostDaysOff = 2;
const held: Readonly<Record<Window, string>> = {
  7: 'The week before',
  28: 'The four weeks before',
  year: 'The same four weeks of last year',
};

const fell: readonly Word[] = ['down', 'perhaps down'];

/**
 * That the days before held a burst of talk, where something fell from there: its end reads like a loss to who does not know. Then how
 * much is said against a year ago, or against as many days before the burst.
 */
export function heldSentences(
  figures: readonly Figure[],
  brand: string,
  window: Window,
  { last, events, against }: { last: number; events: readonly Noted[]; against: StoriesAgainst },
): Sentence[] {
  const of = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
  const series = lifted.map(of).filter((figure): figure is SeriesFigure => !!figure && isSeries(figure));
  const lost = series.filter((figure) =>
    fell.includes(verdictOf(figure, brand, window)?.verdict ?? 'no clear change'),
  );
  const [first] = lost;
  if (!first) return [];
  const { days, shift } = pairings[window];
  const earlier = { from: dayName(last - shift - days + 1), to: dayName(last - shift) };
  const within = (from: string, to: string): boolean => from <= earlier.to && to >= earlier.from;
  const alert = rowsIn(of('alerts'), brand)
    .filter(({ id, from = '', to = from }) => id.startsWith('volume-') && within(from, to))
    .sort((a, b) => excessOf(b) - excessOf(a) || (a.id < b.id ? -1 : 1))[0];
  // Without an alert, only what surely lifted such a figure is a burst.
  const effect = alert
    ? undefined
    : rowsIn(of('events'), brand).find(
        (row) =>
          within(row.from ?? '', row.from ?? '') &&
          isSure(row) &&
          (row.value ?? 0) > 0 &&
          lifted.some((id) => row.id === `${row.from}-${id}`),
      );
  const start = alert?.from ?? effect?.from;
  if (start === undefined) return [];
  const event = effect
    ? { name: effect.name, date: start }
    : events.find(({ date }) => Math.abs(dayOf(date) - dayOf(start)) <= mostDaysOff);
  const name = event ? `${event.name} (${event.date})` : 'a burst of talk';
  const seen = alert && expectedText(alert);
  const what = seen
    ? `${name}, with ${event ? seen.replace(` on ${event.date}`, ' on that day') : seen}`
    : name;
  return [
    {
      id: 'held-before',
      name: held[window],
      text: `${held[window]} held ${what}: what fell since then fell from there.${standing(of('stories'), brand, window, last, start, against)}`,
      weight: weights.held,
      figure: alert ? 'alerts' : 'events',
      rests: [
        ...(alert
          ? [{ figure: 'alerts', brand, row: alert.id, ...daysOfAlert(alert.day) }]
          : effect
            ? [{ figure: 'events', brand, row: effect.id }]
            : []),
      ],
      mentions: alert?.mentions ?? [],
    },
  ];
}

const excessOf = ({ n, parts }: { n: number; parts: Record<string, number> }): number =>
  n - (parts['expected'] ?? 0);
const daysOfAlert = (day: string | undefined): Partial<Days> =>
  day === undefined ? {} : { from: day, to: day };

type Noted = { name: string; date: string };
type Stood = Pick<Verdict, 'difference' | 'low' | 'high'> & { word: string };

/** How the stories stand against a year ago, else against the days before the burst; empty where neither can be told. */
function standing(
  stories: Figure | undefined,
  brand: string,
  window: Window,
  last: number,
  start: string,
  against: StoriesAgainst,
): string {
  const year = stories && isSeries(stories) ? verdictOf(stories, brand, 'year') : undefined;
  if (window === '28' && year && year.difference !== null)
    return changed('Against the same four weeks a year ago', { ...year, word: year.verdict });
  const { days } = pairings[window];
  const calm = dayOf(start) - 1;
  if (window === 'year' || last - calm < days) return '';
  const found = against({ days, shift: last - calm });
  if (found?.standing !== 'comparable' || found.difference === null) return '';
  const z = Math.abs(found.z);
  const way = found.difference > 0 ? 'up' : 'down';
  const word = z > givenAt[window] ? way : z > heldTo ? `perhaps ${way}` : 'no clear change';
  return changed(`Against the ${days} days to ${dayName(calm)}, before it,`, { ...found, word });
}

function changed(than: string, { difference, low, high, word }: Stood): string {
  if (difference === null || low === null || high === null) return '';
  const span = spanText(low, high, 'stories');
  if (!/up|down/.test(word)) return ` ${than} stories show no clear change (${span}).`;
  const verb = `${word.startsWith('perhaps') ? 'perhaps ' : ''}${word.endsWith('up') ? 'rose' : 'fell'}`;
  return ` ${than} stories ${verb} by ${sizeText(difference, 'stories')} (${span}).`;
}
