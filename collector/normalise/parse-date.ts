import { monthOf, offsetOf } from './date-words.ts';

/** Order of day and month where a feed writes 03/04/2026. */
export type DateOrder = 'day first' | 'month first';
type Parts = {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Minutes east of UTC; 0 where the text names no zone or one that is not known. */
  offset?: number;
};
type Groups = Record<string, string | undefined>;
type Format = { name: string; pattern: RegExp; read(groups: Groups, order?: DateOrder): Parts | null };

const time = String.raw`(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))(?:[:.](?<second>\d{2})(?:[.,]\d{1,9})?)?\s*(?<half>[ap]\.?m\.?(?![a-z]))?(?:\s*(?:uhr|hrs?))?`;
const zone = String.raw`\s*(?<zone>z|(?:gmt|utc|ut)?\s*[+\-\u2212]\d{1,2}(?::?\d{2})?|[a-z]{1,5}(?:[/_][a-z_]{1,30})?)?`;
const clock = String.raw`(?:[,\s]+(?:(?:at|um|à|kl\.?|-)\s+)?${time}${zone}(?:\s*\([^()]{0,40}\))?)?`;
const weekday = String.raw`(?:\p{L}{2,12}(?:\.?,\s*|\.?\s+))?`;
const month = String.raw`(?<month>\p{L}{3,10})\.?`;
const year = String.raw`(?<year>\d{4}|\d{2,3})`;
const whole = (...parts: string[]): RegExp => new RegExp(`^${parts.join('')}$`, 'iu');

const number = (text: string | undefined): number => Number(text);

/** Two digits mean 2000–2049 and 1950–1999, three digits years after 1900: RFC 5322, 4.3. */
function fullYear(text: string | undefined): number {
  const stated = number(text);
  if (text === undefined || text.length >= 4) return stated;
  return stated < 50 && text.length === 2 ? 2000 + stated : 1900 + stated;
}

function clockOf(groups: Groups): Omit<Parts, 'year' | 'month' | 'day'> | null {
  if (groups['hour'] === undefined) return {};
  const stated = number(groups['hour']);
  const half = groups['half']?.[0]?.toLowerCase();
  if (half !== undefined && (stated < 1 || stated > 12)) return null;
  const hour = half === undefined ? stated : (stated % 12) + (half === 'p' ? 12 : 0);
  return {
    hour,
    minute: number(groups['minute'] ?? '0'),
    second: number(groups['second'] ?? '0'),
    offset: offsetOf(groups['zone']),
  };
}

function named(groups: Groups): Parts | null {
  const found = monthOf(groups['month'] ?? '');
  const rest = clockOf(groups);
  if (found === undefined || rest === null) return null;
  return { year: fullYear(groups['year']), month: found, day: number(groups['day']), ...rest };
}

function numeric(groups: Groups): Parts | null {
  const rest = clockOf(groups);
  if (rest === null) return null;
  return {
    year: fullYear(groups['year']),
    month: number(groups['month'] ?? '1'),
    day: number(groups['day'] ?? '1'),
    ...rest,
  };
}

function ordered(groups: Groups, order?: DateOrder): Parts | null {
  const rest = clockOf(groups);
  const [first, second] = [number(groups['left']), number(groups['right'])];
  const seen = orderSeen(first, second) ?? (first === second ? 'day first' : order);
  if (rest === null || seen === undefined) return null;
  const [day, monthNumber] = seen === 'day first' ? [first, second] : [second, first];
  return { year: fullYear(groups['year']), month: monthNumber, day, ...rest };
}

const orderSeen = (first: number, second: number): DateOrder | undefined => {
  if (first > 12 && second <= 12) return 'day first';
  if (second > 12 && first <= 12) return 'month first';
  return undefined;
};

const slashed = whole(
  weekday,
  String.raw`(?<left>\d{1,2})([/-])(?<right>\d{1,2})\2(?<year>\d{4}|\d{2})`,
  clock,
);

/** Every format that is read. The first that fits decides; what fits none is no date. */
const formats: Format[] = [
  {
    name: 'ISO 8601, RFC 3339, W3C-DTF',
    pattern: whole(
      String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2})(?:(?:t|[,\s]+)${time}${zone}(?:\s*\([^()]{0,40}\))?)?)?`,
    ),
    read: numeric,
  },
  {
    name: 'ISO 8601 basic, as GDELT writes it',
    pattern:
      /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:t?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?\s*(?<zone>z|[+-]\d{2}:?\d{2})?)?$/i,
    read: numeric,
  },
  { name: 'year alone', pattern: /^(?<year>\d{4})$/, read: numeric },
  {
    name: 'RFC 822, 850, 5322 and "20 novembre 2026"',
    pattern: whole(
      weekday,
      String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]*(?:de\s+|of\s+)?`,
      month,
      String.raw`[\s,-]*(?:de\s+)?`,
      year,
      clock,
    ),
    read: named,
  },
  {
    name: '"November 20th, 2026, 5:17 pm"',
    pattern: whole(
      weekday,
      month,
      String.raw`\s*(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?<year>\d{4})`,
      clock,
    ),
    read: named,
  },
  {
    name: 'asctime and date(1): "Fri Nov 20 05:17:00 UTC 2026"',
    pattern: whole(
      weekday,
      month,
      String.raw`\s+(?<day>\d{1,2})\s+`,
      time,
      zone,
      String.raw`\s+(?<year>\d{4})`,
    ),
    read: named,
  },
  {
    name: '"20.11.2026", day first by custom',
    pattern: whole(weekday, String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?`, year, clock),
    read: numeric,
  },
  { name: '"03/04/2026", order by the rest of the feed', pattern: slashed, read: ordered },
  {
    name: '"2026年11月20日 05:17"',
    pattern: whole(
      String.raw`(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]`,
      String.raw`(?:\s*${time}${zone})?`,
    ),
    read: numeric,
  },
];

const longestDate = 100;
const minuteMs = 60_000;
const daysIn = (year: number, monthNumber: number): number =>
  new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();

/** The instant that the parts name, or null where the calendar or the clock has none such. */
function instantOf({
  year: y,
  month: m,
  day,
  hour = 0,
  minute = 0,
  second = 0,
  offset = 0,
}: Parts): Date | null {
  if (y < 1970 || y > 9999 || m < 1 || m > 12 || day < 1 || day > daysIn(y, m)) return null;
  // 24:00 is the end of a day (ISO 8601:2004); a leap second counts as the one before it.
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return null;
  const at = Date.UTC(y, m - 1, day, hour, minute, Math.min(second, 59)) - offset * minuteMs;
  return at > 0 ? new Date(at) : null;
}

function fromEpoch(stated: number): Date | null {
  // As seconds, 1e11 is the year 5138; as milliseconds, March 1973.
  const ms = Math.abs(stated) < 1e11 ? stated * 1000 : stated;
  return Number.isFinite(ms) && ms > 0 && ms < Date.UTC(10_000, 0) ? new Date(Math.floor(ms)) : null;
}

const tidied = (stated: string): string => stated.trim().replace(/\s+/g, ' ');

/**
 * The instant that a feed's date states, in UTC; null where no format of the table reads it, where the calendar has no
 * such day, and at or before 1970-01-01T00:00Z, which is what software writes when it knows no date. Without a zone it is UTC.
 */
export function parseDate(stated: string | number | undefined, order?: DateOrder): Date | null {
  if (stated === undefined) return null;
  if (typeof stated === 'number') return fromEpoch(stated);
  if (stated.length > longestDate) return null;
  const text = tidied(stated);
  if (/^\d{9,10}(?:\.\d{1,9})?$|^\d{12,13}$/.test(text)) return fromEpoch(Number(text));
  for (const { pattern, read } of formats) {
    const groups = pattern.exec(text)?.groups;
    const parts = groups && read(groups, order);
    if (parts) return instantOf(parts);
  }
  return null;
}

/** Whether a feed writes the day or the month first, where one of its dates tells and none tells otherwise. */
export function dateOrder(stated: Iterable<string | number | undefined>): DateOrder | undefined {
  let order: DateOrder | undefined;
  for (const one of stated) {
    if (typeof one !== 'string' || one.length > longestDate) continue;
    const groups = slashed.exec(tidied(one))?.groups;
    const seen = groups && orderSeen(number(groups['left']), number(groups['right']));
    if (!seen) continue;
    if (order !== undefined && order !== seen) return undefined;
    order = seen;
  }
  return order;
}
