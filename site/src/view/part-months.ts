import type { BreakdownFigure, Course } from '#contract';
import { words } from '../words.ts';
import { pageWords } from '../words-pages.ts';
import { spanOf } from './calendar.ts';
import { rangeText } from './headline.ts';
import { changesAsRatio, type Formats, isThin, type UnitKind, unitKind } from './numbers.ts';
import { valueTicks } from './ticks.ts';

/** Parts of a figure month by month: a small line with its band, and the same as words. */

export type MonthCell = {
  value: string;
  /** Lines below it: its interval, n, and how much of the month was read where that is not all. */
  beside: string[];
  /** Why there is no value; null where there is one. */
  gap: 'few' | 'none' | 'uncovered' | null;
  thin: boolean;
};
export type MonthRow = {
  id: string;
  name: string;
  line: string;
  band: string;
  zero: string;
  cells: MonthCell[];
};
export type PartMonths = {
  /** Heads of the columns. */
  months: string[];
  rows: MonthRow[];
  /** Ends of the scale that all lines share; null where each has its own, from nothing up. */
  scale: { low: string; high: string } | null;
  /** What stands below the values: intervals and n; nothing, since a count is its own n; n alone. */
  form: 'interval' | 'count' | 'plain';
};

/** Pixels of a drawing for each month, and of its height; the styles have its size. */
const [monthWide, lineHigh] = [10, 40];
/** Half of what a month that stands alone is drawn as. */
const aloneHalf = 3;
/** From this share on a month counts as read whole. */
const asWhole = 0.995;
/** A count of a month of which less was read is no low point: it is told, and left out of the line. */
const leastDrawn = 0.8;

type Ends = { low: number; high: number };
type Drawn = { at: number; value: number; low: number | null; high: number | null };

/** Whole units: a pixel or so, and half the bytes of what is exact. */
const yOf = (value: number, { low, high }: Ends): number =>
  Math.round(((high - value) / (high - low || 1)) * lineHigh);

type Place = [x: number, y: number];
/** A path by steps: its points lie near one another, and so are short to write. */
const pathOf = (places: readonly Place[]): string =>
  places
    .map(([x, y], at) => {
      const [fromX, fromY] = places[at - 1] ?? [0, 0];
      const step = `${x - fromX}${y < fromY ? '' : ' '}${y - fromY}`;
      return at === 0 ? `M${x} ${y}` : `${at === 1 ? 'l' : ' '}${step}`;
    })
    .join('');

/** Months that follow one another with values; no line crosses a gap. */
function runsOf({ value, low, high, coverage }: Course, form: PartMonths['form']): Drawn[][] {
  const runs: Drawn[][] = [];
  for (const [at, one] of value.entries()) {
    if (one === null || (form === 'count' && (coverage[at] ?? 0) < leastDrawn)) continue;
    const drawn = { at, value: one, low: low?.[at] ?? null, high: high?.[at] ?? null };
    const open = runs.at(-1);
    if (open?.at(-1)?.at === at - 1) open.push(drawn);
    else runs.push([drawn]);
  }
  return runs;
}

/** Places of a run, a lone month as a short stretch. */
function along(run: readonly Drawn[], y: (one: Drawn) => number): Place[] {
  const places = run.map((one): Place => [monthWide * one.at + monthWide / 2, y(one)]);
  const [only] = places;
  return only && places.length === 1
    ? [-aloneHalf, aloneHalf].map((aside) => [only[0] + aside, only[1]])
    : places;
}

const linePath = (runs: readonly Drawn[][], ends: Ends): string =>
  runs.map((run) => pathOf(along(run, ({ value }) => yOf(value, ends)))).join('');

const bandPath = (runs: readonly Drawn[][], ends: Ends): string =>
  runs
    .map((run) => run.filter(({ low, high }) => low !== null && high !== null))
    .filter((run) => run.length > 0)
    .map((run) => {
      const upper = along(run, ({ high, value }) => yOf(high ?? value, ends));
      const lower = along(run, ({ low, value }) => yOf(low ?? value, ends));
      return `${pathOf([...upper, ...lower.reverse()])}Z`;
    })
    .join('');

const valuesOf = ({ value, low = [], high = [] }: Course): number[] =>
  [...value, ...low, ...high].filter((one) => one !== null);

function cellOf(
  course: Course,
  at: number,
  form: PartMonths['form'],
  kind: UnitKind,
  formats: Formats,
): MonthCell {
  const [value, n = 0, coverage] = [course.value[at] ?? null, course.n[at], course.coverage[at] ?? null];
  const gap = value !== null ? null : n > 0 ? 'few' : (coverage ?? 0) > 0 ? 'none' : 'uncovered';
  const write = (one: number): string =>
    kind === 'stars' ? formats.number(one, 2) : formats.value(one, kind);
  const [low, high] = [course.low?.[at] ?? null, course.high?.[at] ?? null];
  const interval =
    low === null || high === null
      ? ''
      : kind === 'stars'
        ? words.interval.range(write(low), write(high))
        : rangeText(low, high, kind, formats);
  const basis = form === 'count' || (gap && gap !== 'few') ? '' : words.figure.months.n(formats.number(n));
  const read =
    coverage === null || coverage >= asWhole || gap === 'uncovered' || form === 'plain'
      ? ''
      : words.figure.months.read(formats.share(coverage));
  return {
    value: value !== null ? write(value) : pageWords.journey.gaps[gap ?? 'none'],
    beside: [interval, basis, read].filter((text) => text !== ''),
    gap,
    thin: value !== null && form === 'interval' && isThin(kind, n),
  };
}

/**
 * The months of a brand's parts; null where none has two to tell.
 *
 * @param named its rows as they are called, in the order of the figure
 */
export function partMonths(
  { brands, periods, unit }: Pick<BreakdownFigure, 'brands' | 'periods' | 'unit'>,
  brand: string,
  named: readonly { id: string; name: string }[],
  formats: Formats,
): PartMonths | null {
  const names = periods?.month ?? [];
  const told = (brands[brand]?.rows ?? []).flatMap(({ months }, at) => {
    const row = named[at];
    return months && row ? [{ ...row, months }] : [];
  });
  // Months before anything was read have nothing to say.
  const first = names.findIndex((_, at) => told.some(({ months }) => (months.coverage[at] ?? 0) > 0));
  if (first < 0 || names.length - first < 2) return null;
  const kind = unitKind(unit);
  const since = (months: Course): Course => ({
    value: months.value.slice(first),
    ...(months.low && { low: months.low.slice(first) }),
    ...(months.high && { high: months.high.slice(first) }),
    n: months.n.slice(first),
    coverage: months.coverage.slice(first),
  });
  const parts = told.map(({ months, ...row }) => ({ ...row, months: since(months) }));
  // Counts and indices of parts differ by hundreds: on one scale all but the largest would lie flat.
  const apart = changesAsRatio(kind);
  const form = parts.some(({ months }) => months.low !== undefined)
    ? 'interval'
    : kind === 'count'
      ? 'count'
      : 'plain';
  const shared = valueTicks(
    parts.flatMap(({ months }) => valuesOf(months)),
    kind,
    formats,
  );
  return {
    months: names.slice(first).map((name, at) => {
      const from = spanOf(name)?.from ?? 0;
      return at === 0 || name.endsWith('-01') ? formats.month(from) : formats.shortMonth(from);
    }),
    rows: parts.map(({ id, name, months }) => {
      const ends = apart ? { low: 0, high: Math.max(1, ...valuesOf(months)) } : shared;
      const runs = runsOf(months, form);
      return {
        id,
        name,
        line: linePath(runs, ends),
        band: bandPath(runs, ends),
        zero: ends.low < 0 ? `M0 ${yOf(0, ends)}H${monthWide * months.value.length}` : '',
        cells: months.value.map((_, at) => cellOf(months, at, form, kind, formats)),
      };
    }),
    scale: apart ? null : { low: formats.value(shared.low, kind), high: formats.value(shared.high, kind) },
    form,
  };
}
