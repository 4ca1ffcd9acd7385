import { weekdayOf } from './calendar.ts';
import { openCountSpread } from './count-spread.ts';
import { openLevel, openWeekdays } from './level.ts';
import { openShareSpread } from './share-spread.ts';
import { beyond, countBeyond, spikeFrom } from './spread.ts';

/** Known days before the first that can be judged; the level of the first weeks is made of as many. */
const fewestDays = 28;
/** Known days until errors of the forecast are looked at: before, it has hardly begun. */
const firstErrors = 14;
/** Days before the first that is judged which are looked at: a year, and what the level needs to begin. */
export const farthest = 400;
/** Fewest that make an alarm: two where one is usual is no news. */
const fewestSeen = 5;
/** Chance of a false alarm a day and series: about 1.2 a year. */
export const alarmBelow = 1.2 / 365;

export type Alarm = {
  expected: number;
  /** The least and the most that 95 days in 100 of such a forecast hold. */
  low: number;
  high: number;
  seen: number;
  /** Chance of so many or more. */
  p: number;
};

/** Daily counts, and what they are counted against: usual stories of the sources covered, or opinions; 0 on days that say nothing. */
export type Daily = {
  counts: Float64Array;
  exposure: Float64Array;
  /** What is usual for a day of this mix of sources, where that is not in proportion to the exposure; on any scale. */
  usual?: Float64Array;
  /** Day number of the first entry. */
  first: number;
};

/** What lies beyond either end of a 95% interval. */
const oneSide = 0.025;

/** Whether counts can at most be the exposure (negative ones of those scored), or know no such bound. */
export type AlarmKind = 'count' | 'share';

/** Most of what may be counted that is expected on any day. */
const mostExpected = 0.98;

/** What is to be expected, from least to most: each end is passed on 2.5% of days at most; `tail` is the chance of so many or more. */
function rangeOf(tail: (count: number) => number, seen: number): { low: number; high: number } {
  let low = 0;
  while (low < seen && tail(low + 1) >= 1 - oneSide) low++;
  let high = low;
  while (high < seen && tail(high + 1) > oneSide) high++;
  return { low, high };
}

/**
 * The days from `from` on that are out of the ordinary. Each known day is forecast from those before it: by a level that follows
 * trends and moods as well as the counts tell them (`level.ts`), by weekdays, and by how far such forecasts missed so far
 * (`count-spread.ts`, `share-spread.ts`); so what the forecast does badly makes alarms rarer, not false. Past spikes count as no more than a
 * busy day. Nothing within the first 28 known days.
 */
export function alarmsOf(
  { counts, exposure, usual = exposure, first }: Daily,
  from: number,
  kind: AlarmKind,
): Map<number, Alarm> {
  const alarms = new Map<number, Alarm>();
  const known: number[] = [];
  for (let day = Math.max(0, from - farthest); day < counts.length; day++)
    if ((exposure[day] as number) > 0) known.push(day);
  const start = known.slice(0, fewestDays);
  if (known.length <= fewestDays) return alarms;
  const sumOf = (column: Float64Array): number =>
    start.reduce((sum, day) => sum + (column[day] as number), 0);
  const [counted, open] = [sumOf(counts), sumOf(usual)];
  const level = openLevel((counted + 0.5) / (open + open / fewestDays), open / fewestDays);
  const weekdays = kind === 'count' ? openWeekdays() : undefined;
  const spread = kind === 'count' ? openCountSpread() : openShareSpread();
  for (const [nth, day] of known.entries()) {
    const [seen, of, weekday] = [counts[day] as number, exposure[day] as number, weekdayOf(first + day)];
    const share = weekdays?.of(weekday) ?? 1;
    const usualToday = (usual[day] as number) * share;
    const forecast = level.forecast(usualToday, spread.dispersion());
    const mean = kind === 'share' ? Math.min(forecast, mostExpected * of) : forecast;
    const variance = spread.variance(mean, of);
    if (day >= from && nth >= fewestDays && seen >= fewestSeen && seen > mean) {
      const p = spread.tail(seen, mean, of);
      if (p < alarmBelow)
        alarms.set(day, {
          expected: mean,
          ...rangeOf((count) => spread.tail(count, mean, of), seen),
          seen,
          p,
        });
    }
    if (nth >= firstErrors) spread.learn(seen, mean, of);
    const taken =
      beyond(seen, mean, variance) > spikeFrom
        ? Math.min(seen, Math.max(mean, countBeyond(spikeFrom, mean, variance)))
        : seen;
    level.learn(taken, usualToday, variance / mean);
    weekdays?.learn(weekday, taken, mean / share, spread.dispersion());
  }
  return alarms;
}
