import { weekdayOf } from './calendar.ts';
import type { Pairing } from './compare.ts';
import { driftOf } from './drift.ts';
import { blockDays, t95, z95 } from './moments.ts';
import { type Sampling, type Scatter, scatterOfDifference } from './scatter.ts';
import type { Comparison } from './verdict.ts';

/** A change with its standard error: of counts on the log scale, of the others in their unit. */
export type Change = { by: number; error: number; n: number; sampling?: Sampling };

/** Reads a comparison back to the scale on which differences may be taken; nothing where there is none to take. */
export function changeOf(
  { standing, difference, low, high, n, sampling }: Comparison,
  isCount: boolean,
): Change | undefined {
  if (standing !== 'comparable' || difference === null || low === null || high === null) return undefined;
  const rest = { n: Math.min(...n), ...(sampling && { sampling }) };
  if (!isCount) return { by: difference, error: (high - low) / (2 * z95), ...rest };
  if (low <= -1 || difference <= -1) return undefined;
  return {
    by: Math.log(1 + difference),
    error: (Math.log(1 + high) - Math.log(1 + low)) / (2 * z95),
    ...rest,
  };
}

/** Days before the later window that are looked at for how far the difference scatters. */
const mostPast = 364;
/** Under so many days in a row a level of their own tells nothing of scatter. */
const fewestOfLevel = 7;
/** Degrees of freedom below which the scatter of the difference is not known. */
const fewestDegrees = 14;
/** How likely it is beforehand that a difference does not drift: what moves all brands of a market has fallen out of it. */
const seldomDrifts = 0.5;

/**
 * How much more a line scatters from day to day than stories that know nothing of each other would, at least 1: Pearson's X² over its
 * degrees of freedom, with a level for each block of 28 days before `end` and anew from each day of `changes`, and a mean for each
 * weekday. It is raised by the square of t ÷ 1.96 for what so few days leave open. Undefined where they are too few.
 */
export function dispersionOf(
  { over, pulls }: Scatter,
  end: number,
  changes: readonly number[],
  first: number,
): number | undefined {
  const levels = [
    ...changes,
    ...Array.from({ length: mostPast / blockDays }, (_, at) => end - (at + 1) * blockDays),
  ]
    .filter((day) => day >= Math.max(0, end - mostPast) && day < end)
    .toSorted((a, b) => a - b);
  const ends = [...levels.slice(1), end];
  // By day: how far it pulls, in standard errors of a day.
  const found: { day: number; pull: number }[] = [];
  let blocks = 0;
  for (const [at, from] of levels.entries()) {
    const to = ends[at] as number;
    const level = to - from < fewestOfLevel ? undefined : over(from, to - 1);
    if (!level) continue;
    const ofDays = [...pulls(from, to - 1)].flatMap((pull, nth) =>
      pull === 0 ? [] : [{ day: from + nth, pull }],
    );
    if (ofDays.length < 2) continue;
    blocks++;
    const unit = Math.sqrt(level.variance / ofDays.length);
    for (const { day, pull } of ofDays) found.push({ day, pull: pull / unit });
  }
  const degrees = found.length - blocks - 6;
  if (degrees < fewestDegrees) return undefined;
  let squares = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    const some = found.filter(({ day }) => weekdayOf(first + day) === weekday).map(({ pull }) => pull);
    const mean = some.reduce((sum, pull) => sum + pull, 0) / Math.max(1, some.length);
    squares += some.reduce((sum, pull) => sum + (pull - mean) ** 2, 0);
  }
  return Math.max(1, (squares / degrees) * (t95(degrees) / z95) ** 2);
}

export type Effect = { by: number; low: number; high: number; n: number; isSure: boolean };

/** What is known of the days before the later window: of the brand, and of each of the others. */
export type Past = {
  own: Scatter | undefined;
  others: readonly (Scatter | undefined)[];
  pairing: Pairing;
  /** Days from which a level of its own is known to begin. */
  changes: readonly number[];
  /** Day number of the series’ first day, for weekdays. */
  first: number;
};

/** Half of the 95% interval of the difference, by how far the difference itself scattered and drifted before; undefined where its past is too short. */
function halfOf(own: Sampling, others: readonly Sampling[], past: Past): number | undefined {
  const { pairing, changes, first } = past;
  if (!past.own || past.others.includes(undefined)) return undefined;
  const line = scatterOfDifference(past.own, past.others as readonly Scatter[]);
  const end = pairing.to - pairing.days + 1;
  const dispersion = dispersionOf(line, end, changes, first);
  if (dispersion === undefined) return undefined;
  const k = Math.max(1, others.length);
  const inWindow = (window: 'earlier' | 'later'): number =>
    own[window] + others.reduce((sum, other) => sum + other[window], 0) / (k * k);
  const [earlier, later] = [inWindow('earlier'), inWindow('later')];
  // Where fewer stories follow, the excess may grow as their sampling does (bursts), or stay (moods of days): the greater is taken.
  const sampling = dispersion * earlier + later + (dispersion - 1) * Math.max(earlier, later);
  const drift = driftOf(
    end,
    (from, to) => {
      const week = line.over(from, to);
      return week && { value: week.value, variance: dispersion * week.variance };
    },
    { changes, steady: seldomDrifts },
  );
  return drift(pairing)(sampling).half;
}

/**
 * The brand's change less the mean of the others' same change (difference in differences). What all brands share falls out of it, so that
 * its error is that of the difference itself; where its past is too short to tell, the errors of all are added as if they shared nothing.
 */
export function effectOf(own: Change, others: readonly Change[], isCount: boolean, past?: Past): Effect {
  const k = Math.max(1, others.length);
  const by = own.by - others.reduce((sum, other) => sum + other.by, 0) / k;
  const samplings = others.flatMap(({ sampling }) => sampling ?? []);
  const half =
    past && own.sampling && samplings.length === others.length
      ? halfOf(own.sampling, samplings, past)
      : undefined;
  const alone =
    z95 * Math.sqrt(own.error ** 2 + others.reduce((sum, other) => sum + other.error ** 2, 0) / (k * k));
  const centre =
    half === undefined || !own.sampling
      ? by
      : own.sampling.by - samplings.reduce((sum, other) => sum + other.by, 0) / k;
  const back = (value: number): number => (isCount ? Math.exp(value) - 1 : value);
  const [low, high] = [Math.min(by, centre - (half ?? alone)), Math.max(by, centre + (half ?? alone))];
  return { by: back(by), low: back(low), high: back(high), n: own.n, isSure: low > 0 || high < 0 };
}
