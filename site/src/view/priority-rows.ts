import type { About, Figure, RankingFigure, VerdictWord } from '#contract';
import { words } from '../words.ts';
import { and, pageWords } from '../words-pages.ts';
import { isShortHistory, verdictOf } from './answer.ts';
import { dayToMs } from './calendar.ts';
import { box } from './chart-paths.ts';
import { withDays } from './dated-text.ts';
import { surenessOf } from './lead.ts';
import type { Formats } from './numbers.ts';

/** Pain points in their order: what they cost, how far they reach, whether they spread, and what was done about them. */

const say = pageWords.priorities;

/** A value in words with its interval, and its place on a scale. */
export type Measured = { text: string; interval: string };
export type Action = {
  name: string;
  when: string;
  /** Whether it helped, in a word of ours, and in the sentence of the figure. */
  outcome: string;
  text: string;
};
export type PriorityRow = {
  id: string;
  name: string;
  rank: number;
  stories: number;
  cost: (Measured & { at: number; low: number; high: number; sure: boolean }) | null;
  advocates: (Measured & { sure: boolean }) | null;
  reach: Measured | null;
  /** `short`: the history, not the talk, is too little for a change. */
  trend: { verdict: VerdictWord; short: boolean; text: string; interval: string };
  complaints: readonly string[];
  praise: readonly string[];
  actions: Action[];
};
export type Priorities = {
  rows: PriorityRow[];
  scale: { low: string; high: string; zero: number };
  period: RankingFigure['period'];
};

type Row = RankingFigure['brands'][string]['rows'][number];
type Part = { value: number; low: number; high: number };

function partOf({ parts }: Row, name: string): Part | null {
  const [value, low, high] = [parts[name], parts[`${name}Low`], parts[`${name}High`]];
  return value === undefined || low === undefined || high === undefined ? null : { value, low, high };
}

/** A change in a verdict's words, by the same bounds. */
export function changeWord(change: Part | null): VerdictWord {
  if (!change) return 'too little data';
  const up = surenessOf(change);
  if (up !== 'close') return up === 'ahead' ? 'up' : 'perhaps up';
  const down = surenessOf({ value: -change.value, low: -change.high, high: -change.low });
  if (down === 'close') return 'no clear change';
  return down === 'ahead' ? 'down' : 'perhaps down';
}

/** Actions on a theme, oldest first: their rows among the events are named by day and theme. */
function actionsOf(
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  theme: string,
  themes: ReadonlySet<string>,
  formats: Formats,
): Action[] {
  const figure = figures.get('events');
  if (figure?.kind !== 'ranking') return [];
  const isOf = (id: string): boolean => {
    const rest = /^\d{4}-\d{2}-\d{2}-action-(.*)$/.exec(id)?.[1];
    if (rest === undefined || rest === theme) return rest === theme;
    // The second action of a day has a number behind it, which may be part of another theme's name.
    return rest.startsWith(theme) && /^-\d+$/.test(rest.slice(theme.length)) && !themes.has(rest);
  };
  return (figure.brands[brand]?.rows ?? [])
    .filter(({ id }) => isOf(id))
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .map(({ name, from, value, low, high, text, parts }) => ({
      name,
      when: from === undefined ? '' : formats.day(dayToMs(from)),
      outcome:
        value === null || low === null || high === null
          ? say.outcome.early
          : (parts.alsoBegan ?? 0) > 0
            ? say.outcome.mixed
            : high < 0
              ? say.outcome.helped
              : low > 0
                ? say.outcome.worse
                : say.outcome.unclear,
      text: withDays(text ?? '', formats),
    }));
}

/** The rows of a brand; null where the figure was not measured. */
export function prioritiesOf(
  figures: ReadonlyMap<string, Figure>,
  about: Pick<About, 'brands' | 'themes'>,
  formats: Formats,
): Priorities | null {
  const figure = figures.get('priorities');
  if (figure?.kind !== 'ranking') return null;
  const brand = about.brands[0]?.id ?? '';
  const found = figure.brands[brand]?.rows ?? [];
  const themes = new Set(about.themes.map(({ id }) => id));
  const ends = found
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((v): v is number => v !== null);
  const low = Math.min(0, ...ends);
  const high = Math.max(...ends, 0) || 1;
  const place = (v: number): number => ((v - low) / (high - low || 1)) * box;
  const talk = verdictOf(figures.get('stories'), brand, '90');
  const isShort = talk !== undefined && isShortHistory(talk);
  const two = (v: number): string => formats.number(v, 2);
  const one = (v: number): string => formats.number(v, 1);
  const rows = found.map((row, index): PriorityRow => {
    const [advocates, reach, trend] = ['advocates', 'reach', 'trend'].map((name) => partOf(row, name));
    return {
      id: row.id,
      name: row.name,
      rank: index + 1,
      stories: row.n,
      cost:
        row.value === null || row.low === null || row.high === null
          ? null
          : {
              text: words.change.stars(two(row.value)),
              interval: words.interval.range(two(row.low), two(row.high)),
              at: place(row.value),
              low: place(row.low),
              high: place(row.high),
              sure: row.low > 0,
            },
      advocates: advocates
        ? {
            text: words.change.points(one(advocates.value)),
            interval: words.interval.range(one(advocates.low), one(advocates.high)),
            sure: advocates.low > 0,
          }
        : null,
      reach: reach
        ? {
            text: formats.value(reach.value, 'percent'),
            interval: words.interval.range(
              formats.value(reach.low, 'percent'),
              formats.value(reach.high, 'percent'),
            ),
          }
        : null,
      trend: {
        verdict: changeWord(trend ?? null),
        short: !trend && isShort,
        text: trend ? say.points(formats.signedChange(trend.value, 'points')) : '',
        interval: trend
          ? words.interval.range(
              formats.signedChange(trend.low, 'points'),
              formats.signedChange(trend.high, 'points'),
            )
          : '',
      },
      complaints: row.quotes?.negative ?? row.mentions,
      praise: row.quotes?.positive ?? [],
      actions: actionsOf(figures, brand, row.id, themes, formats),
    };
  });
  return {
    rows,
    scale: { low: two(low), high: two(high), zero: place(0) },
    period: figure.period,
  };
}

/** What should be fixed first, in a sentence: by stars where a cost is sure, else by advocates, else by reach. */
export function prioritySentence({ rows }: Priorities): string {
  const [first] = rows;
  if (!first) return say.none;
  if (first.cost?.sure) return say.stars(first.name, first.cost.text, first.cost.interval);
  if (first.advocates?.sure) return say.advocates(first.name, first.advocates.text, first.advocates.interval);
  return first.reach ? say.reach(first.name, first.reach.text, first.reach.interval) : say.none;
}

/** What else is sure: complaints that spread, and actions that helped. */
export function priorityDetails({ rows }: Priorities): string[] {
  const [spread] = rows
    .filter(({ trend }) => trend.verdict === 'up')
    .toSorted((a, b) => b.stories - a.stories);
  const helped = rows.flatMap(({ actions }) =>
    actions.filter(({ outcome }) => outcome === say.outcome.helped),
  );
  return [
    ...(spread ? [say.spreads(spread.name, spread.trend.text, spread.trend.interval)] : []),
    ...helped.slice(-1).map(({ name, text }) => say.didHelp(name, text)),
  ];
}

/** Those at the head that are shown whatever is known of them. */
const mostUnsure = 5;

/** What the order of the rows is by: sure costs first, where there are any; else how many complain. */
export function orderedBy(rows: readonly PriorityRow[]): 'stars' | 'advocates' | 'reach' {
  if (rows.some(({ cost }) => cost?.sure === true)) return 'stars';
  return rows.some(({ advocates }) => advocates?.sure === true) ? 'advocates' : 'reach';
}

/** The first three and what they are first by: a title for the whole list. */
export const firstSentence = (rows: readonly PriorityRow[]): string =>
  say.first[orderedBy(rows)](and(rows.slice(0, 3).map(({ name }) => name)));

/** Rows in their order, those to be folded away together wherever they stand between others; to fold one away saves nothing. */
export function runsOf(rows: readonly PriorityRow[]): { folded: boolean; rows: PriorityRow[] }[] {
  const { others } = prominent(rows);
  const runs: { folded: boolean; rows: PriorityRow[] }[] = [];
  const add = (folded: boolean, row: PriorityRow): void => {
    const last = runs.at(-1);
    if (last?.folded === folded) last.rows.push(row);
    else runs.push({ folded, rows: [row] });
  };
  for (const [at, row] of rows.entries()) {
    const isOther = (one: PriorityRow | undefined): boolean => one !== undefined && others.includes(one);
    add(isOther(row) && (isOther(rows[at - 1]) || isOther(rows[at + 1])), row);
  }
  return runs;
}

/** Pain points to look at: the first, those of which a cost or a spread is sure, those about which something was done; and the others. */
export function prominent(rows: readonly PriorityRow[]): { shown: PriorityRow[]; others: PriorityRow[] } {
  const isProminent = ({ rank, cost, advocates, trend, actions }: PriorityRow): boolean =>
    rank <= mostUnsure ||
    cost?.sure === true ||
    advocates?.sure === true ||
    trend.verdict === 'up' ||
    actions.length > 0;
  const others = rows.filter((row) => !isProminent(row));
  // To fold one away saves nothing.
  return others.length < 2 ? { shown: [...rows], others: [] } : { shown: rows.filter(isProminent), others };
}
