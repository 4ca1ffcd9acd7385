import type { BreakdownFigure, RankingFigure } from '#contract';
import { textCell } from './chart-csv.ts';

/** Rows of a breakdown or ranking as a spreadsheet reads them, one line a brand and row, and one a month where months are told. */
export function rowsCsv(figure: BreakdownFigure | RankingFigure, nameOf: (brand: string) => string): string {
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  const { from, to } = figure.period;
  const whole = `${from}/${to}`;
  type Line = {
    value: number | null;
    low: number | null;
    high: number | null;
    n: number;
    coverage?: number | null;
  };
  const line = (brand: string, row: string, period: string, of: Line): string =>
    [
      textCell(nameOf(brand)),
      textCell(row),
      textCell(period),
      ...[of.value, of.low, of.high, of.n, of.coverage].map(number),
    ].join(',');
  const lines =
    figure.kind === 'breakdown'
      ? Object.entries(figure.brands).flatMap(([brand, { rows }]) =>
          rows.flatMap((row) => {
            const name = Object.entries(row.by)
              .map(([kind, id]) => `${kind}: ${id}`)
              .join(', ');
            return [
              line(brand, name, whole, row),
              ...(row.months ?? []).map((month) => line(brand, name, month.period, month)),
            ];
          }),
        )
      : Object.entries(figure.brands).flatMap(([brand, { rows }]) =>
          rows.map((row) => line(brand, row.name, whole, row)),
        );
  return `${['brand,row,period,value,low,high,n,coverage', ...lines].join('\r\n')}\r\n`;
}
