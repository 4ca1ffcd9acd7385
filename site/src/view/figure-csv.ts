import { type Figure, grains } from '#contract';
import { type Cell, csvOf } from './csv.ts';

/**
 * All values of a figure as a table: of a series a row for each brand, grain and period, of others a row for each brand and
 * entry. Empty where there is no value, never 0.
 */
export function figureCsv(figure: Figure): string {
  if (figure.kind === 'series')
    return csvOf([
      ['brand', 'grain', 'period', 'value', 'low', 'high', 'n', 'coverage'],
      ...Object.entries(figure.brands).flatMap(([brand, series]) =>
        grains.flatMap((grain) =>
          series[grain].map((p): Cell[] => [brand, grain, p.period, p.value, p.low, p.high, p.n, p.coverage]),
        ),
      ),
    ]);
  if (figure.kind === 'breakdown') {
    const rows = Object.entries(figure.brands).flatMap(([brand, { rows }]) =>
      rows.map((row) => ({ brand, row })),
    );
    const by = [...new Set(rows.flatMap(({ row }) => Object.keys(row.by)))];
    return csvOf([
      ['brand', ...by, 'value', 'low', 'high', 'n', 'coverage'],
      ...rows.map(({ brand, row }): Cell[] => [
        brand,
        ...by.map((key) => row.by[key]),
        row.value,
        row.low,
        row.high,
        row.n,
        row.coverage,
      ]),
    ]);
  }
  const rows = Object.entries(figure.brands).flatMap(([brand, { rows }]) =>
    rows.map((row) => ({ brand, row })),
  );
  const parts = [...new Set(rows.flatMap(({ row }) => Object.keys(row.parts)))];
  return csvOf([
    ['brand', 'id', 'name', 'from', 'to', 'value', 'low', 'high', 'n', ...parts, 'text'],
    ...rows.map(({ brand, row }): Cell[] => [
      brand,
      row.id,
      row.name,
      row.from,
      row.to,
      row.value,
      row.low,
      row.high,
      row.n,
      ...parts.map((part) => row.parts[part]),
      row.text,
    ]),
  ]);
}
