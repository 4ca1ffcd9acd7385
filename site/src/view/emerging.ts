import type { Figure, RankingFigure } from '#contract';
import type { Heard } from '../data.ts';
import { words } from '../words.ts';
import { and, pageWords } from '../words-pages.ts';
import { behindRow } from './behind.ts';
import { dayIn, dayToMs } from './calendar.ts';
import { rangeText } from './headline.ts';
import type { Formats } from './numbers.ts';

/** What people begin to say, ask for, and compare. */

const say = pageWords.emerging;
/** Terms that the first sentence names. */
const named = 3;

type Row = RankingFigure['brands'][string]['rows'][number];
const rowsOf = (figures: ReadonlyMap<string, Figure>, id: string, brand: string): readonly Row[] => {
  const figure = figures.get(id);
  return figure?.kind === 'ranking' ? (figure.brands[brand]?.rows ?? []) : [];
};
export const periodOf = (
  figures: ReadonlyMap<string, Figure>,
  id: string,
): RankingFigure['period'] | null => {
  const figure = figures.get(id);
  return figure && figure.kind !== 'series' ? figure.period : null;
};

export type NewTerm = {
  term: string;
  share: string;
  before: string;
  stories: string;
  sites: string;
  /** First day of the period on which it was said; empty where the stored words do not show it any more. */
  first: string;
  mentions: readonly string[];
};

/** First day on which each of some terms stands in what was said of a brand. */
function firstDays(
  mentions: readonly Heard[],
  brand: string,
  terms: readonly string[],
  { from, to }: RankingFigure['period'],
  zone: string,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { brand: of, publishedAt, title, excerpt } of mentions) {
    if (of !== brand) continue;
    const day = dayIn(zone, publishedAt);
    if (day < from || day > to) continue;
    const text = `${title}\n${excerpt}`.toLowerCase();
    for (const term of terms)
      if (text.includes(term) && day < (found.get(term) ?? '9999')) found.set(term, day);
  }
  return found;
}

/** A number with one decimal; what is not nothing is not written as 0. */
export const tenths = (value: number, formats: Formats): string =>
  value > 0 && value < 0.05 ? words.under(formats.number(0.1, 1)) : formats.number(value, 1);

const shareText = (percent: number, formats: Formats): string =>
  `${percent < 10 ? tenths(percent, formats) : formats.number(percent)}%`;

/** A count; what could not be told is no 0. */
const countText = (count: number | undefined, formats: Formats): string =>
  count === undefined ? words.noPart : formats.number(count);

export function newTerms(
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  mentions: readonly Heard[],
  zone: string,
  formats: Formats,
): NewTerm[] {
  const period = periodOf(figures, 'emerging');
  const rows = rowsOf(figures, 'emerging', brand);
  if (!period || rows.length === 0) return [];
  const first = firstDays(
    mentions,
    brand,
    rows.map(({ name }) => name),
    period,
    zone,
  );
  return rows.map(({ name, value, n, parts, mentions: shown }) => {
    const day = first.get(name);
    return {
      term: name,
      share: value === null ? words.noValue : shareText(value, formats),
      before: parts['before'] === undefined ? words.noPart : shareText(parts['before'], formats),
      stories: formats.number(n),
      sites: countText(parts['sites'], formats),
      first: day === undefined ? '' : formats.day(dayToMs(day)),
      mentions: shown,
    };
  });
}

export function termSentence(terms: readonly NewTerm[]): string {
  const [first] = terms;
  if (!first) return say.nothingNew;
  const names = terms.slice(0, named).map(({ term }) => `“${term}”`);
  return terms.length === 1
    ? say.oneNew(names[0] ?? '', first.share, first.before, first.stories)
    : say.someNew(and(names), first.term, first.share, first.before);
}

export type Request = {
  id: string;
  name: string;
  stories: string;
  kinds: string;
  mentions: readonly string[];
};

/** Whether it is counted who suggests or asks: only intents that are told well enough are. */
export const tellsRequests = (figures: ReadonlyMap<string, Figure>, brand: string): boolean =>
  rowsOf(figures, 'requests', brand).some(({ parts }) => 'suggest' in parts || 'ask' in parts);

/** What is asked for, by theme, the most first; who only compares stands with the comparisons. */
export const requestsOf = (
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  formats: Formats,
): Request[] =>
  rowsOf(figures, 'requests', brand)
    .filter(({ parts }) => (parts['suggest'] ?? 0) + (parts['ask'] ?? 0) > 0)
    .map(({ id, name, n, parts, mentions }) => ({
      id,
      name,
      stories: formats.number(n),
      kinds: and(
        (['suggest', 'ask', 'compare'] as const).flatMap((intent) => {
          const count = parts[intent] ?? 0;
          return count > 0 ? [say.intent[intent](formats.number(count))] : [];
        }),
      ),
      mentions,
    }));

/** Themes of a rivalry that are named; the rest are in the figure's file. */
const mostRivalThemes = 5;

export type Rivalry = {
  id: string;
  name: string;
  compared: string;
  wins: string;
  even: string;
  losses: string;
  /** Who comes off better, in a word: only where the interval leaves zero out. */
  outcome: string;
  interval: string;
  leftFor: string;
  cameFrom: string;
  /** Themes on which it comes off better, worse or even, with how often; empty where none is named of both. */
  themes: string;
  mentions: readonly string[];
};

/** With whom the brand is compared, who comes off better, and where people come from and go to. */
export const rivalriesOf = (
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  formats: Formats,
): Rivalry[] =>
  rowsOf(figures, 'comparisons', brand).map(
    ({ id, name, value, low, high, n, parts, mentions, themes = [] }) => ({
      id,
      name,
      compared: formats.number(n),
      wins: countText(parts['wins'], formats),
      even: countText(parts['even'], formats),
      losses: countText(parts['losses'], formats),
      outcome:
        value === null || low === null || high === null
          ? say.outcome.few
          : low > 0
            ? say.outcome.wins
            : high < 0
              ? say.outcome.loses
              : say.outcome.close,
      interval:
        value === null
          ? ''
          : `${formats.value(value, 'points')} (${rangeText(low, high, 'points', formats)})`,
      leftFor: countText(parts['leftFor'], formats),
      cameFrom: countText(parts['cameFrom'], formats),
      themes: themes
        .slice(0, mostRivalThemes)
        .map(({ name, wins, even, losses }) =>
          say.themeScore(name, formats.number(wins), formats.number(even), formats.number(losses)),
        )
        .join(' · '),
      mentions,
    }),
  );

/** Who leaves and who comes, over the whole panel, in a sentence; empty where nobody says so. */
export function movesText(figures: ReadonlyMap<string, Figure>, brand: string, formats: Formats): string {
  const rows = rowsOf(figures, 'comparisons', brand);
  const sum = (part: string): number => rows.reduce((total, { parts }) => total + (parts[part] ?? 0), 0);
  const [left, came] = [sum('leftFor'), sum('cameFrom')];
  return left + came === 0 ? '' : say.moves(formats.number(left), formats.number(came));
}

export type Unbranded = {
  /** How much of the talk names no brand, in a sentence; empty where there is too little. */
  share: string;
  /** Address of the stories that the sentence counts. */
  list: string | null;
  groups: {
    name: string;
    /** By which rule its rows are counted; empty where they all are by one. */
    rule: string;
    rows: {
      id: string;
      name: string;
      share: string;
      interval: string;
      before: string;
      n: string;
      mentions: readonly string[];
    }[];
  }[];
};

/** Talk of the trade that names no brand; null where no source keeps such. */
export function unbrandedOf(
  figures: ReadonlyMap<string, Figure>,
  home: string,
  formats: Formats,
): Unbranded | null {
  const figure = figures.get('category');
  if (figure?.kind !== 'ranking') return null;
  const rows = figure.brands[home]?.rows ?? [];
  const percent = (value: number): string => formats.value(value, 'percent');
  const all = rows.find(({ group }) => group === 'all');
  const { value = null, low = null, high = null } = all ?? {};
  return {
    share:
      value === null || low === null || high === null
        ? ''
        : say.namesNone(
            percent(value),
            words.interval.range(percent(low), percent(high)),
            formats.number(all?.n ?? 0),
          ),
    list: all ? behindRow(figure, home, all) : null,
    groups: (['request', 'theme', 'word'] as const).flatMap((group) => {
      const of = rows.filter((row) => row.group === group);
      if (of.length === 0) return [];
      return [
        {
          name: say.unbrandedGroups[group],
          rule: group === 'request' ? say.requestRules : '',
          rows: of.map((row) => ({
            id: row.id,
            name: row.name,
            share: row.value === null ? words.figure.tooFew : percent(row.value),
            interval: row.value === null ? '' : rangeText(row.low, row.high, 'percent', formats),
            before:
              row.parts['before'] === undefined ? words.noPart : shareText(row.parts['before'], formats),
            n: formats.number(row.n),
            mentions: row.mentions,
          })),
        },
      ];
    }),
  };
}
