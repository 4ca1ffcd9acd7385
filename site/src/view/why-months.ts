import type { Figure, RankingFigure, VerdictWord } from '#contract';
import { words } from '../words.ts';
import { spanOf } from './calendar.ts';
import { monthAnchor } from './month-anchor.ts';
import { type Formats, unitKind } from './numbers.ts';
import { type ReceiptRow, receiptId } from './receipt-rows.ts';
import { coverageOver } from './table-receipts.ts';
import { type Told, told } from './why.ts';

/** What moved a figure month by month: each month's change, and the parts that make it. */

export type MonthWhy = {
  /** Anchor of the month on the page of its figure. */
  id: string;
  /** `May 2026`. */
  name: string;
  verdict: VerdictWord;
  change: string;
  interval: string;
  n: string;
  /** The mentions of the four weeks, below the base path, and their days. */
  list: string | null;
  days: string;
  parts: Told[];
  receipt: ReceiptRow;
};

/** Bounds of a verdict, in standard errors. */
export const [sure, perhaps] = [2.81, 1.96] as const;

function verdictFor(z: number): VerdictWord {
  if (Math.abs(z) < perhaps) return 'no clear change';
  if (Math.abs(z) < sure) return z > 0 ? 'perhaps up' : 'perhaps down';
  return z > 0 ? 'up' : 'down';
}

export const isMonth = (key: string): boolean => /^\d{4}-\d{2}$/.test(key);

/** The months of a figure, the latest first; none where its changes are not taken apart. */
export function monthsOf(
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  figure: string,
  formats: Formats,
): MonthWhy[] {
  const why = figures.get('why');
  if (why?.kind !== 'ranking') return [];
  const rows = (why.brands[brand]?.rows ?? []).filter((row) => row.figure === figure);
  const keyOf = ({ id }: { id: string }): string => id.split(':')[0] ?? '';
  return rows
    .filter((row) => isMonth(keyOf(row)) && row.id.split(':').length === 2 && row.value !== null)
    .map((row): MonthWhy => {
      const month = keyOf(row);
      const { change, interval } = sizeOf(row, formats);
      const whole = told(why, brand, row, formats);
      const name = formats.month(spanOf(month)?.from ?? 0);
      return {
        id: monthAnchor(month),
        name,
        verdict: verdictFor(row.parts.z ?? 0),
        change,
        interval,
        n: whole.stories,
        list: whole.list,
        days: whole.days,
        parts: rows
          .filter((one) => keyOf(one) === month && one.id.split(':').length > 2)
          .map((one) => told(why, brand, one, formats)),
        receipt: {
          id: receiptId('months', month),
          of: name,
          value: change,
          interval,
          n: whole.stories,
          coverage: coverageOver(figures, brand, { from: row.from ?? '', to: row.to ?? '' }, formats),
          mentions: whole.list,
        },
      };
    })
    .toReversed();
}

/** The whole change in the row's unit. */
export function sizeOf(
  { value, low, high, unit }: RankingFigure['brands'][string]['rows'][number],
  formats: Formats,
): { change: string; interval: string } {
  const kind = unitKind(unit ?? '');
  const write = (size: number): string =>
    kind === 'percent' ? `${formats.signedChange(size, 'points')}%` : formats.signedChange(size, kind);
  const change = write(value ?? 0);
  return {
    change: kind === 'points' ? words.change.points(change) : change,
    interval: low === null || high === null ? '' : words.interval.range(write(low), write(high)),
  };
}
