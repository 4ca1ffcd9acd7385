import { chartWords } from '../chart-words.ts';
import { words } from '../words.ts';
import { box, xOf } from './chart-paths.ts';
import type { ChartLine, ChartPoint, ChartShape, Gap } from './chart-shape.ts';
import type { Formats } from './numbers.ts';
import type { Tick } from './ticks.ts';

/** Shares of a whole over time, one above the other: the brand at the bottom, where its level can be read off the axis. */

export type StackPoint = Pick<ChartPoint, 'period' | 'from' | 'to' | 'at' | 'label' | 'joined'> & {
  /** Lower and upper edge, 0 to 100. */
  bottom: number;
  top: number;
};
export type StackBand = {
  id: string;
  name: string;
  role: 'brand' | 'rival' | 'others';
  points: StackPoint[];
};
export type StackShape = {
  from: number;
  to: number;
  low: 0;
  high: 100;
  xTicks: Tick[];
  yTicks: Tick[];
  bands: StackBand[];
  gaps: Gap[];
  /** Names of those that are drawn as one. */
  folded: string[];
};

/** Bands that can be told apart, the brand's and that of all others included. */
const mostBands = 5;

const shareAt = (line: ChartLine, period: string): number | null =>
  line.points.find((point) => point.period === period)?.value ?? null;

/**
 * The stack of a chart whose lines are shares of one whole. A period in which one of them has no value is a gap for all:
 * without it the others would seem larger. Rounding is evened out, so that the top is 100.
 */
export function stackShape(chart: ChartShape, formats: Formats): StackShape | null {
  const parts = chart.lines.filter(({ role }) => role !== 'like-for-like');
  const [own, ...rivals] = parts;
  if (!own || rivals.length === 0) return null;
  const drawn = rivals.length + 1 > mostBands ? rivals.slice(0, mostBands - 2) : rivals;
  const others = rivals.slice(drawn.length);
  const groups = [
    { id: own.id, name: own.name, role: 'brand' as const, lines: [own] },
    ...drawn.map((line) => ({ id: line.id, name: line.name, role: 'rival' as const, lines: [line] })),
    ...(others.length > 0
      ? [
          {
            id: '',
            name: chartWords.stack.others(formats.number(others.length)),
            role: 'others' as const,
            lines: others,
          },
        ]
      : []),
  ];
  const gaps: Gap[] = [];
  let broken = true;
  const bands: StackBand[] = groups.map(({ id, name, role }) => ({ id, name, role, points: [] }));
  for (const { period, from, to, at, label, joined } of own.points) {
    const shares = groups.map(({ lines }) => lines.map((line) => shareAt(line, period)));
    const sum = shares.flat().reduce<number>((total, share) => total + (share ?? 0), 0);
    if (shares.flat().includes(null) || sum <= 0) {
      broken = true;
      const last = gaps.at(-1);
      if (last && last.to === from) last.to = to;
      else gaps.push({ from, to, word: chartWords.stack.gap, label: '' });
      continue;
    }
    let bottom = 0;
    groups.forEach((_, index) => {
      const size =
        ((shares[index] ?? []).reduce<number>((total, share) => total + (share ?? 0), 0) / sum) * 100;
      bands[index]?.points.push({
        period,
        from,
        to,
        at,
        label,
        bottom,
        top: bottom + size,
        joined: joined && !broken,
      });
      bottom += size;
    });
    broken = false;
  }
  if (bands.every(({ points }) => points.length === 0)) return null;
  const day = 86_400_000;
  return {
    from: chart.from,
    to: chart.to,
    low: 0,
    high: 100,
    xTicks: chart.xTicks,
    yTicks: [0, 25, 50, 75, 100].map((at) => ({ at, label: formats.value(at, 'percent'), always: true })),
    bands,
    gaps: gaps.map((gap) => ({
      ...gap,
      label: words.chart.gapIn(gap.word, formats.day(gap.from), formats.day(gap.to - day)),
    })),
    folded: others.map(({ name }) => name),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const yOf = (share: number): number => round((1 - share / 100) * box);

/** The area of a band in a box of 1000 × 1000, one closed piece a run; a lone period is as wide as its days. */
export function areaPath({ points }: StackBand, frame: Pick<StackShape, 'from' | 'to'>): string {
  const chart = { ...frame, low: 0, high: 100 };
  const runs: StackPoint[][] = [];
  for (const point of points) {
    const open = runs.at(-1);
    if (open && point.joined) open.push(point);
    else runs.push([point]);
  }
  return runs
    .map((run) => {
      const [only] = run;
      const edges =
        only && run.length === 1
          ? [
              { ...only, at: only.from },
              { ...only, at: only.to },
            ]
          : run;
      const upper = edges.map(({ at, top }) => `${xOf(at, chart)} ${yOf(top)}`);
      const lower = edges.map(({ at, bottom }) => `${xOf(at, chart)} ${yOf(bottom)}`).reverse();
      return `M${[...upper, ...lower].join('L')}Z`;
    })
    .join('');
}

export type StackLabel = { band: StackBand; y: number; share: number };

/** Names beside the last period, at the middle of their bands, pushed apart; `apart` in thousandths of the height. */
export function stackLabels({ bands }: StackShape, apart = 62): StackLabel[] {
  const labels = bands.flatMap((band) => {
    const last = band.points.at(-1);
    return last ? [{ band, y: yOf((last.bottom + last.top) / 2), share: last.top - last.bottom }] : [];
  });
  // From the bottom up: the brand keeps its place.
  for (let index = 1; index < labels.length; index += 1) {
    const [below, here] = [labels[index - 1], labels[index]];
    if (below && here && below.y - here.y < apart) here.y = below.y - apart;
  }
  return labels;
}
