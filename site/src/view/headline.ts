import type { About, Figure, SeriesFigure, Verdict, VerdictWindow, VerdictWord } from '#contract';
import { words } from '../words.ts';
import { needsCompetitor, signedChangeText, verdictOf } from './answer.ts';
import { dayIn, shiftDay } from './calendar.ts';
import { type ChartShape, chartShape } from './chart-shape.ts';
import { correctedOnCard } from './correction.ts';
import { figuresInOrder } from './figures.ts';
import { decimals, type Formats, isThin, type UnitKind, unitKind } from './numbers.ts';
import { lastReplay, replaysOf } from './replays.ts';
import { unscoredText } from './unscored.ts';
import { daysOf, defaultWindow, periodOf } from './views.ts';

export type Card = {
  figure: SeriesFigure;
  kind: UnitKind;
  value: string;
  /** `± 6`, or `4.0 to 4.4` where the interval is lopsided; empty for counts. */
  interval: string;
  /** The value with the scorer’s error taken out, in words; empty where no labels do that. */
  corrected: string;
  /** `about 3 in 10` beside a percentage. */
  inWords: string;
  thin: boolean;
  /** Nothing was measured: a word stands where the value would. */
  none: boolean;
  basis: string;
  verdict: Verdict | undefined;
  /** `−63% (−72% to −52%)` where the verdict is a change; empty where chance explains it. */
  change: string;
  spark: ChartShape | null;
  /** The day on which the scores behind it were replaced last, where that lies in the span of the spark. */
  replaced: string;
  /** `412 of 9,300 mentions without a tone`, of a figure of tone that leaves any out. */
  unscored: string;
};

const rounded = (size: number, kind: UnitKind): number => Number(size.toFixed(decimals[kind]));

/** `± 6` or a range; a rounded `± 0` is written as a range too, since nothing is exact. */
export function intervalText(
  value: number,
  low: number | null,
  high: number | null,
  kind: UnitKind,
  formats: Formats,
): string {
  if (low === null || high === null) return '';
  // Only what both ends can be read off again: 43% ± 30 for 16% to 75% would be another interval.
  const half = rounded((high - low) / 2, kind);
  const even = half > 0 && [high - value, value - low].every((side) => rounded(side, kind) === half);
  // Half the width of points has no sign, as a count has none.
  // Half the width of a percentage is in points of it: "37% ± 5%" might be read as a twentieth of 37.
  if (even)
    return words.interval.plusMinus(
      kind === 'percent'
        ? words.change.points(formats.number(half))
        : formats.value(half, kind === 'points' ? 'count' : kind),
    );
  return rangeText(low, high, kind, formats);
}

/** The interval as its ends; in a column all are written alike. */
export const rangeText = (
  low: number | null,
  high: number | null,
  kind: UnitKind,
  formats: Formats,
): string =>
  low === null || high === null
    ? ''
    : words.interval.range(formats.value(low, kind), formats.value(high, kind));

/** Cards of one row. Coverage stands under every figure, and has a page of its own. */
const mostCards = 6;

/** A figure over the window in view; nothing where it was not measured over it, or has no basis at all. */
export function levelOf(
  figure: SeriesFigure,
  brand: string,
  window: VerdictWindow = defaultWindow,
): NonNullable<SeriesFigure['headline']>[string] | undefined {
  const days = daysOf(window);
  return days === defaultWindow ? figure.headline?.[brand] : figure.windows?.[brand]?.[days];
}

/** The figures of the cards: those with a basis, the most telling first. */
export const headlineIds = (about: Pick<About, 'brands'>, figures: Map<string, Figure>): string[] =>
  figuresInOrder(figures)
    .filter((figure) => !needsCompetitor(figure, about.brands.length))
    .filter((figure) => figure.kind === 'series' && figure.headline?.[about.brands[0]?.id ?? ''])
    .map(({ id }) => id)
    .filter((id) => id !== 'coverage' && !id.startsWith('surveys-'))
    .slice(0, mostCards);

const moved: readonly VerdictWord[] = ['up', 'down', 'perhaps up', 'perhaps down'];

/** The change behind a verdict with its interval, where there is one to speak of. */
export function changeWords(verdict: Verdict | undefined, kind: UnitKind, formats: Formats): string {
  if (!verdict || verdict.difference === null || !moved.includes(verdict.verdict)) return '';
  const by = signedChangeText(verdict.difference, kind, formats);
  const { low, high } = verdict;
  if (low === null || high === null) return by;
  return `${by} (${words.interval.range(formats.signedChange(low, kind), formats.signedChange(high, kind))})`;
}

/** The headline cards, in their order. */
export function headlineCards(
  about: About,
  figures: Map<string, Figure>,
  formats: Formats,
  window: VerdictWindow = defaultWindow,
): Card[] {
  const brand = about.brands[0];
  if (!brand) return [];
  return headlineIds(about, figures).flatMap((id) => {
    const figure = figures.get(id);
    if (figure?.kind !== 'series') return [];
    const kind = unitKind(figure.unit);
    const unknown = { value: null, low: null, high: null, n: 0, coverage: null };
    const { value, low, high, n, coverage } = levelOf(figure, brand.id, window) ?? unknown;
    const verdict = verdictOf(figure, brand.id, window);
    return [
      {
        figure,
        kind,
        value: value === null ? words.noValue : formats.value(value, kind),
        interval: value === null ? '' : intervalText(value, low, high, kind, formats),
        // Labels correct the last 28 days, and no other window.
        corrected: daysOf(window) === defaultWindow ? correctedOnCard(figure, brand.id, formats) : '',
        inWords: kind === 'percent' && value !== null ? words.about(Math.round(value / 10)) : '',
        thin: value !== null && isThin(kind, n),
        none: value === null,
        basis: [
          words.basis(formats.number(n), figure.basis),
          ...(coverage === null ? [] : [words.coverage(formats.share(coverage))]),
        ].join(' · '),
        verdict,
        change: changeWords(verdict, kind, formats),
        spark: chartShape(figure, {
          about,
          period: window === '7' || window === '28' ? '90-days' : periodOf[window],
          formats,
          rivals: 0,
        }),
        replaced: lastReplay(
          replaysOf(figure, about, shiftDay(dayIn(about.time.zone, about.asOf), -89)),
          formats,
        ),
        unscored:
          daysOf(window) === defaultWindow ? (unscoredText(figure, brand.id, formats)?.short ?? '') : '',
      },
    ];
  });
}
