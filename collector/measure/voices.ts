import type { RankingFigure } from '#contract';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays, startOfLast } from './late-days.ts';
import { lateStories } from './late-stories.ts';
import { hasIntent, type Rows } from './rows.ts';
import { candidatesOf, quotedTones, themeQuotes } from './theme-quotes.ts';
import { type Candidate, quoteLength } from './typical-quotes.ts';

const method = 'voices@2';
const mostTestimonials = 10;
/** Stories that praise of which the words are read: those that praise most strongly. */
const mostPraise = 300;
/** Groups whose words are written for readers, not as an opinion of a customer. */
const notTestimony = new Set(['news']);

type Row = RankingFigure['brands'][string]['rows'][number];

const rowOf = (rows: Rows, id: string, name: string, n: number, quoted: readonly number[]): Row => ({
  id,
  name,
  value: n,
  low: null,
  high: null,
  n,
  parts: {},
  mentions: quoted.map((row) => rows.id(row)),
});

/** Documents of the last 90 days that name another brand of the panel. */
function docsOfOthers(facts: Facts, brand: number): Set<number> {
  const docs = new Set<number>();
  for (const [other, { doc, starts }] of facts.rows.entries()) {
    if (other === brand) continue;
    const [from, to] = [starts[startOfLast(breakdownDays, facts)] ?? 0, starts[facts.days] ?? 0];
    for (let row = from; row < to; row++) docs.add(doc[row] as number);
  }
  return docs;
}

/** Stories that praise this brand and no other in a positive tone, and do not rate low; the strongest praise first. */
function praiseOf(facts: Facts, brand: number): { row: number; strength: number }[] {
  const rows = facts.rows[brand] as Rows;
  const others = docsOfOthers(facts, brand);
  return lateStories(facts, brand)
    .filter(
      (row) =>
        rows.tone[row] === 1 &&
        (hasIntent(rows, row, 'praise') || hasIntent(rows, row, 'recommend')) &&
        !((rows.opinion[row] as number) < 1 && !Number.isNaN(rows.stars[row])) &&
        rows.opinion[row] !== -1 &&
        !others.has(rows.doc[row] as number) &&
        !notTestimony.has(facts.sources[rows.source[row] as number]?.group ?? ''),
    )
    .map((row) => ({
      row,
      strength:
        (hasIntent(rows, row, 'recommend') ? 2 : 0) +
        (hasIntent(rows, row, 'praise') ? 1 : 0) +
        (Number.isNaN(rows.stars[row]) ? 0 : 1),
    }))
    .sort((a, b) => b.strength - a.strength || b.row - a.row);
}

/** The shortlist: strongest first, then those that name the brand, then the shortest; one a site as long as there are others. */
function shortlist(candidates: readonly (Candidate & { strength: number; names: boolean })[]): number[] {
  const sorted = candidates
    .filter(({ length }) => length >= quoteLength.least && length <= quoteLength.most)
    .sort(
      (a, b) =>
        b.strength - a.strength || Number(b.names) - Number(a.names) || a.length - b.length || b.row - a.row,
    );
  const sites = new Set<number>();
  const first = sorted.filter(({ site }) => !sites.has(site) && sites.add(site));
  return [...first, ...sorted.filter((one) => !first.includes(one))]
    .slice(0, mostTestimonials)
    .map(({ row }) => row);
}

/** Testimonials of each brand, with the source of each: its terms say who may print what. */
function testimonialsOf(facts: Facts): Row[][] {
  const praise = facts.brands.map((_, brand) => praiseOf(facts, brand));
  const read = praise.map((found) => found.slice(0, mostPraise));
  const { of } = candidatesOf(
    facts,
    read.map((found) => found.map(({ row }) => row)),
  );
  return praise.map((found, brand) => {
    const rows = facts.rows[brand] as Rows;
    const strengths = new Map(read[brand]?.map(({ row, strength }) => [row, strength]));
    const chosen = shortlist(
      of(brand, [...strengths.keys()]).map((one) => ({
        ...one,
        strength: strengths.get(one.row) ?? 0,
      })),
    );
    if (chosen.length === 0) return [];
    const row = rowOf(rows, 'testimonials', 'Testimonials', found.length, chosen);
    return [{ ...row, sources: chosen.map((at) => facts.sources[rows.source[at] as number]?.id ?? '') }];
  });
}

function saidOf(facts: Facts, brand: number): Row[] {
  const quotes = themeQuotes(facts);
  const rows = facts.rows[brand] as Rows;
  return facts.themes
    .flatMap(({ id, name }, theme) =>
      quotedTones.flatMap((tone) => {
        const found = quotes(brand, theme, tone.id);
        if (!found || found.rows.length === 0) return [];
        return [rowOf(rows, `${id}-${tone.id}`, `${name}, ${tone.id}`, found.stories, found.rows)];
      }),
    )
    .sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

export const voices: FigureDefinition = {
  id: 'voices',
  title: 'Voices',
  question: 'What do people say, in their own words?',
  formula:
    'Of the stories of the last 90 days, by theme and by tone toward it: up to three quotes of 40 to 280 characters that stand for what most of them say, of none that warns, complains or leaves for praise, and of none that recommends, praises or stays for a complaint. Typical is what comes near their centroid (cosine of words and pairs of words, weighed by how few of the brand’s other stories say them), less where several themes are named or the text was copied about; among those within a fifth of the most typical the shortest is taken. No two share half of their words; one a story, and one a site as long as there are others. Of more than 300 stories every nth is read. Testimonials: up to ten that praise or recommend this brand and no other in a positive tone and, where they rate, rate it best; who recommends first, then who names it, then the shortest; news is none.',
  limits:
    'Quotes belong to who wrote them: whoever wants to print one asks there, and keeps to the terms of its source. What is typical is told by words, not by meaning: n says of how many each is taken.',
  unit: 'stories',
  basis: 'stories',
  proxy: false,
  method,
  readsWords: true,
  measure(facts) {
    const testimonials = testimonialsOf(facts);
    return {
      kind: 'ranking',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [
          id,
          { rows: [...(testimonials[brand] ?? []), ...saidOf(facts, brand)] },
        ]),
      ),
      period: lastDays(breakdownDays, facts),
    };
  },
};
