import { chartWords } from '../chart-words.ts';
import { saveFile } from '../scripts/save-file.ts';
import { dayMs, dayToMs, msToDay } from '../view/calendar.ts';
import { basisText, cutTitle, lastValues, spanText, stripText } from '../view/chart-basis.ts';
import { chartCsv } from '../view/chart-csv.ts';
import { type DayRange, rangeBetween } from '../view/chart-cut.ts';
import { describeChart } from '../view/chart-description.ts';
import { box, xOf } from '../view/chart-paths.ts';
import type { ChartShape } from '../view/chart-shape.ts';
import type { Formats } from '../view/numbers.ts';
import { words } from '../words.ts';
import { setRange } from './address.ts';

/** What stands around a chart follows when a part of its time is looked at. */

/** The strip of coverage keeps the axis of the plot above it. */
export function zoomStrip(
  chart: HTMLElement | null,
  whole: ChartShape,
  shown: ChartShape,
  formats: Formats,
): void {
  const strip = chart?.querySelector('[data-strip]');
  const tall = strip?.getAttribute('viewBox')?.split(' ').at(-1);
  if (!strip || tall === undefined) return;
  const from = xOf(shown.from, whole);
  strip.setAttribute('viewBox', `${from} 0 ${xOf(shown.to, whole) - from || box} ${tall}`);
  strip.setAttribute('aria-label', stripText(shown, formats));
}

/** The legend, which stands for the names at the lines' ends where these have no room, tells their last values in what is shown. */
export function zoomLegend(frame: HTMLElement, shown: ChartShape, formats: Formats): void {
  const values = new Map(lastValues(shown, formats).map(({ id, text }) => [id, text]));
  for (const value of frame
    .closest('.chart')
    ?.querySelectorAll<HTMLElement>(`.legend.${frame.dataset['kind']} [data-line]`) ?? [])
    value.textContent = values.get(value.dataset['line'] ?? '') ?? '';
}

/** The table lists the rows of what is shown. */
export function zoomTable(chart: HTMLElement | null, { from, to }: ChartShape, cut: boolean): void {
  for (const row of chart?.querySelectorAll<HTMLElement>('tr[data-from]') ?? []) {
    const at = Number(row.dataset['from']);
    row.hidden = cut && (at < from || at >= to);
  }
}

/** Lists beside the chart name what lies in what is shown; what stands in them keeps its number. */
export function zoomLists(chart: HTMLElement | null, { from, to }: ChartShape, cut: boolean): void {
  for (const list of chart?.querySelectorAll<HTMLElement>('.chart-events, .chart-notes') ?? []) {
    const told = [...list.querySelectorAll<HTMLElement>('[data-at]')];
    for (const one of told) {
      const at = Number(one.dataset['at']);
      one.hidden = cut && (at > to || Number(one.dataset['until'] ?? at) < from);
    }
    list.hidden = told.length > 0 && told.every(({ hidden }) => hidden);
  }
}

/** Text that belongs to the whole, kept for when it is shown again. */
function swap(element: Element | null | undefined, text: string | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.dataset['whole'] ??= element.textContent ?? '';
  element.textContent = text ?? element.dataset['whole'];
}

const partTitle = (chart: HTMLElement | null, part: ChartShape, formats: Formats): string =>
  cutTitle(chart?.dataset['title'] ?? '', part, formats);

/** The drawing's words for those who hear the page. */
export const partAlt = (chart: HTMLElement | null, part: ChartShape, formats: Formats): string =>
  words.chart.alt(partTitle(chart, part, formats), chart?.dataset['measure'] ?? '');

/** Title, measure, description, basis and file names are those of what is shown. */
export function zoomCaption(chart: HTMLElement | null, part: ChartShape | null, formats: Formats): void {
  if (!chart) return;
  const at = (place: string) => chart.querySelector<HTMLElement>(place);
  swap(at('.finding'), part && partTitle(chart, part, formats));
  const { measure } = chart.dataset;
  swap(at('.subtitle > *'), part && measure ? `${measure}, ${spanText(part, formats)}` : null);
  swap(at('[data-basis]'), part && basisText(part, formats));
  const own = part && { ...part, lines: part.lines.filter(({ role }) => role !== 'rival') };
  swap(at('[data-described]'), own && describeChart(own, formats));
  const numbers = at('.numbers');
  if (numbers) numbers.hidden = part !== null;
  if (part) chart.dataset['part'] = [part.figure, msToDay(part.from), msToDay(part.to - dayMs)].join('_');
  else delete chart.dataset['part'];
}

/** Offers the rows of what is shown as a file of their own. */
export function offerPart(frame: HTMLElement, part: ChartShape | null): () => void {
  const chart = frame.closest<HTMLElement>('.chart');
  const button = chart?.querySelector<HTMLButtonElement>('[data-csv-part]');
  if (!chart || !button) return () => {};
  button.hidden = part === null;
  const keep = (): void => {
    // Of the chart alone and the one that compares, the one in sight.
    if (!part || frame.offsetParent === null) return;
    saveFile(`${chart.dataset['part'] ?? part.figure}.csv`, 'text/csv', chartCsv(part));
  };
  button.addEventListener('click', keep);
  return () => button.removeEventListener('click', keep);
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
    zoomWords.letGo(reading);
    const range = rangeBetween(shape, a, b);
    if (!range) return;
    const said = document.createElement('span');
    said.className = 'beside';
    said.dataset['selecting'] = '';
    said.textContent = chartWords.selecting(dayOf(range.from, formats), dayOf(range.to, formats));
    reading.append(said);
  },
  /** Nothing is selected any more. */
  letGo(reading: HTMLElement | null): void {
    reading?.querySelector('[data-selecting]')?.remove();
  },
};
