import { type BreakdownFigure, type Figure, grains } from '#contract';
import { type Cell, csvOf } from './csv.ts';

type PartRow = BreakdownFigure['brands'][string]['rows'][number];

/** Coverage of each month stands in the JSON: in a wide table it would be a fifth of it. */
const measures = ['value', 'low', 'high', 'n'] as const;
type Measure = (typeof measures)[number];

/** Months and weeks as further columns of a part's row, `2026-11 low`: in rows of their own the parts would be counted twice. */
function coursesOf({ periods }: BreakdownFigure, rows: readonly PartRow[]) {
  const columns = (
    [
      ['months', periods?.month ?? []],
      ['weeks', periods?.week ?? []],
    ] as const
  ).flatMap(([grain, names]) => {
    // A count has no interval, and most rows no weeks.
    const told = measures.filter((measure) => rows.some((row) => row[grain]?.[measure]));
    return names.flatMap((name, at) => told.map((measure) => ({ grain, name, at, measure })));
  });
  const headOf = (name: string, measure: Measure): string =>
    measure === 'value' ? name : `${name} ${measure}`;
  return {
    heads: columns.map(({ name, measure }) => headOf(name, measure)),
    cells: (row: PartRow): Cell[] => columns.map(({ grain, at, measure }) => row[grain]?.[measure]?.[at]),
  };
}

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
    const courses = coursesOf(
      figure,
      rows.map(({ row }) => row),
    );
    return csvOf([
      ['brand', ...by, 'value', 'low', 'high', 'n', 'coverage', ...courses.heads],
      ...rows.map(({ brand, row }): Cell[] => [
        brand,
        ...by.map((key) => row.by[key]),
        row.value,
        row.low,
        row.high,
        row.n,
        row.coverage,
        ...courses.cells(row),
      ]),
    ]);
  }
  const rows = Object.entries(figure.brands).flatMap(([brand, { rows }]) =>
    rows.map((row) => ({ brand, row })),
  );
  const parts = [...new Set(rows.flatMap(({ row }) => Object.keys(row.parts)))];
  // Rows of several figures are in several units.
  const told = (['figure', 'unit'] as const).filter((key) => rows.some(({ row }) => row[key] !== undefined));
  return csvOf([
    ['brand', 'id', 'name', ...told, 'from', 'to', 'value', 'low', 'high', 'n', ...parts, 'text'],
    ...rows.map(({ brand, row }): Cell[] => [
      brand,
      row.id,
      row.name,
      ...told.map((key) => row[key]),
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
