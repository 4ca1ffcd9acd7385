import { dotsOf, type Ink, inkBetween } from '../view/chart-paths.ts';
import type { ChartLine, ChartShape } from '../view/chart-shape.ts';

/** From a shape to what Chart.js draws. It must hold the same points as the SVG's paths; a test compares them. */
export type Dot = { x: number; y: number };
export type LineData = {
  line: ChartLine;
  /** `NaN` as `y` ends a run: Chart.js draws no line across it. */
  values: Dot[];
  low: Dot[];
  high: Dot[];
  /** Whether the value at the same place is drawn grey. */
  thin: boolean[];
};

const gap = (x: number): Dot => ({ x, y: Number.NaN });

export function lineData(shape: ChartShape): LineData[] {
  return shape.lines.map((line) => {
    const data: LineData = { line, values: [], low: [], high: [], thin: [] };
    line.points.forEach((point, index) => {
      const before = line.points[index - 1];
      if (!point.joined && before && before.value !== null && point.value !== null) {
        for (const list of [data.values, data.low, data.high]) list.push(gap((before.at + point.at) / 2));
        data.thin.push(false);
      }
      data.thin.push(point.thin);
      data.values.push(point.value === null ? gap(point.at) : { x: point.at, y: point.value });
      const bounded = point.value !== null && point.low !== null && point.high !== null;
      data.low.push(bounded && point.low !== null ? { x: point.at, y: point.low } : gap(point.at));
      data.high.push(bounded && point.high !== null ? { x: point.at, y: point.high } : gap(point.at));
    });
    return data;
  });
}

/** Radius of each value's dot: none but where the page's picture has one too, so that nothing jumps when the chart comes alive. */
export function radiiOf(line: ChartLine, values: readonly Dot[]): number[] {
  const dotted = new Set(dotsOf(line).map(({ at }) => at));
  const radius = line.role === 'brand' ? 4 : 3;
  return values.map(({ x, y }) => (dotted.has(x) && !Number.isNaN(y) ? radius : 0));
}

/** The ink of the stretch between two places of a line's values. */
export const segmentInk = (thin: readonly boolean[], from: number, to: number): Ink =>
  inkBetween({ thin: thin[from] ?? false }, { thin: thin[to] ?? false });

/** The colours of a chart's lines, as the style sheet has them. */
export type Inks = { own: string; rival: string; thin: string; thinEdge: string; paper: string };

/** As in the style sheet, so that competitors are told apart in the same way. */
const dashes = [[], [7, 3], [2, 3], [9, 3, 2, 3]];

/** What Chart.js is given: the lines from behind to the front, each brand's above its band. */
export function datasetsOf(shape: ChartShape, inks: Inks) {
  const rivals = shape.lines.filter(({ role }) => role === 'rival').map(({ id }) => id);
  const dashOf = ({ role, id }: ChartLine): number[] =>
    role === 'like-for-like' ? [4, 4] : role === 'rival' ? (dashes[rivals.indexOf(id)] ?? []) : [];
  return lineData(shape)
    .toReversed()
    .flatMap(({ line, values, low, high, thin }) => {
      const brand = line.role === 'brand';
      const ink = line.role === 'rival' ? inks.rival : inks.own;
      const shared = { parsing: false as const, spanGaps: false, borderJoinStyle: 'round' as const };
      const bare = { ...shared, borderWidth: 0, pointRadius: 0, pointHoverRadius: 0 };
      const band = brand
        ? [
            { ...bare, data: high, fill: '+1', backgroundColor: `${ink}2b` },
            { ...bare, data: low, fill: false },
          ]
        : [];
      return [
        ...band,
        {
          ...shared,
          label: line.id,
          data: values,
          borderColor: ink,
          borderWidth: brand ? 2.5 : line.role === 'rival' ? 1.5 : 1.75,
          borderDash: dashOf(line),
          // As in the picture of the page: grey where a stretch touches a point with little behind it.
          segment: {
            borderColor: ({ p0DataIndex, p1DataIndex }: { p0DataIndex: number; p1DataIndex: number }) =>
              segmentInk(thin, p0DataIndex, p1DataIndex) === 'thin' ? inks.thin : ink,
          },
          pointRadius: radiiOf(line, values),
          pointBackgroundColor: thin.map((grey) => (grey ? inks.paper : ink)),
          pointBorderColor: thin.map((grey) => (grey ? inks.thinEdge : ink)),
          pointHoverRadius: brand ? 6 : 4,
          pointHoverBackgroundColor: ink,
          pointHoverBorderColor: ink,
          fill: false,
        },
      ];
    });
}
