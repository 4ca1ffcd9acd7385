/** The date field of “as of”: leads to the night that was picked, or to the last one before it. */
import { dayToMs } from '../view/calendar.ts';
import { makeFormats } from '../view/numbers.ts';

const pick = document.querySelector<HTMLElement>('[data-as-of-base]');
const field = document.querySelector<HTMLInputElement>('[data-night-field]');
const note = document.querySelector<HTMLElement>('[data-nearest-note]');
const nights = [...document.querySelectorAll<HTMLElement>('[data-night]')].map(({ id }) => id).sort();
const isDay = /^\d{4}-\d{2}-\d{2}$/;

const marks = [...document.querySelectorAll<HTMLAnchorElement>('.night-days a')];

/** Marks the night that is shown: the one of the address, else the newest. */
function mark(wanted: string): void {
  const shown = nights.includes(wanted) ? wanted : nights.at(-1);
  for (const anchor of marks) {
    if (anchor.hash === `#${shown}`) anchor.setAttribute('aria-current', 'true');
    else anchor.removeAttribute('aria-current');
  }
}

function show(): void {
  const wanted = location.hash.slice(1);
  mark(wanted);
  if (!field || !note || !isDay.test(wanted) || Number.isNaN(Date.parse(wanted))) return;
  note.hidden = true;
  const nearest = nights.findLast((night) => night <= wanted) ?? nights[0];
  if (!nearest) return;
  field.value = nearest;
  if (nearest === wanted) return;
  const { day } = makeFormats(pick?.dataset['locale'] ?? 'en-GB', 'UTC');
  const said = pick?.dataset[nearest < wanted ? 'nearest' : 'before'] ?? '';
  note.textContent = said.replace('{asked}', day(dayToMs(wanted))).replace('{night}', day(dayToMs(nearest)));
  location.replace(`#${nearest}`);
  // The note speaks of the day that was asked for: shown once the address has changed.
  setTimeout(() => {
    note.hidden = false;
  });
}

field?.addEventListener('change', () => {
  const day = field.value;
  if (!isDay.test(day) || !pick) return;
  // Of a month without nights the one before it speaks, and before all of them the first.
  const months = (pick.dataset['months'] ?? '').split(' ').sort();
  const month = months.findLast((one) => one <= day.slice(0, 7)) ?? months[0];
  if (nights[0]?.slice(0, 7) === month) location.hash = day;
  else location.assign(`${pick.dataset['asOfBase']}${month}/#${day}`);
});
addEventListener('hashchange', show);
show();
