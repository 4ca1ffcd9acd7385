/**
 * Calendar days as numbers. A day stands for the UTC midnight of the same name, whatever the time zone of the config:
 * days then have one length, and no clock change shifts a point of a chart.
 */
export const dayMs = 86_400_000;

/** `2026-11-20` → milliseconds. */
export const dayToMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** Milliseconds → `2026-11-20`. */
export const msToDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** The day `days` after the given one. */
export const shiftDay = (day: string, days: number): string => msToDay(dayToMs(day) + days * dayMs);

export type Span = { from: number; to: number };

const weekShift: Record<string, number> = { monday: 0, sunday: -1, saturday: -2 };

/**
 * First moment and first moment after a period, on the axis of days, or null where the text names none.
 * Weeks are numbered as in ISO 8601; where the config starts them on Sunday or Saturday, they begin that much earlier.
 */
export function spanOf(period: string, weekStart = 'monday'): Span | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) {
    const from = dayToMs(period);
    return Number.isNaN(from) ? null : { from, to: from + dayMs };
  }
  const week = /^(\d{4})-W(\d{2})$/.exec(period);
  if (week) {
    const fourth = Date.parse(`${week[1]}-01-04T00:00:00Z`);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
    const from = monday + ((Number(week[2]) - 1) * 7 + (weekShift[weekStart] ?? 0)) * dayMs;
    return { from, to: from + 7 * dayMs };
  }
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) {
    const from = Date.UTC(Number(month[1]), Number(month[2]) - 1, 1);
    return Number.isNaN(from) ? null : { from, to: Date.UTC(Number(month[1]), Number(month[2]), 1) };
  }
  return null;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();
function zoneFormat(zone: string): Intl.DateTimeFormat {
  let format = zoneFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    zoneFormats.set(zone, format);
  }
  return format;
}

/** What a clock on the wall of that zone shows, as if it were UTC. */
function wallClock(instant: number, zone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of zoneFormat(zone).formatToParts(instant)) part[type] = value;
  return Date.parse(
    `${part['year']?.padStart(4, '0')}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`,
  );
}

const offsets = new Map<string, number | null>();
/** How far a zone is ahead all through a day of UTC; null on days on which that changes. */
function offsetOn(utcDay: number, zone: string): number | null {
  const key = `${zone} ${utcDay}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const [from, to] = [utcDay * dayMs, (utcDay + 1) * dayMs].map((ms) => wallClock(ms, zone) - ms);
  const offset = from === to && from !== undefined ? from : null;
  offsets.set(key, offset);
  return offset;
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant);
  // Asking the zone's calendar anew for each of a hundred thousand mentions takes seconds.
  const offset = offsetOn(Math.floor(ms / dayMs), zone);
  return msToDay(offset === null ? wallClock(ms, zone) : ms + offset);
}

/** The instant at which a calendar day begins in a zone. */
export function startOfDay(day: string, zone: string): number {
  const wanted = dayToMs(day);
  let instant = wanted;
  // Two rounds: the first lands in the right offset but for the hours around a change of clocks.
  for (let round = 0; round < 2; round += 1) instant += wanted - wallClock(instant, zone);
  return instant;
}
