import type { BreakdownFigure, Figure, RankingFigure } from '#contract';
import {
  type Brand,
  isSeries,
  type Sentence,
  weightOf,
  weightOfCost,
  weightOfExcess,
  weights,
} from './brief-sentence.ts';
import { countText, listed, numberText, shareText, valueText } from './written.ts';

export type Row = RankingFigure['brands'][string]['rows'][number];
export const rowsIn = (figure: Figure | undefined, brand: string): readonly Row[] =>
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

/** `37 stories on Trust on 2026-09-21, where 0.2 were expected (0 to 1)`: the first sentence of an alert, without its end. */
export const expectedText = ({ text = '', name }: Row): string => {
  const first = text.split(/\.(?= |$)/u)[0] ?? '';
  return first === '' ? name : first.replace(/\.$/, '');
};

/** Whether the day that an alert tells of is one of the days from here on: it may last longer than what it says. */
export const peaksFrom = ({ day, to, from: began }: Row, from: string): boolean =>
  (day ?? to ?? began ?? from) >= from;

/** Alerts that began on one day are one thing to tell, by the one that adds most; those that add most come first. */
export function alertSentences(
  figure: Figure | undefined,
  brand: string,
  from: string,
  stories: number,
): Sentence[] {
  const alerts = rowsIn(figure, brand)
    .filter((row) => peaksFrom(row, from))
    .map((row) => ({
      row,
      weight:
        weights.standing +
        weightOfExcess(row.n - (row.parts.expectedHigh ?? row.parts.expected ?? 0), stories),
    }))
    .sort((a, b) => b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1));
  const groups = Map.groupBy(alerts, ({ row }) => row.from ?? row.id);
  return [...groups.values()].slice(0, mostOfKind).flatMap(([first, ...others]): Sentence[] => {
    if (!first) return [];
    const { row, weight } = first;
    const { id, name, text = '', mentions } = row;
    const more = others.slice(0, mostOfKind);
    const named = (told: string): string =>
      told.includes(name) || name === 'Volume' ? told : `${name}: ${told}`;
    return [
      {
        ...{ id, name, weight, figure: 'alerts', mentions },
        text: `${named(text)}${more.length > 0 ? ` Alerts of the same days: ${listed(more.map(({ row: other }) => other.name))}.` : ''}`,
        brief: `${named(expectedText(row))}; more of it below.`,
        rests: [first, ...more].map(({ row: { id: of, day } }) => ({
          ...{ figure: 'alerts', brand, row: of },
          ...(day === undefined ? {} : { from: day, to: day }),
        })),
      },
    ];
  });
}

/** What is new in the talk of the last four weeks, in one sentence. */
export function newTermSentences(figure: Figure | undefined, brand: string): Sentence[] {
  const rows = rowsIn(figure, brand).slice(0, mostOfKind);
  if (rows.length === 0) return [];
  const excess = Math.max(...rows.map(({ value, parts }) => (value ?? 0) - (parts.before ?? 0)));
  return [
    {
      id: 'new-terms',
      name: 'New in the talk',
      text: `New in the talk: ${listed(
        rows.map(
          ({ name, n, value, parts }, at) =>
            `“${name}”, in ${countText(n, at === 0 ? 'stories of the last four weeks' : 'stories')} (${shareText(value ?? 0)}, ${shareText(parts.before ?? 0)} before)`,
        ),
      )}.`,
      weight: weights.standing + weightOfExcess(excess, 100),
      figure: 'emerging',
      rests: rows.map(({ id }) => ({ figure: 'emerging', brand, row: id })),
      mentions: rows[0]?.mentions ?? [],
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
