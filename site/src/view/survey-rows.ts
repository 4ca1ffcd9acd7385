import type { About, BreakdownFigure, Figure, SeriesFigure, Verdict } from '#contract';
import { words } from '../words.ts';
import { pageWords } from '../words-pages.ts';
import { verdictOf } from './answer.ts';
import { behind } from './behind.ts';
import { dayToMs } from './calendar.ts';
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
/** A survey that is asked in waves stands by the last, which its headline speaks of. */
const windowOf = (figure: SeriesFigure, brand: string): '28' | '90' => (figure.waves?.[brand] ? '28' : '90');

const waveText = ({ from, to }: { from: string; to: string }, formats: Formats): string =>
  formats.dates(dayToMs(from), dayToMs(to));

function told(figure: SeriesFigure, brand: string, formats: Formats): Told {
  const kind = unitKind(figure.unit);
  const level = levelOf(figure, brand, windowOf(figure, brand)) ?? levelOf(figure, brand);
  const wave = figure.waves?.[brand];
  const basis = words.basis(formats.number(level?.n ?? 0), figure.basis);
  const n = wave ? say.ofWave(basis, waveText(wave, formats)) : basis;
  if (!level || level.value === null)
    return {
      value: words.noValue,
      interval: '',
      n,
    };
  return {
    value: formats.value(level.value, kind),
    interval: rangeText(level.low, level.high, kind, formats),
    n,
  };
}

function receiptOf(figure: SeriesFigure, id: string, about: Part, formats: Formats): ReceiptRow {
  const brand = about.brands[0]?.id ?? '';
  const long = windowOf(figure, brand);
  const over = levelOf(figure, brand, long) ? long : '28';
  const wave = figure.waves?.[brand];
  const none = { value: null, low: null, high: null, n: 0, coverage: null };
  return receiptRow(
    {
      id,
      of: words.figure.partOf(figure.title, wave ? say.wave(waveText(wave, formats)) : words.windows[over]),
      mentions: behind(
        figure.id,
        { brand, ...(wave ? { from: wave.from, to: wave.to } : lastDaysOf(about, over)) },
        about,
      ),
    },
    levelOf(figure, brand, over) ?? none,
    { kind: unitKind(figure.unit), basis: figure.basis },
    formats,
  );
}

/** Surveys of the last 90 days, or of their last wave, each beside the talk that stands in for it. */
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
        verdict: verdictOf(figure, brand, windowOf(figure, brand)),
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
  const moved = Object.values(figure.waves ?? {}).length > 0 ? say.movedByWave : say.moved;
  return say.stands(figure.title, asked.value, asked.interval, verdict ? moved[verdict.verdict] : '');
}
