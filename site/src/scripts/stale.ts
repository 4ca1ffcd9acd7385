/** Says so when the page was not renewed for a day and a half, and how old its data are: the nightly run then failed or is off. */
const hourMs = 3_600_000;
const staleMs = 36 * hourMs;
/** From here on in days: nobody counts a hundred hours. */
const daysFromHours = 72;
const asOf = Date.parse(document.documentElement.dataset['asOf'] ?? '');
const banner = document.querySelector<HTMLElement>('[data-stale]');
const age = Date.now() - asOf;
if (banner && age > staleMs) {
  const hours = Math.floor(age / hourMs);
  const { hours: inHours = '', days: inDays = '' } = banner.dataset;
  const told =
    hours < daysFromHours
      ? inHours.replace('#', `${hours}`)
      : inDays.replace('#', `${Math.floor(hours / 24)}`);
  const place = banner.querySelector('[data-age]');
  if (place) place.textContent = told;
  banner.hidden = false;
}

export {};
