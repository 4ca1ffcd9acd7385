import type { ChartLine, ChartShape } from './chart-shape.ts';

/** A chart's file: its shape with competitors, what differs without them, and how its numbers and days are written. */
export type ChartFile = {
  /** Null where there is nothing to draw. */
  compared: ChartShape | null;
  /** A line that is drawn in both is told by its place there. */
  alone: (Partial<Omit<ChartShape, 'lines'>> & { lines: (number | ChartLine)[] }) | null;
  time: { locale: string; zone: string };
};

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The two shapes share most of what they hold: it stands in the file once. */
export function chartFile(
  alone: ChartShape | null,
  compared: ChartShape | null,
  time: ChartFile['time'],
): ChartFile {
  if (alone === null) return { compared, alone, time };
  const { lines, ...rest } = alone;
  const differs = Object.entries(rest).filter(
    ([key, value]) => !alike(value, compared?.[key as keyof typeof rest]),
  );
  const placed = lines.map((line) => {
    const place = compared?.lines.findIndex((other) => alike(line, other)) ?? -1;
    return place < 0 ? line : place;
  });
  return { compared, alone: { ...Object.fromEntries(differs), lines: placed }, time };
}

/** The shape of a kind from a chart's file. */
export function shapeIn({ compared, alone }: ChartFile, kind: 'alone' | 'compared'): ChartShape | null {
  if (kind === 'compared' || alone === null) return kind === 'compared' ? compared : null;
  const lines = alone.lines.flatMap((line) =>
    typeof line === 'number' ? (compared?.lines[line] ?? []) : line,
  );
  // What the part without competitors leaves out, the other has.
  return { ...compared, ...alone, lines } as ChartShape;
}
