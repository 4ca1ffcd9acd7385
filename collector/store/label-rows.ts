import { parse } from 'csv-parse/sync';
import { drawnWays, Label, type LabelColumn, labelColumns, tones } from '#contract';
import { type Separator, separatorOf } from './csv-text.ts';
import { toneMeant } from './label-words.ts';
import { firstIssue, type Problem } from './lines.ts';

/** A row that can be used, and the line on which it begins. */
export type LabelRow = { label: Label; line: number };

/** What stands in a file of labels. */
export type LabelTable = {
  rows: LabelRow[];
  problems: Problem[];
  /** Rows without a tone: not answered. */
  blank: number;
  separator: Separator;
  lineEnd: '\n' | '\r\n';
  /** Its header as it stands there; empty where the file is. */
  header: string[];
  /** The line on which each row begins, so that a line can be named as a spreadsheet counts it: text may hold line ends. */
  begins: number[];
};

const largestRowBytes = 1_000_000;
const longestShown = 120;
/** Other headers by which people call a column. */
const alsoCalled: Partial<Record<LabelColumn, readonly string[]>> = { mention: ['id'], tone: ['label'] };

/**
 * Reads a table of labels as spreadsheets and people leave it: any of four separators, line ends of any system, a byte order
 * mark, quotes, more columns, columns in another order, a header that stands there twice. What cannot be understood is
 * named with its line, and the rest is read. Never throws.
 */
export function readLabelRows(text: string, file: string): LabelTable {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain);
  const table: LabelTable = {
    rows: [],
    problems: [],
    blank: 0,
    separator,
    lineEnd: /^[^\n]*\r\n/.test(plain) ? '\r\n' : '\n',
    header: [],
    begins: [],
  };
  const say = (line: number, why: string) => table.problems.push({ file, line, why });
  const records = recordsOf(plain, separator);
  if ('why' in records) {
    say(records.line, records.why);
    return table;
  }
  table.begins = records.map(({ line }) => line);
  const [first, ...others] = records;
  if (first === undefined) return table;
  table.header = first.cells;
  const places = placesOf(first.cells);
  const missing = (['mention', 'brand', 'tone'] as const).filter((column) => places[column] === undefined);
  if (missing.length > 0) {
    const found = first.cells.map((cell) => cell.trim()).filter(Boolean);
    say(first.line, `has no column "${missing.join('", "')}"; found: ${shown(found.join(' | '))}`);
    return table;
  }
  for (const { cells, line } of others) {
    const cell = (column: LabelColumn) => (cells[places[column] ?? -1] ?? '').trim().replace(/^'/, '');
    if (cells.every((one) => one.trim() === '') || isHeader(cells, first.cells)) continue;
    const read = labelOf(cell);
    if (read === 'blank') table.blank += 1;
    else if ('why' in read) say(line, read.why);
    else table.rows.push({ label: read.label, line });
  }
  return table;
}

type Piece = { cells: string[]; line: number };

/** All rows, the header first; blank ones keep their place, so that lines are counted as an editor counts them. */
export function recordsOf(
  text: string,
  separator: Separator,
): (Piece & { raw: string })[] | { line: number; why: string } {
  try {
    const parsed = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: largestRowBytes,
      raw: true,
      info: true,
    }) as unknown as { record: string[]; raw: string }[];
    let [line, at] = [1, 0];
    return parsed.map(({ record, raw: found }) => {
      // Of the two signs that end a line on Windows the parser gives the first alone.
      const raw = found.endsWith('\r') && text[at + found.length] === '\n' ? `${found}\n` : found;
      const begins = line;
      at += raw.length;
      line += raw.split(/\r\n|\n|\r/).length - 1;
      return { cells: record, raw, line: begins };
    });
  } catch (error) {
    const { lines = 0 } = error as { lines?: number };
    return { line: lines, why: 'cannot be read: a quote is opened and never closed, or a row is over 1 MB' };
  }
}

/** Where the columns stand, by their headers in any case of letters. */
export function placesOf(header: readonly string[]): Partial<{ [column in LabelColumn]: number }> {
  const names = header.map((name) => name.trim().toLowerCase());
  const found: Partial<{ [column in LabelColumn]: number }> = {};
  for (const column of labelColumns) {
    const at = [column, ...(alsoCalled[column] ?? [])]
      .map((name) => names.indexOf(name))
      .find((at) => at >= 0);
    if (at !== undefined) found[column] = at;
  }
  return found;
}

const isHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length === header.length && cells.every((cell, at) => cell === header[at]);

/** The label of one row, or why there is none. */
function labelOf(cell: (column: LabelColumn) => string): { label: Label } | { why: string } | 'blank' {
  const mention = cell('mention').toLowerCase().replace(/^m/, '');
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(mention)) return { why: 'is a mark of a merge conflict' };
  const tone = cell('tone').toLowerCase();
  if (tone === '') return 'blank';
  if (/^\d+([.,]\d+)?e[+-]?\d+$/.test(mention) && mention.length !== 16)
    return { why: `names the mention ${shown(mention)}: a spreadsheet took its id for a number` };
  const day = cell('day');
  const drawn = cell('drawn').toLowerCase();
  const by = cell('by').toLowerCase();
  const read = Label.safeParse({
    mention,
    brand: cell('brand'),
    tone: toneMeant(tone) ?? tone,
    drawn: drawn === '' ? 'chosen' : drawn,
    // Spreadsheets write days in the way of their country; no figure needs it.
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
    ...(by === '' ? {} : { by }),
  });
  if (read.success) return { label: read.data };
  const [place] = read.error.issues[0]?.path ?? [];
  if (place === 'mention')
    return { why: `names no mention: "${shown(mention)}" is no id of 16 digits and letters a to f` };
  if (place === 'brand') return { why: 'names no brand' };
  if (place === 'tone') return { why: `has the tone "${shown(tone)}"; there are ${tones.join(', ')}` };
  if (place === 'drawn') return { why: `was drawn "${shown(drawn)}"; there are ${drawnWays.join(', ')}` };
  return { why: `cannot be used: ${firstIssue(read.error)}` };
}

const shown = (text: string): string =>
  text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
