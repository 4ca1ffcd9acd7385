/** The date field of “as of”: leads to the night that was picked, or to the last one before it. */

const pick = document.querySelector<HTMLElement>('[data-as-of-base]');
const field = document.querySelector<HTMLInputElement>('[data-night-field]');
const note = document.querySelector<HTMLElement>('[data-nearest-note]');
const nights = [...document.querySelectorAll<HTMLElement>('[data-night]')].map(({ id }) => id).sort();
const isDay = /^\d{4}-\d{2}-\d{2}$/;

function show(): void {
  const wanted = location.hash.slice(1);
  if (!field || !note || !isDay.test(wanted)) return;
  note.hidden = true;
  const nearest = nights.findLast((night) => night <= wanted) ?? nights[0];
  if (!nearest) return;
  field.value = nearest;
  if (nearest === wanted) return;
  note.textContent = (pick?.dataset['nearest'] ?? '').replace('{night}', nearest);
  location.replace(`#${nearest}`);
  // The note speaks of the day that was asked for: shown once the address has changed.
  setTimeout(() => {
    note.hidden = false;
  });
}

field?.addEventListener('change', () => {
  const day = field.value;
  if (!isDay.test(day) || !pick) return;
  const here = nights[0]?.slice(0, 7) === day.slice(0, 7);
  if (here) location.hash = day;
  else location.assign(`${pick.dataset['asOfBase']}${day.slice(0, 7)}/#${day}`);
});
addEventListener('hashchange', show);
show();
