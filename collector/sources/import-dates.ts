import type { Unreadable } from '../types.ts';

/** Order of day, month and year where a file writes them as numbers. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const clock = String.raw`(?:[T,\s]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?)?\s*(?<zone>z|utc|gmt|[+-]\d{2}:?\d{2})?`;
const yearFirst = new RegExp(
  String.raw`^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})${clock}$`,
  'i',
);
const yearLast = new RegExp(
  String.raw`^(?<first>\d{1,2})(?<sign>[-/.])(?<second_>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})${clock}$`,
  'i',
);
type Groups = Record<string, string | undefined>;

/** What a date such as 03/04/2026 says of the order; points are written between numbers where the day comes first. */
function orderOf({ first, second_, sign }: Groups): 'dmy' | 'mdy' | 'either' | undefined {
  const [a, b] = [Number(first), Number(second_)];
  if (a > 12 && b > 12) return undefined;
  if (a > 12) return 'dmy';
  if (b > 12) return 'mdy';
  return sign === '.' ? 'dmy' : a === b ? undefined : 'either';
}

/**
 * The order that a file's dates are written in, or why it can't be told. One date that can be read in one way alone decides
 * for all; where none does, or two of them contradict each other, nothing is guessed.
 */
export function decideOrder(dates: readonly string[]): { order: 'dmy' | 'mdy' } | Unreadable {
  const seen = new Map<string, string>();
  for (const date of dates) {
    const groups = yearLast.exec(date.trim())?.groups;
    const order = groups && orderOf(groups);
    if (order && !seen.has(order)) seen.set(order, date);
  }
  const [dmy, mdy, either] = [seen.get('dmy'), seen.get('mdy'), seen.get('either')];
  const unreadable = (reason: string, detail: string): Unreadable => ({ status: 'changed', reason, detail });
  if (dmy !== undefined && mdy !== undefined) {
    const detail = `"${dmy}" has the day first and "${mdy}" the month: the dates of one file must be written alike`;
    return unreadable('mixed_dates', detail);
  }
  if (mdy !== undefined) return { order: 'mdy' };
  if (dmy === undefined && either !== undefined) {
    const detail = `"${either}" can be read with the day or with the month first, and no other row decides: say dates: dmy or dates: mdy`;
    return unreadable('ambiguous_dates', detail);
  }
  return { order: 'dmy' };
}

// A formatter takes longer to make than a thousand dates to format.
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const made =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  clocks.set(zone, made);
  return made;
}

/** Milliseconds by which a zone is ahead of UTC at a moment. */
function aheadOf(moment: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(moment / 1000) * 1000;
}

/** The moment that the clocks of a zone show so; in the hour that a change of clocks repeats, the first. */
function momentIn(local: number, zone: string): number {
  if (zone === 'UTC') return local;
  const guess = local - aheadOf(local - aheadOf(local, zone), zone);
  const earlier = local - aheadOf(guess - 3_600_000, zone);
  return earlier < guess && earlier + aheadOf(earlier, zone) === local ? earlier : guess;
}

/**
 * A date of numbers as an instant in UTC; any other text as it stands, for it may be a date in words or an epoch. Nothing
 * where the numbers name no day.
 */
export function readDate(text: string, order: DateOrder, zone: string): string | undefined {
  const first = yearFirst.exec(text)?.groups as Groups | undefined;
  const last = first ? undefined : (yearLast.exec(text)?.groups as Groups | undefined);
  const found = first ?? last;
  if (!found) return text;
  const written = Number(found['year']);
  const isShort = found['year']?.length === 2;
  // `ymd` says of 26/11/03 that the year comes first; of four digits it is plain.
  const [year, month, day] = first
    ? [written, Number(found['month']), Number(found['day'])]
    : order === 'ymd' && isShort
      ? [2000 + Number(found['first']), Number(found['second_']), written]
      : order === 'mdy'
        ? [isShort ? 2000 + written : written, Number(found['first']), Number(found['second_'])]
        : [isShort ? 2000 + written : written, Number(found['second_']), Number(found['first'])];
  const half = found['half']?.[0]?.toLowerCase();
  const stated = Number(found['hour'] ?? 0);
  const hour = half === undefined ? stated : (stated % 12) + (half === 'p' ? 12 : 0);
  const local = Date.UTC(
    year,
    month - 1,
    day,
    hour,
    Number(found['minute'] ?? 0),
    Number(found['second'] ?? 0),
  );
  const check = new Date(local);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || hour > 23) return undefined;
  const named = found['zone']?.toLowerCase();
  if (named === undefined) return new Date(momentIn(local, zone)).toISOString();
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(named);
  const minutes = offset ? (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1) : 0;
  return new Date(local - minutes * 60_000).toISOString();
}
