import { type Added, adjusted, type DailyMoments } from './moments.ts';

/** Days of a line on the scale on which differences of it are taken: of counts the logarithm, of the others their unit. */
export type Scatter = {
  /** Value of a span, and what the sampling of stories that know nothing of each other leaves open; undefined where nothing is known. */
  over(from: number, to: number): { value: number; variance: number } | undefined;
  /** How far each day of a span pulls its value off; they add up to 0, and a day that is not known pulls nothing. */
  pulls(from: number, to: number): Float64Array;
};

/** Sampling variance of each of two windows, on the same scale, and the difference that an interval is laid about. */
export type Sampling = { by: number; earlier: number; later: number };

const sumOver = (column: Float64Array, from: number, to: number): number => {
  let sum = 0;
  for (let day = from; day <= to; day++) sum += column[day] as number;
  return sum;
};

/** Of counts by day, against what is usually brought on each. */
export function scatterOfCounts(counts: Float64Array, exposure: Float64Array): Scatter {
  // Before its first story a brand was not there, or not looked for by a name that is used: that is no low level.
  const begins = counts.findIndex((count) => count > 0);
  return {
    over(from, to) {
      const [seen, usual] = [sumOver(counts, from, to) + 0.5, sumOver(exposure, from, to)];
      return usual > 0 && begins >= 0 && from >= begins
        ? { value: Math.log(seen / usual), variance: 1 / seen }
        : undefined;
    },
    pulls(from, to) {
      const [seen, usual] = [sumOver(counts, from, to), sumOver(exposure, from, to)];
      return Float64Array.from({ length: to - from + 1 }, (_, at) =>
        seen > 0 && usual > 0
          ? (counts[from + at] as number) / seen - (exposure[from + at] as number) / usual
          : 0,
      );
    },
  };
}

/** Of means of values by day; the level may come from another line, as where the mix of sources is held constant. */
export function scatterOfMeans(
  daily: DailyMoments,
  extra: Added,
  scale: number,
  level: DailyMoments = daily,
): Scatter {
  return {
    over(from, to) {
      const span = daily.span(from, to);
      if (span.n === 0) return undefined;
      const { variance, n } = adjusted(span, extra, 0);
      return {
        value: (scale * level.span(from, to).sum) / span.n,
        variance: (scale * scale * variance * n) / span.n,
      };
    },
    pulls(from, to) {
      const { n, sum } = daily.span(from, to);
      return Float64Array.from({ length: to - from + 1 }, (_, at) =>
        n > 0
          ? (scale * ((daily.sum[from + at] as number) - ((daily.n[from + at] as number) * sum) / n)) / n
          : 0,
      );
    },
  };
}

/** Of the difference of two lines, or of a line and the mean of others. */
export function scatterOfDifference(own: Scatter, others: readonly Scatter[]): Scatter {
  const k = Math.max(1, others.length);
  return {
    over(from, to) {
      const found = own.over(from, to);
      if (!found) return undefined;
      let { value, variance } = found;
      for (const other of others) {
        const against = other.over(from, to);
        if (!against) return undefined;
        value -= against.value / k;
        variance += against.variance / (k * k);
      }
      return { value, variance };
    },
    pulls(from, to) {
      const pulls = own.pulls(from, to).slice();
      for (const other of others)
        for (const [at, pull] of other.pulls(from, to).entries())
          pulls[at] = (pulls[at] as number) - pull / k;
      return pulls;
    },
  };
}
