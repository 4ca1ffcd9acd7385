import { chartWords } from '../chart-words.ts';
import { words } from '../words.ts';
import { dayMs } from './calendar.ts';
import type { ChartShape } from './chart-shape.ts';
import type { Formats } from './numbers.ts';

/** What eyes take from the drawing, in sentences: for those who hear the page. */
export function describeChart(shape: ChartShape, formats: Formats): string {
  const say = chartWords.described;
  const valued = (shape.lines[0]?.points ?? []).flatMap((point) =>
    point.value === null ? [] : [{ label: point.label, value: point.value }],
  );
  const write = (value: number): string => formats.value(value, shape.kind);
  const [first] = valued;
  const last = valued.at(-1);
  if (!first || !last) return '';
  const lowest = valued.reduce((least, point) => (point.value < least.value ? point : least), first);
  const highest = valued.reduce((most, point) => (point.value > most.value ? point : most), first);
  const rivals = shape.lines.filter(({ role }) => role === 'rival');
  return [
    say.span(
      say.points(formats.number(valued.length), words.chart.grains[shape.grain]),
      formats.day(shape.from),
      formats.day(shape.to - dayMs),
    ),
    say.last(last.label, write(last.value)),
    ...(valued.length > 2
      ? [say.highest(highest.label, write(highest.value)), say.lowest(lowest.label, write(lowest.value))]
      : []),
    ...(shape.gaps.length > 0 ? [say.gaps(formats.number(shape.gaps.length))] : []),
    ...(shape.breaks.length > 0 ? [say.breaks(formats.number(shape.breaks.length))] : []),
    ...(shape.events.length > 0
      ? [say.events(shape.events.map(({ name, date }) => `${name}, ${date}`).join('; '))]
      : []),
    ...(shape.alerts.length > 0
      ? [say.alerts(shape.alerts.map(({ alerts, date }) => `${alerts[0]?.name ?? ''}, ${date}`).join('; '))]
      : []),
    ...(rivals.length > 0 ? [say.rivals(rivals.map(({ name }) => name).join(', '))] : []),
  ].join(' ');
}
