import { chartWords } from '../chart-words.ts';
import { msToDay } from '../view/calendar.ts';
import type { ChartLine, ChartPoint, ChartShape } from '../view/chart-shape.ts';
import { monthAnchor } from '../view/month-anchor.ts';
import type { Formats } from '../view/numbers.ts';
import { mentionsAt, panelAt } from '../view/point-mentions.ts';
import { listName, receiptNumbers } from '../view/receipt.ts';
import { words } from '../words.ts';
import { openReceiptAt, receiptAt } from './address.ts';
import { beside } from './beside.ts';
import { readRivals } from './read-rivals.ts';

/** Writes one point of a chart under it, and into its receipt: what a tooltip would say stands on the page. */

const link = (href: string, text: string): HTMLAnchorElement => {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
};

export type Read = {
  shape: ChartShape;
  line: ChartLine;
  point: ChartPoint;
  /** Address of the mentions that the figure counts; empty where there are none. */
  mentions: string;
  /** Address of those of the whole panel, where the figure is a share of it; else empty. */
  panel: string;
  formats: Formats;
};

/** The way to what moved the month of a point, where the page tells of it. */
function whyOf({ at }: ChartPoint): (string | HTMLAnchorElement)[] {
  const told = document.getElementById(monthAnchor(msToDay(at).slice(0, 7)));
  const name = told?.dataset['month'];
  return told && name ? [' · ', link(`#${told.id}`, chartWords.why(name))] : [];
}

/** The way to the receipt of a point, which the page is left for by nobody but who asks for another tab. */
function whence(anchor: string, period: string): HTMLAnchorElement {
  const made = link(receiptAt(anchor, period), chartWords.whereFrom);
  made.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openReceiptAt(anchor, made.href);
  });
  return made;
}

export function writeReading(place: HTMLElement, read: Read, receipt: HTMLElement | null): void {
  const { shape, point } = read;
  const period = document.createElement('strong');
  period.textContent = point.label;
  // What is drawn is read: competitors have their value of the same time beside the brand's.
  const rivals = readRivals(shape, point.at).map(({ name, text }) => beside(name, text, 'beside'));
  const behind = mentionsAt(read.mentions, read.line, point);
  const anchor = receipt?.querySelector('[id]')?.id;
  place.replaceChildren(
    period,
    ` ${point.text}`,
    ...(behind === '' ? [] : [' · ', link(behind, words.chart.mentionsOf)]),
    ...whyOf(point),
    ...(anchor ? [' · ', whence(anchor, point.period)] : []),
    ...rivals,
  );
}

/** The receipt of the point that is read. */
export function writeReceipt(receipt: HTMLElement, read: Read, view: string): void {
  const { shape, line, point, formats } = read;
  const numbers = receiptNumbers(point, shape.kind, shape.basis, formats);
  const write = (fact: string, ...parts: (Node | string)[]): void =>
    receipt.querySelector(`[data-fact="${fact}"]`)?.replaceChildren(...parts);
  write('of', `${line.name}, ${point.label}`);
  write('value', `${numbers.value} (${shape.unit})`);
  write('interval', numbers.interval);
  write('n', numbers.n);
  write('coverage', numbers.coverage);
  const behind = mentionsAt(read.mentions, line, point);
  const whole = panelAt(read.panel, point);
  if (behind !== '')
    write(
      'mentions',
      link(behind, whole === '' ? listName(shape.figure) : chartWords.receipt.ownLink),
      ...(whole === '' ? [] : [' ', link(whole, chartWords.receipt.wholeLink)]),
    );
  write('view', link(view, chartWords.receipt.viewLink));
}
