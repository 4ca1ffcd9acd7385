import { type About, coveringStatuses, type Run, type Status } from '#contract';
import { dayIn, dayMs, dayToMs, msToDay, shiftDay, startOfDay } from './calendar.ts';

/** The ledger as a strip: one row a source, one cell a night. */

export type State = Status | 'none' | 'before';
export type Cell = {
  day: string;
  state: State;
  reason: string | undefined;
  /** Whether the union of what all runs covered holds the day; what of today is past, for today. */
  covered: boolean;
};
/** Neighbouring cells that are alike. */
export type Stretch = {
  from: string;
  to: string;
  nights: number;
  state: State;
  reason: string | undefined;
  covered: boolean;
};
export type SourceRow = {
  source: About['sources'][number];
  cells: Cell[];
  stretches: Stretch[];
  last: Run | undefined;
  months: { month: string; covered: number; days: number }[];
};

export const nightsShown = 90;

// Both ends are cut to the second, so that spans that meet may be written a second apart.
const meetMs = 1000;

type Interval = [from: number, to: number];

/** Spans that a source's runs account for, merged. */
function coveredSpans(runs: Run[]): Interval[] {
  const spans = runs
    .filter((run) => coveringStatuses.includes(run.status) && run.coversFrom && run.coversTo)
    .map((run): Interval => [Date.parse(run.coversFrom ?? ''), Date.parse(run.coversTo ?? '')])
    .sort((a, b) => a[0] - b[0]);
  const merged: Interval[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span[0] <= last[1] + meetMs) last[1] = Math.max(last[1], span[1]);
    else merged.push([...span]);
  }
  return merged;
}

/** Of one night's attempts the one that counts: the last that covered anything, else the last. */
function decisive(runs: Run[]): Run | undefined {
  return runs.findLast(({ status }) => coveringStatuses.includes(status)) ?? runs.at(-1);
}

export function stretchesOf(cells: Cell[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { day, state, reason, covered } of cells) {
    const last = stretches.at(-1);
    if (last && last.state === state && last.reason === reason && last.covered === covered) {
      last.to = day;
      last.nights += 1;
    } else stretches.push({ from: day, to: day, nights: 1, state, reason, covered });
  }
  return stretches;
}

/** The strip of the last nights and the months before, for every source that is read nightly. */
export function coverageRows(about: About, runs: Run[], nights = nightsShown): SourceRow[] {
  const { zone } = about.time;
  const asOf = Date.parse(about.asOf);
  const today = dayIn(zone, about.asOf);
  const starts = new Map<string, number>();
  const startOf = (day: string): number => {
    const known = starts.get(day) ?? startOfDay(day, zone);
    starts.set(day, known);
    return known;
  };

  const firstWholeDay = (from: number): string => {
    const day = dayIn(zone, from);
    return startOf(day) >= from ? day : shiftDay(day, 1);
  };

  return about.sources
    .filter(({ planned }) => planned)
    .map((source) => {
      const own = runs.filter((run) => run.source === source.id && Date.parse(run.at) <= asOf);
      const spans = coveredSpans(own);
      const covers = (day: string): boolean => {
        const from = startOf(day);
        const to = Math.min(startOf(shiftDay(day, 1)), asOf);
        return from < to && spans.some((span) => span[0] <= from && span[1] >= to);
      };
      const byDay = Map.groupBy(own, (run) => dayIn(zone, run.at));
      const firstRun = own[0] ? dayIn(zone, own[0].at) : undefined;
      const firstSpan = spans[0] ? firstWholeDay(spans[0][0]) : undefined;
      const first = [firstRun, firstSpan].filter((day) => day !== undefined).sort()[0];

      const cellOf = (day: string): Cell => {
        const run = decisive(byDay.get(day) ?? []);
        if (run) return { day, state: run.status, reason: run.reason, covered: covers(day) };
        const state = first === undefined || day < first ? 'before' : 'none';
        return { day, state, reason: undefined, covered: state === 'none' && covers(day) };
      };
      const cells = Array.from({ length: nights }, (_, index) => cellOf(shiftDay(today, index + 1 - nights)));

      const months = new Map<string, { month: string; covered: number; days: number }>();
      if (first !== undefined) {
        for (let at = dayToMs(first); at <= dayToMs(today); at += dayMs) {
          const day = msToDay(at);
          const month = months.get(day.slice(0, 7)) ?? { month: day.slice(0, 7), covered: 0, days: 0 };
          month.days += 1;
          if (covers(day)) month.covered += 1;
          months.set(month.month, month);
        }
      }
      return { source, cells, stretches: stretchesOf(cells), last: own.at(-1), months: [...months.values()] };
    });
}

export type GapLine = { source: About['sources'][number]; stretch: Stretch; ongoing: boolean };

const answered: readonly State[] = ['ok', 'not_modified', 'empty', 'capped'];

/** The uncovered days of one run of cells as one gap: its ends and reason are those of the nights without an answer. */
function gapOf(cells: Cell[]): Stretch | undefined {
  const silent = cells.filter(({ state }) => !answered.includes(state));
  const told = silent.length > 0 ? silent : cells;
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return undefined;
  const often = [...Map.groupBy(told, ({ state, reason }) => `${state} ${reason ?? ''}`).values()].sort(
    (a, b) => b.length - a.length,
  )[0]?.[0];
  if (!often) return undefined;
  return {
    from: first.day,
    to: last.day,
    nights: told.length,
    state: often.state,
    reason: often.reason,
    covered: false,
  };
}

/** Uncovered days in words, those that go on first, then the longest. A day that is not over is not yet a gap. */
export function gapLines(rows: SourceRow[], today: string): GapLine[] {
  const lines: GapLine[] = [];
  for (const { source, cells } of rows) {
    let open: Cell[] = [];
    // The day on which a source was first read began without it.
    const first = cells.findLast(
      ({ state }, index) => state !== 'before' && cells[index - 1]?.state === 'before',
    )?.day;
    const close = (): void => {
      const stretch = gapOf(open);
      const unfinished =
        stretch !== undefined &&
        answered.includes(stretch.state) &&
        [today, first].includes(stretch.from) &&
        stretch.nights === 1;
      if (stretch && !unfinished) lines.push({ source, stretch, ongoing: stretch.to === today });
      open = [];
    };
    for (const cell of cells) {
      if (!cell.covered && cell.state !== 'before') open.push(cell);
      else close();
    }
    close();
  }
  return lines.sort(
    (a, b) =>
      Number(b.ongoing) - Number(a.ongoing) ||
      b.stretch.nights - a.stretch.nights ||
      b.stretch.to.localeCompare(a.stretch.to),
  );
}

/** How many of the planned sources answered in the last run. */
export function lastRun(about: About, runs: Run[]): { at: string; answered: number; of: number } | null {
  const at = runs.at(-1)?.at;
  if (at === undefined) return null;
  const planned = new Set(about.sources.filter((source) => source.planned).map(({ id }) => id));
  const latest = runs.filter((run) => run.at === at && planned.has(run.source));
  const answered = new Set(
    latest.filter(({ status }) => !['refused', 'failed'].includes(status)).map(({ source }) => source),
  );
  return { at, answered: answered.size, of: planned.size };
}
