import { chartWords } from '../chart-words.ts';
import { dayMs, dayToMs } from '../view/calendar.ts';
import { type DayRange, rangeBetween } from '../view/chart-cut.ts';
import { box, xOf } from '../view/chart-paths.ts';
import type { ChartShape } from '../view/chart-shape.ts';
import type { Formats } from '../view/numbers.ts';
import { words } from '../words.ts';
import { setRange } from './address.ts';

/** What stands around a chart follows when a part of its time is looked at. */

/** The strip of coverage keeps the axis of the plot above it. */
export function zoomStrip(chart: HTMLElement | null, whole: ChartShape, shown: ChartShape): void {
  const strip = chart?.querySelector('[data-strip]');
  const tall = strip?.getAttribute('viewBox')?.split(' ').at(-1);
  if (!strip || tall === undefined) return;
  const from = xOf(shown.from, whole);
  strip.setAttribute('viewBox', `${from} 0 ${xOf(shown.to, whole) - from || box} ${tall}`);
}

/** The table lists the rows of what is shown. */
export function zoomTable(chart: HTMLElement | null, { from, to }: ChartShape, cut: boolean): void {
  for (const row of chart?.querySelectorAll<HTMLElement>('tr[data-from]') ?? []) {
    const at = Number(row.dataset['from']);
    row.hidden = cut && (at < from || at >= to);
  }
}

const dayOf = (day: string, formats: Formats): string => formats.day(dayToMs(day));

export const zoomWords = {
  /** Says which part is shown, and how to get back. */
  shown(
    chart: HTMLElement | null,
    shape: ChartShape,
    range: DayRange | null,
    cut: boolean,
    formats: Formats,
  ): void {
    const place = chart?.querySelector<HTMLElement>('[data-zoom]');
    if (!place) return;
    place.hidden = range === null;
    place.replaceChildren();
    if (range === null) return;
    const back = document.createElement('button');
    back.type = 'button';
    back.textContent = chartWords.reset;
    back.addEventListener('click', () => setRange(null));
    if (!cut) {
      place.append(chartWords.outside, ' ', back);
      return;
    }
    const n = shape.lines[0]?.points.reduce((sum, point) => sum + point.n, 0) ?? 0;
    const said = chartWords.zoomed(formats.day(shape.from), formats.day(shape.to - dayMs));
    const basis = chartWords.zoomedBasis(words.basis(formats.number(n), shape.basis));
    place.append(`${said} ${basis} `, back);
  },
  /** Says what is selected. */
  select(
    reading: HTMLElement,
    shape: ChartShape,
    { a, b }: { a: number; b: number },
    formats: Formats,
  ): void {
    const range = rangeBetween(shape, a, b);
    if (!range) return;
    const said = document.createElement('span');
    said.className = 'beside';
    said.textContent = chartWords.selecting(dayOf(range.from, formats), dayOf(range.to, formats));
    reading.append(said);
  },
};
