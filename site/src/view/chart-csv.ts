import type { ChartShape } from './chart-shape.ts';
import { csvOf } from './csv.ts';

/** All points of a chart, one line a brand and period; empty where there is no value. */
export const chartCsv = (shape: ChartShape | null): string =>
  csvOf([
    ['brand', 'period', 'value', 'low', 'high', 'n', 'coverage'],
    ...(shape?.lines ?? []).flatMap(({ name, points }) =>
      points.map((p) => [name, p.period, p.value, p.low, p.high, p.n, p.coverage]),
    ),
  ]);
