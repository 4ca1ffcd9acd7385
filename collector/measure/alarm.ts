import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import { weekdayOf } from './calendar.ts';

/** Covered days that the baseline is made of, and the fewest that make one. */
export const baselineDays = 56;
const fewestDays = 28;
/** Where so few were counted in them that their dispersion is a guess, it goes on to as many or to so many days. */
const enoughCounted = 300;
const longestBaseline = 168;
/** Days looked back for them. */
export const farthest = 252;
/** Fewest that make an alarm: two where one is usual is no news. */
const fewestSeen = 5;
/** Chance of a false alarm a day and series: about 1.2 a year. */
export const alarmBelow = 1.2 / 365;
/** From here on a past day weighs less, by the square of how far beyond it lies (Farrington, Noufaily et al.). */
const spikeFrom = 2.58;
const rounds = 3;
/**
 * How much of the baseline's error widens the spread, and how much more dispersed a few bursts are taken to be than they look. Set
 * on simulated series of 1 to 100 a day with dispersions of 1 to 3: 0.5 to 1.9 false alarms a year, 0.8 to 1.1 times the
 * hits of who knows the true baseline.
 */
const shareOfError = 0.5;
const skew = 1.6;
/** Days as good as usual that are added to each weekday's own: eight of them alone would be taken for more than they are. */
const usualDays = 8;

export type Alarm = { expected: number; seen: number /** Chance of so many or more. */; p: number };

/** Daily counts, and what they are counted against: usual stories of the sources covered, or opinions; 0 on days that say nothing. */
export type Daily = {
  counts: Float64Array;
  exposure: Float64Array;
  /** What is usual for a day of this mix of sources, where that is not in proportion to the exposure; on any scale. */
  usual?: Float64Array;
  /** Day number of the first entry. */
  first: number;
};

type Baseline = { rate: number; weekdays: Float64Array; dispersion: number; days: number; total: number };

/** Whether counts can at most be the exposure (negative ones of those scored), or know no such bound. */
type Kind = 'count' | 'share';

const spread = (kind: Kind, mean: number, exposure: number): number =>
  kind === 'share' ? Math.max(mean * (1 - Math.min(0.999, mean / exposure)), 1e-9) : Math.max(mean, 1e-9);

/** Level, weekdays and dispersion of the covered days before `day`, past spikes weighing less. */
function baselineOf(
  { counts, exposure, usual: level = exposure, first }: Daily,
  day: number,
  kind: Kind,
): Baseline | undefined {
  const days: number[] = [];
  let counted = 0;
  for (let at = day - 1; at >= Math.max(0, day - farthest); at--) {
    if (days.length >= baselineDays && (counted >= enoughCounted || days.length >= longestBaseline)) break;
    if ((exposure[at] as number) <= 0) continue;
    days.push(at);
    counted += counts[at] as number;
  }
  if (days.length < fewestDays) return undefined;
  const weights = new Float64Array(days.length).fill(1);
  const weekdays = new Float64Array(7).fill(1);
  let [rate, dispersion, total] = [0, 1, 0];
  const meanOf = (at: number): number =>
    rate * (level[at] as number) * (weekdays[weekdayOf(first + at)] as number);
  for (let round = 0; round < rounds; round++) {
    let [seen, open] = [0, 0];
    for (const [nth, at] of days.entries()) {
      seen += (weights[nth] as number) * (counts[at] as number);
      open += (weights[nth] as number) * (level[at] as number) * (weekdays[weekdayOf(first + at)] as number);
    }
    // Half a one more, so that a level of nothing is not held for certain.
    rate = (seen + 0.5) / (open + open / days.length);
    rate = Math.max(rate, seen / open);
    total = seen;
    if (kind === 'count') {
      const [of, usual] = [new Float64Array(7), new Float64Array(7)];
      for (const [nth, at] of days.entries()) {
        const weekday = weekdayOf(first + at);
        of[weekday] = (of[weekday] as number) + (weights[nth] as number) * (counts[at] as number);
        usual[weekday] = (usual[weekday] as number) + (weights[nth] as number) * rate * (level[at] as number);
      }
      const each = Math.max(seen, 1) / days.length;
      for (let weekday = 0; weekday < 7; weekday++)
        weekdays[weekday] =
          ((of[weekday] as number) + (usualDays * each) / 2) /
          ((usual[weekday] as number) + (usualDays * each) / 2 || 1);
    }
    let [pearson, used] = [0, 0];
    for (const [nth, at] of days.entries()) {
      const mean = meanOf(at);
      pearson +=
        ((weights[nth] as number) * ((counts[at] as number) - mean) ** 2) /
        spread(kind, mean, exposure[at] as number);
      used += weights[nth] as number;
    }
    dispersion = Math.max(1, pearson / Math.max(1, used - (kind === 'count' ? 4 : 1)));
    for (const [nth, at] of days.entries()) {
      const mean = meanOf(at);
      const z =
        ((counts[at] as number) - mean) / Math.sqrt(dispersion * spread(kind, mean, exposure[at] as number));
      weights[nth] = z > spikeFrom ? (spikeFrom / z) ** 2 : 1;
    }
  }
  return { rate, weekdays, dispersion, days: days.length, total };
}

/** P(X ≥ seen) of a negative binomial with this mean and variance = mean × dispersion. */
function countTail(seen: number, mean: number, dispersion: number): number {
  const wide = Math.max(dispersion, 1.0001);
  return betaCdf(1 - 1 / wide, seen, mean / (wide - 1));
}

/** P(X ≥ seen) of a binomial whose numbers are divided by the dispersion, by way of the beta distribution. */
function shareTail(seen: number, of: number, share: number, dispersion: number): number {
  const [hits, all] = [seen / dispersion, of / dispersion];
  return betaCdf(Math.min(0.9999, share), hits, Math.max(all - hits, 0) + 1);
}

/**
 * What is expected of a day and how likely it is to see so many or more: quasi-Poisson baseline with weekday factors on the 56
 * covered days before (for shares a quasi-binomial without weekdays), the error of the baseline included. Nothing where fewer
 * than 28 days are known, or the day itself is not.
 */
export function expectedOf(daily: Daily, day: number, kind: Kind): Alarm | undefined {
  const exposure = daily.exposure[day] ?? 0;
  if (exposure <= 0) return undefined;
  const found = baselineOf(daily, day, kind);
  if (!found) return undefined;
  const seen = daily.counts[day] as number;
  const weekday = found.weekdays[weekdayOf(daily.first + day)] as number;
  const expected = found.rate * ((daily.usual ?? daily.exposure)[day] ?? 0) * weekday;
  if (seen <= expected) return { expected, seen, p: 1 };
  // The level is known as well as its counts allow, a weekday as its share of them with what was added.
  const known = Math.max(1, found.total);
  const uncertain =
    expected * (1 / known + (kind === 'count' ? 1 / (known / 7 + (usualDays * known) / found.days / 2) : 0));
  const dispersion =
    found.dispersion *
    (1 + shareOfError * uncertain) *
    (1 + (skew * (found.dispersion - 1)) / Math.sqrt(known));
  return {
    expected,
    seen,
    p:
      kind === 'count'
        ? countTail(seen, expected, dispersion)
        : shareTail(seen, exposure, expected / exposure, dispersion),
  };
}

/** The alarm of a day, where there is one. */
export function alarmOf(daily: Daily, day: number, kind: Kind): Alarm | undefined {
  const found = expectedOf(daily, day, kind);
  return found && found.seen >= fewestSeen && found.p < alarmBelow ? found : undefined;
}
