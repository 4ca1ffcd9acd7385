import type { About } from '#contract';
import type { Attempts } from './coverage-days.ts';
import type { Rows } from './rows.ts';

/** A source of the config, the ledger or the lines. */
export type SourceFacts = {
  id: string;
  /** What it is, for people; its id once it is gone from the config. */
  label: string;
  group: string;
  /** Index of the one brand it speaks of, null for the others. */
  boundTo: number | null;
  /** 1 on covered days. */
  covered: Uint8Array;
  coveredDays: number;
  /** First and last day on which it was to be read; null where it never was. */
  planned: [from: number, to: number] | null;
  /** False once it is gone from the config. */
  listed: boolean;
};

/**
 * What is known of one source, from its entry in the config (if it still has one) and from the ledger.
 *
 * @param alone index of the brand where all its lines are ratings of that one, -1 where they are not
 */
export function sourceFacts(
  id: string,
  group: string,
  listed: About['sources'][number] | undefined,
  alone: number | undefined,
  attempts: Attempts | undefined,
  brandIds: readonly string[],
  first: number,
  days: number,
  firstNight: number,
): SourceFacts {
  const covered = new Uint8Array(days);
  for (const [from, to] of attempts?.covered ?? []) {
    covered.fill(1, Math.max(0, from - first), Math.max(0, to - first + 1));
  }
  // What a source was bound to is forgotten with its entry: reviews of one brand alone are then taken for its own app's.
  const bound = listed ? brandIds.indexOf(listed.brand ?? '') : (alone ?? -1);
  // A source that left the config was planned up to the day before it was last asked: that day it left unfinished. Days before the very first night are planned
  // for the sources of that night: what a feed still held of them is thin, and its coverage should say so.
  const toBeRead = attempts !== undefined && (listed === undefined || listed.planned);
  return {
    id,
    label: listed?.label ?? id,
    group: listed?.group ?? group,
    boundTo: bound < 0 ? null : bound,
    covered,
    coveredDays: covered.reduce((sum, one) => sum + one, 0),
    planned: toBeRead
      ? [
          attempts.firstAttempt <= firstNight ? 0 : attempts.firstAttempt - first,
          listed ? days - 1 : Math.min(days - 1, attempts.lastAttempt - 1 - first),
        ]
      : null,
    listed: listed !== undefined,
  };
}

/**
 * Usual stories of each source on a covered day, over all brands; one day at the average rate is added, so that
 * a source that was never covered weighs as an average one.
 */
export function usualRates(
  sources: readonly SourceFacts[],
  brands: readonly Rows[],
  days: number,
): Float64Array {
  const stories = new Float64Array(sources.length);
  for (const rows of brands) {
    for (let row = rows.starts[0] ?? 0; row < (rows.starts[days] ?? 0); row++) {
      const source = rows.source[row] as number;
      if (rows.carried[row] && sources[source]?.covered[rows.day[row] as number]) {
        stories[source] = (stories[source] as number) + 1;
      }
    }
  }
  return ratesOf(sources, stories);
}

/** The same from their stories on covered days; of some sources the average is theirs, and the others have none. */
export function ratesOf(
  sources: readonly SourceFacts[],
  stories: Float64Array,
  takes: (source: SourceFacts) => boolean = () => true,
): Float64Array {
  const taken = sources.map(takes);
  const total = stories.reduce((sum, one, at) => (taken[at] ? sum + one : sum), 0);
  const sourceDays = sources.reduce((sum, { coveredDays }, at) => (taken[at] ? sum + coveredDays : sum), 0);
  const average = total > 0 ? total / sourceDays : 1;
  return stories.map((count, at) =>
    taken[at] ? (count + average) / ((sources[at]?.coveredDays ?? 0) + 1) : 0,
  );
}
