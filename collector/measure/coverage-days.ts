import { coveringStatuses, type Run } from '#contract';
import type { Calendar } from './calendar.ts';

/** What the ledger says of one source, in day numbers of the calendar. */
export type Attempts = {
  firstAttempt: number;
  lastAttempt: number;
  /** Whole days that the union of its runs covers: [from, to] pairs, both included, in order, apart. */
  covered: [from: number, to: number][];
};

// Both ends are cut to the second, so that spans that meet may be written a second apart.
const meetMs = 1000;

function wholeDays(spans: [number, number][], calendar: Calendar): [number, number][] {
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const union: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = union.at(-1);
    if (last && from <= last[1] + meetMs) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  const days: [number, number][] = [];
  for (const [from, to] of union) {
    const begun = calendar.dayAt(from);
    const first = calendar.startOf(begun) >= from ? begun : begun + 1;
    // The day that `to` falls in is not over yet; at its very first moment the day before is.
    const last = calendar.dayAt(to) - 1;
    if (last >= first) days.push([first, last]);
  }
  return days;
}

/**
 * Turns the ledger into covered days: a day counts when the union of [coversFrom, coversTo] over the runs of a
 * source with a covering status holds all of it, in the calendar's zone. Runs may come in any order.
 */
export function coverageDays(runs: Iterable<Run>, calendar: Calendar): Map<string, Attempts> {
  const spans = new Map<string, [number, number][]>();
  const attempts = new Map<string, Attempts>();
  for (const run of runs) {
    const day = calendar.dayAt(Date.parse(run.at));
    const known = attempts.get(run.source);
    if (known) {
      known.firstAttempt = Math.min(known.firstAttempt, day);
      known.lastAttempt = Math.max(known.lastAttempt, day);
    } else {
      attempts.set(run.source, { firstAttempt: day, lastAttempt: day, covered: [] });
      spans.set(run.source, []);
    }
    if (!coveringStatuses.includes(run.status) || !run.coversFrom || !run.coversTo) continue;
    const span: [number, number] = [Date.parse(run.coversFrom), Date.parse(run.coversTo)];
    if (span[1] > span[0]) spans.get(run.source)?.push(span);
  }
  for (const [source, found] of attempts) found.covered = wholeDays(spans.get(source) ?? [], calendar);
  return attempts;
}
