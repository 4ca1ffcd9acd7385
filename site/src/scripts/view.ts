/** The choices above each page: closed by a click beside them or Escape. On pages that no choice changes, links keep it. */
import { link } from '../links.ts';

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

/** A view as it stands in an address; whatever else the parameter holds leads nowhere. */
const viewForm = /^(?:of\/[\w%.~-]+\/)?(?:in\/\w+\/)?$/;
const kept = new URLSearchParams(location.search).get('view') ?? '';
if (kept !== '' && viewForm.test(kept)) {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[data-views]')) {
    const views = anchor.dataset['views'];
    if (views === undefined) continue;
    const wanted = views === 'window' ? kept : (/^of\/[^/]+\//.exec(kept)?.[0] ?? '');
    const path = anchor.dataset['path'] ?? '';
    anchor.href =
      link(`${views === 'plain' ? '' : wanted}${path}`) +
      (views === 'window' ? '' : `?view=${encodeURIComponent(kept)}`);
  }
}
