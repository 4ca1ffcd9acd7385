import type { BreakdownFigure } from '#contract';
import { chartWords } from '../chart-words.ts';
import { words } from '../words.ts';
import { spanOf } from './calendar.ts';
import type { Formats } from './numbers.ts';

/** A map of nets, −100 to 100, by row and column: told by ink, by number and sign, and by a mark where 0 is left out. */

export type HeatLevel = -3 | -2 | -1 | 0 | 1 | 2 | 3;
export type HeatCell = {
  /** Null where there is no value: then `text` says why. */
  level: HeatLevel | null;
  value: number | null;
  text: string;
  /** Whether the interval leaves out 0: up or down, or nothing. */
  mark: 'up' | 'down' | null;
  thin: boolean;
  /** Row, column, value, interval and basis in words. */
  title: string;
};
export type HeatShape = {
  /** `label` heads the column, `name` stands in a sentence. */
  columns: { id: string; label: string; name: string }[];
  rows: { id: string; name: string; cells: HeatCell[] }[];
};

export type Net = { value: number | null; low: number | null; high: number | null; n: number };

const fewestForInk = 30;
/** From these nets on a cell is a step darker. */
const steps = [8, 25, 50] as const;

export function levelOf(value: number): HeatLevel {
  const size = steps.filter((step) => Math.abs(value) >= step).length;
  return (value < 0 ? -size : size) as HeatLevel;
}

export function heatCell(net: Net | undefined, row: string, column: string, formats: Formats): HeatCell {
  const say = chartWords.heat;
  const bare = { level: null, value: null, mark: null, thin: false } as const;
  if (!net || net.value === null) {
    const text = net && net.n > 0 ? say.few : say.none;
    const basis = net && net.n > 0 ? `${text}, ${words.basis(formats.number(net.n), 'stories')}` : text;
    return { ...bare, text, title: say.cell(row, column, basis) };
  }
  const { value, low, high, n } = net;
  const write = (one: number): string => formats.value(one, 'points');
  const parts = [
    low === null || high === null
      ? write(value)
      : `${write(value)} (${words.interval.between(write(low), write(high))})`,
    words.basis(formats.number(n), 'stories'),
  ];
  return {
    level: levelOf(value),
    value,
    text: write(value),
    mark: low !== null && low > 0 ? 'up' : high !== null && high < 0 ? 'down' : null,
    thin: n < fewestForInk,
    title: say.cell(row, column, parts.join(' · ')),
  };
}

/**
 * Parts of one kind by month, from a breakdown whose rows name both: steps of the journey, lenses. Null where it tells none.
 * A month that a part lacks is a gap.
 */
export function monthHeat(
  figure: BreakdownFigure,
  brand: string,
  part: string,
  formats: Formats,
): HeatShape | null {
  const told = (figure.brands[brand]?.rows ?? []).flatMap(({ by, ...net }) => {
    const [id, month] = [by[part], by['month']];
    return id === undefined || month === undefined ? [] : [{ id, month, net }];
  });
  const periods = [...new Set(told.map(({ month }) => month))].sort();
  if (periods.length === 0) return null;
  const columns = periods.map((id, index) => {
    const from = spanOf(id)?.from ?? 0;
    const named = index === 0 || id.endsWith('-01');
    return { id, label: named ? formats.month(from) : formats.shortMonth(from), name: formats.month(from) };
  });
  return {
    columns,
    rows: [...new Set(told.map(({ id }) => id))].map((id) => {
      const name = (Object.hasOwn(words.figure.touchpoints, id) && words.figure.touchpoints[id]) || id;
      const cells = columns.map(({ id: period, name: when }) =>
        heatCell(told.find((one) => one.id === id && one.month === period)?.net, name, when, formats),
      );
      return { id, name, cells };
    }),
  };
}
