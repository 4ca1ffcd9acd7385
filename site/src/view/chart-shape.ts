import type { About, Grain, Point, SeriesFigure } from '#contract';
import { words } from '../words.ts';
import { dayIn, dayMs, dayToMs, shiftDay, spanOf } from './calendar.ts';
import { type AlertMark, alertsOn, type ChartAlert, letterOf, spansOf } from './chart-alerts.ts';
import { type Formats, isThin, isTooFewToJoin, type UnitKind, unitKind } from './numbers.ts';
import { type Tick, timeTicks, valueTicks } from './ticks.ts';

/** All that a chart draws, and nothing it would have to think about. Plain JSON: the page's SVG and Chart.js draw the same one. */
export type ChartShape = {
  figure: string;
  kind: UnitKind;
  unit: string;
  /** What `n` counts. */
  basis: string;
  grain: Grain;
  /** Ends of the time axis, milliseconds on the axis of days. */
  from: number;
  to: number;
  /** Ends of the value axis. */
  low: number;
  high: number;
  xTicks: Tick[];
  yTicks: Tick[];
  lines: ChartLine[];
  /** Spans in which the brand has no value, with the word that says why. */
  gaps: Gap[];
  events: Mark[];
  /** What was out of the ordinary in what the chart draws. */
  alerts: AlertMark[];
  breaks: { at: number; why: string; date: string }[];
  /** Share of the planned source-days that was covered, by period; null where nothing was planned. */
  coverage: { from: number; to: number; share: number | null; label: string }[];
  /** Competitors that are left to the table. */
  folded: string[];
};
export type ChartLine = {
  id: string;
  name: string;
  role: 'brand' | 'rival' | 'like-for-like';
  points: ChartPoint[];
};
export type ChartPoint = {
  period: string;
  from: number;
  to: number;
  /** Middle of the period, where the point is drawn. */
  at: number;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  coverage: number | null;
  /** A ratio on fewer than 30 stories: drawn grey. */
  thin: boolean;
  /** False after a break: no line leads here from the point before. */
  joined: boolean;
  /** The period and the value with its interval and basis, in words. */
  label: string;
  text: string;
};
export type Gap = { from: number; to: number; word: string; label: string };
export type Mark = {
  at: number;
  number: number;
  name: string;
  date: string;
  /** Row above the plot in which its number stands, so that neighbours do not cover each other. */
  row: number;
};

export const periods = ['90-days', '12-months', 'all'] as const;
export type Period = (typeof periods)[number];
const periodDays: Record<Period, number> = { '90-days': 90, '12-months': 365, all: Number.POSITIVE_INFINITY };

/** More lines than the brand's and these cannot be told apart. */
export const mostRivals = 4;
/** Below this share of covered source-days, a missing value is put down to coverage. */
const fewestCovered = 0.5;
const mostWeeks = 80;

type Series = SeriesFigure['brands'][string];

export type ShapeSettings = {
  about: Pick<About, 'asOf' | 'brands' | 'events' | 'time'>;
  period: Period;
  formats: Formats;
  /** Alerts of the brand; those of other figures are left out. */
  alerts?: readonly ChartAlert[];
  /** How many competitors are drawn beside the brand; `mostRivals` at most in a chart, all of them in its table. */
  rivals: number;
};

/** How a period is called on the page. */
export function periodLabel(period: string, grain: Grain, weekStart: string, formats: Formats): string {
  const span = spanOf(period, weekStart);
  if (!span) return period;
  if (grain === 'day') return formats.day(span.from);
  if (grain === 'month') return formats.month(span.from);
  return formats.dates(span.from, span.to - dayMs);
}

/** A value with interval, basis and coverage, in words. */
export function pointText(point: Point, kind: UnitKind, basis: string, formats: Formats): string {
  if (point.value === null) return words.noValue;
  const parts = [formats.value(point.value, kind)];
  if (point.low !== null && point.high !== null)
    parts[0] += ` (${words.interval.between(formats.value(point.low, kind), formats.value(point.high, kind))})`;
  parts.push(words.basis(formats.number(point.n), basis));
  if (point.coverage !== null) parts.push(words.coverage(formats.share(point.coverage)));
  return parts.join(' · ');
}

type Window = { from: number; to: number };

/** Points of the window that are over; the unfinished last one only where there is no other. */
function pointsIn(points: Point[], window: Window, weekStart: string): (Point & { span: Window })[] {
  const spanned = points
    .map((point) => ({ ...point, span: spanOf(point.period, weekStart) }))
    .filter((point): point is Point & { span: Window } => point.span !== null)
    .filter(({ span }) => span.to > window.from && span.from < window.to)
    .sort((a, b) => a.span.from - b.span.from);
  // The day of `asOf` is itself not over.
  const over = spanned.filter(({ span }) => span.to <= window.to - dayMs + 1);
  return over.some(({ value }) => value !== null) ? over : spanned;
}

/**
 * Weeks for most; days where there are no three weeks yet, months where weeks would crowd, hold less than months do, or are
 * for the most part ratios of too few to draw a line through.
 */
export function chooseGrain(series: Series, window: Window, weekStart: string, kind: UnitKind): Grain {
  const values = (grain: Grain) => pointsIn(series[grain], window, weekStart).filter((p) => p.value !== null);
  const few = (grain: Grain) => values(grain).filter(({ n }) => isTooFewToJoin(kind, n)).length;
  const weeks = values('week').length;
  const months = values('month').length;
  if (weeks > mostWeeks || months > weeks) return 'month';
  if (weeks > 0 && months > 1 && few('week') * 2 > weeks && few('month') * 2 < months) return 'month';
  return weeks < 3 && values('day').length > weeks ? 'day' : 'week';
}

function gapWord(point: Point, kind: UnitKind): string {
  if (point.coverage !== null && point.coverage < fewestCovered) return words.chart.gap.uncovered;
  if (kind !== 'count' && kind !== 'index' && point.n > 0) return words.chart.gap.few;
  return point.coverage === null ? words.chart.gap.none : words.chart.gap.few;
}

/** Spans without a value, neighbours with one reason merged. */
export function findGaps(points: ChartPoint[], kind: UnitKind, formats: Formats): Gap[] {
  const gaps: Gap[] = [];
  const add = (from: number, to: number, word: string): void => {
    const last = gaps.at(-1);
    if (last && last.to === from && last.word === word) last.to = to;
    else gaps.push({ from, to, word, label: '' });
  };
  points.forEach((point, index) => {
    const before = points[index - 1];
    // A period that the file leaves out is no less of a gap than one without a value.
    if (before && before.to < point.from) add(before.to, point.from, words.chart.gap.none);
    if (point.value === null) add(point.from, point.to, gapWord(point, kind));
  });
  return gaps.map((gap) => ({
    ...gap,
    label: words.chart.gapIn(gap.word, formats.day(gap.from), formats.day(gap.to - dayMs)),
  }));
}

/**
 * The chart of one figure over one period, or null where no brand that is drawn has a value.
 * The axis begins with the first period that has a value, so that the time before any source is no gap.
 */
export function chartShape(figure: SeriesFigure, settings: ShapeSettings): ChartShape | null {
  const { about, period, formats } = settings;
  const { weekStart } = about.time;
  const [brand, ...rivals] = about.brands;
  const own = brand && figure.brands[brand.id];
  if (!brand || !own) return null;

  const kind = unitKind(figure.unit);
  const asOf = dayIn(about.time.zone, about.asOf);
  const end = dayToMs(asOf) + dayMs;
  const days = periodDays[period];
  const window = {
    from: Number.isFinite(days) ? dayToMs(shiftDay(asOf, 1 - days)) : Number.NEGATIVE_INFINITY,
    to: end,
  };
  const grain = chooseGrain(own, window, weekStart, kind);
  const breaks = figure.breaks
    .map(({ date, why }) => ({ at: dayToMs(date), why, date: formats.day(dayToMs(date)) }))
    .sort((a, b) => a.at - b.at);

  const toLine = (id: string, name: string, role: ChartLine['role'], series: Series): ChartLine => {
    const points = pointsIn(series[grain], window, weekStart);
    return {
      id,
      name,
      role,
      points: points.map(({ span, ...point }, index) => {
        const at = (span.from + span.to) / 2;
        const before = points[index - 1];
        const beforeAt = before ? (before.span.from + before.span.to) / 2 : at;
        return {
          ...point,
          ...span,
          at,
          thin: point.value !== null && isThin(kind, point.n),
          joined:
            before !== undefined &&
            before.span.to === span.from &&
            !isTooFewToJoin(kind, point.n) &&
            !isTooFewToJoin(kind, before.n) &&
            !breaks.some((cut) => cut.at > beforeAt && cut.at <= at),
          label: periodLabel(point.period, grain, weekStart, formats),
          text: pointText(point, kind, figure.basis, formats),
        };
      }),
    };
  };

  const main = toLine(brand.id, brand.name, 'brand', own);
  const firstValued = main.points.find(({ value }) => value !== null);
  if (!firstValued) return null;
  const start = firstValued.from;

  const held = figure.likeForLike?.[brand.id];
  const others = rivals.filter(({ id }) => figure.brands[id]);
  const drawn = others.slice(0, settings.rivals);
  const lines = [
    main,
    ...(held ? [toLine(`${brand.id} like-for-like`, words.chart.likeForLike, 'like-for-like', held)] : []),
    ...drawn.flatMap(({ id, name }) => {
      const series = figure.brands[id];
      return series ? [toLine(id, name, 'rival', series)] : [];
    }),
  ].map((line) => ({ ...line, points: line.points.filter((point) => point.from >= start) }));

  const last = Math.max(...lines.flatMap(({ points }) => points.map((point) => point.to)));
  const valued = lines.flatMap(({ role, points }) =>
    points.flatMap(({ value, low, high }) => (role === 'brand' ? [value, low, high] : [value])),
  );
  const y = valueTicks(
    valued.filter((v): v is number => v !== null && Number.isFinite(v)),
    kind,
    formats,
  );
  const points = lines[0]?.points ?? [];
  const marks = marksOf(figure.id, settings, start, last);
  return {
    figure: figure.id,
    kind,
    unit: figure.unit,
    basis: figure.basis,
    grain,
    from: start,
    to: last,
    low: y.low,
    high: y.high,
    xTicks: timeTicks(start, last, formats),
    yTicks: y.ticks,
    lines,
    gaps: findGaps(points, kind, formats),
    ...marks,
    // What broke in the unfinished period is no less true: it stands at the end of what is drawn.
    breaks: breaks
      .filter(({ at }) => at > start && at < end)
      .map((cut) => ({ ...cut, at: Math.min(cut.at, last) })),
    coverage: points.map(({ from, to, coverage, label }) => ({ from, to, share: coverage, label })),
    folded: others.slice(settings.rivals).map(({ name }) => name),
  };
}

/** Marks closer than this share of the axis stand in rows above each other. */
const crowded = 0.075;

/** Events and alerts between two moments, each in the lowest row in which none is too near. */
function marksOf(
  figure: string,
  { about, alerts = [], formats }: ShapeSettings,
  start: number,
  last: number,
): Pick<ChartShape, 'events' | 'alerts'> {
  const within = (at: number): boolean => at >= start && at < last;
  const events = about.events
    .filter(({ date }) => within(dayToMs(date)))
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ date, name }, index) => ({
      at: dayToMs(date) + dayMs / 2,
      number: index + 1,
      name,
      date: formats.day(dayToMs(date)),
      row: 0,
    }));
  const spans = spansOf(alertsOn(figure, alerts))
    .filter(({ from }) => within(from))
    .map((span, index) => ({
      ...span,
      at: Math.min(last, span.from + dayMs / 2),
      letter: letterOf(index),
      date: span.to - span.from <= dayMs ? formats.day(span.from) : formats.dates(span.from, span.to - dayMs),
      row: 0,
    }));
  const ends: number[] = [];
  for (const mark of [...events, ...spans].sort((a, b) => a.at - b.at)) {
    const free = ends.findIndex((end) => mark.at - end >= crowded * (last - start));
    mark.row = free < 0 ? ends.length : free;
    ends[mark.row] = mark.at;
  }
  return { events, alerts: spans };
}
