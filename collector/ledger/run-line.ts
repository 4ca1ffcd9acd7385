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

function coversFrom(
  reading: Reading,
  items: readonly Item[],
  lastCovered: Date | undefined,
  now: Date,
): Date | undefined {
  if (!coveringStatuses.includes(reading.status)) return undefined;
  const oldest = oldestStated(items);
  // What left the window unread lies before the oldest item read: from there on, and no earlier, nothing was missed.
  if (reading.status === 'capped') return earlier(oldest ?? now, now);
  return lastCovered ?? earlier(oldest ?? now, now);
}

/** The oldest date that an item stated itself; an inferred one says when we looked, not when it was written. */
function oldestStated(items: readonly Item[]): Date | undefined {
  let oldest: Date | undefined;
  for (const item of items) {
    if (item.dateFlag !== undefined) continue;
    if (oldest === undefined || item.publishedAt < oldest) oldest = item.publishedAt;
  }
  return oldest;
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
