import { chartWords } from '../chart-words.ts';
import { words } from '../words.ts';
import { dayMs } from './calendar.ts';
import type { ChartShape } from './chart-shape.ts';
import type { Formats } from './numbers.ts';

/** What the drawn part of a chart rests on: its days, and n with the coverage of the periods that have a value. */

export const spanText = ({ from, to }: Pick<ChartShape, 'from' | 'to'>, formats: Formats): string =>
  words.chart.span(formats.day(from), formats.day(to - dayMs));

/** The title of a part of a chart's time: where its values lay, since what was found of the whole need not hold of it. */
export function cutTitle(
  figure: string,
  { lines, kind, from, to }: Pick<ChartShape, 'lines' | 'kind' | 'from' | 'to'>,
  formats: Formats,
): string {
  const span = formats.dates(from, to - dayMs);
  const valued = (lines[0]?.points ?? []).filter(({ value }) => value !== null);
  // What few stories give may lie anywhere: a title names it only where there is nothing else.
  const firm = valued.filter(({ thin }) => !thin);
  const values = (firm.length > 0 ? firm : valued).map(({ value }) => value as number);
  if (values.length === 0) return chartWords.cutEmpty(figure, span);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  return chartWords.cutTitle(figure, span, formats.value(lowest, kind), formats.value(highest, kind));
}

export function basisText({ lines, basis }: Pick<ChartShape, 'lines' | 'basis'>, formats: Formats): string {
  const points = lines[0]?.points ?? [];
  const n = points.reduce((sum, point) => sum + point.n, 0);
  const said = words.basis(formats.number(n), basis);
  const covered = points.flatMap(({ value, coverage }) =>
    value === null || coverage === null ? [] : [coverage],
  );
  if (covered.length === 0) return said;
  const [lowest, highest] = [Math.min(...covered), Math.max(...covered)].map((share) =>
    formats.share(share),
  ) as [string, string];
  return `${said} · ${words.coverage(lowest === highest ? highest : words.range(lowest, highest))}`;
}

/** What the strip of coverage says to those who hear the page. */
export function stripText({ coverage }: Pick<ChartShape, 'coverage'>, formats: Formats): string {
  const shares = coverage.flatMap(({ share }) => (share === null ? [] : [share]));
  return shares.length > 0
    ? words.chart.stripLabel(formats.share(Math.min(...shares)))
    : words.chart.stripNone;
}

/** Of each line, its last value; with its period where others are known later. */
export function lastValues({ lines, kind }: ChartShape, formats: Formats): { id: string; text: string }[] {
  const last = lines.map(({ id, points }) => ({ id, point: points.findLast(({ value }) => value !== null) }));
  const newest = Math.max(...last.map(({ point }) => point?.at ?? Number.NEGATIVE_INFINITY));
  return last.map(({ id, point }) => {
    if (!point || point.value === null) return { id, text: words.noValue };
    const value = formats.value(point.value, kind);
    return { id, text: point.at < newest ? words.chart.lastKnown(value, point.label) : value };
  });
}
