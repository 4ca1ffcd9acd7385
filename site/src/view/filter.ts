import {
  categoryBrand,
  type FacetKey,
  facetKeys,
  facetValues,
  fullToward,
  inAnyTone,
  shortToward,
} from './facets.ts';
import type { Row } from './heard.ts';
import { isId } from './id-index.ts';
import { holdsSearch, searchOf } from './text-search.ts';

/**
 * What the Mentions page shows, as its address holds it. Every state of the page has an address, and these are its words:
 *
 * | parameter | value | shows |
 * | --- | --- | --- |
 * | `brand` `tone` `theme` `touchpoint` `intent` `segment` `group` `source` `site` `lang` | an id, a site, a language; again for each further choice: `tone=negative&tone=neutral` | mentions with any of them |
 * | `toward` | `delivery-negative`, with commas; `delivery-scored` | mentions that speak of that theme in that tone, whatever theirs toward the brand; in any tone |
 * | `brand` | `-` | mentions that name no brand |
 * | `rating` | `4of5`, `1of1`; `contradicted`; `rated`; `opinion` | that rating; those whose text contradicts it; any rating; a rating, a recommendation or a warning |
 * | `from` `to` | a day, `2026-05-04`, in the time zone of the pages | mentions published from that day on, up to that day |
 * | `q` | words | texts that hold a word beginning with each of them; `"two words"` as they stand, `-word` without it |
 * | `id` | ids of mentions, with commas: `id=0123456789abcdef,…` | exactly these, as a receipt names them |
 * | `story` | ids of stories, with commas | all copies of these stories |
 * | `told` | `first`, `group`, `source` | of each story and brand its first mention alone, as ratios count it; its first in each group of sources, as share of voice does; that of each source and day, as awareness does. The last two leave out sources of one brand alone |
 * | `sort` | `oldest`, `copies`, `sure`, `rated-high`, `rated-low`; newest first without it | the same in another order |
 *
 * Different parameters narrow down together. A value that no mention has finds none, and is named; what is no value at all,
 * a day of another calendar or an unheard-of order, is left out, and said to be. Links from elsewhere are made by `mentionsLink`.
 */
export type Filter = Record<FacetKey | ListKey, readonly string[]> & Record<TextKey, string>;
type ListKey = 'id' | 'story';
type TextKey = 'from' | 'to' | 'q' | 'told' | 'sort';
export type FilterKey = keyof Filter;

/** In the order in which an address holds them. */
export const filterKeys = [
  'brand',
  'group',
  'tone',
  'theme',
  'toward',
  'from',
  'to',
  'q',
  'intent',
  'lang',
  'rating',
  'id',
  'source',
  'site',
  'touchpoint',
  'segment',
  'story',
  'told',
  'sort',
] as const satisfies readonly FilterKey[];

export const sorts = ['newest', 'oldest', 'copies', 'sure', 'rated-high', 'rated-low'] as const;
export type Sort = (typeof sorts)[number];

/** How figures count what is told again. */
export const countings = ['first', 'group', 'source'] as const;
export type Counting = (typeof countings)[number];

export const noFilter: Filter = {
  brand: [],
  group: [],
  tone: [],
  theme: [],
  toward: [],
  from: '',
  to: '',
  q: '',
  intent: [],
  lang: [],
  rating: [],
  id: [],
  source: [],
  site: [],
  touchpoint: [],
  segment: [],
  story: [],
  told: '',
  sort: '',
};

const longestValue = 200;
/** More choices of one kind than anybody makes; an address beyond is cut there. */
const mostValues = 500;

/** Values that the page knows, by facet. */
export type Known = Record<FacetKey, { has(value: string): boolean }>;

const isFacet = (key: FilterKey): key is FacetKey => (facetKeys as readonly string[]).includes(key);
const isList = (key: FilterKey): key is ListKey => key === 'id' || key === 'story';
/** Whether one parameter holds many: no id of theirs has a comma. */
const hasCommas = (key: FilterKey): boolean => isList(key) || key === 'toward';
/** Of a theme in any tone those tones that some mention has. */
function fullOf(value: string, fits: (value: string) => boolean): string[] {
  const full = fullToward(value);
  return full.some(fits) ? full.filter(fits) : full;
}
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

const holdsOne = (key: 'from' | 'to' | 'told' | 'sort', value: string): boolean =>
  key === 'sort' || key === 'told'
    ? ([...(key === 'sort' ? sorts : countings)] as string[]).includes(value)
    : isDay(value);

/** A value that an address asks for and that no mention has. */
export type Missing = { key: FacetKey | ListKey; value: string };

/**
 * The filter of an address. A value that nothing has stays in it: left out, all would pass that were not asked for.
 * `unknown` says that something was left out.
 */
export function readFilter(
  query: string,
  known: Known,
): { filter: Filter; unknown: boolean; missing: Missing[] } {
  const asked = new URLSearchParams(query);
  const filter: Filter = { ...noFilter };
  const missing: Missing[] = [];
  let unknown = false;
  for (const key of filterKeys) {
    const values = asked.getAll(key).filter((value) => value !== '');
    if (values.length === 0) continue;
    if (isFacet(key) || isList(key)) {
      const all = hasCommas(key) ? values.flatMap((value) => value.split(',')) : values;
      const fits = isFacet(key)
        ? (value: string) => known[key].has(value)
        : (value: string) => isId.test(value);
      const asked = new Set(
        all.flatMap((value) => {
          const short = value.slice(0, longestValue);
          return key === 'toward' ? fullOf(short, fits) : [short];
        }),
      );
      // A theme that nobody gave a tone to adds nothing to the others, and is no mistake of a link to several.
      if (key === 'toward' && [...asked].some(fits))
        for (const value of all.flatMap((one) => (one.endsWith(inAnyTone) ? fullToward(one) : [])))
          if (!fits(value)) asked.delete(value);
      const kept = [...asked].slice(0, mostValues);
      filter[key] = kept;
      missing.push(...kept.filter((value) => !fits(value)).map((value) => ({ key, value })));
      if (asked.size > kept.length) unknown = true;
      continue;
    }
    const value = values[0] ?? '';
    if (key === 'q') filter.q = value.slice(0, longestValue);
    else if (holdsOne(key, value)) {
      filter[key] = value === 'newest' ? '' : value;
    } else unknown = true;
  }
  return { filter, unknown, missing };
}

/** The filter without the values that nothing has. */
export function withoutMissing(filter: Filter, missing: readonly Missing[]): Filter {
  const rest = { ...filter };
  for (const { key, value } of missing) rest[key] = rest[key].filter((one) => one !== value);
  return rest;
}

/** What may be asked for: any part of a filter; one value needs no list. */
export type Asked = { [Key in FilterKey]?: string | readonly string[] };

/** The query of a filter, without what is empty: `?brand=northwind&tone=negative`, or nothing. */
export function writeFilter(asked: Asked): string {
  const query: string[] = [];
  for (const key of filterKeys) {
    const value = asked[key] ?? '';
    const given = (typeof value === 'string' ? [value] : value).filter((one) => one !== '');
    if (given.length === 0) continue;
    const values = key === 'toward' ? shortToward(given) : given;
    if (hasCommas(key)) query.push(`${key}=${values.map(encodeURIComponent).join(',')}`);
    else
      for (const one of values)
        query.push(new URLSearchParams({ [key]: one.slice(0, longestValue) }).toString());
  }
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

/**
 * The address of the Mentions page with a filter, to be given to `link()`:
 * `link(mentionsLink({ brand: 'northwind', tone: ['negative', 'neutral'], from: '2026-05-01' }))`.
 */
export const mentionsLink = (asked: Asked): string => `mentions/${writeFilter(asked)}`;

/** The query that shows one mention. Its brand and day say, for those who read addresses, what it is. */
export const addressOf = ({ id, brand, day }: Pick<Row, 'id' | 'brand' | 'day'>): string =>
  writeFilter({ brand: brand ?? categoryBrand, from: day, to: day, id });

/** Whether the days asked for begin after they end, so that none can fit. */
export const isBackwards = ({ from, to }: Pick<Filter, 'from' | 'to'>): boolean =>
  from !== '' && to !== '' && from > to;

/** Whether anything is held back; another order holds back nothing. */
export const isFiltered = (filter: Filter): boolean =>
  filterKeys.some((key) => key !== 'sort' && filter[key].length > 0);

/**
 * Whether a row passes. What the page itself does with packed rows must be the same; a test holds the two together.
 *
 * @param counts whether a figure counts the row where its story is told again, which a row does not know of itself
 */
export function matcher(filter: Filter, counts: (row: Row) => boolean = () => true): (row: Row) => boolean {
  const search = filter.q.trim() === '' ? null : searchOf(filter.q);
  const chosen = facetKeys.flatMap((key) =>
    filter[key].length === 0 ? [] : [{ key, values: new Set(filter[key]) }],
  );
  return (row) =>
    (filter.told === '' || counts(row)) &&
    (filter.from === '' || row.day >= filter.from) &&
    (filter.to === '' || row.day <= filter.to) &&
    (filter.id.length === 0 || filter.id.includes(row.id)) &&
    (filter.story.length === 0 || filter.story.includes(row.story)) &&
    chosen.every(({ key, values }) => facetValues(key, row).some((value) => values.has(value))) &&
    (search === null || holdsSearch(`${row.title}\n${row.excerpt}`, search));
}
