import type { Alarm } from './alarm.ts';
import { dayName } from './calendar.ts';
import { emergingTerms, type Told } from './emerging-terms.ts';
import type { Facts } from './facts.ts';
import { themesOfRow } from './late-stories.ts';
import type { Rows } from './rows.ts';
import type { SourceFacts } from './source-facts.ts';
import { thinned } from './thinned.ts';
import type { Terms } from './vocabulary.ts';
import { listed } from './written.ts';

/** Days before an alert that its sources, themes and words are held against. */
const usualDays = 56;
/** Stories of those days whose words are read; more are thinned out evenly. */
const mostEarlier = 600;
/** Fewest of the alert’s own kind: of fewer, all earlier talk of the brand is read instead. */
const fewestEarlier = 30;
const mostWords = 3;
const mostQuotes = 3;
/** Least share of an excess that a source or a theme must hold to be named as what makes it; of a word. */
const makesIt = 0.3;
const wordMakesIt = 0.2;
const fewestWithWord = 3;
/** Copies of one story on a day that are worth a word. */
const manyCopies = 5;
const longestTitle = 90;

/** An alert before it is explained: what was counted, on which days, and the worst of them. */
export type Found = {
  what: string;
  /** Whether its kind is one theme, which then explains nothing. */
  ofTheme: boolean;
  from: number;
  to: number;
  worst: number;
  alarm: Alarm;
  /** Rows that count, of the worst day; of all its days; and of days before them. */
  onDay: number[];
  counted: number[];
  earlier: number[];
  /** Days that those come from. */
  daysBefore: number;
  /** First rows of stories with how often each was carried on that day. */
  copies: ReadonlyMap<number, number>;
  /** Rows of days before whose words are read. */
  before: number[];
};

/** What is kept of a row’s words; of the first rows of copied stories their title too. */
export type Words = { title: string; terms: Terms };

export type Reasons = {
  text: string;
  quotes: string[];
  words: string[];
  source?: string;
  theme?: string;
};

/** First row of a row’s story. */
export function storyOf(rows: Rows, row: number): number {
  let at = row;
  while ((rows.previous[at] as number) >= 0) at = rows.previous[at] as number;
  return at;
}

const whole = (value: number): string =>
  value < 10 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);

/** What of a day’s excess comes from one of several parts; the largest, where it holds enough. */
function largest(
  seen: ReadonlyMap<number, number>,
  usual: ReadonlyMap<number, number>,
  excess: number,
): { part: number; more: number } | undefined {
  let found: { part: number; more: number } | undefined;
  for (const [part, count] of [...seen].sort(([a], [b]) => a - b)) {
    const more = count - (usual.get(part) ?? 0);
    if (more >= makesIt * excess && more > (found?.more ?? 0)) found = { part, more };
  }
  return found;
}

function countOf(rows: readonly number[], partsOf: (row: number) => readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) for (const part of partsOf(row)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

/**
 * Looks for what an alert can be told by: rows that count on its days, and those of the 56 days before.
 *
 * @param rowsOn rows of a day on sources that were covered
 */
export function gathered(
  rows: Rows,
  rowsOn: (day: number) => Iterable<number>,
  counts: (row: number) => boolean,
  { from, to, worst, joined }: { from: number; to: number; worst: number; joined: number },
): Pick<Found, 'onDay' | 'counted' | 'earlier' | 'daysBefore' | 'copies'> {
  const of = (begin: number, end: number, taken: (row: number) => boolean): number[] => {
    const found: number[] = [];
    for (let day = begin; day <= end; day++) for (const row of rowsOn(day)) if (taken(row)) found.push(row);
    return found;
  };
  const copies = new Map<number, number>();
  for (const row of rowsOn(worst)) {
    const story = storyOf(rows, row);
    if (counts(story)) copies.set(story, (copies.get(story) ?? 0) + 1);
  }
  const begin = Math.max(joined, from - usualDays);
  return {
    onDay: of(worst, worst, counts),
    counted: of(from, to, counts),
    earlier: of(begin, from - 1, counts),
    daysBefore: Math.max(1, from - begin),
    copies,
  };
}

/** Rows of those before an alert whose words are read. */
export function readBefore({ earlier }: Pick<Found, 'earlier'>, all: () => number[]): number[] {
  return thinned(earlier.length >= fewestEarlier ? earlier : all(), mostEarlier);
}

/** Explains an alert: expected and seen, which source, story, theme and words make the excess, and three quotes. */
export function reasonsOf(
  facts: Facts,
  rows: Rows,
  found: Found,
  words: ReadonlyMap<number, Words>,
  textOf: (term: number) => string,
): Reasons {
  const { alarm, onDay, earlier, before, daysBefore, copies, worst } = found;
  const excess = alarm.seen - alarm.expected;
  const sourceIn = (row: number): number[] => [rows.source[row] as number];
  const themesIn = (row: number): number[] => themesOfRow(rows, row);
  const [bySource, usualSource] = [countOf(onDay, sourceIn), countOf(earlier, sourceIn)];
  const perDay = (counts: Map<number, number>) =>
    new Map([...counts].map(([part, count]) => [part, count / daysBefore]));
  const source =
    bySource.size + usualSource.size > 1 ? largest(bySource, perDay(usualSource), excess) : undefined;
  const theme = found.ofTheme
    ? undefined
    : largest(countOf(onDay, themesIn), perDay(countOf(earlier, themesIn)), excess);
  const [copied] = [...copies].sort(([a, n], [b, m]) => m - n || a - b);
  const carried = copied && copied[1] >= manyCopies ? { story: copied[0], times: copied[1] } : undefined;

  const told = (row: number): Told<number> => ({
    id: rows.id(row),
    site: rows.site[row] as number,
    terms: words.get(row)?.terms ?? [],
  });
  const late = found.counted.map(told);
  const least = { stories: Math.max(fewestWithWord, Math.ceil(wordMakesIt * excess)), sites: 1 };
  const terms = emergingTerms(before.map(told), late, textOf, mostWords, least);
  const saying = new Map<number, number>();
  for (const { stories } of terms)
    for (const at of stories) {
      const row = found.counted[at] as number;
      saying.set(row, (saying.get(row) ?? 0) + 1);
    }

  const labelOf = (at: number): SourceFacts => facts.sources[at] as SourceFacts;
  const themeOf = (at: number): Facts['themes'][number] => facts.themes[at] as Facts['themes'][number];
  const title = carried ? titleText(words.get(carried.story)?.title ?? '') : '';
  const standOut = terms.map(({ term }) => term);
  const sentences = [
    `${alarm.seen} ${found.what} on ${dayName(facts.first + worst)}, where ${whole(alarm.expected)} ${whole(alarm.expected) === '1' ? 'was' : 'were'} expected (${alarm.low} to ${alarm.high}).`,
    ...(source
      ? [`${Math.round(source.more)} more than usual came from ${labelOf(source.part).label}.`]
      : []),
    ...(theme ? [`${Math.round(theme.more)} more than usual speak of ${themeOf(theme.part).name}.`] : []),
    ...(standOut.length > 0 ? [`Words that stand out: ${listed(standOut.map((word) => `“${word}”`))}.`] : []),
    ...(carried
      ? [`One story was carried ${carried.times} times${title === '' ? '.' : `: “${title}”.`}`]
      : []),
  ];
  const telling = (row: number): number =>
    (source && rows.source[row] === source.part ? 2 : 0) +
    (theme && themesIn(row).includes(theme.part) ? 2 : 0) +
    (carried && storyOf(rows, row) === carried.story ? 3 : 0) +
    (saying.get(row) ?? 0);
  const stories = new Set<number>();
  const quotes = [...onDay]
    .sort((a, b) => telling(b) - telling(a) || a - b)
    .filter((row) => !stories.has(storyOf(rows, row)) && stories.add(storyOf(rows, row)))
    .slice(0, mostQuotes)
    .map((row) => rows.id(row));
  return {
    text: sentences.join(' '),
    quotes,
    words: standOut,
    ...(source ? { source: labelOf(source.part).id } : {}),
    ...(theme ? { theme: themeOf(theme.part).id } : {}),
  };
}

/** A title within a sentence: cut at a word, without what would end the sentence early. */
function titleText(title: string): string {
  const plain = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?…]+$/u, '');
  if (plain.length <= longestTitle) return plain;
  return `${plain.slice(0, longestTitle).replace(/\s+\S*$/u, '')}…`;
}
