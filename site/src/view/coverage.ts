import { type About, coveringStatuses, type Run, type Status } from '#contract';
import { dayIn, dayMs, dayToMs, msToDay, shiftDay, startOfDay } from './calendar.ts';
import { csvOf } from './csv.ts';

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

/** Stretches of the strip as a table, those before a source was first read left out. */
export const coverageCsv = (rows: readonly SourceRow[]): string =>
  csvOf([
    ['source', 'from', 'to', 'nights', 'state', 'reason', 'covered'],
    ...rows.flatMap(({ source, stretches }) =>
      stretches
        .filter(({ state }) => state !== 'before')
        .map(({ from, to, nights, state, reason, covered }) => [
          source.label,
          from,
          to,
          nights,
          state,
          reason,
          covered ? 'yes' : 'no',
        ]),
    ),
  ]);

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

/**
 * The strip of some nights and the months before, for every source that is read nightly.
 * Without `until`, the nights end with the day of `asOf`.
 */
export function coverageRows(
  about: About,
  runs: Run[],
  nights = nightsShown,
  until = dayIn(about.time.zone, about.asOf),
): SourceRow[] {
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
      const cells = Array.from({ length: nights }, (_, index) => cellOf(shiftDay(until, index + 1 - nights)));

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

/** First and last day of neighbouring days. */
export type Days = { from: string; to: string };
export type GapLine = {
  source: About['sources'][number];
  /** The nights without an answer, with what happened in most of them; null where the source answered in all. */
  silent: (Days & { nights: number; state: State; reason: string | undefined }) | null;
  /** The days of which no run brought all, and how many they are. */
  uncovered: Days[];
  days: number;
  /** Whether later runs brought some of the nights without an answer. */
  readLater: boolean;
  /** What most of the uncovered days have to show, for the mark beside the line. */
  state: State;
  reason: string | undefined;
  /** Whether it goes on today. */
  ongoing: boolean;
};

const answered: readonly State[] = ['ok', 'not_modified', 'empty', 'capped'];

function mostOften(cells: Cell[]): Cell | undefined {
  const alike = Map.groupBy(cells, ({ state, reason }) => `${state} ${reason ?? ''}`);
  return [...alike.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}

function daysOf(cells: Cell[]): Days[] {
  const spans: Days[] = [];
  for (const { day } of cells) {
    const last = spans.at(-1);
    if (last && shiftDay(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}

/** A night that no run asked and a later one made good: it begins no gap, and ends none. */
const madeGood = ({ state, covered }: Cell): boolean => state === 'none' && covered;

/** Neighbouring nights of which each has no answer or an uncovered day, as one gap; none where every day is covered. */
function gapOf(source: GapLine['source'], open: Cell[], today: string): GapLine | undefined {
  const cells = open.slice(0, open.findLastIndex((cell) => !madeGood(cell)) + 1);
  const uncovered = cells.filter(({ covered }) => !covered);
  const silent = cells.filter(({ state }) => !answered.includes(state));
  const [first, last, often] = [silent[0], silent.at(-1), mostOften(silent)];
  const seen = often ?? mostOften(uncovered);
  if (!seen || uncovered.length === 0) return undefined;
  return {
    source,
    silent:
      first && last && often
        ? { from: first.day, to: last.day, nights: silent.length, state: often.state, reason: often.reason }
        : null,
    uncovered: daysOf(uncovered),
    days: uncovered.length,
    readLater: silent.some(({ covered }) => covered),
    state: seen.state,
    reason: seen.reason,
    ongoing: uncovered.at(-1)?.day === today,
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
      const gap = gapOf(source, open, today);
      const unfinished =
        gap !== undefined &&
        gap.silent === null &&
        gap.days === 1 &&
        [today, first].includes(gap.uncovered[0]?.from);
      if (gap && !unfinished) lines.push(gap);
      open = [];
    };
    for (const cell of cells) {
      const lacks = cell.state !== 'before' && (!cell.covered || !answered.includes(cell.state));
      if (lacks && (open.length > 0 || !madeGood(cell))) open.push(cell);
      else close();
    }
    close();
  }
  const lastDay = (line: GapLine): string => line.uncovered.at(-1)?.to ?? '';
  return lines.sort(
    (a, b) =>
      Number(b.ongoing) - Number(a.ongoing) || b.days - a.days || lastDay(b).localeCompare(lastDay(a)),
  );
}

/** The quarter that a month, `2026-05`, lies in: `2026-q2`. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** A quarter of a year: `2026-q2`, with its first day and the last that is not to come. */
export type Quarter = Days & { id: string; nights: number };

/** The quarters from the first run to today, newest first. */
export function quartersOf(about: Pick<About, 'asOf' | 'time'>, runs: Run[]): Quarter[] {
  const first = runs[0] && dayIn(about.time.zone, runs[0].at);
  if (first === undefined) return [];
  const today = dayIn(about.time.zone, about.asOf);
  const quarters: Quarter[] = [];
  let year = Number(first.slice(0, 4));
  let quarter = Math.ceil(Number(first.slice(5, 7)) / 3);
  for (;;) {
    const from = msToDay(Date.UTC(year, quarter * 3 - 3, 1));
    if (from > today) return quarters.reverse();
    const end = msToDay(Date.UTC(year, quarter * 3, 0));
    const to = end > today ? today : end;
    quarters.push({
      id: `${year}-q${quarter}`,
      from,
      to,
      nights: Math.round((dayToMs(to) - dayToMs(from)) / dayMs) + 1,
    });
    [year, quarter] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
  }
}

/** The gaps since the first run: what a chart of any length shows as one stands here in words. */
export function allGaps(about: About, runs: Run[]): GapLine[] {
  const oldest = quartersOf(about, runs).at(-1);
  if (!oldest) return [];
  const today = dayIn(about.time.zone, about.asOf);
  const nights = Math.round((dayToMs(today) - dayToMs(oldest.from)) / dayMs) + 1;
  return gapLines(coverageRows(about, runs, nights), today);
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
