import { answeringStatuses, coveringStatuses, type Run } from '#contract';

/** Nights in a row on which a source gave nothing that could be trusted. */
export type Silence = Pick<Run, 'status' | 'reason'> & {
  nights: number;
  /** The first of them. */
  since: string;
};

/** Fewer say nothing: hosts stumble. */
const fewestNights = 3;

/** What the team has not opened itself, and so was never asked: its own line says so, and nothing has died. */
const notAsked = new Set(['terms_not_accepted', 'terms_forbid', 'no_key', 'bad_settings']);

const isSilent = ({ status, coversTo }: Run): boolean =>
  status === 'changed' ||
  !answeringStatuses.includes(status) ||
  (coveringStatuses.includes(status) && coversTo === undefined);
const dayOf = (at: string): string => at.slice(0, 10);

/** Follows the attempts at every source, in the order in which they were made. */
export function trackSilence(runs: readonly Run[]) {
  const open = new Map<string, Silence & { last: string }>();
  function add(run: Run): void {
    if (!isSilent(run) || notAsked.has(run.reason ?? '')) return void open.delete(run.source);
    const before = open.get(run.source);
    // Two attempts on one day are one night.
    const nights = (before?.nights ?? 0) + (before && dayOf(before.last) === dayOf(run.at) ? 0 : 1);
    // What stands in the way now; that a host is left alone for what it said before is no news.
    const { status, reason } = before && run.reason === 'retry_after' ? before : run;
    open.set(run.source, {
      nights,
      since: before?.since ?? run.at,
      last: run.at,
      status,
      ...(reason === undefined ? {} : { reason }),
    });
  }
  for (const run of [...runs].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) add(run);

  return {
    add,
    /** Where it has lasted for three nights or more. */
    of(source: string): Silence | undefined {
      const silence = open.get(source);
      if (!silence || silence.nights < fewestNights) return undefined;
      const { last: _, ...told } = silence;
      return told;
    },
  };
}

/** A sentence for the night's report. */
export function tellSilence({ nights, since, status, reason }: Silence): string {
  const told: Partial<Record<Run['status'], string>> = {
    changed: 'has answered, but not with what it promises,',
    empty: 'has listed nothing, though it did before,',
  };
  const what = told[status] ?? 'has not answered';
  return `${what} for ${nights} nights, since ${dayOf(since)} (${reason ?? status})`;
}
