import { wordsOfNames } from './emerging-terms.ts';
import type { Facts } from './facts.ts';
import { lateStories } from './late-stories.ts';
import { hasIntent, type Rows } from './rows.ts';
import { visitTexts, wholeOf } from './texts.ts';
import { thinned } from './thinned.ts';
import { type Candidate, typicalQuotes } from './typical-quotes.ts';
import { openVocabulary } from './vocabulary.ts';

/** Stories of a theme and tone that are read; more are thinned out evenly. */
const mostRead = 300;
const mostQuotes = 3;

export const quotedTones = [
  { value: -1, id: 'negative', against: ['recommend', 'praise', 'stay'] },
  { value: 1, id: 'positive', against: ['warn', 'complain', 'leave'] },
] as const;
export type QuotedTone = (typeof quotedTones)[number]['id'];

/** Stories of the last 90 days on a theme in a tone toward it, and the rows that are quoted of them. */
type ThemeQuotes = { stories: number; rows: number[] };

/** How many stories there are, the last of them, and those whose words mean nothing else than their tone. */
type Told = { stories: number; last: number; plain: number[] };

/** Stories of a brand’s last 90 days by theme and tone toward it. */
function storiesByTheme(facts: Facts, brand: number): Map<string, Told> {
  const rows = facts.rows[brand] as Rows;
  const { themes } = rows;
  const found = new Map<string, Told>();
  for (const row of lateStories(facts, brand)) {
    for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++) {
      const tone = quotedTones.find(({ value }) => value === themes.tone[at]);
      if (!tone) continue;
      const key = keyOf(themes.theme[at] as number, tone.id);
      const told = found.get(key) ?? { stories: 0, last: -1, plain: [] };
      found.set(key, told);
      if (told.last === row) continue;
      told.last = row;
      told.stories++;
      // What warns of the brand stands for no praise of a theme.
      if (!tone.against.some((intent) => hasIntent(rows, row, intent))) told.plain.push(row);
    }
  }
  return found;
}
const keyOf = (theme: number, tone: QuotedTone): string => `${theme} ${tone}`;

/** Whether its words name its brand. */
type Named = { names: boolean };

/** Candidates from rows, with the words that they say; how often each is carried is counted over all of its brand’s rows. */
export function candidatesOf(
  facts: Facts,
  wanted: readonly (readonly number[])[],
): {
  of(brand: number, rows: readonly number[]): (Candidate & Named)[];
  rarity(brand: number): (term: number) => number;
} {
  const made = wanted.map((list, brand) => {
    const rows = facts.rows[brand] as Rows;
    const carried = timesCarried(rows, list);
    return new Map(
      list.map((row): [number, Candidate & Named] => [
        row,
        {
          row,
          terms: new Uint32Array(0),
          length: 0,
          names: false,
          site: rows.site[row] as number,
          carried: carried.get(row) ?? 1,
          themes: (rows.themes.starts[row + 1] as number) - (rows.themes.starts[row] as number),
        },
      ]),
    );
  });
  const { termsOf, release } = openVocabulary(wordsOfNames(facts.config));
  const called = [facts.config.brand, ...facts.config.competitors].map(({ name, any = [] }) =>
    [name, ...any].map((one) => one.toLowerCase()),
  );
  visitTexts(facts, wanted, (brand, row, text) => {
    const candidate = made[brand]?.get(row);
    if (!candidate) return;
    const whole = wholeOf(text);
    candidate.terms = termsOf(whole);
    candidate.length = Math.max(text.title.length, text.excerpt.length);
    const low = whole.toLowerCase();
    candidate.names = called[brand]?.some((name) => low.includes(name)) ?? false;
  });
  release();
  return {
    of: (brand, rows) => rows.flatMap((row) => made[brand]?.get(row) ?? []),
    rarity(brand) {
      const all = made[brand] ?? new Map<number, Candidate>();
      const said = new Map<number, number>();
      for (const { terms } of all.values())
        for (const term of terms) said.set(term, (said.get(term) ?? 0) + 1);
      return (term) => Math.log(1 + all.size / (said.get(term) ?? 1));
    },
  };
}

/** How often the stories that begin with these rows were carried. */
function timesCarried(rows: Rows, firsts: readonly number[]): Map<number, number> {
  const begins = new Map<number, number>();
  const times = new Map(firsts.map((row) => [row, 0]));
  let from = Number.POSITIVE_INFINITY;
  for (const row of firsts) from = Math.min(from, row);
  for (let row = from; row < rows.length; row++) {
    const before = rows.previous[row] as number;
    const first = before < 0 ? row : begins.get(before);
    if (first === undefined) continue;
    begins.set(row, first);
    const count = times.get(first);
    if (count !== undefined) times.set(first, count + 1);
  }
  return times;
}

const made = new WeakMap<Facts, Map<string, ThemeQuotes>[]>();

/** Quotes of each brand by theme and tone toward it: made once, since priorities and voices show the same. */
export function themeQuotes(
  facts: Facts,
): (brand: number, theme: number, tone: QuotedTone) => ThemeQuotes | undefined {
  let quotes = made.get(facts);
  if (!quotes) {
    const stories = facts.brands.map((_, brand) => storiesByTheme(facts, brand));
    const read = stories.map((byTheme) =>
      [...byTheme.values()].flatMap(({ plain }) => thinned(plain, mostRead)),
    );
    const { of, rarity } = candidatesOf(facts, read);
    quotes = stories.map((byTheme, brand) => {
      const rare = rarity(brand);
      return new Map(
        [...byTheme].map(([key, { stories, plain }]): [string, ThemeQuotes] => [
          key,
          { stories, rows: typicalQuotes(of(brand, thinned(plain, mostRead)), mostQuotes, rare) },
        ]),
      );
    });
    made.set(facts, quotes);
  }
  const found = quotes;
  return (brand, theme, tone) => found[brand]?.get(keyOf(theme, tone));
}
