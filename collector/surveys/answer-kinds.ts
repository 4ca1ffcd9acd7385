import type { SurveyKind, SurveySettings } from '#contract';
import { awarenessKind } from './awareness.ts';
import { ofThousands, scoreReader } from './read-score.ts';
import { smallerScale } from './smaller-scale.ts';
import type { Refusal, SurveyTools } from './survey-tools.ts';

/** A question that a row leaves blank, and that counts as naming none all the same. */
export type BlankQuestion = 'unaided' | 'aided';
/** What one row says: how many it speaks for, and which counts it adds to, by how much. */
export type Said = {
  n: number;
  adds: readonly (readonly [count: string, by: number])[];
  blanks?: readonly BlankQuestion[];
};
/** Or why it says nothing: blank, which is no fault, or what stands there instead of an answer. */
export type Unsaid = { blank: true } | { wrong: string };

/** A column of the file: what its header rows call it, and the cells of all rows that count. */
export type FileColumn = {
  shown: string;
  names: readonly string[];
  /** Of a question that spreads over columns: what is ticked here, and the how manieth it is. */
  option?: { name: string; number: number };
  cells: readonly string[];
};
export type ColumnsOf = (key: keyof SurveySettings) => readonly FileColumn[];

/** How the rows of one survey are understood. */
export type AnswerKind = {
  /** The counts of a line, in their order. */
  counts: readonly string[];
  /** A sentence that goes with every number made of them. */
  definition: string;
  /** Sentences for people on how the columns were understood. */
  notices?: readonly string[];
  /**
   * @param cells those of what brand.yml calls so
   * @param isAsked whether who wrote the row was asked, as the rest of it tells
   */
  read(cells: (key: keyof SurveySettings) => readonly string[], isAsked: boolean): Said | Unsaid;
};

const shownLength = 20;

/** What stands in a cell, short, and nothing where it may say who answered. */
export const shown = (cell: string, { isPersonal }: SurveyTools): string =>
  isPersonal(cell)
    ? 'what may be an address or number'
    : `"${cell.length > shownLength ? `${cell.slice(0, shownLength)}…` : cell}"`;

type ScoreOf = ReturnType<typeof scoreReader>;

/** The answers of the column that lie on the scale. */
const scoresOn = (
  columnsOf: ColumnsOf,
  scoreOf: ScoreOf,
  [worst, best]: readonly [number, number],
): number[] =>
  columnsOf('score')
    .flatMap(({ cells }) => cells)
    .map(scoreOf)
    .filter(
      (score): score is number => score !== undefined && score !== null && score >= worst && score <= best,
    );

/** Which words were taken for no answer, and how often. */
function unansweredNotice(columnsOf: ColumnsOf, scoreOf: ScoreOf, tools: SurveyTools): string[] {
  const cells = columnsOf('score').flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
  const none = cells.filter((cell) => scoreOf(cell) === null);
  const words = [...new Set(none)].slice(0, 3).map((cell) => shown(cell, tools));
  return none.length === 0
    ? []
    : [
        `${none.length} of its ${cells.length} cells say that there is no answer, and count as blank: ${words.join(', ')}`,
      ];
}

function npsKind(survey: SurveySettings, tools: SurveyTools, columnsOf: ColumnsOf): AnswerKind | Refusal {
  const scoreOf = scoreReader(survey, tools);
  const other = survey.scale ? undefined : smallerScale(scoresOn(columnsOf, scoreOf, [0, 10]), 10);
  if (other)
    return {
      refused: `none of its ${other.answers} answers is above ${other.best}: if they were asked from 1 to ${other.best}, they make no NPS: say kind: csat, scale: [1, ${other.best}] and top: ${other.best - 1}; if from 0 to 10 all the same, say scale: [0, 10]`,
    };
  return {
    counts: ['promoters', 'passives', 'detractors'],
    notices: unansweredNotice(columnsOf, scoreOf, tools),
    definition: 'Promoters answered 9 or 10 of 0 to 10, detractors 0 to 6, passives 7 or 8.',
    read(cells) {
      const [cell = ''] = cells('score');
      if (cell === '') return { blank: true };
      const score = scoreOf(cell);
      if (score === null) return { blank: true };
      if (score === undefined || !Number.isInteger(score) || score < 0 || score > 10)
        return { wrong: `${shown(cell, tools)} is no whole number from 0 to 10${ofThousands(cell)}` };
      const count = score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors';
      return { n: 1, adds: [[count, 1]] };
    },
  };
}

function csatKind(survey: SurveySettings, tools: SurveyTools, columnsOf: ColumnsOf): AnswerKind {
  const scoreOf = scoreReader(survey, tools);
  const [worst, best] = survey.scale as [number, number];
  const other = smallerScale(scoresOn(columnsOf, scoreOf, [worst, best]), best);
  const top = survey.top as number;
  return {
    counts: ['satisfied', 'others'],
    definition: `Satisfied are those who answered ${top === best ? top : `${top} or more`} on a scale of ${worst} to ${best}.`,
    // The config says the scale, so that it is taken at its word.
    notices: [
      ...unansweredNotice(columnsOf, scoreOf, tools),
      ...(other
        ? [
            `none of its ${other.answers} answers is above ${other.best}, on a scale that \`scale\` says goes to ${best}: is that right?`,
          ]
        : []),
    ],
    read(cells) {
      const [cell = ''] = cells('score');
      if (cell === '') return { blank: true };
      const score = scoreOf(cell);
      if (score === null) return { blank: true };
      if (score === undefined || score < worst || score > best)
        return {
          wrong: `${shown(cell, tools)} is no whole number from ${worst} to ${best}${ofThousands(cell)}`,
        };
      return { n: 1, adds: [[score >= top ? 'satisfied' : 'others', 1]] };
    },
  };
}

function retentionKind(_: SurveySettings, tools: SurveyTools): AnswerKind {
  return {
    counts: ['kept', 'lost'],
    definition:
      'Kept are customers at the end less those won in between, of those at the start of the same row.',
    read(cells) {
      const texts = (['start', 'end', 'new'] as const).map((key) => cells(key)[0] ?? '');
      if (texts.every((text) => text === '')) return { blank: true };
      const strange = texts.find((text) => !/^\d{1,12}$/.test(text));
      if (strange !== undefined)
        return { wrong: `${shown(strange, tools)} is no count of customers${ofThousands(strange)}` };
      const [start, end, fresh] = texts.map(Number) as [number, number, number];
      const kept = end - fresh;
      if (start === 0) return { blank: true };
      if (kept < 0 || kept > start)
        return { wrong: `${end} at the end less ${fresh} new are ${kept} of ${start} at the start` };
      return {
        n: start,
        adds: [
          ['kept', kept],
          ['lost', start - kept],
        ],
      };
    },
  };
}

const kinds: Record<
  SurveyKind,
  (survey: SurveySettings, tools: SurveyTools, columnsOf: ColumnsOf) => AnswerKind | Refusal
> = {
  nps: npsKind,
  csat: csatKind,
  retention: retentionKind,
  awareness: awarenessKind,
};

/** How the rows of a file are understood, or why they can't be. */
export const answerKind = (
  survey: SurveySettings,
  tools: SurveyTools,
  columnsOf: ColumnsOf,
): AnswerKind | Refusal => kinds[survey.kind](survey, tools, columnsOf);
