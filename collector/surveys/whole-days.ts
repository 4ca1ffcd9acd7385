import type { Span } from './add-up.ts';

const dayMs = 86_400_000;
const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);

/**
 * The days of a file whose answers may take the place of what is stored: those that no stored line shares with days outside of
 * the file. An export of the last 90 days begins within a week or month that was added up before: its answers of that week
 * or month stand stored, some of them in that line, and can't be told from the others there. Nothing where no day is left.
 */
export function wholeDays(stored: readonly Span[], span: Span): Span | undefined {
  let { from, to } = span;
  while (from <= to) {
    const astride = stored.find(
      (line) => line.from <= to && line.to >= from && (line.from < from || line.to > to),
    );
    if (!astride) return { from, to };
    if (astride.from < from) from = shifted(astride.to, 1);
    else to = shifted(astride.from, -1);
  }
  return undefined;
}
