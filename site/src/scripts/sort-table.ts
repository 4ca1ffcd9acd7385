/** Makes tables that say so sortable by their heads; without scripts they stand in the order of the page. */

/** What a cell is sorted by besides its words; the first of a row that begins somewhere in time, by that. */
const rawOf = (row: HTMLTableRowElement | undefined, column: number): string | undefined =>
  row?.cells[column]?.dataset['v'] ?? (column === 0 ? row?.dataset['from'] : undefined);

const cellOf = (row: HTMLTableRowElement, column: number): number | string | null => {
  const raw = rawOf(row, column);
  if (raw === undefined) return row.cells[column]?.textContent?.trim().toLocaleLowerCase() ?? null;
  return raw === '' ? null : Number(raw);
};

/** What has no value stands last, whichever way the rest is sorted. */
function compare(a: number | string | null, b: number | string | null, way: 1 | -1): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  if (typeof a === 'number' && typeof b === 'number') return way * (a - b);
  return way * String(a).localeCompare(String(b));
}

function sortBy(table: HTMLTableElement, column: number): void {
  const head = table.tHead?.rows[0]?.cells[column];
  const body = table.tBodies[0];
  if (!head || !body) return;
  // Numbers are looked for from the largest on, names from the first letter.
  const numeric = rawOf(body.rows[0], column) !== undefined;
  const before = head.getAttribute('aria-sort');
  const way = before === 'descending' ? 1 : before === 'ascending' ? -1 : numeric ? -1 : 1;
  for (const cell of table.tHead?.rows[0]?.cells ?? []) cell.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', way === 1 ? 'ascending' : 'descending');
  const rows = [...body.rows].sort((a, b) => compare(cellOf(a, column), cellOf(b, column), way));
  body.append(...rows);
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, column) => {
    if (head.textContent?.trim() === '' || head.matches('[data-fixed]')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sortBy(table, column));
    head.append(button);
  });
}

export {};
