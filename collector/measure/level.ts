/**
 * The level of a series of counts, followed day by day: how much of the usual is to be expected next. Several averages look back
 * over more and fewer days; those that forecast best of late count most, so that a steady brand is judged by months and a moody one
 * by the last days. Two of them go on along their trend, as far as the counts can tell one.
 */
export type Level = {
  /** Expected on a day on which so much is usual, given the dispersion of the counts. */
  forecast(usual: number, dispersion: number): number;
  /** Takes the day that was forecast last, and by how much of its mean the variance of such a day exceeds it. */
  learn(seen: number, usual: number, dispersion: number): void;
};

/** Averages by the days that they look back on (the mean age of what they hold), the trend a day that they reckon with, and their start. */
const averages = [
  { days: 60, trend: 0.004, start: 1 },
  { days: 20, trend: 0.004, start: 0 },
  { days: 6, trend: 0, start: -1 },
  { days: 2.5, trend: 0, start: -2 },
] as const;
/** How much of what is known of each average’s errors is kept from day to day. */
const kept = 0.985;
/** No single day says more than this of how well an average forecasts. */
const worstError = 6;
/** Days that the level of the first weeks counts for. */
const startDays = 3;

/** Poisson deviance, half of it: 0 where the mean is what was seen. */
const deviance = (seen: number, mean: number): number =>
  (seen > 0 ? seen * Math.log(seen / mean) : 0) - (seen - mean);

type Average = { w: number; y: number; t: number; tt: number; ty: number; score: number; mean: number };

/** Rate of an average today: a discounted regression on time whose slope is drawn to 0 where few were counted. */
function rateOf(one: Average, trend: number, usualADay: number, dispersion: number): number {
  const { w, y, t, tt, ty } = one;
  // Half a one more, so that a level of nothing is not held for certain.
  const rate = Math.max(y / w, (y + 0.5) / (w + w / Math.max(w / usualADay, 1)));
  if (trend === 0) return rate;
  const slope = (ty - (t * y) / w) / (tt - (t * t) / w + dispersion / (rate * trend * trend));
  return Math.min(2 * rate, Math.max(rate / 2, rate - (slope * t) / w));
}

/** @param rate of the first weeks: counted ÷ usual; @param usualADay what was usual on one of their days */
export function openLevel(rate: number, usualADay: number): Level {
  const weight = startDays * usualADay;
  const followed = averages.map(
    ({ start }): Average => ({ w: weight, y: weight * rate, t: 0, tt: 0, ty: 0, score: start, mean: 0 }),
  );
  return {
    forecast(usual, dispersion) {
      const best = Math.max(...followed.map(({ score }) => score));
      let [weights, sum] = [0, 0];
      for (const [nth, one] of followed.entries()) {
        one.mean =
          usual * rateOf(one, (averages[nth] as (typeof averages)[number]).trend, usualADay, dispersion);
        const weight = Math.exp(one.score - best);
        weights += weight;
        sum += weight * one.mean;
      }
      return sum / weights;
    },
    learn(seen, usual, dispersion) {
      for (const [nth, one] of followed.entries()) {
        const { days, start } = averages[nth] as (typeof averages)[number];
        one.score =
          kept * one.score + (1 - kept) * start - Math.min(worstError, deviance(seen, one.mean) / dispersion);
        const stays = 1 - 1 / days;
        const [w, y] = [one.w + usual, one.y + seen];
        // Today is at time 0; by tomorrow everything is a day older.
        one.tt = stays * (one.tt - 2 * one.t + w);
        one.ty = stays * (one.ty - y);
        one.t = stays * (one.t - w);
        one.w = stays * w;
        one.y = stays * y;
      }
    },
  };
}

/** Weekdays against each other: their share of the level is learnt as well as their counts allow, and forgotten in half a year. */
type Weekdays = {
  of(weekday: number): number;
  learn(weekday: number, seen: number, level: number, dispersion: number): void;
};

/** Standard deviation of weekdays about the mean that is reckoned with before any was counted. */
const weekdaysApart = 0.3;
const weeksKept = 26;

export function openWeekdays(): Weekdays {
  const [seenOn, usualOn, share] = [new Float64Array(7), new Float64Array(7), new Float64Array(7).fill(1)];
  return {
    of: (weekday) => share[weekday] as number,
    learn(weekday, seen, level, dispersion) {
      const stays = 1 - 1 / weeksKept;
      seenOn[weekday] = stays * (seenOn[weekday] as number) + seen;
      usualOn[weekday] = stays * (usualOn[weekday] as number) + level;
      const before = dispersion / weekdaysApart ** 2;
      let sum = 0;
      for (let at = 0; at < 7; at++) {
        share[at] = ((seenOn[at] as number) + before) / ((usualOn[at] as number) + before);
        sum += share[at] as number;
      }
      for (let at = 0; at < 7; at++) share[at] = ((share[at] as number) * 7) / sum;
    },
  };
}
