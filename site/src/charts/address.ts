import { type DayRange, readRange, writeRange } from '../view/chart-cut.ts';

/** What the address says of a chart: the part of its time that is looked at, and the point that is read. */

const rangeChanged = 'earshot:range';
const pointKey = 'at';

/** Writes the part into the address, so that a link, Back and a reload show it again. */
export function setRange(range: DayRange | null): void {
  history.pushState(null, '', location.pathname + writeRange(location.search, range) + location.hash);
  dispatchEvent(new Event(rangeChanged));
}

/** Calls back whenever the address names another part, or none. */
export function onRange(changed: (range: DayRange | null) => void): () => void {
  const read = (): void => changed(readRange(location.search));
  addEventListener('popstate', read);
  addEventListener(rangeChanged, read);
  return () => {
    removeEventListener('popstate', read);
    removeEventListener(rangeChanged, read);
  };
}

/** The point that the address asks to be read, as the period of the figure's file. */
export const askedPoint = (): string | null => new URLSearchParams(location.search).get(pointKey);

/** Whether the address asks for more than the page's own picture shows. */
export const asksForMore = (): boolean => askedPoint() !== null || readRange(location.search) !== null;

/** The address of a receipt on this page, as it is of one point. */
export function receiptAt(anchor: string, period: string): string {
  const here = new URL(location.href);
  here.searchParams.set(pointKey, period);
  here.hash = anchor;
  return here.href;
}

/** Opens a receipt in place, under the address of the point that it is of: a reload shows the same. */
export function openReceiptAt(anchor: string, address: string): void {
  if (address !== location.href) history.pushState(null, '', address);
  const found = document.getElementById(anchor);
  const folded = found?.closest('details');
  if (folded) folded.open = true;
  found?.scrollIntoView({ block: 'nearest' });
  folded?.querySelector('summary')?.focus({ preventScroll: true });
}

/** The address of exactly what a chart shows: its own page, the part, the comparison and the point that was read. */
export function viewOf(frame: HTMLElement): string {
  const own = frame.closest<HTMLElement>('[data-view]')?.dataset['view'] ?? '';
  const view = new URL(own, location.href);
  const here = new URLSearchParams(location.search);
  for (const key of ['from', 'to']) {
    const value = here.get(key);
    if (value !== null) view.searchParams.set(key, value);
  }
  if (frame.dataset['kind'] === 'compared') view.searchParams.set('compare', '1');
  const at = frame.dataset['at'];
  if (at !== undefined) view.searchParams.set(pointKey, at);
  return view.href;
}
