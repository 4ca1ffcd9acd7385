import type { SurveyFormat } from '#contract';
import type { Refusal } from './survey-tools.ts';

/** What is known of a tool's exports: read from documentation and from what others published, not from an account of ours. */
type Known = {
  is(header: readonly string[], rows: readonly (readonly string[])[]): boolean;
  /** Rows above the first answer. */
  headerRows(header: readonly string[], rows: readonly (readonly string[])[]): number;
  date: readonly string[];
  respondent: readonly string[];
};

const one = () => 1;
const has = (header: readonly string[], ...names: string[]) => names.every((name) => header.includes(name));

export const knownFormats: Record<SurveyFormat, Known> = {
  /** Ids, then questions, then JSON such as {"ImportId":"startDate"}. */
  qualtrics: {
    is: (_, rows) => (rows[2] ?? []).some((cell) => /^\s*\{\s*"ImportId"/.test(cell)),
    headerRows: () => 3,
    date: ['RecordedDate', 'EndDate', 'StartDate'],
    respondent: ['ResponseId'],
  },
  /** Questions, then their options; in the condensed form the second row holds none, or there is none. */
  surveymonkey: {
    is: (header) => has(header, 'respondent id', 'collector id'),
    headerRows: (header, rows) => ((rows[1]?.[header.indexOf('respondent id')] ?? '').trim() === '' ? 2 : 1),
    date: ['End Date', 'Date Modified', 'Start Date'],
    respondent: ['Respondent ID'],
  },
  typeform: {
    is: (header) => header[0] === '#' && has(header, 'submit date (utc)'),
    headerRows: one,
    date: ['Submit Date (UTC)'],
    respondent: ['#'],
  },
  'google-forms': {
    is: (header) => header[0] === 'timestamp',
    headerRows: one,
    date: ['Timestamp'],
    respondent: [],
  },
  delighted: {
    is: (header) => has(header, 'score') && header.some((name) => /^created[ _]at$/.test(name)),
    headerRows: one,
    date: ['created_at', 'Created at'],
    respondent: ['id'],
  },
  plain: { is: () => true, headerRows: one, date: [], respondent: [] },
};

/** A column: its place, and all that its header rows call it, in small letters and without markup. */
type Column = {
  at: number;
  names: string[];
  shown: string;
  /** Of a question that spreads over columns: what is ticked here, and the how manieth it is. */
  option?: { name: string; number: number };
  /** Time zone of its dates, where the header says so. */
  zone?: string;
};
export type SurveyHeader = {
  format: SurveyFormat;
  /** Rows above the first answer. */
  rows: number;
  columns: Column[];
  /** Whether empty cells of the first row belong to the question before them. */
  spreads: boolean;
};

const mostColumns = 200;
const headersNamed = 40;

/** What Qualtrics says below a question: {"ImportId":"endDate","timeZone":"America/Denver"}. */
function zoneIn(cell: string): string | undefined {
  const zone = /"timeZone"\s*:\s*"([^"]{1,60})"/i.exec(cell)?.[1];
  return zone === 'Z' ? 'UTC' : zone;
}

/** Finds out whose export it is, and what its columns are called. */
export function readHeader(
  rows: readonly (readonly string[])[],
  named: SurveyFormat | undefined,
  plain: (text: string) => string,
): SurveyHeader | Refusal {
  const [first = []] = rows;
  if (first.length > mostColumns) return { refused: `it has over ${mostColumns} columns` };
  const tidy = (text: string) => plain(text).replace(/\s+/g, ' ').trim();
  const shown = first.map(tidy);
  const lower = shown.map((name) => name.toLowerCase());
  const formats = Object.keys(knownFormats) as SurveyFormat[];
  const format = named ?? (formats.find((name) => knownFormats[name].is(lower, rows)) as SurveyFormat);
  if (!knownFormats[format].is(lower, rows))
    return {
      refused: `it is not in the shape of an export of ${format}; leave \`format\` out, or say plain`,
    };
  const count = knownFormats[format].headerRows(lower, rows);
  const spreads = format === 'surveymonkey' && count === 2;
  let question = '';
  let begins = 0;
  const columns = shown.map((name, at): Column => {
    if (name !== '') [question, begins] = [name, at];
    const below = count > 1 ? tidy(rows[1]?.[at] ?? '') : '';
    const names = [name, ...(below === '' ? [] : spreads ? [`${question}: ${below}`] : [below])];
    const zone = format === 'qualtrics' ? zoneIn(rows[2]?.[at] ?? '') : undefined;
    return {
      at,
      ...(zone === undefined ? {} : { zone }),
      names: names.map((one) => one.toLowerCase()),
      shown: name === '' ? below : name,
      ...(spreads && below !== '' ? { option: { name: below, number: at - begins + 1 } } : {}),
    };
  });
  return { format, rows: count, columns, spreads };
}

/** Places of the column with a header; of several where a question spreads over the columns after it. */
export function findColumn(
  { columns, spreads }: SurveyHeader,
  wanted: string,
  forWhat: string,
  plain: (text: string) => string,
): number[] | Refusal {
  const name = plain(wanted).replace(/\s+/g, ' ').trim().toLowerCase();
  // What the first row calls a column goes before what the second does.
  const byFirst = columns.filter(({ names }) => names[0] === name);
  const found = byFirst.length > 0 ? byFirst : columns.filter(({ names }) => names.includes(name));
  const [column, twin] = found;
  if (column === undefined) {
    const there = columns.filter(({ shown }) => shown !== '').map(({ shown }) => shown);
    const more = there.length > headersNamed ? ` and ${there.length - headersNamed} more` : '';
    return {
      refused: `no column "${wanted}" (for ${forWhat}); found: ${there.slice(0, headersNamed).join(' | ')}${more}`,
    };
  }
  if (twin) return { refused: `two columns are called "${wanted}" (for ${forWhat}); rename one of them` };
  const places = [column.at];
  if (spreads && byFirst.length > 0)
    for (let at = column.at + 1; columns[at]?.names[0] === ''; at++) places.push(at);
  return places;
}
