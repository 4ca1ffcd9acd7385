import { chartWords } from '../chart-words.ts';
import type { SourceRow } from './coverage.ts';
import type { Heat } from './journey.ts';
import type { Multiples } from './multiples.ts';
import type { Formats } from './numbers.ts';
import type { Placed } from './placed.ts';
import type { RankedShape } from './ranked-shape.ts';
import type { StackShape } from './stack-shape.ts';

/** Titles of charts as sentences: the finding where there is one that chance does not explain, else what is shown. */

/** Which step was liked and which was not in the last month that tells; only cells that surely leave out zero count, so that no noise is named. */
export function heatTitle({ rows, months }: Heat, name: string): string {
  const say = chartWords.titles;
  for (let index = months.length - 1; index >= 0; index -= 1) {
    const cells = rows.flatMap(({ name: row, cells: all }) => {
      const cell = all[index];
      return cell?.sure && cell.value !== null ? [{ row, value: cell.value }] : [];
    });
    if (cells.length === 0) continue;
    const best = cells.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value)[0];
    const worst = cells.filter(({ value }) => value < 0).sort((a, b) => a.value - b.value)[0];
    const month = months[index]?.name ?? '';
    if (best && worst) return say.heatBoth(month, best.row, worst.row);
    if (best) return say.heatBest(month, best.row);
    if (worst) return say.heatWorst(month, worst.row);
  }
  return say.heatNone(name);
}

/** What stands first, and whether it surely does. */
export function rankedTitle({ rows, zero }: RankedShape, name: string): string {
  const [first, second] = rows;
  const say = chartWords.titles;
  if (!first) return name;
  if (first.interval !== '' && rows.every(({ from }) => from <= zero))
    return say.rankedNone(name, first.name);
  if (!second) return say.rankedOne(name, first.name, first.text);
  const apart = first.interval !== '' && second.interval !== '' && first.from > second.to;
  return apart
    ? say.rankedClear(name, first.name, first.text)
    : say.rankedClose(name, first.name, second.name);
}

/** How the talk of the last period that is known is divided: the brand, and the largest of the others. */
export function stackTitle({ bands }: StackShape, formats: Pick<Formats, 'value'>): string {
  const last = bands.flatMap(({ name, role, points }) => {
    const point = points.at(-1);
    return point ? [{ name, role, share: point.top - point.bottom, label: point.label }] : [];
  });
  const own = last.find(({ role }) => role === 'brand');
  const rival = last.filter(({ role }) => role === 'rival').sort((a, b) => b.share - a.share)[0];
  if (!own || !rival) return '';
  const write = (share: number): string => formats.value(share, 'percent');
  return chartWords.titles.stack(own.name, write(own.share), rival.name, write(rival.share), own.label);
}

export function multiplesTitle(
  { panels, folded }: Multiples,
  title: string,
  formats: Pick<Formats, 'number'>,
): string {
  return chartWords.titles.multiples(title, formats.number(panels.length + folded.length));
}

/** What parts on one scale span. Of the ends nothing more is claimed: among many parts some lie apart by chance. */
export function partsTitle(
  rows: readonly (Pick<Placed, 'value' | 'at' | 'low' | 'high' | 'thin'> & { name: string })[],
  title: string,
): string {
  const placed = rows.filter(({ at }) => at !== null);
  const firm = placed.filter(({ thin }) => !thin);
  const inOrder = (firm.length > 1 ? firm : placed).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  const say = chartWords.titles;
  if (!lowest || !highest) return say.partsNone(title);
  if (lowest === highest) return say.rankedOne(title, lowest.name, lowest.value);
  const told = say.parts(title, lowest.value, lowest.name, highest.value, highest.name);
  const overlap = lowest.high !== null && highest.low !== null && highest.low <= lowest.high;
  return overlap ? say.partsOverlap(told) : told;
}

/** How many sources had no night without cover since they were first read. */
export function ledgerTitle(rows: readonly SourceRow[], formats: Pick<Formats, 'number'>): string {
  const whole = rows.filter(({ cells }) =>
    cells.every(({ covered, state }) => covered || state === 'before'),
  );
  return chartWords.titles.ledger(formats.number(whole.length), formats.number(rows.length));
}
