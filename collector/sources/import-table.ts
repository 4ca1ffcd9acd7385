import { parse } from 'csv-parse/sync';
import type { Page, RawItem, Unreadable } from '../types.ts';
import { type DateOrder, decideOrder, readDate } from './import-dates.ts';
import type { Field, Headers } from './import-formats.ts';
import { rowIdentity } from './row-identity.ts';

const largestRowBytes = 1_000_000;
const mostRows = 200_000;
const mostColumns = 200;
const longestCell = 10_000;
const rowsNamed = 10;
const headersNamed = 40;
const delimiters = [',', ';', '\t', '|'];

/** How a table is to be read. */
export type Reading = {
  columns: Headers;
  /** Fields that must be found; of the others, those that the file has are taken. */
  needed: readonly Field[];
  of: number;
  dates?: DateOrder | undefined;
  zone: string;
};
type Cells = (field: Field) => string | undefined;
type Row = {
  /** As long as they are. */
  whole: Cells;
  /** Cut to what is read. */
  cells: Cells;
};

/** The sign that stands most often outside quotes in the first line. */
function guessDelimiter(text: string): string {
  const header = text.slice(0, longestCell).replace(/"[^"]*"/g, '');
  const line = header.split(/[\r\n]/, 1)[0] ?? '';
  const count = (sign: string) => line.split(sign).length;
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The rows of a CSV file, at most two more than are read, or why it is none. */
export function readRows(text: string): string[][] | Unreadable {
  // A quote that is not closed runs on to where the reader gives up: what is to be looked at is where its row begins.
  let whole = 0;
  try {
    return parse(text, {
      on_record: (row: string[], { lines }) => {
        whole = lines;
        return row;
      },
      delimiter: guessDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: largestRowBytes,
      to: mostRows + 2,
    });
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    const isOpen = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE';
    const detail = isOpen
      ? `the row at line ${whole + 1}: a quote is opened and never closed, or a row is over 1 MB`
      : `near line ${lines ?? '?'}: ${String((error as Error).message)}`;
    return { status: 'failed', reason: 'bad_csv', detail };
  }
}

/** Finds the columns by their headers, in any case of letters, or says what was found instead. */
function findColumns(header: string[], { columns, needed }: Reading): Map<Field, number[]> | Unreadable {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map<Field, number[]>();
  const changed = (reason: string, detail: string): Unreadable => ({ status: 'changed', reason, detail });
  const found = header
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, headersNamed)
    .join(' | ');
  for (const [field, headers] of Object.entries(columns) as [Field, readonly string[]][]) {
    const present = headers.filter((name) => names.includes(name.trim().toLowerCase()));
    const isNeeded = needed.includes(field);
    if (present.length === 0 && !isNeeded) continue;
    // Of a text whose headers were named, none may be missing.
    if (present.length === 0 || (isNeeded && field === 'text' && present.length < headers.length)) {
      return changed('no_column', `no column "${headers.join('" or "')}" (for ${field}); found: ${found}`);
    }
    // Of a date there is one; a text may be the answers to several questions.
    const taken = field === 'text' ? present : present.slice(0, 1);
    const at = taken.map((name) => names.indexOf(name.trim().toLowerCase()));
    const twin = taken.find(
      (name, index) => names.indexOf(name.trim().toLowerCase(), (at[index] ?? 0) + 1) !== -1,
    );
    if (twin !== undefined) {
      return changed('twin_columns', `two columns are called "${twin}"; rename one of them`);
    }
    places.set(field, at);
  }
  if (!places.has('text') && !places.has('title') && !places.has('rating')) {
    return changed('no_column', `no column for title, text or rating; found: ${found}`);
  }
  return places;
}

/** A number such as `4`, `4.5`, `4,5`, `4/5` or `4 stars`, from 0 to `of`. */
function readRating(text: string, of: number): number | undefined {
  const found = /^(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:\/\s*(\d{1,4})|stars?)?$/i.exec(text);
  const value = Number(found?.[1]?.replace(',', '.') ?? Number.NaN);
  const isOnScale = found?.[2] === undefined || Number(found[2]) === of;
  return isOnScale && value <= of ? value : undefined;
}

function itemOf({ whole, cells }: Row, { of, zone }: Reading, order: DateOrder): RawItem | undefined {
  const title = cells('title');
  const text = cells('text');
  const date = cells('date');
  const stars = cells('rating');
  const author = cells('author');
  const rating = stars === undefined ? undefined : readRating(stars, of);
  const published = date === undefined ? undefined : readDate(date, order, zone);
  if (published === undefined || (stars !== undefined && rating === undefined)) return undefined;
  if (title === undefined && text === undefined && rating === undefined) return undefined;
  return {
    title,
    text,
    html: false,
    link: cells('url'),
    guid: cells('id') ?? rowIdentity({ published, rating, title: whole('title'), text: whole('text') }),
    published,
    language: cells('language'),
    rating: rating === undefined ? undefined : { value: rating, of },
    version: cells('version'),
    authors: author === undefined ? undefined : [author],
  };
}

const counted = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);

function listed(rows: number[]): string {
  const named = rows.slice(0, rowsNamed).join(', ');
  return rows.length > rowsNamed ? `${named} and ${rows.length - rowsNamed} more` : named;
}

/** Reads a table of reviews. Rows are numbered as a spreadsheet shows them: the header is row 1. */
export function readTable(text: string, reading: Reading): Page | Unreadable {
  const rows = readRows(text);
  if (!Array.isArray(rows)) return rows;
  const [header = [], ...body] = rows;
  if (header.length > mostColumns) {
    return { status: 'failed', reason: 'too_complex', detail: `the file has over ${mostColumns} columns` };
  }
  const places = findColumns(header, reading);
  if (!(places instanceof Map)) return places;
  const [dateAt = 0] = places.get('date') ?? [];
  const decided = reading.dates
    ? { order: reading.dates }
    : decideOrder(body.map((row) => row[dateAt] ?? ''));
  if (!('order' in decided)) return decided;

  const unusable: number[] = [];
  const shortened: number[] = [];
  const items: RawItem[] = [];
  for (const [i, row] of body.slice(0, mostRows).entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const whole: Cells = (field) => {
      const written = (places.get(field) ?? []).map((place) => (row[place] ?? '').trim());
      const cell = written.filter((part) => part !== '').join('\n');
      return cell === '' ? undefined : cell;
    };
    const cells: Cells = (field) => {
      const cell = whole(field);
      if (cell !== undefined && cell.length > longestCell) shortened.push(i + 2);
      return cell?.slice(0, longestCell).toWellFormed();
    };
    const item = itemOf({ whole, cells }, reading, decided.order);
    if (item) items.push(item);
    else unusable.push(i + 2);
  }
  const why = `for want of a date, of words, or of a rating from 0 to ${reading.of}`;
  const notices = [
    ...(unusable.length > 0 ? [`${counted(unusable.length)} left out, ${why}: row ${listed(unusable)}`] : []),
    ...(shortened.length > 0 ? [`cells cut at ${longestCell} characters: row ${listed(shortened)}`] : []),
  ];
  return { items, whole: true, notices, ...(body.length > mostRows ? { capped: 'row_cap' } : {}) };
}
