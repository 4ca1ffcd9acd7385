import type { About, BreakdownFigure, Figure, SeriesFigure, Verdict } from '#contract';
import { words } from '../words.ts';
import { pageWords } from '../words-pages.ts';
import { verdictOf } from './answer.ts';
import { behind } from './behind.ts';
import { levelOf, rangeText } from './headline.ts';
import { type Formats, unitKind } from './numbers.ts';
import { lastDaysOf } from './receipt.ts';
import { type ReceiptRow, receiptId, receiptRow } from './receipt-rows.ts';

/** What was asked beside what is said unasked. */

const say = pageWords.surveys;

export type Told = { value: string; interval: string; n: string };
export type SurveyRow = {
  figure: SeriesFigure;
  asked: Told;
  verdict: Verdict | undefined;
  /** The talk that stands in for it, over the same days. */
  talk: (Told & { id: string; title: string; figure: SeriesFigure }) | null;
  /** Whether both say the same, in a sentence of the figures. */
  agreement: string;
  /** Where both values come from. */
  receipts: ReceiptRow[];
};

type Part = Pick<About, 'asOf' | 'brands' | 'themes' | 'time'>;

const isSurvey = (figure: Figure): boolean => figure.id.startsWith('surveys-');
const window = '90';

function told(figure: SeriesFigure, brand: string, formats: Formats): Told {
  const kind = unitKind(figure.unit);
  const level = levelOf(figure, brand, window) ?? levelOf(figure, brand);
  if (!level || level.value === null)
    return {
      value: words.noValue,
      interval: '',
      n: words.basis(formats.number(level?.n ?? 0), figure.basis),
    };
  return {
    value: formats.value(level.value, kind),
    interval: rangeText(level.low, level.high, kind, formats),
    n: words.basis(formats.number(level.n), figure.basis),
  };
}

function receiptOf(figure: SeriesFigure, id: string, about: Part, formats: Formats): ReceiptRow {
  const brand = about.brands[0]?.id ?? '';
  const over = levelOf(figure, brand, window) ? window : '28';
  const none = { value: null, low: null, high: null, n: 0, coverage: null };
  return receiptRow(
    {
      id,
      of: words.figure.partOf(figure.title, words.windows[over]),
      mentions: behind(figure.id, { brand, ...lastDaysOf(about, over) }, about),
    },
    levelOf(figure, brand, over) ?? none,
    { kind: unitKind(figure.unit), basis: figure.basis },
    formats,
  );
}

/** Surveys of the last 90 days, each beside the talk that stands in for it. */
export function surveyRows(figures: ReadonlyMap<string, Figure>, about: Part, formats: Formats): SurveyRow[] {
  const brand = about.brands[0]?.id ?? '';
  return [...figures.values()].flatMap((figure): SurveyRow[] => {
    if (figure.kind !== 'series' || !isSurvey(figure)) return [];
    const agreement = figure.agreement?.[brand];
    const talk = agreement && figures.get(agreement.with);
    return [
      {
        figure,
        asked: told(figure, brand, formats),
        verdict: verdictOf(figure, brand, window),
        talk:
          talk?.kind === 'series'
            ? { id: talk.id, title: talk.title, figure: talk, ...told(talk, brand, formats) }
            : null,
        agreement: agreement?.text ?? '',
        receipts: [
          receiptOf(figure, receiptId('surveys', figure.id), about, formats),
          ...(talk?.kind === 'series'
            ? [receiptOf(talk, receiptId('surveys', figure.id, talk.id), about, formats)]
            : []),
        ],
      },
    ];
  });
}

/** Breakdowns of surveys: by segment, and what comments speak of. */
export const surveyBreakdowns = (figures: ReadonlyMap<string, Figure>): BreakdownFigure[] =>
  [...figures.values()].flatMap((figure) =>
    figure.kind === 'breakdown' && isSurvey(figure) ? [figure] : [],
  );

/** The first sentence of the page: the first survey, and whether the talk goes along with it. */
export function surveySentence(rows: readonly SurveyRow[]): string {
  const [first] = rows;
  if (!first) return say.none;
  const { figure, asked, verdict } = first;
  if (asked.interval === '') return say.noAnswers(figure.title);
  return say.stands(figure.title, asked.value, asked.interval, verdict ? say.moved[verdict.verdict] : '');
}
