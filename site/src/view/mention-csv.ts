import { csvOf } from './csv.ts';
import type { Row } from './heard.ts';

/** So many mentions of the newest months are tables too: all that a spreadsheet can hold would double what the site weighs. */
export const mostInTables = 10_000;

/** Months that are given as tables: the newest, as long as they hold no more than `mostInTables` together. */
export function monthsAsTables(months: ReadonlyMap<string, { length: number }>): string[] {
  let sum = 0;
  return [...months].flatMap(([month, { length }]) => {
    sum += length;
    return sum <= mostInTables ? [month] : [];
  });
}

const columns: readonly [string, (row: Row) => string | number | undefined][] = [
  ['id', ({ id }) => `m${id}`],
  ['day', ({ day }) => day],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['brand', ({ brand }) => brand ?? ''],
  ['source', ({ source }) => source],
  ['group', ({ group }) => group],
  ['site', ({ site }) => site],
  ['language', ({ lang }) => lang],
  ['tone', ({ tone }) => tone ?? ''],
  ['themes', ({ themes }) => themes.map(({ id, tone }) => `${id}:${tone}`).join(' ')],
  ['touchpoints', ({ touchpoints = [] }) => touchpoints.join(' ')],
  ['intents', ({ intents }) => intents.join(' ')],
  ['segments', ({ segments = [] }) => segments.join(' ')],
  ['rating', ({ rating }) => rating?.value],
  ['rating_of', ({ rating }) => rating?.of],
  ['text_contradicts_rating', ({ ratingConflict }) => (ratingConflict ? 'yes' : '')],
  ['story', ({ story }) => `m${story}`],
  ['title', ({ title }) => title],
  ['excerpt', ({ excerpt }) => excerpt],
  ['url', ({ url }) => url ?? ''],
];

/** Mentions as a table; what strangers wrote is never a formula, and no id is taken for a number such as 1234E5. */
export const mentionCsv = (rows: readonly Row[]): string =>
  csvOf([columns.map(([name]) => name), ...rows.map((row) => columns.map(([, of]) => of(row)))]);
