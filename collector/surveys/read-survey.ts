import { isZone, type SurveySettings } from '#contract';
import { monthOf } from './add-up.ts';
import { mostUnread } from './aided-columns.ts';
import { type AnswerKind, answerKind, type BlankQuestion } from './answer-kinds.ts';
import { type Places, placesOf } from './find-places.ts';
import { askedReader } from './other-answers.ts';
import { isPersonalHeader } from './personal-columns.ts';
import { segmentFlaw } from './personal-values.ts';
import { dayReader } from './read-days.ts';
import { weightReader } from './read-weights.ts';
import { standingReader } from './row-standing.ts';
import { readHeader, type SurveyHeader } from './survey-header.ts';
import type { Refusal, SurveyTools } from './survey-tools.ts';

/** One answer, in memory only. */
export type Answer = {
  day: string;
  /** Known by its month alone, of which `day` is the first. */
  month?: true;
  /** UTC instant. */
  moment: string;
  segment: string | null;
  n: number;
  adds: readonly (readonly [count: string, by: number])[];
  /** Questions left blank, which count as naming none. */
  blanks: readonly BlankQuestion[];
  weight: number;
  /** Id of who answered, where the file has one. */
  respondent: string;
  comment: string;
};

/** Rows that say nothing, by why. */
export type LeftOut = {
  /** Without an answer. */
  blank: number;
  /** Made by the team to look at its own survey. */
  preview: number;
  unfinished: number;
  /** Of somebody whose later answer counts. */
  repeated: number;
  /** With something that is no answer. */
  rejected: number;
  /** Of weight 0: they say nothing, and hide nobody among them. */
  weightless: number;
  /** Of days that stand stored, added up with days that the file has not. */
  standing: number;
};
export const nothingLeftOut = (): LeftOut => ({
  blank: 0,
  preview: 0,
  unfinished: 0,
  repeated: 0,
  rejected: 0,
  weightless: 0,
  standing: 0,
});

/** What one file holds. Rows are numbered as a spreadsheet shows them. */
export type SurveyFile = {
  format: SurveyHeader['format'];
  /** Rows with anything in them, below the header. */
  rows: number;
  answers: Answer[];
  leftOut: LeftOut;
  rejected: { row: number; why: string }[];
  /** Headers of columns about who answered, which were not looked at. */
  personal: string[];
  /** Sentences for people on how its columns were understood. */
  notices: readonly string[];
  /** Whether the file has a column that tells respondents apart. */
  tellsApart: boolean;
  counts: readonly string[];
  definition: string;
  /** First and last day that any answer was given on. */
  span: { from: string; to: string } | undefined;
};

/** A file that is refused for its rows comes with what was seen of them. */
export type RefusedFile = Refusal & {
  seen?: Pick<SurveyFile, 'format' | 'rows' | 'leftOut' | 'rejected' | 'personal' | 'notices'>;
};

const mostRows = 200_000;
const longestCell = 10_000;

/**
 * Reads an export. A file that could mislead is refused whole, with a sentence; a row that is wrong is counted and named.
 * Nothing that says who answered is looked at, and no text of it goes any further but the comments, to be scored.
 */
export function readSurvey(
  text: string,
  survey: SurveySettings,
  tools: SurveyTools,
): SurveyFile | RefusedFile {
  if (text.trim() === '') return { refused: 'it is empty' };
  const rows = tools.readRows(text);
  if (!Array.isArray(rows)) return { refused: rows.detail };
  if (rows.length > mostRows) return { refused: `it has over ${mostRows} rows; export a part of its time` };
  const header = readHeader(rows, survey.format, tools.plain);
  if ('refused' in header) return header;
  const places = placesOf(header, survey, tools);
  if ('refused' in places) return places;
  return readRows(rows, header, places, survey, tools);
}

function readRows(
  rows: readonly (readonly string[])[],
  header: SurveyHeader,
  places: Places,
  survey: SurveySettings,
  tools: SurveyTools,
): SurveyFile | RefusedFile {
  const cell = (row: readonly string[], key: keyof SurveySettings) =>
    (row[places.get(key)?.[0] ?? -1] ?? '').trim();
  const body = rows
    .map((row, at) => ({ row, number: at + 1 }))
    .slice(header.rows)
    .filter(({ row }) => row.some((text) => text.trim() !== ''));
  const decided = survey.dates
    ? { order: survey.dates }
    : tools.decideOrder(body.map(({ row }) => cell(row, 'date')));
  if (!('order' in decided)) return { refused: decided.detail };
  const stated = header.columns[places.get('date')?.[0] ?? -1]?.zone;
  const isUtc = /\(utc\)/i.test(header.columns[places.get('date')?.[0] ?? -1]?.shown ?? '');
  const zone = survey.zone ?? stated ?? (isUtc ? 'UTC' : tools.zone);
  if (!isZone(zone))
    return { refused: `its dates are of the time zone "${zone}", which is not known here: say \`zone\`` };

  const leftOut = nothingLeftOut();
  const rejected: SurveyFile['rejected'] = [];
  const found: (Answer & { number: number })[] = [];
  const unread: SurveyFile['rejected'] = [];
  const undated: SurveyFile['rejected'] = [];
  let read = 0;
  const reject = (row: number, why: string) => {
    leftOut.rejected++;
    rejected.push({ row, why });
  };
  const standing = standingReader(header);
  const stand = body.filter(({ row }) => {
    const standingOf = standing(row);
    if (standingOf !== undefined) leftOut[standingOf]++;
    return standingOf === undefined;
  });
  const given = stand.map(({ row }) => row);
  const kind = answerKind(survey, tools, (key) =>
    (places.get(key) ?? []).map((at) => {
      const { shown, names, option } = header.columns[at] as SurveyHeader['columns'][number];
      const cells = given.map((row) => (row[at] ?? '').trim().slice(0, longestCell));
      return { shown, names, cells, ...(option ? { option } : {}) };
    }),
  );
  if ('refused' in kind) return kind;
  const weightOf = weightReader(given.map((row) => cell(row, 'weight')));
  const isAsked = askedReader(given, header, places);
  const days = dayReader(
    given.map((row) => cell(row, 'date')),
    { order: decided.order, zone, tools },
  );
  for (const { row, number } of stand) {
    const said = sayingOf(kind, row, places, isAsked(row));
    if ('blank' in said) {
      leftOut.blank++;
      continue;
    }
    if ('wrong' in said) {
      unread.push({ row: number, why: said.wrong });
      reject(number, said.wrong);
      continue;
    }
    read++;
    const time = days.read(cell(row, 'date'));
    if ('wrong' in time) {
      undated.push({ row: number, why: time.wrong });
      reject(number, time.wrong);
      continue;
    }
    const weight = places.has('weight') ? weightOf(cell(row, 'weight')) : 1;
    if (typeof weight === 'object') return { refused: `row ${number} has ${weight.wrong}` };
    if (weight === 0) {
      leftOut.weightless++;
      continue;
    }
    found.push({
      ...time,
      n: said.n,
      adds: said.adds,
      blanks: said.blanks ?? [],
      weight,
      segment: cell(row, 'segment') || null,
      respondent: cell(row, 'respondent'),
      comment: cell(row, 'comment').slice(0, longestCell),
      number,
    });
  }
  const seen = {
    format: header.format,
    rows: body.length,
    leftOut,
    rejected,
    notices: [...(kind.notices ?? []), ...days.notices],
    personal: header.columns.filter(({ names }) => names.some(isPersonalHeader)).map(({ shown }) => shown),
  };
  if (isTooMany(unread.length, unread.length + read))
    return {
      refused: `${unread.length} of its ${unread.length + read} answers can't be read, and what is left would mislead; ${exampleRows(unread)}; export the answers as numbers or names${survey.kind === 'nps' || survey.kind === 'csat' ? ', or say under `answers` what their words stand for, null for words that are no answer: { Did not buy: null }' : ''}`,
      seen,
    };
  if (isTooMany(undated.length, read))
    return {
      refused: `the dates of ${undated.length} of its ${read} answers can't be taken, and what is left would mislead; ${exampleRows(undated)}; export them as dates such as 2026-11-02`,
      seen,
    };
  const flaw = segmentFlaw(found, survey, tools) ?? respondentFlaw(found, survey, tools);
  if (flaw) return flaw;
  if (leftOut.weightless > 0 && found.length === 0) return { refused: 'its weights sum up to 0' };
  const dated = found.map(({ day }) => day).sort();
  const ends = found.map(({ day, month }) => (month ? monthOf(day).to : day)).sort();
  const [from, to] = [dated[0], ends.at(-1)];
  return {
    ...seen,
    answers: found.map(({ number, ...answer }) => answer),
    tellsApart: places.has('respondent'),
    counts: kind.counts,
    definition: kind.definition,
    span: from === undefined || to === undefined ? undefined : { from, to },
  };
}

function sayingOf(
  kind: AnswerKind,
  row: readonly string[],
  places: Places,
  isAsked: boolean,
): ReturnType<AnswerKind['read']> {
  let isTooLong = false;
  const said = kind.read(
    (key) =>
      (places.get(key) ?? []).map((place) => {
        const text = (row[place] ?? '').trim();
        if (text.length > longestCell) isTooLong = true;
        return text.slice(0, longestCell);
      }),
    isAsked,
  );
  return isTooLong ? { wrong: `a cell is over ${longestCell} characters long` } : said;
}

const examplesShown = 3;
const exampleRows = (rows: SurveyFile['rejected']): string =>
  rows
    .slice(0, examplesShown)
    .map(({ row, why }) => `row ${row}: ${why}`)
    .join('; ');

/** One slip is a slip: more, and those that are left may be of another kind than those that are not read. All are no slip. */
const isTooMany = (wrong: number, of: number): boolean =>
  wrong > Math.max(1, mostUnread * of) || (wrong > 0 && wrong === of);

function respondentFlaw(
  answers: readonly Answer[],
  { respondent }: SurveySettings,
  tools: SurveyTools,
): Refusal | undefined {
  return respondent !== undefined && answers.some((answer) => tools.isPersonal(answer.respondent))
    ? {
        refused: `\`respondent\` names "${respondent}", a column with addresses, telephone or account numbers in it; such columns are not read`,
      }
    : undefined;
}
