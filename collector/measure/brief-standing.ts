import type { BreakdownFigure, Config, Figure, RankingFigure } from '#contract';
import {
  type Brand,
  type Days,
  isSeries,
  lowerFirst,
  type Sentence,
  weightOf,
  weightOfCost,
  weightOfExcess,
  weights,
} from './brief-sentence.ts';
import { countText, listed, numberText, valueText } from './written.ts';

type Row = RankingFigure['brands'][string]['rows'][number];
const rowsIn = (figure: Figure | undefined, brand: string): readonly Row[] =>
  figure?.kind === 'ranking' ? (figure.brands[brand]?.rows ?? []) : [];

/** Alerts and new terms that one window names. */
const mostOfKind = 3;

/** What to fix first, by what it costs; where no cost is sure, what most stories complain of, whatever ranks first. */
export function painSentences(figure: Figure | undefined, brand: string): Sentence[] {
  const rows = rowsIn(figure, brand);
  const [dearest] = rows;
  const isSure = dearest !== undefined && (dearest.low ?? 0) > 0;
  const first = isSure ? dearest : [...rows].sort((a, b) => (b.parts.reach ?? 0) - (a.parts.reach ?? 0))[0];
  if (!first || !figure) return [];
  const { id, value, low, high, parts, name, quotes } = first;
  const { reach, reachLow, reachHigh, trend, trendLow, trendHigh } = parts;
  const range =
    reachLow === undefined || reachHigh === undefined
      ? ''
      : ` (${valueText(reachLow, '%')} to ${valueText(reachHigh, '%')})`;
  // Themes are found by words: what complains in others is not found.
  const found =
    reach === undefined
      ? ''
      : ` Such complaints are found, by their words, in at least ${valueText(reach, '%')} of the stories of 90 days${range}.`;
  const cost =
    isSure && value !== null && low !== null && high !== null
      ? `Complaints about ${name} cost most: they go with ${numberText(value, 2)} stars less over all reviews (${numberText(low, 2)} to ${numberText(high, 2)}).`
      : `Most complained of is ${name}.`;
  const rising =
    trend !== undefined && trendLow !== undefined && trendHigh !== undefined && trend > 0
      ? weightOf(trend, trendLow, trendHigh, '%')
      : 0;
  return [
    {
      id: 'first-to-fix',
      name: 'To fix first',
      text: cost + found,
      weight: weights.standing + Math.max(isSure ? weightOfCost(low ?? 0) : 0, rising),
      figure: figure.id,
      rests: [{ figure: figure.id, brand, row: id }],
      mentions: quotes?.negative ?? [],
    },
  ];
}

const stepNames: Readonly<Record<string, string>> = {
  discover: 'discovering',
  compare: 'comparing',
  buy: 'buying',
  deliver: 'delivery',
  use: 'using',
  support: 'support',
  pay: 'paying',
  renew: 'staying',
  leave: 'leaving',
};

/** The weakest step is one whose interval lies below nothing: else none is said to be weak. */
export function stepSentences(figure: Figure | undefined, brand: string): Sentence[] {
  if (figure?.kind !== 'breakdown') return [];
  type Step = BreakdownFigure['brands'][string]['rows'][number];
  const weak = (figure.brands[brand]?.rows ?? [])
    .filter(({ high, n }: Step) => high !== null && high < 0 && n >= 30)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
  if (!weak || weak.value === null || weak.low === null || weak.high === null) return [];
  const { touchpoint = '' } = weak.by;
  const { difference = null, low = null, high = null } = weak.change ?? {};
  const worse =
    difference !== null && low !== null && high !== null && difference < 0
      ? weightOf(difference, low, high, figure.unit)
      : 0;
  return [
    {
      id: 'weakest-step',
      name: 'Weakest step',
      text: `The weakest step of the journey is ${stepNames[touchpoint] ?? touchpoint}: net tone ${valueText(weak.value, figure.unit)} (${valueText(weak.low, figure.unit)} to ${valueText(weak.high, figure.unit)}) over 90 days, from ${countText(weak.n, 'stories')}.`,
      weight: weights.standing + worse,
      figure: figure.id,
      rests: [{ figure: figure.id, brand, row: touchpoint }],
    },
  ];
}

/** Alerts of the window, those that add most to what is said first. */
export function alertSentences(
  figure: Figure | undefined,
  brand: string,
  from: string,
  stories: number,
): Sentence[] {
  return rowsIn(figure, brand)
    .filter(({ to }) => to === undefined || to >= from)
    .map(({ id, name, text = '', n, parts, mentions, day }) => ({
      id,
      name,
      text: text.includes(name) ? text : `${name}: ${text}`,
      weight: weights.standing + weightOfExcess(n - (parts.expectedHigh ?? parts.expected ?? 0), stories),
      figure: 'alerts',
      rests: [{ figure: 'alerts', brand, row: id, ...(day === undefined ? {} : { from: day, to: day }) }],
      mentions,
    }))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, mostOfKind);
}

/** What is new in the talk of the last four weeks. */
export function newTermSentences(figure: Figure | undefined, brand: string): Sentence[] {
  return rowsIn(figure, brand)
    .slice(0, mostOfKind)
    .map(({ id, name, n, value, parts, mentions }) => ({
      id,
      name: 'New in the talk',
      text: `New in the talk: “${name}”, in ${countText(n, 'stories')} of the last four weeks (${numberText(value ?? 0, 1)} % of them, ${numberText(parts.before ?? 0, 1)} % before).`,
      weight: weights.standing + weightOfExcess((value ?? 0) - (parts.before ?? 0), 100),
      figure: 'emerging',
      rests: [{ figure: 'emerging', brand, row: id }],
      mentions,
    }));
}

/** Events and actions that began in the days given, each with what it moved. */
export function eventSentences(figure: Figure | undefined, brand: string, began: Days): Sentence[] {
  return rowsIn(figure, brand)
    .filter(({ from = '' }) => from >= began.from && from <= began.to)
    .map(({ id, name, from = '', text = '', value, low, high, unit = '' }) => ({
      id: `event-${id}`,
      name,
      text:
        value === null
          ? `${name}, ${from}. ${text}`
          : `${name}, ${from}: ${lowerFirst(text).replace(` from ${from} `, ' from then on ')}`,
      weight:
        weights.event +
        (value !== null && low !== null && high !== null
          ? // Of counts the row holds percentages, which are ratios.
            unit === '%'
            ? weightOf(value / 100, low / 100, high / 100, 'stories')
            : weightOf(value, low, high, unit)
          : 0),
      figure: 'events',
      rests: [{ figure: 'events', brand, row: id }],
    }));
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

/** Whether what people answer and what is said of the brand move together. */
export function agreementSentences(figures: readonly Figure[], brand: Brand): Sentence[] {
  return figures.filter(isSeries).flatMap((figure) => {
    const found = figure.agreement?.[brand.id];
    if (!found || found.relation === 'too few months') return [];
    return [
      {
        id: `agreement-${figure.id}`,
        name: figure.title,
        text: found.text,
        weight: weights.standing,
        figure: figure.id,
      },
    ];
  });
}
