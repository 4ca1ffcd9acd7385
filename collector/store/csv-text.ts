/** Signs that part the cells of a table, as spreadsheets of any country write them. */
const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** The sign that stands most often outside quotes in the first line. */
export function separatorOf(text: string): Separator {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (sign: string) => line.split(sign).length;
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** A cell of text after RFC 4180. What a spreadsheet would take for a formula is made text by an apostrophe before it. */
export function csvCell(text: string, separator: Separator = ','): string {
  const safe = /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /["\r\n']/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
