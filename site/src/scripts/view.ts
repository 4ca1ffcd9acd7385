/** The head of each page: its row of pages, and the choices of brand and period, which links keep on pages that they do not change. */
import { link } from '../links.ts';
import { viewForm } from '../view/view-filter.ts';

// On a narrow screen the row of pages goes on beyond the edge: the one that is open is to be seen.
const current = document.querySelector<HTMLElement>('.pages [aria-current]');
const row = current?.closest('ul');
if (current && row)
  row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;

const choices = [...document.querySelectorAll<HTMLDetailsElement>('[data-choose]')];

document.addEventListener('click', (event) => {
  for (const choice of choices)
    if (event.target instanceof Node && !choice.contains(event.target)) choice.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const choice of choices) {
    if (!choice.open) continue;
    choice.open = false;
    choice.querySelector('summary')?.focus();
  }
});

const kept = new URLSearchParams(location.search).get('view') ?? '';
const [found, of, span] = viewForm.exec(kept) ?? [];
if (found) {
  // Where the page has no form of what was chosen, it says so.
  for (const note of document.querySelectorAll<HTMLElement>('[data-chosen-view]'))
    note.hidden = ![`of/${of}/`, `in/${span}/`].includes(note.dataset['chosenView'] ?? '');
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[data-views]')) {
    const views = anchor.dataset['views'];
    if (views === undefined) continue;
    const wanted = views === 'window' ? kept : (/^of\/[^/]+\//.exec(kept)?.[0] ?? '');
    const path = anchor.dataset['path'] ?? '';
    anchor.href =
      link(`${views === 'plain' ? '' : wanted}${path}`) +
      (views === 'window' ? '' : `?view=${encodeURIComponent(kept)}`);
  }
  // Another brand is another page, and the period that was chosen goes along, where its pages are built for it.
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[data-of]')) {
    const { of: brand = '', windows = '' } = anchor.dataset;
    if (span !== undefined && windows.split(' ').includes(span))
      anchor.search = `?view=${encodeURIComponent(`${brand}in/${span}/`)}`;
  }
}
