/** Says so when the page was not renewed for a day and a half: the nightly run then failed or is off. */
const staleMs = 36 * 3_600_000;
const asOf = Date.parse(document.documentElement.dataset['asOf'] ?? '');
const banner = document.querySelector<HTMLElement>('[data-stale]');
if (banner && Date.now() - asOf > staleMs) banner.hidden = false;

export {};
