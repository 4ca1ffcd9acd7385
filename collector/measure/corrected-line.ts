import { fewestLabels, type SeriesFigure } from '#contract';
import { type Correction, openCorrection } from './correction.ts';
import type { Shares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { DailyMoments } from './moments.ts';
import { widening } from './moments.ts';
import { roundOrNull } from './round.ts';
import type { Rows } from './rows.ts';
import { headlineDays, nothing, seriesOf } from './series.ts';
import { allCells, noCell } from './tone-cells.ts';

type Corrected = NonNullable<SeriesFigure['corrected']>[string];

/**
 * Net tone of a brand with the scorer's error taken out, by week and month and over the last 28 days, in points from −100 to 100;
 * undefined where the team has fewer labels by lot than it takes. A day has too few stories to correct.
 *
 * @param daily moments of the raw net on the same stories, and the correlation within their days
 */
export function correctedLine(
  facts: Facts,
  brand: number,
  shares: Shares,
  { daily, correlation }: { daily: DailyMoments; correlation: number },
): Corrected | undefined {
  const labels = facts.labels.brands[brand];
  if (labels === undefined || labels.pairs.length < fewestLabels) return undefined;
  const running = cellsByDay(facts, facts.rows[brand] as Rows, shares);
  const within = (from: number, to: number): Float64Array => {
    const [end, start] = [running[to + 1] as Float64Array, running[from] as Float64Array];
    return end.map((count, cell) => count - (start[cell] as number));
  };
  const usual = running.at(-1) as Float64Array;
  const correction: Correction = openCorrection(labels.means, labels.pairs, usual);
  const widened = (from: number, to: number): number => widening(daily.span(from, to), correlation);
  const { series, headline, windows } = seriesOf(
    facts,
    shares,
    (from, to) => {
      const counts = within(from, to);
      const n = counts.reduce((sum, count) => sum + count, 0);
      if (n === 0) return nothing;
      const { value, low, high } = correction.net(counts, widened(from, to));
      return { value: 100 * value, low: 100 * low, high: 100 * high, n };
    },
    ['week', 'month'],
  );
  const [from, to] = [Math.max(0, facts.days - headlineDays), facts.days - 1];
  const checked =
    headline.value === null
      ? { net: null, agrees: null }
      : correction.check(within(from, to), widened(from, to));
  return {
    labels: correction.labels,
    week: series.week,
    month: series.month,
    headline,
    windows,
    counts: roundOrNull(checked.net === null ? null : 100 * checked.net),
    agrees: checked.agrees,
  };
}

/** Stories by cell, summed up to each day: entry d holds those of all days before day d. */
function cellsByDay(facts: Facts, rows: Rows, { observed }: Shares): Float64Array[] {
  const running: Float64Array[] = [new Float64Array(allCells)];
  let row = rows.starts[0] as number;
  for (let day = 0; day < facts.days; day++) {
    const counts = (running[day] as Float64Array).slice();
    for (; row < (rows.starts[day + 1] as number); row++) {
      const cell = rows.cell[row] as number;
      if (cell === noCell || rows.previous[row] !== -1 || observed[day] !== 1) continue;
      counts[cell] = (counts[cell] as number) + 1;
    }
    running.push(counts);
  }
  return running;
}
