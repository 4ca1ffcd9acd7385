import type { Config, Figure } from '#contract';
import { shortChange } from './brief-changes.ts';
import { type Days, lowerFirst, type Sentence, upperFirst, weightOf, weights } from './brief-sentence.ts';
import { type Row, rowsIn } from './brief-standing.ts';
import { listed } from './written.ts';

/** Of events that moved nothing so many are named. */
const mostNamed = 5;

/** Of counts the row holds percentages, which are ratios. */
const scaleOf = (unit: string): [unit: string, scale: number] =>
  unit === '%' ? ['stories', 100] : [unit, 1];
function weightOfEffect({ value, low, high, unit = '' }: Row): number {
  const [of, scale] = scaleOf(unit);
  return value === null || low === null || high === null
    ? 0
    : weightOf(value / scale, low / scale, high / scale, of);
}
/** Whether chance does not explain what went with an event. */
export const isSure = ({ low, high }: Pick<Row, 'low' | 'high'>): boolean =>
  low !== null && high !== null && (low > 0 || high < 0);

/** What moved, told without how sure that is, which the brief says once. */
const movedText = ({ text = '', from = '' }: Row): string =>
  text
    .replace(`in the day ${from} `, 'on that day ')
    .replace(` from ${from} `, ' from then on ')
    .replace(': more than chance explains.', '.');
/** `stories −10%, −34 to +24%` */
function nothingText({ text = '', value, low, high, unit = '' }: Row): string {
  const title = /^(.*?) (?:rose|fell) by /u.exec(text)?.[1] ?? '';
  const [of, scale] = scaleOf(unit);
  return `${lowerFirst(title)} ${shortChange((value ?? 0) / scale, (low ?? 0) / scale, (high ?? 0) / scale, of)}`;
}

/**
 * Events and actions that began in the days given, with what they moved: those of one day in one sentence, and in one all that
 * moved nothing beyond chance. Whose days are over before `from` tells of no day of the brief, and stands last.
 */
export function eventSentences(
  figure: Figure | undefined,
  brand: string,
  began: Days,
  from: string,
): Sentence[] {
  const rows = rowsIn(figure, brand).filter(
    ({ from: start = '' }) => start >= began.from && start <= began.to,
  );
  const weighed = (some: readonly Row[]): number =>
    some.some(({ to, from: start = '' }) => (to ?? start) >= from)
      ? weights.event + Math.max(...some.map(weightOfEffect))
      : weights.past;
  const restsOf = (some: readonly Row[]) => some.map(({ id }) => ({ figure: 'events', brand, row: id }));
  const told = Map.groupBy(
    rows.filter((row) => row.value === null || isSure(row)),
    ({ from: start = '' }) => start,
  );
  const nothing = rows.filter((row) => row.value !== null && !isSure(row));
  return [
    ...[...told].map(
      ([date, some]): Sentence => ({
        id: `event-${some[0]?.id ?? date}`,
        name: some[0]?.name ?? '',
        text: `${listed([...new Set(some.map(({ name }) => name))])}, ${date}: ${some.map((row, at) => (at === 0 ? lowerFirst : upperFirst)(movedText(row))).join(' ')}`,
        weight: weighed(some),
        figure: 'events',
        rests: restsOf(some),
      }),
    ),
    ...(nothing.length > 0
      ? [
          {
            id: 'events-nothing',
            name: 'Events',
            text: `What followed lies within what chance explains: ${listed(nothing.slice(0, mostNamed).map((row) => `${row.name} (${row.from}; ${nothingText(row)})`))}${nothing.length > mostNamed ? `; and ${nothing.length - mostNamed} more` : ''}.`,
            weight: weighed(nothing),
            figure: 'events',
            rests: restsOf(nothing.slice(0, mostNamed)),
          },
        ]
      : []),
  ];
}

/** Events that are to move no figure are named all the same: they may be why others moved. */
export function namedSentences(
  events: Pick<Config, 'events'>['events'],
  brand: string,
  began: Days,
  today: string,
): Sentence[] {
  const named = events.filter(
    ({ date, figure }) => figure === undefined && date >= began.from && date <= began.to,
  );
  const [first] = [...named].sort((a, b) => a.date.localeCompare(b.date));
  if (!first) return [];
  return [
    {
      id: 'events-named',
      name: 'Events',
      text: `brand.yml notes of this time, without a figure that it should move: ${listed(named.map(({ name, date }) => `${name} (${date})`))}.`,
      weight: weights.event,
      figure: 'events',
      rests: [{ figure: 'stories', brand, from: first.date, to: today }],
    },
  ];
}
