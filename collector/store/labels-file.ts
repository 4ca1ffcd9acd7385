import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Label, type LabelColumn, labelColumns, labelMark } from '#contract';
import { csvCell } from './csv-text.ts';
import { type LabelTable, placesOf, readLabelRows, recordsOf } from './label-rows.ts';
import { aLink, isLink } from './open-folder.ts';
import { diskError, StoreError } from './store-error.ts';
import { type Prepared, prepare, type WriteOptions } from './write-whole.ts';

export const labelsName = 'labels.csv';

export type LabelsFile = ReturnType<typeof openLabelsFile>;

/**
 * `labels.csv`: what people said, in a file that people edit too. Rows are only added at its end, in its own columns, with
 * its own separator and line ends; no byte of what stands there is changed, but for a header that lacks a column.
 */
export function openLabelsFile(dir: string, options: WriteOptions) {
  const path = join(dir, labelsName);

  function bytes(): Buffer {
    if (!lstatSync(path, { throwIfNoEntry: false }) || isLink(path)) return Buffer.alloc(0);
    try {
      return readFileSync(path);
    } catch (error) {
      throw diskError(path, error);
    }
  }

  function read(): LabelTable {
    if (isLink(path)) return { ...readLabelRows('', labelsName), problems: [fileProblem(aLink)] };
    const found = bytes();
    const table = readLabelRows(textOf(found), labelsName);
    return isReadable(found)
      ? table
      : { ...table, problems: [fileProblem('is not valid UTF-8'), ...table.problems] };
  }

  /** Prepares rows at the end of the file. Throws StoreError where its header cannot be understood. */
  function prepareAppend(labels: readonly Label[]): Prepared[] {
    if (labels.length === 0) return [];
    const before = bytes();
    const { header, separator, lineEnd, problems } = readLabelRows(textOf(before), labelsName);
    const row = (columns: readonly (LabelColumn | undefined)[], label: Label): string =>
      `${columns.map((column) => csvCell(cellOf(label, column), separator)).join(separator)}${lineEnd}`;
    const isEmpty =
      textOf(before)
        .replace(/^\uFEFF/, '')
        .trim() === '';
    if (isEmpty) {
      const text = labels.map((label) => row(labelColumns, label)).join('');
      return [prepare(path, 0, Buffer.from(`${labelColumns.join(separator)}${lineEnd}${text}`), options)];
    }
    const places = placesOf(header);
    const unreadable = problems.find(({ line }) => line <= 1 || header.length === 0);
    if (!isReadable(before) || unreadable || before[0] === 0xff || before[0] === 0xfe)
      throw new StoreError(path, `${unreadable?.why ?? 'is not UTF-8'}; mend it first, nothing was added`);
    const wanted = labelColumns.filter(
      (column) => places[column] === undefined && labels.some((label) => cellOf(label, column) !== ''),
    );
    const columns: (LabelColumn | undefined)[] = header.map((_, at) =>
      labelColumns.find((column) => places[column] === at),
    );
    columns.push(...wanted);
    const added = labels.map((label) => row(columns, label)).join('');
    const joint = before.at(-1) === 0x0a ? '' : lineEnd;
    if (wanted.length === 0) return [prepare(path, before.length, Buffer.from(joint + added), options)];
    const text = before.toString('utf8');
    const end = text.search(/\r?\n|$/);
    const longer = `${text.slice(0, end)}${wanted.map((column) => separator + column).join('')}${text.slice(end)}`;
    return [prepare(path, 0, Buffer.from(longer + joint + added), options)];
  }

  /** Prepares the file without the rows of these mentions; tells how many there are. All other rows keep their bytes. */
  function prepareRemoval(ids: ReadonlySet<string>): { files: Prepared[]; rows: number } {
    const text = textOf(bytes());
    const records = recordsOf(text, readLabelRows(text, labelsName).separator);
    // Where quotes are broken no row can be told from the next: then lines are, since half a row may name a mention too.
    const pieces = 'why' in records ? (text.match(/[^\n]*\n|[^\n]+$/g) ?? []) : records.map(({ raw }) => raw);
    const kept = pieces.filter((piece) => ![...ids].some((id) => piece.toLowerCase().includes(id)));
    if (kept.length === pieces.length) return { files: [], rows: 0 };
    return {
      files: [prepare(path, 0, Buffer.from(kept.join('')), options)],
      rows: pieces.length - kept.length,
    };
  }

  return { read, prepareAppend, prepareRemoval };
}

const fileProblem = (why: string) => ({ file: labelsName, line: 0, why });

/** Excel saves "Unicode text" as UTF-16 with a mark. */
const isReadable = (bytes: Buffer): boolean => bytes[0] === 0xff || bytes[0] === 0xfe || isUtf8(bytes);

/** The text of a table, from UTF-8 or from UTF-16 with a byte order mark. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}

/** The text of a sheet that somebody sends: as `textOf`, or from Windows-1252, in which spreadsheets of Europe save tables. */
export const sheetTextOf = (bytes: Buffer): string =>
  isReadable(bytes) ? textOf(bytes) : new TextDecoder('windows-1252').decode(bytes);

function cellOf(label: Label, column: LabelColumn | undefined): string {
  if (column === undefined) return '';
  return column === 'mention' ? labelMark(label.mention) : (label[column] ?? '');
}
