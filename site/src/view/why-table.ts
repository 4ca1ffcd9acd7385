import type { Figure, RankingFigure } from '#contract';
import { words } from '../words.ts';
import { spanOf } from './calendar.ts';
import { type Formats, fewestForInk } from './numbers.ts';
import { rowId } from './receipt-rows.ts';
import { told } from './why.ts';
import { isMonth, sizeOf, sure } from './why-months.ts';

/** Every change that was taken apart, with its parts: a table for each figure, since their units differ. */

export type WhyLine = {
  /** Anchor of the row on the page of the figure. */
  id: string;
  /** `Sep 2026`, `28 days against the 28 before`. */
  when: string;
  /** `theme: Delivery`; of the whole change what it is called. */
  part: string;
  /** With its unit: `+146 stories`, `+93%`, `−9 points`. */
  change: string;
  interval: string;
  after: string;
  before: string;
  /** On few stories before and after. */
  thin: boolean;
  /** The mentions that show it, below the base path, and their days. */
  list: string;
  days: string;
};
export type WhyTable = { figure: string; title: string; lines: WhyLine[] };

type Row = RankingFigure['brands'][string]['rows'][number];

function lineOf(why: RankingFigure, brand: string, row: Row, formats: Formats): WhyLine {
  const [key = '', kind] = row.id.split(':').filter((_, at) => at !== 1);
  const { name, kind: kindName, value, interval, list, days } = told(why, brand, row, formats);
  const whole = kind === undefined ? sizeOf(row, formats) : null;
  return {
    id: rowId(brand, row.id),
    when: isMonth(key)
      ? formats.month(spanOf(key)?.from ?? 0)
      : (words.windows[key as keyof typeof words.windows] ?? key),
    part: whole ? words.why.table.whole : kindName === '' ? name : words.figure.partOf(kindName, name),
    change: whole?.change ?? value,
    interval: whole?.interval ?? interval,
    after: formats.number(row.parts['after'] ?? 0),
    before: formats.number(row.parts['before'] ?? 0),
    thin: row.n < fewestForInk,
    list,
    days,
  };
}

/** The tables of a brand in the order of its rows; `figures` name them. */
export function whyTables(
  why: RankingFigure,
  brand: string,
  figures: ReadonlyMap<string, Figure>,
  formats: Formats,
): WhyTable[] {
  const rows = (why.brands[brand]?.rows ?? []).filter(({ value }) => value !== null);
  const ids = [...new Set(rows.flatMap(({ figure }) => figure ?? []))];
  return ids.map((figure) => ({
    figure,
    title: figures.get(figure)?.title ?? figure,
    lines: rows.filter((row) => row.figure === figure).map((row) => lineOf(why, brand, row, formats)),
  }));
}

/** The month whose change is the farthest from chance, in words; that none surely moved, since of a year of months one or two pass a lesser bound by chance. */
export function whyTitle(
  why: RankingFigure,
  brand: string,
  { figure, title }: Pick<WhyTable, 'figure' | 'title'>,
  formats: Formats,
): string {
  const say = words.why.table;
  const [most] = (why.brands[brand]?.rows ?? [])
    .filter((row) => row.figure === figure && row.id.split(':').length === 2 && row.value !== null)
    .sort((a, b) => Math.abs(b.parts['z'] ?? 0) - Math.abs(a.parts['z'] ?? 0));
  if (!most || Math.abs(most.parts['z'] ?? 0) < sure) return say.none(title);
  const month = formats.month(spanOf(most.id.split(':')[0] ?? '')?.from ?? 0);
  return say.most(title, month, sizeOf(most, formats).change);
}
