import type { RankingFigure } from '#contract';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import { type Emergence, openEmergence, type Told, wordsOfNames } from './emerging-terms.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { lastDays } from './late-days.ts';
import { round } from './round.ts';
import type { Rows } from './rows.ts';
import { visitTexts, wholeOf } from './texts.ts';
import { thinned } from './thinned.ts';
import { openVocabulary } from './vocabulary.ts';

const method = 'emerging@3';
const lateDays = 28;
const earlierDays = 180;
/** Fewest covered days before the late ones: of a shorter past everything would be new. */
const fewestEarlier = 56;
/** Stories of each window that are read; more are thinned out evenly. */
const mostStories = 10_000;
const mostRows = 20;
const mostQuotes = 3;

type Row = RankingFigure['brands'][string]['rows'][number];
type Late = Told<number>;
/** Share of the days of both windows on which a source must have been covered: the words of one that joined are all new. */
const heardOften = 0.5;
function heardInBoth(facts: Facts, past: number, start: number): boolean[] {
  const share = (covered: Uint8Array, from: number, to: number): number =>
    covered.subarray(from, to).reduce((sum, one) => sum + one, 0) / Math.max(1, to - from);
  return facts.sources.map(
    ({ covered }) =>
      share(covered, past, start) >= heardOften && share(covered, start, facts.days) >= heardOften,
  );
}

/** First mentions of the stories of a span of days on which the brand was listened to, on sources that count. */
function storiesOf(
  facts: Facts,
  brand: number,
  observed: Uint8Array,
  heard: readonly boolean[],
  [from, to]: readonly [number, number],
): number[] {
  const rows = facts.rows[brand] as Rows;
  const found: number[] = [];
  for (let row = rows.starts[from] ?? 0; row < (rows.starts[to] ?? 0); row++) {
    const day = rows.day[row] as number;
    if (rows.previous[row] !== -1 || observed[day] !== 1 || !heard[rows.source[row] as number]) continue;
    found.push(row);
  }
  return thinned(found, mostStories);
}

function rowsOf(facts: Facts): Row[][] {
  const names = wordsOfNames(facts.config);
  const start = Math.max(0, facts.days - lateDays);
  const windows = facts.brands.map((_, brand) => {
    const { observed } = coverageShares(facts, speaksOf(brand), facts.joined[brand] as number);
    const past = Math.max(0, start - earlierDays);
    const heard = heardInBoth(facts, past, start);
    const known = observed.subarray(past, start).reduce((sum, one) => sum + one, 0);
    return known < fewestEarlier
      ? { earlier: [], late: [] }
      : {
          earlier: storiesOf(facts, brand, observed, heard, [past, start]),
          late: storiesOf(facts, brand, observed, heard, [start, facts.days]),
        };
  });
  const vocabulary = openVocabulary(names);
  const told = windows.map(({ late }, brand) => {
    const { id, site } = facts.rows[brand] as Rows;
    return new Map(
      late.map((row): [number, Late] => [row, { id: id(row), site: site[row] as number, terms: [] }]),
    );
  });
  visitTexts(
    facts,
    windows.map(({ late }) => late),
    (brand, row, text) => {
      const late = told[brand]?.get(row);
      if (late) late.terms = vocabulary.termsOf(wholeOf(text));
    },
  );
  const emergences = told.map((late) => openEmergence([...late.values()], vocabulary.textOf));
  // Of the earlier ones only what many late ones say matters, so that nothing of them is held.
  const finders = emergences.map((emergence) => vocabulary.finderOf(emergence.frequent()));
  visitTexts(
    facts,
    windows.map(({ earlier }) => earlier),
    (brand, _, text) => emergences[brand]?.learn(finders[brand]?.(wholeOf(text)) ?? []),
  );
  const found = windows.map(({ earlier }, brand) => {
    const late = [...(told[brand] as Map<number, Late>).values()];
    return (emergences[brand] as Emergence<number>).found(earlier.length, mostRows).map(
      ({ term, stories, sites, share, before, p }): Row => ({
        id: term,
        name: term,
        value: round(100 * share),
        low: null,
        high: null,
        n: stories.length,
        parts: { before: round(100 * before), sites, p: round(p) },
        mentions: stories
          .slice(-mostQuotes)
          .reverse()
          .map((at) => (late[at] as Late).id),
      }),
    );
  });
  vocabulary.release();
  return found;
}

export const emerging: FigureDefinition = {
  id: 'emerging',
  title: 'Emerging',
  question: 'What do people speak of now that they did not before?',
  formula:
    'Words and pairs of neighbouring words of titles and excerpts whose share of the stories of the last 28 days exceeds that of the 180 days before by more than chance explains: of the stories of both that say the term, so many or more would be late ones by chance (binomial tail at the late stories’ part of all, the conditional test of two rates, which takes neither share for known), by Benjamini–Hochberg’s rule at 1% among the terms of 5 late stories, in at least 5 stories from 3 sites. A term of which eight in ten stories say a more unlikely one too is part of that. The most unlikely first, at most 20.',
  limits:
    'Words, not meanings: two senses of a word are one, two words for a thing are two. What comes back every year is new each time. Of simulated brands of which nothing new is said, two to four readings in a hundred name a term all the same. Names of the panel’s brands are left out. Of more than 10,000 stories in a window every nth is read. Sources that were covered on under half of the days of either window are left out: the words of one that joined are all new. Waits for 56 covered days before the last 28.',
  unit: '% of stories',
  basis: 'stories',
  proxy: false,
  method,
  readsWords: true,
  measure(facts) {
    const rows = rowsOf(facts);
    return {
      kind: 'ranking',
      brands: Object.fromEntries(facts.brands.map(({ id }, brand) => [id, { rows: rows[brand] ?? [] }])),
      period: lastDays(lateDays, facts),
    };
  },
};
