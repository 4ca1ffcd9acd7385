import { weekdayOf } from './calendar.ts';
import { blockDays, byChance, type DoubtOf } from './moments.ts';
import type { Sampling } from './scatter.ts';

/**
 * Dispersion φ of daily counts, at least 1: Pearson's X² over its degrees of freedom in a quasi-Poisson model with a
 * level for each block of 28 days, a factor for each weekday, and the day's exposure (what the covered sources usually
 * bring). Days without exposure are left out.
 *
 * @param counts stories by day, on covered source-days
 * @param exposure usual stories of the source-days covered on that day, on any scale
 * @param first day number of the first entry, for its weekday
 */
export function dispersionOfCounts(counts: Float64Array, exposure: Float64Array, first: number): number {
  const days = counts.length;
  const blockOf = (day: number): number => Math.floor((days - 1 - day) / blockDays);
  const levels = new Float64Array(days === 0 ? 0 : blockOf(0) + 1).fill(1);
  const weekdays = new Float64Array(7).fill(1);
  const refit = (
    factors: Float64Array,
    indexOf: (day: number) => number,
    others: (day: number) => number,
  ) => {
    const seen = new Float64Array(factors.length);
    const expected = new Float64Array(factors.length);
    for (let day = 0; day < days; day++) {
      const at = indexOf(day);
      seen[at] = (seen[at] as number) + ((exposure[day] as number) > 0 ? (counts[day] as number) : 0);
      expected[at] = (expected[at] as number) + (exposure[day] as number) * others(day);
    }
    for (let at = 0; at < factors.length; at++) {
      factors[at] = (expected[at] as number) > 0 ? (seen[at] as number) / (expected[at] as number) : 0;
    }
  };
  const weekday = (day: number): number => weekdayOf(first + day);
  for (let round = 0; round < 8; round++) {
    refit(levels, blockOf, (day) => weekdays[weekday(day)] as number);
    refit(weekdays, weekday, (day) => levels[blockOf(day)] as number);
  }
  let pearson = 0;
  let used = 0;
  const blocks = new Set<number>();
  for (let day = 0; day < days; day++) {
    const expected =
      (exposure[day] as number) * (levels[blockOf(day)] as number) * (weekdays[weekday(day)] as number);
    if (!(expected > 0)) continue;
    pearson += ((counts[day] as number) - expected) ** 2 / expected;
    used++;
    blocks.add(blockOf(day));
  }
  const degrees = used - blocks.size - 6;
  return degrees > 0 ? Math.max(1, pearson / degrees) : 1;
}

/**
 * How far two counts over equal exposure are apart: the signed root of the deviance of a quasi-Poisson, each count half a story
 * nearer to the other, which is as the exact binomial has it (0 against 10: z = 3.1). The logarithm's own error is no measure where a
 * count is 0: it would call the rise from nothing to 444 no clear one.
 */
function rootOfDeviance(earlier: number, later: number, dispersion: number): number {
  const [low, high] = [Math.min(earlier, later) / dispersion, Math.max(earlier, later) / dispersion];
  if (high - low <= 1) return 0;
  const [a, b, middle] = [low + 0.5, high - 0.5, (low + high) / 2];
  return Math.sqrt(2 * (a * Math.log(a / middle) + b * Math.log(b / middle)));
}

/**
 * Change between two counts over equal exposure: the rate ratio of a quasi-Poisson, with half a story added to each
 * side so that a 0 has a logarithm. `difference` is the plain ratio minus 1, null where the earlier count is 0.
 *
 * @param doubtOf what else than sampling moves the logarithm
 */
export function rateRatio(
  earlier: number,
  later: number,
  dispersion: number,
  doubtOf: DoubtOf = byChance,
): { difference: number | null; low: number | null; high: number | null; z: number; sampling: Sampling } {
  const log = Math.log((later + 0.5) / (earlier + 0.5));
  const sampling = { by: log, earlier: 1 / (earlier + 0.5), later: 1 / (later + 0.5) };
  const doubt = doubtOf(dispersion * (sampling.later + sampling.earlier));
  const root = rootOfDeviance(earlier, later, dispersion);
  const z = root === 0 ? 0 : doubtOf((log / root) ** 2).z(log);
  if (earlier === 0) return { difference: null, low: null, high: null, z, sampling };
  const difference = later / earlier - 1;
  return {
    difference,
    low: later === 0 ? -1 : Math.min(difference, Math.exp(log - doubt.half) - 1),
    high: Math.max(difference, Math.exp(log + doubt.half) - 1),
    z,
    sampling,
  };
}
