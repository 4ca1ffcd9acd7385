/** Keeps the comparison in the address, so that a link shows the same chart; the style sheet does the showing. */
const parameter = 'compare';
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-compare]')];

function read(): void {
  const on = new URLSearchParams(location.search).get(parameter) === '1';
  for (const box of boxes) box.checked = on;
}

for (const box of boxes) {
  box.addEventListener('change', () => {
    const address = new URL(location.href);
    if (box.checked) address.searchParams.set(parameter, '1');
    else address.searchParams.delete(parameter);
    history.replaceState(null, '', address);
    for (const other of boxes) other.checked = box.checked;
  });
}
read();
addEventListener('popstate', read);

export {};
