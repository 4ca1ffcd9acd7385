import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Page, RawItem, Unreadable } from '../types.ts';
import { decodeText } from './feed/decode-text.ts';
import { defineSource } from './source-type.ts';

const largestRowBytes = 1_000_000;
const mostRows = 200_000;
const mostColumns = 200;
const longestCell = 10_000;
const rowsNamed = 10;
const delimiters = [',', ';', '\t', '|'];

const Header = z.string().min(1).max(200);
const Columns = z
  .strictObject({
    title: Header.optional().describe('Header of the column with the title.'),
    text: Header.optional().describe('Header of the column with the text.'),
    rating: Header.optional().describe('Header of the column with the rating.'),
    date: Header.describe('Header of the column with the date; the only one that must be there.'),
    url: Header.optional().describe("Header of the column with the item's own link."),
    id: Header.optional().describe(
      'Header of the column with an id: what identifies a row when the file is read again.',
    ),
    version: Header.optional().describe('Header of the column with the version of the app.'),
  })
  .describe('Headers of the columns, as they stand in the file.');
type Columns = z.infer<typeof Columns>;
type Settings = { columns: Columns; of: number };

/** The sign that stands most often outside quotes in the first line. */
function guessDelimiter(text: string): string {
  const header = text.slice(0, longestCell).replace(/"[^"]*"/g, '');
  const line = header.split(/[\r\n]/, 1)[0] ?? '';
  const count = (sign: string) => line.split(sign).length;
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function readRows(text: string): string[][] | Unreadable {
  try {
    return parse(text, {
      delimiter: guessDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: largestRowBytes,
      to: mostRows + 2,
    });
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    const why =
      code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
        ? 'a quote is opened and never closed, or a row is over 1 MB'
        : String((error as Error).message);
    return { status: 'failed', reason: 'bad_csv', detail: `near line ${lines ?? '?'}: ${why}` };
  }
}

/** Finds the columns that the settings name, or says what was found instead. */
function findColumns(header: string[], columns: Columns): Map<keyof Columns, number> | Unreadable {
  const names = header.map((name) => name.trim());
  const places = new Map<keyof Columns, number>();
  const changed = (reason: string, detail: string): Unreadable => ({ status: 'changed', reason, detail });
  for (const [key, name] of Object.entries(columns) as [keyof Columns, string | undefined][]) {
    if (name === undefined) continue;
    const place = names.indexOf(name.trim());
    if (place === -1) {
      return changed(
        'no_column',
        `no column "${name}" (for ${key}); found: ${names.slice(0, 30).join(' | ')}`,
      );
    }
    if (names.indexOf(name.trim(), place + 1) !== -1) {
      return changed('twin_columns', `two columns are called "${name}"; rename one of them`);
    }
    places.set(key, place);
  }
  return places;
}

/** A number such as `4`, `4.5` or `4,5`, from 0 to `of`. */
function readRating(text: string, of: number): number | undefined {
  if (!/^\d{1,4}([.,]\d{1,4})?$/.test(text)) return undefined;
  const value = Number(text.replace(',', '.'));
  return value <= of ? value : undefined;
}

function itemOf(cells: (key: keyof Columns) => string | undefined, of: number): RawItem | undefined {
  const title = cells('title');
  const text = cells('text');
  const published = cells('date');
  const stars = cells('rating');
  const rating = stars === undefined ? undefined : readRating(stars, of);
  if (published === undefined || (stars !== undefined && rating === undefined)) return undefined;
  if (title === undefined && text === undefined && rating === undefined) return undefined;
  // Without an id the whole row is its own: the same row twice, or in two exports, is one review.
  const own = createHash('sha256')
    .update(JSON.stringify([published, title, text, stars]))
    .digest('hex');
  return {
    title,
    text,
    html: false,
    link: cells('url'),
    guid: cells('id') ?? `row:${own.slice(0, 32)}`,
    published,
    rating: rating === undefined ? undefined : { value: rating, of },
    version: cells('version'),
  };
}

function listed(rows: number[]): string {
  const named = rows.slice(0, rowsNamed).join(', ');
  return rows.length > rowsNamed ? `${named} and ${rows.length - rowsNamed} more` : named;
}

/** Reads a table of reviews. Rows are numbered as a spreadsheet shows them: the header is row 1. */
export function readTable(text: string, { columns, of }: Settings): Page | Unreadable {
  const rows = readRows(text);
  if (!Array.isArray(rows)) return rows;
  const [header = [], ...body] = rows;
  if (header.length > mostColumns) {
    return { status: 'failed', reason: 'too_complex', detail: `the file has over ${mostColumns} columns` };
  }
  const places = findColumns(header, columns);
  if (!(places instanceof Map)) return places;

  const unusable: number[] = [];
  const shortened: number[] = [];
  const items: RawItem[] = [];
  for (const [i, row] of body.slice(0, mostRows).entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const cells = (key: keyof Columns) => {
      const place = places.get(key);
      const cell = place === undefined ? '' : (row[place] ?? '').trim();
      if (cell.length > longestCell) shortened.push(i + 2);
      return cell === '' ? undefined : cell.slice(0, longestCell);
    };
    const item = itemOf(cells, of);
    if (item) items.push(item);
    else unusable.push(i + 2);
  }
  const notices = [
    ...(unusable.length > 0
      ? [
          `${unusable.length} rows left out, for want of a date, of words, or of a rating from 0 to ${of}: row ${listed(unusable)}`,
        ]
      : []),
    ...(shortened.length > 0 ? [`cells cut at ${longestCell} characters: row ${listed(shortened)}`] : []),
  ];
  return { items, whole: true, notices, ...(body.length > mostRows ? { capped: 'row_cap' } : {}) };
}

/** Reviews that the team exported itself, as CSV: of a store, a review site, a help desk. Read by hand, not at night. */
export const importCsv = defineSource({
  settings: z.strictObject({
    ...sourceKeys,
    type: z.literal('import'),
    file: z
      .string()
      .regex(/^inbox\/(?!.*\.\.)[^\\]+$/, 'a file in the folder inbox/')
      .describe('The export, a CSV file in the folder inbox/, which git ignores.'),
    columns: Columns,
    of: z.number().positive().max(1000).default(5).describe('Best rating that can be given.'),
  }),
  group: 'reviews',
  maxPages: 1,
  nightly: false,
  terms: {
    verdict: 'default-on',
    quote: 'what a team may export itself',
    from: 'the export of an account of your own; the terms of its platform say what you may do with it',
    read: 'autumn 2026',
  },
  label: ({ file }) => file.replace(/^inbox\//, ''),
  firstRequest: ({ file }) => ({ url: file }),
  read(answer, settings) {
    const decoded = decodeText(answer.body, undefined);
    if (!('text' in decoded)) return decoded;
    if (decoded.text.trim() === '')
      return { status: 'failed', reason: 'empty_body', detail: 'the file is empty' };
    return readTable(decoded.text, settings);
  },
});
