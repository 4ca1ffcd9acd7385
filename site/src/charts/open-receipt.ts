/** Unfolds what an address points into, in browsers that do not do so by themselves. */
function unfold(): void {
  const named = decodeURIComponent(location.hash.slice(1));
  const found = named === '' ? null : document.getElementById(named);
  const folded = found?.closest('details');
  if (!found || !folded || folded.open) return;
  folded.open = true;
  found.scrollIntoView({ block: 'nearest' });
}

unfold();
addEventListener('hashchange', unfold);
// A second click on the same link changes no address.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.hash !== '' && link?.hash === location.hash && link.pathname === location.pathname) unfold();
});

export {};
