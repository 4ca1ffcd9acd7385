import type { ChartShape } from '../view/chart-shape.ts';
import { words } from '../words.ts';

/** What each competitor's line holds at a time of the axis, in words; a competitor without a value there says so. */
export function readRivals(shape: ChartShape, at: number): { name: string; text: string }[] {
  return shape.lines
    .filter(({ role }) => role === 'rival')
    .map(({ name, points }) => {
      const point = points.find((one) => one.at === at);
      return { name, text: point && point.value !== null ? point.text : words.noValue };
    });
}
