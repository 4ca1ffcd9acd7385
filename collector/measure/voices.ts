import type { RankingFigure } from '#contract';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { lateStories } from './late-stories.ts';
import { hasIntent, type Rows } from './rows.ts';

const method = 'voices@1';
const mostQuotes = 3;
const mostTestimonials = 10;
/** Characters that a quote needs to carry a point, and beyond which it is no quote. */
const lengths = { least: 40, most: 280 } as const;
const tones = [
  { value: -1, id: 'negative' },
  { value: 1, id: 'positive' },
] as const;
/** Groups whose words are written for readers, not as an opinion of a customer. */
const notTestimony = new Set(['news']);

type Row = RankingFigure['brands'][string]['rows'][number];
type Candidate = { row: number; themes: number; length: number; site: number };

/** What carries the point: of this theme alone, then the shortest; one a site as long as there are others. */
function chosen(candidates: readonly Candidate[], most: number): number[] {
  const sorted = [...candidates]
    .filter(({ length }) => length >= lengths.least && length <= lengths.most)
    .sort((a, b) => a.themes - b.themes || a.length - b.length || b.row - a.row);
  const sites = new Set<number>();
  const first = sorted.filter(({ site }) => !sites.has(site) && sites.add(site));
  const rest = sorted.filter((one) => !first.includes(one));
  return [...first, ...rest].slice(0, most).map(({ row }) => row);
}

function rowsOf(facts: Facts, brand: number): Row[] {
  const rows = facts.rows[brand] as Rows;
  const stories = lateStories(facts, brand);
  const candidate = (row: number): Candidate => ({
    row,
    themes: (rows.themes.starts[row + 1] as number) - (rows.themes.starts[row] as number),
    length: rows.textLength[row] as number,
    site: rows.site[row] as number,
  });
  const toRow = (id: string, name: string, of: readonly number[], most: number): Row[] => {
    const quotes = chosen(of.map(candidate), most);
    return quotes.length === 0
      ? []
      : [
          {
            id,
            name,
            value: of.length,
            low: null,
            high: null,
            n: of.length,
            parts: {},
            mentions: quotes.map((row) => rows.id(row)),
          },
        ];
  };
  const said = facts.themes.flatMap(({ id, name }, theme) =>
    tones.flatMap((tone) => {
      const of = stories.filter((row) => {
        for (let at = rows.themes.starts[row] as number; at < (rows.themes.starts[row + 1] as number); at++)
          if (rows.themes.theme[at] === theme && rows.themes.tone[at] === tone.value) return true;
        return false;
      });
      return toRow(`${id}-${tone.id}`, `${name}, ${tone.id}`, of, mostQuotes);
    }),
  );
  const praise = stories.filter(
    (row) =>
      rows.tone[row] === 1 &&
      (hasIntent(rows, row, 'praise') || hasIntent(rows, row, 'recommend')) &&
      !(rows.opinion[row] === -1) &&
      !notTestimony.has(facts.sources[rows.source[row] as number]?.group ?? ''),
  );
  return [
    ...toRow('testimonials', 'Testimonials', praise, mostTestimonials),
    ...said.sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1)),
  ];
}

export const voices: FigureDefinition = {
  id: 'voices',
  title: 'Voices',
  question: 'What do people say, in their own words?',
  formula:
    'Of the stories of the last 90 days, by theme and by tone toward it: up to three quotes of 40 to 280 characters, those that name this theme alone first, then the shortest, one a site, one a story. Testimonials: up to ten that praise or recommend in a positive tone, and do not rate low; news is none.',
  limits:
    'Quotes belong to who wrote them: whoever wants to print one asks there, and keeps to the terms of the source, which stand beside it. They are chosen for being plain, not for being typical of how many think so: n says how many.',
  unit: 'stories',
  basis: 'stories',
  proxy: false,
  method,
  measure: (facts) => ({
    kind: 'ranking',
    brands: Object.fromEntries(facts.brands.map(({ id }, brand) => [id, { rows: rowsOf(facts, brand) }])),
    period: lastDays(breakdownDays, facts),
  }),
};
