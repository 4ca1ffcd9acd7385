import { dayMs, msToDay, spanOf } from './calendar.ts';

/** Mentions by month as bars on one axis; drawn by the page and by the filters' script alike. */
export type Bar = {
  month: string;
  count: number;
  x: number;
  y: number;
  width: number;
  height: number;
  within: boolean;
};

/** Whether the month of a day, or one after it, is meant: it is not over, and will hold more. */
export const isOpen = (month: string, today: string): boolean => daysOf(month).last >= today;

/** The measures of the drawing, in its own units; it is stretched to the width it finds. */
export const strip = { unit: 10, gap: 1.5, height: 44 };
/** Where anything was said, a bar can be seen. */
const lowest = 1.5;

export const stripWidth = (months: number): number => Math.max(1, months) * strip.unit;

/** One bar a month; `within` for those of which a day is asked for. */
export function barsOf(
  months: readonly { month: string; count: number }[],
  { from, to }: { from: string; to: string },
): Bar[] {
  const most = Math.max(1, ...months.map(({ count }) => count));
  return months.map(({ month, count }, at) => {
    const height = count === 0 ? 0 : Math.max(lowest, (count / most) * strip.height);
    const { first, last } = daysOf(month);
    return {
      month,
      count,
      x: at * strip.unit + strip.gap / 2,
      y: Math.round((strip.height - height) * 10) / 10,
      width: strip.unit - strip.gap,
      height: Math.round(height * 10) / 10,
      within: (from === '' || last >= from) && (to === '' || first <= to),
    };
  });
}

/** First and last day of a month. */
export function daysOf(month: string): { first: string; last: string } {
  const span = spanOf(month) ?? { from: 0, to: dayMs };
  return { first: msToDay(span.from), last: msToDay(span.to - dayMs) };
}
