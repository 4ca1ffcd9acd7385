import type { Row } from './heard.ts';

/** The filters of the Mentions page, as its address holds them. Empty text: no such filter. */
export type Filter = {
  brand: string;
  group: string;
  tone: string;
  theme: string;
  from: string;
  to: string;
  q: string;
  intent: string;
  lang: string;
  /** `contradicted`: only mentions whose text contradicts their rating. */
  rating: string;
  /** One mention, by its id: the address of a single line. */
  id: string;
};
/** In the order in which an address holds them. */
export const filterKeys = [
  'brand',
  'group',
  'tone',
  'theme',
  'from',
  'to',
  'q',
  'intent',
  'lang',
  'rating',
  'id',
] as const;
export const noFilter: Filter = {
  brand: '',
  group: '',
  tone: '',
  theme: '',
  from: '',
  to: '',
  q: '',
  intent: '',
  lang: '',
  rating: '',
  id: '',
};
/** The one value of the filter `rating`. */
export const contradicted = 'contradicted';

/** Stands for mentions that name no brand; an id cannot begin with a hyphen. */
export const categoryBrand = '-';
const longestSearch = 200;

/** Values that the page knows, by filter. */
export type Known = Record<Exclude<keyof Filter, 'from' | 'to' | 'q' | 'id'>, ReadonlySet<string>>;

/** The filter of an address; what the page does not know is left out, and said to be. */
export function readFilter(query: string, known: Known): { filter: Filter; unknown: boolean } {
  const asked = new URLSearchParams(query);
  const filter = { ...noFilter };
  let unknown = false;
  for (const key of filterKeys) {
    const value = asked.get(key) ?? '';
    if (value === '') continue;
    if (key === 'q') filter.q = value.slice(0, longestSearch);
    else if (key === 'from' || key === 'to') {
      const valid = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
      if (valid) filter[key] = value;
      else unknown = true;
    } else if (key === 'id' ? /^[0-9a-f]{16}$/.test(value) : known[key].has(value)) filter[key] = value;
    else unknown = true;
  }
  return { filter, unknown };
}

/** The query of a filter, without what is empty: `?brand=northwind&tone=negative`, or nothing. */
export function writeFilter(filter: Filter): string {
  const query = new URLSearchParams();
  for (const key of filterKeys) if (filter[key] !== '') query.set(key, filter[key].slice(0, longestSearch));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of one mention: its day is named too, so that only one month is looked through. */
export const addressOf = ({ id, brand, day }: Pick<Row, 'id' | 'brand' | 'day'>): string =>
  writeFilter({ ...noFilter, brand: brand ?? categoryBrand, from: day, to: day, id });

/** Whether the days asked for begin after they end, so that none can fit. */
export const isBackwards = ({ from, to }: Filter): boolean => from !== '' && to !== '' && from > to;

export const isFiltered = (filter: Filter): boolean => filterKeys.some((key) => filter[key] !== '');

/** Whether a row passes. The search is for the words themselves, in any case; nothing in it is a pattern. */
export function matcher(filter: Filter): (row: Row) => boolean {
  const sought = filter.q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return (row) =>
    (filter.brand === '' || (row.brand ?? categoryBrand) === filter.brand) &&
    (filter.group === '' || row.group === filter.group) &&
    (filter.tone === '' || (row.tone ?? 'unscored') === filter.tone) &&
    (filter.theme === '' || row.themes.some(({ id }) => id === filter.theme)) &&
    (filter.intent === '' || row.intents.includes(filter.intent)) &&
    (filter.lang === '' || row.lang === filter.lang) &&
    (filter.rating === '' || row.ratingConflict === true) &&
    (filter.id === '' || row.id === filter.id) &&
    (filter.from === '' || row.day >= filter.from) &&
    (filter.to === '' || row.day <= filter.to) &&
    (sought.length === 0 || holdsAll(`${row.title}\n${row.excerpt}`.toLocaleLowerCase(), sought));
}

const holdsAll = (text: string, sought: string[]): boolean => sought.every((word) => text.includes(word));

/** Months that can hold rows of a filter, out of those there are. */
export const monthsFor = (months: string[], filter: Filter): string[] =>
  months.filter(
    (month) =>
      (filter.from === '' || month >= filter.from.slice(0, 7)) &&
      (filter.to === '' || month <= filter.to.slice(0, 7)),
  );

/** What a link to the Mentions page may ask for; several values of one kind mean any of them, except `id`, which lists. */
export type Asked = {
  [Key in (typeof filterKeys)[number] | 'source' | 'site' | 'touchpoint' | 'segment' | 'story' | 'sort']?:
    | string
    | readonly string[];
};

/**
 * The address of the Mentions page with a filter, to be given to `link()`:
 * `link(mentionsLink({ brand: 'northwind', tone: ['negative', 'neutral'], from: '2026-05-01' }))`.
 */
export function mentionsLink(asked: Asked): string {
  const query = new URLSearchParams();
  for (const [key, value = ''] of Object.entries(asked)) {
    const values = (typeof value === 'string' ? [value] : value).filter((one) => one !== '');
    const texts = key === 'id' || key === 'story' ? [values.join(',')].filter(Boolean) : values;
    for (const text of texts) query.append(key, text);
  }
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? 'mentions/' : `mentions/?${text}`;
}
