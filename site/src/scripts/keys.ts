/** Keys of every page: `/` to search, `j` and `k` through the list, `?` for this list. */
import { link } from '../links.ts';

const dialog = document.querySelector<HTMLDialogElement>('[data-keys]');
dialog?.querySelector('[data-keys-close]')?.addEventListener('click', () => dialog.close());

function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
    (row) => row.offsetParent !== null,
  );
  const held = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[held < 0 ? (by > 0 ? 0 : rows.length - 1) : held + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('input, select, textarea, dialog')) return;
  const search = document.querySelector<HTMLInputElement>('[data-search]');
  if (event.key === '/') {
    event.preventDefault();
    if (search) search.focus();
    else location.assign(`${link('mentions/')}#search`);
  } else if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === '?') dialog?.showModal();
});
