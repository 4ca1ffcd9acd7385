import type { ChartShape } from './chart-shape.ts';

/** A cell of text after RFC 4180; what a spreadsheet would take for a formula is made text. */
export function textCell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const numberCell = (value: number | null): string => (value === null ? '' : String(value));

/** All points of a chart, one line a brand and period; empty where there is no value. */
export function chartCsv(shape: ChartShape | null): string {
  const head = 'brand,period,value,low,high,n,coverage';
  const lines = (shape?.lines ?? []).flatMap((line) =>
    line.points.map((point) =>
      [
        textCell(line.name),
        textCell(point.period),
        ...[point.value, point.low, point.high, point.n, point.coverage].map(numberCell),
      ].join(','),
    ),
  );
  return `${[head, ...lines].join('\r\n')}\r\n`;
}
