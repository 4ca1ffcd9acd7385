/**
 * Keeps the comparison in the address, so that a link shows the same chart; the style sheet does the showing. Links to the
 * same chart over another period carry it along.
 */
const parameter = 'compare';
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-compare]')];
const periods = [...document.querySelectorAll<HTMLAnchorElement>('[data-choose] a')];

/** What the page itself shows first: where brands are compared, they are. */
const usual = boxes.some(({ defaultChecked }) => defaultChecked);

function carry(address: URL, on: boolean): URL {
  if (on === usual) address.searchParams.delete(parameter);
  else address.searchParams.set(parameter, on ? '1' : '0');
  return address;
}
function set(on: boolean): void {
  for (const box of boxes) box.checked = on;
  for (const link of periods) link.href = carry(new URL(link.href), on).href;
}
function read(): void {
  const asked = new URLSearchParams(location.search).get(parameter);
  set(asked === null ? usual : asked === '1');
}

for (const box of boxes) {
  box.addEventListener('change', () => {
    history.replaceState(null, '', carry(new URL(location.href), box.checked));
    set(box.checked);
  });
}
read();
addEventListener('popstate', read);

export {};
