import { dayMs, dayToMs, msToDay } from './calendar.ts';
import type { ChartLine, ChartShape } from './chart-shape.ts';
import type { Formats } from './numbers.ts';
import { timeTicks, valueTicks } from './ticks.ts';

/** First and last day of a part of the time axis, as an address holds them. */
export type DayRange = { from: string; to: string };

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayToMs(text));

/** The part that an address names, or null where it names none that can be. */
export function readRange(query: string): DayRange | null {
  const asked = new URLSearchParams(query);
  const [from, to] = [asked.get('from'), asked.get('to')];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/** The query with that part, or without any; all else in it stays. */
export function writeRange(query: string, range: DayRange | null): string {
  const asked = new URLSearchParams(query);
  for (const key of ['from', 'to'] as const) {
    if (range) asked.set(key, range[key]);
    else asked.delete(key);
  }
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}

/** The whole periods of a chart between two moments of its axis, as days; null where they hold none. */
export function rangeBetween(shape: ChartShape, a: number, b: number): DayRange | null {
  const [start, end] = [Math.min(a, b), Math.max(a, b)];
  const held = (shape.lines[0]?.points ?? []).filter(({ from, to }) => to > start && from < end);
  const [first, last] = [held[0], held.at(-1)];
  return first && last ? { from: msToDay(first.from), to: msToDay(last.to - dayMs) } : null;
}

/** The same chart over a part of its time, its axes made anew; null where the brand has no value in it. */
export function cutShape(shape: ChartShape, range: DayRange, formats: Formats): ChartShape | null {
  const start = dayToMs(range.from);
  const end = dayToMs(range.to) + dayMs;
  const inside = ({ from, to }: { from: number; to: number }): boolean => from < end && to > start;
  const lines: ChartLine[] = shape.lines.map((line) => ({
    ...line,
    points: line.points
      .filter(inside)
      .map((point, index) => (index === 0 ? { ...point, joined: false } : point)),
  }));
  const own = lines[0]?.points ?? [];
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || own.every(({ value }) => value === null)) return null;
  const [from, to] = [first.from, last.to];
  const drawn = lines.flatMap(({ role, points }) =>
    points.flatMap(({ value, low, high }) => (role === 'brand' ? [value, low, high] : [value])),
  );
  const { low, high, ticks } = valueTicks(
    drawn.filter((value): value is number => value !== null),
    shape.kind,
    formats,
  );
  const within = ({ at }: { at: number }): boolean => at >= from && at <= to;
  return {
    ...shape,
    from,
    to,
    low,
    high,
    xTicks: timeTicks(from, to, formats),
    yTicks: ticks,
    lines,
    gaps: shape.gaps
      .filter((gap) => gap.from < to && gap.to > from)
      .map((gap) => ({ ...gap, from: Math.max(gap.from, from), to: Math.min(gap.to, to) })),
    // They keep their numbers and letters, under which they stand below the chart.
    events: shape.events.filter(within),
    alerts: shape.alerts.filter(within),
    breaks: shape.breaks.filter(within),
    coverage: shape.coverage.filter(inside),
  };
}
