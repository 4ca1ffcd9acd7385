import type { ChartLine, ChartPoint, ChartShape } from './chart-shape.ts';

/** From a shape to coordinates: the SVG's paths in a box of 1000 × 1000, stretched to the plot, and percentages for marks. */
export const box = 1000;

type Frame = Pick<ChartShape, 'from' | 'to' | 'low' | 'high'>;

const round = (v: number): number => Math.round(v * 10) / 10;
export const xOf = (at: number, { from, to }: Frame): number => round(((at - from) / (to - from || 1)) * box);
export const yOf = (value: number, { low, high }: Frame): number =>
  round(((high - value) / (high - low || 1)) * box);
/** A coordinate of the box as a percentage of the plot. */
export const percent = (coordinate: number): string => `${Number((coordinate / (box / 100)).toFixed(2))}%`;

export type Valued = ChartPoint & { value: number };

/** Runs of points with values: a missing value or a break ends a run, and no line crosses it. */
export function runsOf(line: ChartLine): Valued[][] {
  const runs: Valued[][] = [];
  let open: Valued[] | undefined;
  for (const point of line.points) {
    if (point.value === null) {
      open = undefined;
      continue;
    }
    const valued = { ...point, value: point.value };
    if (open && point.joined) open.push(valued);
    else {
      open = [valued];
      runs.push(open);
    }
  }
  return runs;
}

/** What a line is drawn in: grey where a stretch touches a point with little behind it. */
export type Ink = 'full' | 'thin';
export const inkBetween = (a: Pick<ChartPoint, 'thin'>, b: Pick<ChartPoint, 'thin'>): Ink =>
  a.thin || b.thin ? 'thin' : 'full';

/** The pieces of a line that are drawn in one ink; runs of one point give none and are drawn as dots. */
function pieces(line: ChartLine, ink: Ink): Valued[][] {
  return runsOf(line).flatMap((run) => {
    const made: Valued[][] = [];
    run.slice(1).forEach((point, index) => {
      const before = run[index];
      if (!before || inkBetween(before, point) !== ink) return;
      const open = made.at(-1);
      if (open && open.at(-1) === before) open.push(point);
      else made.push([before, point]);
    });
    return made;
  });
}

/** The path of a line, or of its pieces in one ink. */
export function linePath(line: ChartLine, frame: Frame, ink?: Ink): string {
  return (ink ? pieces(line, ink) : runsOf(line))
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map((p) => `${xOf(p.at, frame)} ${yOf(p.value, frame)}`).join('L')}`)
    .join('');
}

/** Whether all that is drawn of a line is grey, so that its mark in a legend is. */
export const isGrey = (line: ChartLine, frame: Frame): boolean =>
  linePath(line, frame, 'full') === '' && linePath(line, frame, 'thin') !== '';

/** The path of the interval band, one closed piece a run; a lone point gets a bar of a tenth of its period's width. */
export function bandPath(line: ChartLine, frame: Frame): string {
  return runsOf(line)
    .map((run) =>
      run.filter((p): p is Valued & { low: number; high: number } => p.low !== null && p.high !== null),
    )
    .filter((run) => run.length > 0)
    .map((run) => {
      const [only] = run;
      const half = only && run.length === 1 ? (only.to - only.from) / 10 : 0;
      const upper = run.flatMap((p) =>
        (half ? [p.at - half, p.at + half] : [p.at]).map((at) => `${xOf(at, frame)} ${yOf(p.high, frame)}`),
      );
      const lower = run.flatMap((p) =>
        (half ? [p.at - half, p.at + half] : [p.at]).map((at) => `${xOf(at, frame)} ${yOf(p.low, frame)}`),
      );
      return `M${upper.join('L')}L${lower.reverse().join('L')}Z`;
    })
    .join('');
}

/** Points that need a dot: alone in their run, the last of the line, or the brand's with little behind them, which are hollow. */
export function dotsOf(line: ChartLine): Valued[] {
  const runs = runsOf(line);
  const last = runs.at(-1)?.at(-1);
  return runs.flatMap((run) =>
    run.filter((point) => run.length === 1 || point === last || (point.thin && line.role === 'brand')),
  );
}

/** The classes that say how a line is drawn: competitors are told apart by their dashes. */
export function lookOf(line: ChartLine, { lines }: Pick<ChartShape, 'lines'>): string {
  if (line.role !== 'rival') return line.role;
  return `rival rival-${lines.filter(({ role }) => role === 'rival').findIndex(({ id }) => id === line.id)}`;
}

export type EndLabel = { line: ChartLine; at: number; y: number };

/** Names at the ends of the lines, pushed apart so that none covers another; `apart` in thousandths of the height. */
export function endLabels(shape: ChartShape, apart = 62): EndLabel[] {
  const labels = shape.lines.flatMap((line) => {
    const last = runsOf(line).at(-1)?.at(-1);
    return last ? [{ line, at: xOf(last.at, shape), y: yOf(last.value, shape) }] : [];
  });
  labels.sort((a, b) => a.y - b.y);
  for (let index = 1; index < labels.length; index += 1) {
    const [before, here] = [labels[index - 1], labels[index]];
    if (before && here && here.y - before.y < apart) here.y = before.y + apart;
  }
  const over = (labels.at(-1)?.y ?? 0) - box;
  if (over > 0) {
    let ceiling = box;
    for (const label of labels.toReversed()) {
      label.y = Math.min(label.y, ceiling);
      ceiling = label.y - apart;
    }
  }
  return labels;
}
