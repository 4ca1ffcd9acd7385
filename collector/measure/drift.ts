import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Pairing } from './compare.ts';
import { byChance, type Doubt, type DoubtOf, z95 } from './moments.ts';

/**
 * Talk drifts: a mood or a wave of news lasts for weeks and goes again, though nothing has happened to the brand. Two windows
 * then differ by more than chance in which stories were told. How far a line drifts is read from its own past: its weeks are
 * taken as means of a level, plus a first-order autoregression of days, plus sampling error. Each of a few strengths and persistences of the
 * drift is weighed by its likelihood (a Kalman filter, the level profiled out as in de Jong 1988), so that a short history,
 * which tells little, leaves them all open, and a long and quiet one leaves no drift.
 */

/** A week of a line, on the scale on which it is compared; undefined where nothing is known of it. */
export type WeekOf = (from: number, to: number) => { value: number; variance: number } | undefined;

export type Drift = (pairing: Pairing) => DoubtOf;

const weekDays = 7;
/** Weeks over which the level is taken as one; drift is weighed by these and the same before. */
const yearWeeks = 52;
/** Weeks that are looked at: a year's window a year ago has two years before it. */
const mostWeeks = 4 * yearWeeks;
/** Correlation of a week's drift with that of the week before. */
const persistences = [0.5, 0.8, 0.95];
/** Its variance, as so many times the usual sampling variance of a week; each weighs beforehand so much as the one before. */
const strengths = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64];
const fade = 0.6;
/** How likely it is beforehand that a line does not drift at all. */
const usuallySteady = 0.25;

/** Weeks on either side of a change of level, and how many errors it must be apart: a drift of ρ = .8 reaches it once in thousands. */
const leapWeeks = 4;
const leap = 10;
/** Half of all normal values lie within so many standard deviations. */
const medianOfNormal = 0.6745;

/** `weight` is that among those that drift. */
type Candidate = { persistence: number; strength: number; weight: number };

const candidates: readonly Candidate[] = (() => {
  const total = strengths.reduce((sum, _, at) => sum + fade ** at, 0) * persistences.length;
  const drifting = persistences.flatMap((persistence) =>
    strengths.map((strength, at) => ({ persistence, strength, weight: fade ** at / total })),
  );
  return [{ persistence: 0, strength: 0, weight: 0 }, ...drifting];
})();

const known = new Map<string, number>();
/** Variance of the difference of two windows' means of a drift of variance 1, which days pass on from one to the next. */
function apart(persistence: number, { days, shift }: Pairing): number {
  const key = `${persistence} ${days} ${shift}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const daily = persistence ** (1 / weekDays);
  let [within, across] = [0, 0];
  for (let lag = 1 - days; lag < days; lag++) {
    within += (days - Math.abs(lag)) * daily ** Math.abs(lag);
    across += (days - Math.abs(lag)) * daily ** Math.abs(shift + lag);
  }
  const found = (2 * (within - across)) / (days * days);
  known.set(key, found);
  return found;
}

/**
 * A week of a drift of variance 1 that passes on from day to day: its mean is `carried` times the drift of the day before the
 * week plus chance, the drift of its last day `persistence` times that plus chance.
 */
function weekOfDrift(persistence: number) {
  const daily = persistence ** (1 / weekDays);
  const fresh = 1 - daily * daily;
  let [carried, meanVariance, both] = [0, 0, 0];
  for (let day = 1; day <= weekDays; day++) {
    carried += daily ** day / weekDays;
    const left = weekDays - day;
    // What chance brings on a day stands in the mean of the week from that day on.
    const inMean = daily === 1 ? 0 : (1 - daily ** (left + 1)) / (1 - daily) / weekDays;
    meanVariance += fresh * inMean * inMean;
    both += fresh * inMean * daily ** left;
  }
  return { carried, meanVariance, both, lastVariance: 1 - persistence * persistence };
}

/** By candidate: log likelihood of the weeks from the beginning of their year up to each week; entry t holds those before week t. */
function likelihoods(weeks: Weeks, usual: number, changes: readonly number[]): Float64Array[] {
  const leaps = leapsIn(weeks);
  // In weeks: a level that is known to begin in the midst of one leaves that week out, and none beside it.
  const begin = new Set(changes.map((change) => Math.ceil(change)));
  const torn = new Set(changes.filter((change) => !Number.isInteger(change)).map(Math.floor));
  // In columns, since each of many candidates reads them all.
  const values = Float64Array.from(weeks, (week) => week?.value ?? Number.NaN);
  const variances = Float64Array.from(weeks, (week) => week?.variance ?? Number.NaN);
  const isLeap = Uint8Array.from(weeks, (_, at) => (leaps.has(at) || begin.has(at) ? 1 : 0));
  // The leap may have come in the midst of a week, which then is of neither level.
  const isTaken = Uint8Array.from(weeks, (week, at) =>
    week && !leaps.has(at) && !leaps.has(at + 1) && !torn.has(at) ? 1 : 0,
  );
  return candidates.map(({ persistence, strength }) => {
    const variance = strength * usual;
    const { carried, meanVariance, both, lastVariance } = weekOfDrift(persistence);
    const found = new Float64Array(weeks.length + 1);
    // The filter runs over the values and over ones: from both follows the likelihood at the best level (REML).
    let [state, ofOnes, uncertain] = [0, 0, variance];
    let [squares, cross, ones, logs, settled] = [0, 0, 0, 0, 0];
    const soFar = () =>
      ones > 0 ? settled - (logs + squares - (cross * cross) / ones + Math.log(ones)) / 2 : settled;
    for (let at = 0; at < values.length; at++) {
      const isNewYear = (values.length - at) % yearWeeks === 0;
      if (isNewYear || isLeap[at] === 1) {
        settled = isNewYear ? 0 : soFar();
        [state, ofOnes, uncertain] = [0, 0, variance];
        [squares, cross, ones, logs] = [0, 0, 0, 0];
      }
      const last = persistence * persistence * uncertain + lastVariance * variance;
      let [gain, shared] = [0, 0];
      let [error, one] = [0, 0];
      if (isTaken[at] === 1) {
        const total = carried * carried * uncertain + meanVariance * variance + (variances[at] as number);
        error = (values[at] as number) - carried * state;
        one = 1 - carried * ofOnes;
        squares += (error * error) / total;
        cross += (error * one) / total;
        ones += (one * one) / total;
        logs += Math.log(total);
        shared = persistence * carried * uncertain + both * variance;
        gain = shared / total;
      }
      state = persistence * state + gain * error;
      ofOnes = persistence * ofOnes + gain * one;
      uncertain = last - gain * shared;
      found[at + 1] = soFar();
    }
    return found;
  });
}

/** The value below which so large a share of the values lies. */
const quantile = (values: readonly number[], share: number): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)];

type Weeks = readonly ReturnType<WeekOf>[];

/** Mean of the weeks from one to another (not included) that are known, and its sampling variance. */
function meanOf(weeks: Weeks, from: number, to: number): { mean: number; variance: number } | undefined {
  const known = weeks.slice(Math.max(0, from), to).flatMap((week) => week ?? []);
  if (known.length < leapWeeks / 2) return undefined;
  const sum = (of: (week: { value: number; variance: number }) => number) =>
    known.reduce((all, week) => all + of(week), 0);
  return {
    mean: sum(({ value }) => value) / known.length,
    variance: sum(({ variance }) => variance) / known.length ** 2,
  };
}

/**
 * Weeks with which a new level begins: four weeks differ from the four before by far more than neighbours do. A brand that
 * doubled a year ago does not drift for it: that was a change.
 */
function leapsIn(weeks: Weeks): Set<number> {
  const steps = weeks.flatMap((week, at) => {
    const before = weeks[at - 1];
    return week && before
      ? [Math.abs(week.value - before.value) / Math.sqrt(week.variance + before.variance)]
      : [];
  });
  const usualStep = Math.max(1, (quantile(steps, 0.5) ?? 0) / medianOfNormal);
  const sizes = weeks.map((_, at) => {
    const [before, after] = [meanOf(weeks, at - leapWeeks, at), meanOf(weeks, at, at + leapWeeks)];
    if (!before || !after) return 0;
    return Math.abs(after.mean - before.mean) / Math.sqrt(before.variance + after.variance) / usualStep;
  });
  return new Set(
    sizes.flatMap((size, at) =>
      size >= leap && size === Math.max(...sizes.slice(Math.max(0, at - leapWeeks), at + leapWeeks + 1))
        ? [at]
        : [],
    ),
  );
}

/** The doubt where the difference has one of several variances, each with a weight; weights add up to 1. */
function mixed(errors: readonly { error: number; weight: number }[]): Doubt {
  const beyond = (distance: number): number =>
    errors.reduce((sum, { error, weight }) => sum + weight * normalCdf(-distance / error, 0, 1), 0);
  let [low, high] = [0, z95 * Math.max(...errors.map(({ error }) => error))];
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (beyond(middle) > 0.025) low = middle;
    else high = middle;
  }
  return {
    z: (difference) =>
      -Math.sign(difference) * normalQuantile(Math.max(Number.MIN_VALUE, beyond(Math.abs(difference))), 0, 1),
    half: (low + high) / 2,
  };
}

/** What is known of a line beside its weeks. */
type Known = {
  /** Days from which a level of its own begins: what differs between levels is no drift. */
  changes: readonly number[];
  /** How likely it is beforehand that it does not drift at all. */
  steady: number;
};

/**
 * How far a line of so many days drifts. Two windows are judged by what was before the later one, so that a change does not
 * hide itself.
 */
export function driftOf(days: number, weekOf: WeekOf, beside: Partial<Known> = {}): Drift {
  let made: Drift | undefined;
  // Lines that are never compared need not know.
  return (pairing) => {
    made ??= readDrift(days, weekOf, { changes: [], steady: usuallySteady, ...beside });
    return made(pairing);
  };
}

function readDrift(days: number, weekOf: WeekOf, { changes, steady }: Known): Drift {
  const count = Math.min(mostWeeks, Math.floor(days / weekDays));
  const start = days - count * weekDays;
  const weeks = Array.from({ length: count }, (_, at) =>
    weekOf(start + at * weekDays, start + (at + 1) * weekDays - 1),
  );
  // Weeks that say much set the scale: of a brand that was silent for long, most say little.
  const usual = quantile(
    weeks.flatMap((week) => (week ? [week.variance] : [])),
    0.25,
  );
  if (usual === undefined || !(usual > 0)) return () => byChance;
  const found = likelihoods(
    weeks,
    usual,
    changes.map((day) => (day - start) / weekDays).filter((week) => week > 0 && week < count),
  );
  return (pairing) => {
    const past = Math.floor((pairing.to - pairing.days + 1 - start) / weekDays);
    const upTo = Math.min(weeks.length, Math.max(0, past));
    // The end of the year before the one that `upTo` lies in.
    const yearEnd = weeks.length - yearWeeks * Math.ceil((weeks.length - upTo + 1) / yearWeeks);
    const logs = found.map((one) => (one[upTo] as number) + (yearEnd > 0 ? (one[yearEnd] as number) : 0));
    const most = Math.max(...logs);
    const weights = candidates.map(
      ({ strength, weight }, at) =>
        (strength === 0 ? steady : (1 - steady) * weight) * Math.exp((logs[at] as number) - most),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const drifts = candidates.flatMap(({ persistence, strength }, at) => {
      const weight = (weights[at] as number) / total;
      return weight > 1e-4 ? [{ weight, variance: strength * usual * apart(persistence, pairing) }] : [];
    });
    const kept = drifts.reduce((sum, { weight }) => sum + weight, 0);
    return (sampling) =>
      mixed(
        drifts.map(({ weight, variance }) => ({
          weight: weight / kept,
          error: Math.sqrt(sampling + variance),
        })),
      );
  };
}
