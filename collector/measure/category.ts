import type { RankingFigure } from '#contract';
import { emergingTerms, type Told, wordsOfNames } from './emerging-terms.ts';
import type { Facts } from './facts.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { themesOfRow } from './late-stories.ts';
import { type Moments, wilsonInterval } from './moments.ts';
import { round } from './round.ts';
import { hasIntent, type Rows } from './rows.ts';
import { visitTexts, wholeOf } from './texts.ts';
import { thinned } from './thinned.ts';
import { type Candidate, typicalQuotes } from './typical-quotes.ts';
import { fewestForRatio } from './verdict.ts';
import { openVocabulary, type Terms } from './vocabulary.ts';

const method = 'category@2';
const mostQuotes = 3;
/** Stories of a window whose words are read; more are thinned out evenly. */
const mostRead = 3000;
const mostWords = 10;
/** A word must be said by so many stories, of so many sites; talk of the trade often has one forum. */
const least = { stories: 4, sites: 1 };
/** A question as people write it: a mark that ends a word, in any of the scripts that have one. */
const question = /\p{L}["'”’)\]]*\s?[?？؟]/u;
const requests = ['ask', 'suggest', 'compare'] as const;

type Row = RankingFigure['brands'][string]['rows'][number];
type Group = NonNullable<Row['group']>;

const moments = (n: number, hits: number): Moments => ({ n, sum: hits, squares: hits, dayNumbers: n });

/** First mentions of the stories of a span of days. */
function firstOf(rows: Rows, from: number, to: number): number[] {
  const found: number[] = [];
  for (let row = rows.starts[Math.max(0, from)] ?? 0; row < (rows.starts[to] ?? 0); row++)
    if (rows.previous[row] === -1) found.push(row);
  return found;
}

/** Documents of the same sources and days that name a brand of the panel, each once. */
function branded(facts: Facts, sources: ReadonlySet<number>, from: number): number {
  const docs = new Set<number>();
  for (const rows of facts.rows)
    for (const row of firstOf(rows, from, facts.days))
      if (sources.has(rows.source[row] as number)) docs.add(rows.doc[row] as number);
  return docs.size;
}

/** Sources that keep what names no brand. */
function sourcesOf(facts: Facts): ReadonlySet<number> {
  const marked = new Set(facts.config.sources.flatMap(({ id, category }) => (category ? [id] : [])));
  const found = new Set(facts.sources.flatMap(({ id }, source) => (marked.has(id) ? [source] : [])));
  for (const source of facts.category.source) found.add(source);
  return found;
}

function rowsOf(facts: Facts): Row[] {
  const rows = facts.category;
  const from = facts.days - breakdownDays;
  const late = firstOf(rows, from, facts.days);
  const before = firstOf(rows, from - breakdownDays, Math.max(0, from));
  const read = [thinned(before, mostRead), thinned(late, mostRead)] as const;
  const { termsOf, textOf } = openVocabulary(wordsOfNames(facts.config));
  const told = new Map(
    read
      .flat()
      .map((row): [number, Told<number> & { terms: Terms; asks: boolean }] => [
        row,
        { id: rows.id(row), site: rows.site[row] as number, terms: new Uint32Array(0), asks: false },
      ]),
  );
  visitTexts(facts, [...facts.brands.map(() => []), told.keys()], (_, row, text) => {
    const one = told.get(row);
    if (one) Object.assign(one, { terms: termsOf(wholeOf(text)), asks: question.test(wholeOf(text)) });
  });
  const toldOf = (of: readonly number[]) => of.flatMap((row) => told.get(row) ?? []);
  const now = toldOf(read[1]);
  const wasRead = new Set(read[1]);
  const said = new Map<number, number>();
  for (const { terms } of now) for (const term of terms) said.set(term, (said.get(term) ?? 0) + 1);
  const rarity = (term: number): number => Math.log(1 + now.length / (said.get(term) ?? 1));
  const quotesOf = (of: readonly number[]): string[] =>
    typicalQuotes(
      of.flatMap((row): Candidate[] => {
        const terms = wasRead.has(row) ? told.get(row)?.terms : undefined;
        const length = rows.textLength[row] as number;
        const themes = themesOfRow(rows, row).length;
        return terms ? [{ row, terms, length, site: rows.site[row] as number, carried: 1, themes }] : [];
      }),
      mostQuotes,
      rarity,
    ).map((row) => rows.id(row));

  /** A part of the unbranded stories: its share of them in percent, and before. */
  const part = (group: Group, id: string, name: string, of: readonly number[], earlier: number): Row => {
    const enough = late.length >= fewestForRatio;
    const { low, high } = wilsonInterval(moments(late.length, of.length), 0);
    return {
      id: `${group}-${id}`,
      name,
      value: enough ? round((100 * of.length) / late.length) : null,
      low: enough ? round(100 * low) : null,
      high: enough ? round(100 * high) : null,
      n: of.length,
      parts: before.length >= fewestForRatio ? { before: round((100 * earlier) / before.length) } : {},
      mentions: quotesOf(of),
      group,
    };
  };
  const partWhere = (group: Group, id: string, name: string, holds: (row: number) => boolean): Row =>
    part(group, id, name, late.filter(holds), before.filter(holds).length);

  const naming = branded(facts, sourcesOf(facts), from);
  const all = late.length + naming;
  const whole = wilsonInterval(moments(all, late.length), 0);
  const first: Row = {
    id: 'all',
    name: 'Names no brand',
    value: all >= fewestForRatio ? round((100 * late.length) / all) : null,
    low: all >= fewestForRatio ? round(100 * whole.low) : null,
    high: all >= fewestForRatio ? round(100 * whole.high) : null,
    n: late.length,
    parts: {},
    mentions: quotesOf(read[1]),
    group: 'all',
  };
  const themes = facts.themes.map(({ id, name }, theme) =>
    partWhere('theme', id, name, (row) => themesOfRow(rows, row).includes(theme)),
  );
  const wanted = requests.map((intent) =>
    partWhere('request', intent, requestNames[intent], (row) => hasIntent(rows, row, intent)),
  );
  // Read where words are read only, so that its share is one of those.
  const isQuestion = (row: number): boolean => told.get(row)?.asks === true;
  const asked = part(
    'request',
    'question',
    'Asks a question',
    late.length === read[1].length ? late.filter(isQuestion) : [],
    before.length === read[0].length ? before.filter(isQuestion).length : 0,
  );
  const words = emergingTerms(toldOf(read[0]), now, textOf, mostWords, least).map(
    ({ term, stories, before, sites }): Row => {
      const of = stories.map((at) => read[1][at] as number);
      const row = part('word', term, `“${term}”`, of, 0);
      return { ...row, parts: { before: round(100 * before), sites } };
    },
  );
  const frequent = (list: Row[]): Row[] =>
    list.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  return [first, ...frequent([asked, ...wanted]), ...frequent(themes), ...words];
}

const requestNames = { ask: 'Asks', suggest: 'Suggests', compare: 'Compares' } as const;

/** What the figure is, in words, as figures of the registry say it. */
export const category = {
  id: 'category',
  title: 'Talk of the trade',
  question: 'What do people speak of, and ask for, where they name no brand?',
  formula:
    'On sources marked `category: true`, over the last 90 days: stories that name no brand of the panel ÷ all stories kept there; of those that name none, by stories, the share that asks a question (a question mark behind a word) or carries an intent, the share of each theme, and up to ten words and pairs of words whose share exceeds that of the 90 days before (tested as emerging words are, by Benjamini–Hochberg’s rule at 1%, in at least 4 stories). Beside each what it was in the 90 days before. Intervals: Wilson.',
  limits:
    'Only what these sources carry: a source that is searched for a word shows talk with that word. A brand outside of the panel counts as none. A question may be rhetorical. No correction for days on which a source was not covered.',
  unit: '% of stories',
  basis: 'stories that name no brand',
  proxy: false,
  method,
} as const;

/** Talk that names no brand, where a source keeps such; it stands under the own brand, since it is the trade’s. */
export function categoryOf(facts: Facts): RankingFigure | undefined {
  const own = facts.brands[0]?.id ?? '';
  const kept = facts.config.sources.some((source) => source.category) || facts.category.length > 0;
  if (!kept || facts.days === 0) return undefined;
  return {
    ...category,
    kind: 'ranking',
    brands: { [own]: { rows: rowsOf(facts) } },
    period: lastDays(breakdownDays, facts),
  };
}
