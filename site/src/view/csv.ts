/** The one writer of tables: after RFC 4180, empty where there is no value. */

export type Cell = string | number | null | undefined;

/** A cell of text after RFC 4180; what a spreadsheet would take for a formula is made text. */
export function textCell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const cellOf = (value: Cell): string =>
  typeof value === 'string' ? textCell(value) : value === null || value === undefined ? '' : String(value);

/** Rows as lines, the first of them its head. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
