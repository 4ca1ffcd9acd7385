import { coveringStatuses, instant, type Run } from '#contract';
import type { Dropped, Item, Reading } from '../types.ts';

type Counts = { kept: number; edited: number; dropped: Dropped };

/**
 * The ledger's line for one attempt: what was read, and which time it accounts for.
 * A status that accounts for nothing leaves `coversFrom` and `coversTo` out, so that the time stays a gap.
 * @param lastCovered end of what earlier attempts at this source covered
 */
export function runLine(
  source: string,
  reading: Reading,
  items: readonly Item[],
  counts: Counts,
  lastCovered: Date | undefined,
  now: Date,
): Run {
  const from = coversFrom(reading, items, lastCovered, now);
  return {
    at: instant(now),
    source,
    status: reading.status,
    ...(reading.reason === undefined ? {} : { reason: reading.reason }),
    ...(reading.http === undefined ? {} : { http: reading.http }),
    ...(from === undefined ? {} : { coversFrom: instant(from), coversTo: instant(now) }),
    read: reading.items.length,
    kept: counts.kept,
    edited: counts.edited,
    dropped: counts.dropped,
    ...(reading.status === 'capped' ? { overflow: true } : {}),
    bytes: reading.bytes,
  };
}

/**
 * A reading of a source that was covered before, but of which nothing is remembered (`state.json` was deleted) and
 * nothing is known. Where all that it lists is newer than what was covered, items may have come and gone unread.
 */
export function withoutMemory(
  reading: Reading,
  items: readonly Item[],
  lastCovered: Date | undefined,
): Reading {
  if (reading.status !== 'ok' || lastCovered === undefined) return reading;
  const oldest = oldestStated(items);
  if (oldest === undefined || oldest <= lastCovered) return reading;
  return { ...reading, status: 'capped', reason: 'window_overflow' };
}

function coversFrom(
  reading: Reading,
  items: readonly Item[],
  lastCovered: Date | undefined,
  now: Date,
): Date | undefined {
  if (!coveringStatuses.includes(reading.status) || reading.vouchesForNothing) return undefined;
  if (reading.coversFrom !== undefined) return earlier(reading.coversFrom, now);
  const oldest = oldestStated(items);
  // What left the window unread lies before the oldest item read: from there on, and no earlier, nothing was missed.
  if (reading.status === 'capped') return earlier(oldest ?? now, now);
  // The clock may have been set back: no line ends before it begins.
  return earlier(lastCovered ?? oldest ?? now, now);
}

const dayMs = 86_400_000;
const longLullMs = 30 * dayMs;
const lullsOfUsual = 10;

/**
 * The items that stand where their date puts them. In a list that runs newest first, one above newer ones is pinned
 * there: it says nothing of the time between it and the rest. In any other order nothing can be told by the place.
 */
function inTheirPlace(times: readonly number[]): readonly number[] {
  let newestBelow = Number.NEGATIVE_INFINITY;
  const kept = times.toReversed().filter((time) => {
    const isInPlace = time >= newestBelow;
    newestBelow = Math.max(newestBelow, time);
    return isInPlace;
  });
  return kept.length * 2 > times.length ? kept : times;
}

/**
 * The oldest date that an item stated itself; an inferred one says when we looked, not when it was written.
 * An item far older than the rest, such as one that is pinned, vouches for nothing since: a lull of more than 30 days and
 * ten usual pauses ends the list before it, wherever it stands.
 */
function oldestStated(items: readonly Item[]): Date | undefined {
  const stated = items
    .filter((item) => item.dateFlag === undefined)
    .map((item) => item.publishedAt.getTime());
  const times = [...inTheirPlace(stated)].sort((a, b) => b - a);
  const pauses = times.slice(1).map((time, at) => (times[at] ?? time) - time);
  const usual = [...pauses].sort((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
  const lull = pauses.findIndex((pause) => pause > Math.max(longLullMs, lullsOfUsual * usual));
  const oldest = lull === -1 ? times.at(-1) : times[lull];
  return oldest === undefined ? undefined : new Date(oldest);
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** End of what the ledger's lines account for, by source. */
export function lastCoveredBySource(runs: Iterable<Run>): Map<string, Date> {
  const last = new Map<string, Date>();
  for (const run of runs) {
    if (run.coversTo === undefined) continue;
    const to = new Date(run.coversTo);
    const known = last.get(run.source);
    if (known === undefined || to > known) last.set(run.source, to);
  }
  return last;
}
