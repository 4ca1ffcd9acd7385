import { chartWords } from '../chart-words.ts';
import { words } from '../words.ts';
import { beside } from './beside.ts';

/**
 * Reads what is drawn once for all, as stacks and small multiples are, period by period: under the pointer, and by the keys
 * that read a live chart. What is read stands in the table of the page.
 */

type Reading = { from: number; label: string; mentions: string; values: { name: string; text: string }[] };

/** The periods of a table, oldest first, with the value of each brand that its head names. */
function readingsOf(table: HTMLTableElement): Reading[] {
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])].flatMap((head, column) => {
    const { brand, name = head.textContent?.trim() ?? '' } = head.dataset;
    return brand === undefined ? [] : [{ column, brand, name }];
  });
  const others = columns.slice(1).map(({ brand }) => `&brand=${encodeURIComponent(brand)}`);
  return [...(table.tBodies[0]?.rows ?? [])]
    .map(({ dataset, cells }) => {
      const address = cells[0]?.querySelector('a')?.getAttribute('href') ?? '';
      return {
        from: Number(dataset['from']),
        label: cells[0]?.textContent?.trim() ?? '',
        // What is read is of all brands.
        mentions: address === '' ? '' : address + others.join(''),
        values: columns.map(({ column, name }) => ({
          name,
          text: cells[column]?.textContent?.trim() || words.noValue,
        })),
      };
    })
    .sort((a, b) => a.from - b.from);
}

function write(place: Element, { label, mentions, values }: Reading): void {
  const period = document.createElement('strong');
  period.textContent = label;
  const said = values.map(({ name, text }) => beside(name, text, 'read-one'));
  place.replaceChildren(period, ' ', ...said.flatMap((one) => [one, ' ']));
  if (mentions === '') return;
  const link = document.createElement('a');
  link.href = mentions;
  link.textContent = words.chart.mentionsOf;
  place.append(link);
}

/** A line through every picture of a form, where the period that is read has its middle. */
function mark(form: HTMLElement, share: number): void {
  for (const svg of form.querySelectorAll('svg[role="img"]')) {
    let line = svg.querySelector(':scope > .cursor');
    if (!line) {
      line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
      line.setAttribute('class', 'cursor');
      line.setAttribute('y2', '100%');
      svg.append(line);
    }
    for (const end of ['x1', 'x2']) line.setAttribute(end, `${100 * share}%`);
  }
}

function read(form: HTMLElement): void {
  const table = document.getElementById(form.dataset['rows'] ?? '')?.querySelector('table');
  const place = form.closest('.chart')?.querySelector('[data-rows-reading]');
  const [from, to] = [Number(form.dataset['from']), Number(form.dataset['to'])];
  if (!table || !place || !(from < to)) return;
  const readings = readingsOf(table).filter((one) => one.from >= from && one.from < to);
  const middles = readings.map((one, at) => {
    const end = readings[at + 1]?.from ?? to;
    return (one.from + end) / 2;
  });
  let held = readings.length;
  const show = (at: number): void => {
    const reading = readings[at];
    if (!reading) return;
    held = at;
    write(place, reading);
    mark(form, ((middles[at] ?? from) - from) / (to - from));
  };
  form.tabIndex = 0;
  form.setAttribute('role', 'group');
  form.setAttribute('aria-label', chartWords.readingRows(readings.some(({ mentions }) => mentions !== '')));
  form.addEventListener('focus', () => {
    if (held === readings.length) show(readings.length - 1);
  });
  form.addEventListener('keydown', (event) => {
    if (event.target !== form || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = readings.length - 1;
    const mentions = readings[held]?.mentions ?? '';
    const next = { ArrowLeft: held - 1, ArrowRight: held + 1, Home: 0, End: last }[event.key];
    if (next !== undefined) show(Math.min(last, Math.max(0, next)));
    else if (event.key === 'Enter' && mentions !== '') location.assign(mentions);
    else return;
    event.preventDefault();
  });
  form.addEventListener('pointermove', ({ target, clientX }) => {
    const svg = target instanceof Element ? target.closest('svg[role="img"]') : null;
    if (!svg) return;
    const { left, width } = svg.getBoundingClientRect();
    const at = from + ((clientX - left) / width) * (to - from);
    const nearest = middles.reduce(
      (best, middle, index) => (Math.abs(middle - at) < Math.abs((middles[best] ?? 0) - at) ? index : best),
      0,
    );
    if (nearest !== held) show(nearest);
  });
}

for (const form of document.querySelectorAll<HTMLElement>('[data-rows]')) read(form);
