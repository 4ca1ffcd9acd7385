import type { BreakdownFigure, Figure, RankingFigure } from '#contract';
import { chartWords } from '../chart-words.ts';
import { words } from '../words.ts';
import { behindPart, behindRow } from './behind.ts';
import { dayMs, dayToMs } from './calendar.ts';
import { levelOf } from './headline.ts';
import { type Formats, unitKind } from './numbers.ts';
import { type ReceiptRow, receiptId, receiptRow } from './receipt-rows.ts';

/** The receipts of the tables that show a breakdown or a ranking: a row for each of theirs. */

type Parts = Parameters<typeof behindPart>[3];

/** One receipt for each part of a breakdown, called by its id. */
export function partReceipts(
  figure: BreakdownFigure,
  brand: string,
  about: Parts,
  formats: Formats,
): ReceiptRow[] {
  const { id, basis, unit } = figure;
  return (figure.brands[brand]?.rows ?? []).map((row) => {
    const part = Object.values(row.by).join('-');
    return receiptRow(
      {
        id: receiptId(id, part),
        of: part,
        mentions: behindPart(figure, brand, row.by, about),
      },
      row,
      { kind: unitKind(unit), basis },
      formats,
    );
  });
}

const windows = ['7', '28', '90', '365'] as const;

/** Coverage of the sources over some days, in words: where no figure tells it of just these, where to look. */
export function coverageOver(
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  { from, to }: { from: string; to: string },
  formats: Pick<Formats, 'share'>,
): string {
  const figure = figures.get('coverage');
  const days = String((dayToMs(to) - dayToMs(from)) / dayMs + 1);
  const window = windows.find((one) => one === days);
  if (figure?.kind !== 'series' || !window || figure.brands[brand]?.day.at(-1)?.period !== to)
    return chartWords.receipt.coverageElsewhere;
  const value = levelOf(figure, brand, window)?.value ?? null;
  return value === null ? words.noValue : formats.share(value / 100);
}

type Row = RankingFigure['brands'][string]['rows'][number];
/** A number in words, as the table has it; without an interval where none is defined. */
export type Told = { value: string; interval: string };

const spanOf = ({ from, to }: Row) => (from === undefined || to === undefined ? null : { from, to });

/** The name of a list that is not of just what n counts: an action is judged by complaints among all stories. */
function listNameOf(figure: string, { id }: Row): { listName?: string } {
  if (figure === 'events' && /^\d{4}-\d{2}-\d{2}-action-/.test(id))
    return { listName: chartWords.receipt.complaintsLink };
  return figure === 'voices' && id === 'testimonials' ? { listName: chartWords.receipt.praiseLink } : {};
}

/** One receipt for each row of a ranking, its numbers told by `tell` as its table tells them; rows of which it tells none have none. */
export function rowReceipts(
  figures: ReadonlyMap<string, Figure>,
  id: string,
  brand: string,
  tell: (row: Row) => (Told & { of?: string }) | null,
  formats: Formats,
): ReceiptRow[] {
  const figure = figures.get(id);
  if (figure?.kind !== 'ranking') return [];
  return (figure.brands[brand]?.rows ?? []).flatMap((row) => {
    const told = tell(row);
    if (!told) return [];
    return [
      {
        id: receiptId(id, row.id),
        of: told.of ?? row.name,
        value: told.value,
        interval: told.interval || words.interval.none,
        n: words.basis(formats.number(row.n), figure.basis),
        coverage: coverageOver(figures, brand, spanOf(row) ?? figure.period, formats),
        mentions: behindRow(figure, brand, row),
        ...listNameOf(figure.id, row),
      },
    ];
  });
}

/** A ranking's value as its unit writes it, with its interval. */
export function rankingNumbers({ value, low, high }: Row, unit: string, formats: Formats): Told {
  const kind = unitKind(unit);
  const write = (size: number): string =>
    kind === 'percent' ? `${formats.number(size, size < 10 ? 1 : 0)}%` : formats.value(size, kind);
  return {
    value: value === null ? words.figure.tooFew : write(value),
    interval: low === null || high === null ? '' : words.interval.range(write(low), write(high)),
  };
}

/** What events moved: each row in a unit of its own. */
export const eventReceipts = (
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  formats: Formats,
): ReceiptRow[] =>
  rowReceipts(
    figures,
    'events',
    brand,
    ({ value, low, high, unit }) => {
      const stars = unit === 'stars';
      const write = (size: number): string =>
        formats.signedChange(size, stars ? 'stars' : 'points') + (unit === '%' ? '%' : '');
      return {
        value:
          value === null
            ? words.figure.tooFew
            : stars
              ? words.change.stars(write(value))
              : unit === '%'
                ? write(value)
                : words.change.points(write(value)),
        interval:
          low === null || high === null ? words.noValue : words.interval.range(write(low), write(high)),
      };
    },
    formats,
  );
