import type { Row } from './heard.ts';

/** What the mentions can be told apart by, in the order of the page: of each a row has none, one or several values. */
export const facetKeys = [
  'brand',
  'tone',
  'theme',
  'toward',
  'touchpoint',
  'intent',
  'rating',
  'segment',
  'source',
  'group',
  'site',
  'lang',
] as const;
export type FacetKey = (typeof facetKeys)[number];

/** Stands for mentions that name no brand; an id cannot begin with a hyphen. */
export const categoryBrand = '-';
/** The value of the facet `rating` for a text that contradicts it. */
export const contradicted = 'contradicted';
/** For whatever has a rating, which satisfaction counts. */
export const rated = 'rated';
/** For what advocacy counts: a rating, or without one a recommendation or a warning. */
export const opinion = 'opinion';

/** The labels of a tone, in the order of the facet `toward`. */
export const towardLabels = ['negative', 'neutral', 'positive', 'unscored'] as const;
/** `delivery-negative`: spoken of in that tone. What a number of a theme counts, whatever the tone toward the brand. */
export const towardId = (theme: string, tone: string): string => `${theme}-${tone}`;
/** Those that a tone was given to: of what has none, no tone is counted. */
export const scoredLabels = ['negative', 'neutral', 'positive'] as const;

/** In an address `delivery-scored` stands for the theme in any tone: in full, lists of a step were most of a page's bytes. */
export const inAnyTone = '-scored';
export const fullToward = (value: string): string[] =>
  value.endsWith(inAnyTone)
    ? scoredLabels.map((tone) => towardId(value.slice(0, -inAnyTone.length), tone))
    : [value];
/** The same values, with one for a theme that has all three tones among them. */
export function shortToward(values: readonly string[]): string[] {
  const given = new Set(values);
  const short = values.map((value) => {
    const theme = value.slice(0, value.lastIndexOf('-'));
    return scoredLabels.every((tone) => given.has(towardId(theme, tone))) && !value.endsWith('-unscored')
      ? theme + inAnyTone
      : value;
  });
  return [...new Set(short)];
}

/** `4of5`, `1of1`. */
export const ratingId = ({ value, of }: NonNullable<Row['rating']>): string => `${value}of${of}`;

const valuesOf: Record<FacetKey, (row: Row) => readonly string[]> = {
  brand: ({ brand }) => [brand ?? categoryBrand],
  tone: ({ tone }) => [tone ?? 'unscored'],
  theme: ({ themes }) => [...new Set(themes.map(({ id }) => id))],
  toward: ({ themes }) => [...new Set(themes.map(({ id, tone }) => towardId(id, tone)))],
  touchpoint: ({ touchpoints = [] }) => touchpoints,
  intent: ({ intents }) => [...new Set(intents)],
  rating: ({ rating, ratingConflict, intents }) => [
    ...(rating ? [ratingId(rating), rated] : []),
    ...(ratingConflict ? [contradicted] : []),
    ...(rating || intents.includes('recommend') || intents.includes('warn') ? [opinion] : []),
  ],
  segment: ({ segments = [] }) => segments,
  group: ({ group }) => [group],
  source: ({ source }) => [source],
  site: ({ site }) => (site === '' ? [] : [site]),
  lang: ({ lang }) => [lang],
};

/** The values that a row has of a facet, each once. */
export const facetValues = (key: FacetKey, row: Row): readonly string[] => valuesOf[key](row);
