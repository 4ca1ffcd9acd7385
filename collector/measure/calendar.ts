import type { Config, Grain } from '#contract';

export const dayMs = 86_400_000;
const minuteMs = 60_000;

/**
 * Days are counted from 1970-01-01 in the calendar of the zone, whatever their length: 0 is that Thursday.
 * A period's `begins` and `ends` are its calendar span; `from` and `to` are what of it lies in the range asked for.
 */
export type Period = { name: string; begins: number; ends: number; from: number; to: number };

export type Calendar = {
  /** The day of a moment (milliseconds since 1970 UTC), in the zone. */
  dayAt(ms: number): number;
  /** First moment of a day in UTC milliseconds; where midnight is skipped, the moment after the gap. */
  startOf(day: number): number;
  /** The days, weeks or months that touch `first` to `last`, in order. */
  periods(grain: Grain, first: number, last: number): Period[];
};

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** 2026-11-20 */
export const dayName = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The day of such a name. */
export const dayOf = (name: string): number => Math.round(Date.parse(`${name}T00:00:00Z`) / dayMs);

const firstWeekday = { monday: 0, saturday: 5, sunday: 6 } as const;

/**
 * A week bears the ISO 8601 number of its fourth day: for weeks from Monday that is ISO's own rule (the week
 * of the year's first Thursday is week 1); a week from Saturday or Sunday shares most of its days with that ISO week.
 */
function weekName(begins: number): string {
  const fourth = begins + 3;
  const thursday = fourth - weekdayOf(fourth) + 3;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / dayMs) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function monthSpan(day: number): [begins: number, ends: number] {
  const date = new Date(day * dayMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  return [Date.UTC(year, month, 1) / dayMs, Date.UTC(year, month + 1, 1) / dayMs - 1];
}

/**
 * The calendar of a time zone. Intl is slow (microseconds a call), so that a whole UTC day at whose ends the
 * offset is the same takes that offset; only on the two days a year when clocks change is each minute asked for.
 */
export function makeCalendar(time: Pick<Config['time'], 'zone' | 'weekStart'>): Calendar {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: time.zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const asked = new Map<number, number>();
  const askOffset = (ms: number): number => {
    const known = asked.get(ms);
    if (known !== undefined) return known;
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
    const local = Date.UTC(
      part.year ?? 0,
      (part.month ?? 1) - 1,
      part.day ?? 1,
      part.hour ?? 0,
      part.minute ?? 0,
      part.second ?? 0,
    );
    asked.set(ms, local - ms);
    return local - ms;
  };
  const offsetAt = (ms: number): number => {
    const utcDay = Math.floor(ms / dayMs) * dayMs;
    const before = askOffset(utcDay);
    return before === askOffset(utcDay + dayMs) ? before : askOffset(Math.floor(ms / minuteMs) * minuteMs);
  };
  const dayAt = (ms: number): number => Math.floor((ms + offsetAt(ms)) / dayMs);

  const startOf = (day: number): number => {
    const guess = day * dayMs - offsetAt(day * dayMs);
    if (dayAt(guess) === day && dayAt(guess - 1) === day - 1) return guess;
    // Clocks change on this day: look for the first minute that belongs to it or, if it was skipped, to a later one.
    let early = Math.floor((day * dayMs) / minuteMs) - 36 * 60;
    let late = early + 72 * 60;
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (dayAt(middle * minuteMs) >= day) late = middle;
      else early = middle;
    }
    return late * minuteMs;
  };

  const spanOf = (grain: Grain, day: number): [name: string, begins: number, ends: number] => {
    if (grain === 'day') return [dayName(day), day, day];
    if (grain === 'week') {
      const begins = day - ((weekdayOf(day) - firstWeekday[time.weekStart] + 7) % 7);
      return [weekName(begins), begins, begins + 6];
    }
    const [begins, ends] = monthSpan(day);
    return [dayName(day).slice(0, 7), begins, ends];
  };

  const periods = (grain: Grain, first: number, last: number): Period[] => {
    const found: Period[] = [];
    for (let day = first; day <= last; ) {
      const [name, begins, ends] = spanOf(grain, day);
      found.push({ name, begins, ends, from: day, to: Math.min(ends, last) });
      day = ends + 1;
    }
    return found;
  };
  return { dayAt, startOf, periods };
}
