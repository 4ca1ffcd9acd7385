import { words } from '../words.ts';
import { dayMs, msToDay, spanOf } from './calendar.ts';
import type { lastRun, SourceRow } from './coverage.ts';
import { mentionsLink } from './filter.ts';
import type { Formats } from './numbers.ts';
import { type ReceiptRow, receiptId } from './receipt-rows.ts';

/** Anchors: no source has that of the last run, since theirs begin otherwise. */
export const lastRunReceipt = receiptId('last-run');
export const sourceReceipt = (source: string): string => receiptId('coverage', source);

/** Where the count of sources that answered comes from; which they are stands in the ledger. */
export function lastRunRow(
  { answered, of }: NonNullable<ReturnType<typeof lastRun>>,
  formats: Pick<Formats, 'number' | 'share'>,
): ReceiptRow {
  const say = words.ledger;
  return {
    id: lastRunReceipt,
    of: say.answering,
    value: say.answered(formats.number(answered), formats.number(of)),
    interval: words.interval.none,
    n: say.sources(formats.number(of)),
    coverage: of === 0 ? words.noValue : formats.share(answered / of),
    mentions: null,
  };
}

/** Where the coverage of each source comes from: its days in the months shown, and the mentions that it brought in them. */
export function coverageReceipts(
  rows: readonly SourceRow[],
  shown: readonly string[],
  formats: Pick<Formats, 'number' | 'share'>,
): ReceiptRow[] {
  const say = words.ledger;
  const [first, last] = [spanOf(shown[0] ?? ''), spanOf(shown.at(-1) ?? '')];
  if (!first || !last) return [];
  const days = { from: msToDay(first.from), to: msToDay(last.to - dayMs) };
  return rows.map(({ source, months }) => {
    const held = months.filter(({ month }) => shown.includes(month));
    const [covered, all] = [
      held.reduce((sum, month) => sum + month.covered, 0),
      held.reduce((sum, month) => sum + month.days, 0),
    ];
    const share = all === 0 ? words.noValue : formats.share(covered / all);
    return {
      id: sourceReceipt(source.id),
      of: source.label,
      value: share,
      interval: words.interval.none,
      n: say.daysOf(formats.number(covered), formats.number(all)),
      coverage: share,
      mentions: mentionsLink({ source: source.id, ...days }),
    };
  });
}
