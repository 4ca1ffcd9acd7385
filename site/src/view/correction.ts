import type { Point, SeriesFigure } from '#contract';
import { labelWords as say } from '../label-words.ts';
import { words } from '../words.ts';
import { dayToMs } from './calendar.ts';
import { type Formats, type UnitKind, unitKind } from './numbers.ts';

/** A period with its raw value and the corrected one, each with its interval, in words. */
export type BesideRow = {
  period: string;
  raw: string;
  rawInterval: string;
  corrected: string;
  interval: string;
  n: string;
};

/** What stands beside a figure of tone: the corrected line, or how far the scorer may be off; null for other figures. */
export type Beside =
  | { kind: 'corrected'; labels: string; rows: BesideRow[]; check: string }
  | { kind: 'uncorrected'; text: string };

const mostMonths = 12;

type Value = Omit<Point, 'period'>;

const valueText = ({ value }: Pick<Value, 'value'>, kind: UnitKind, formats: Formats): string =>
  value === null ? words.noValue : formats.value(value, kind);

const intervalOf = ({ low, high }: Value, kind: UnitKind, formats: Formats): string =>
  low === null || high === null
    ? '–'
    : words.interval.range(formats.value(low, kind), formats.value(high, kind));

/** The last 28 days and the last twelve months of a brand, raw and corrected. */
export function besideOf(figure: SeriesFigure, brand: string, formats: Formats): Beside | null {
  const corrected = figure.corrected?.[brand];
  const kind = unitKind(figure.unit);
  const error = figure.scorerError?.[brand];
  if (!corrected)
    return error === undefined ? null : { kind: 'uncorrected', text: say.uncorrected(formats.number(error)) };
  const row = (period: string, raw: Value | undefined, now: Value): BesideRow => ({
    period,
    raw: raw ? valueText(raw, kind, formats) : words.noValue,
    rawInterval: raw ? intervalOf(raw, kind, formats) : '–',
    corrected: valueText(now, kind, formats),
    interval: intervalOf(now, kind, formats),
    n: formats.number(now.n),
  });
  const months = figure.brands[brand]?.month ?? [];
  const rows = corrected.month
    .slice(-mostMonths)
    .reverse()
    .map((point) =>
      row(
        formats.month(dayToMs(`${point.period}-01`)),
        months.find(({ period }) => period === point.period),
        point,
      ),
    );
  const check =
    corrected.counts === null || corrected.agrees === null
      ? ''
      : `${say.counts(formats.value(corrected.counts, kind))}${corrected.agrees ? say.agrees : say.disagrees}`;
  return {
    kind: 'corrected',
    labels: formats.number(corrected.labels),
    rows: [row(say.last, figure.headline?.[brand], corrected.headline), ...rows],
    check,
  };
}

/** The corrected headline in a few words for its card; empty where there is none. */
export function correctedOnCard(figure: SeriesFigure, brand: string, formats: Formats): string {
  const now = figure.corrected?.[brand]?.headline;
  const kind = unitKind(figure.unit);
  return now?.value == null ? '' : say.onCard(formats.value(now.value, kind), intervalOf(now, kind, formats));
}
