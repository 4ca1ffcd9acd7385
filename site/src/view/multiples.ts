import type { SeriesFigure } from '#contract';
import { dayMs } from './calendar.ts';
import { type ChartShape, chartShape, type ShapeSettings } from './chart-shape.ts';
import { valueTicks } from './ticks.ts';

/** Small charts side by side on one scale and one span of time, so that their heights can be compared. */
export type Panel = { id: string; name: string; own: boolean; shape: ChartShape | null };
export type Multiples = {
  panels: Panel[];
  folded: Panel[];
  low: number;
  high: number;
  ticks: { at: number; label: string }[];
};

/** Figures whose brands stand side by side. */
export const inMultiples: readonly string[] = ['net-sentiment', 'advocacy', 'loyalty', 'satisfaction'];
/** Rows of a table that a form is read by: every day of the longest span that is drawn by day. */
export const rowsRead = 92;

const mostPanels = 6;

/** One panel a brand; a brand without any value has a panel that says so. Null where fewer than two have one. */
export function brandMultiples(
  figure: SeriesFigure,
  settings: Omit<ShapeSettings, 'rivals' | 'alerts'>,
): Multiples | null {
  const { about, formats } = settings;
  const panels = about.brands.map(({ id, name }, index): Panel => {
    const alone = { ...about, brands: [{ id, name }], events: [] };
    return {
      id,
      name,
      own: index === 0,
      shape: chartShape(figure, { ...settings, about: alone, rivals: 0 }),
    };
  });
  return onOneScale(panels, formats);
}

export function onOneScale(panels: readonly Panel[], formats: ShapeSettings['formats']): Multiples | null {
  const shapes = panels.flatMap(({ shape }) => shape ?? []);
  const [first] = shapes;
  if (!first || shapes.length < 2) return null;
  const from = Math.min(...shapes.map((shape) => shape.from));
  const to = Math.max(...shapes.map((shape) => shape.to));
  const values = shapes.flatMap(({ lines }) =>
    (lines[0]?.points ?? []).flatMap(({ value, low, high }) =>
      [value, low, high].filter((one) => one !== null),
    ),
  );
  const { low, high, ticks } = valueTicks(values, first.kind, formats);
  const same = panels.map((panel) => ({
    ...panel,
    // A line that would say the same held constant is left to the figure's own chart.
    shape: panel.shape && { ...panel.shape, from, to, low, high, lines: panel.shape.lines.slice(0, 1) },
  }));
  const shown = ticks.filter(({ at }, index) => index === 0 || index === ticks.length - 1 || at === 0);
  return {
    panels: same.slice(0, mostPanels),
    folded: same.slice(mostPanels),
    low,
    high,
    ticks: shown.map(({ at, label }) => ({ at, label })),
  };
}

/** First and last day of what is drawn, to stand under it. */
export const endsOf = (
  { from, to }: Pick<ChartShape, 'from' | 'to'>,
  formats: Pick<ShapeSettings['formats'], 'date'>,
): [string, string] => [formats.date(from), formats.date(to - dayMs)];
