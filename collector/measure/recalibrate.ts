import { scoredCells, scoredTone, type Three } from './tone-cells.ts';

/** A label by lot beside the judgement of the scorer: its cell, and the tone that was meant. */
export type Pair = { cell: number; meant: 0 | 1 | 2 };

/** Labels' worth of the scorer's own probabilities that are added to each row of the confusion matrix. */
const added = 1;
const rounds = 30;

/** How often each tone (row: as scored) was meant to be each (column: as labelled). */
export function confusionOf(pairs: readonly Pair[]): [Three, Three, Three] {
  const matrix: [Three, Three, Three] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const { cell, meant } of pairs) matrix[scoredTone(cell)][meant] += 1;
  return matrix;
}

/**
 * Probabilities in each cell as labels show them to be: the scorer's own, times a factor for each tone as scored and as meant,
 * such that over the labels they add up to the confusion matrix (a maximum-likelihood fit of nine factors by generalised
 * iterative scaling, Darroch & Ratcliff 1972). So the matrix says how much is meant otherwise than scored, and the scorer's
 * sureness where.
 *
 * @param means the scorer's own mean probabilities in each cell
 * @returns the probabilities, and the shares of tones for which they hold: those of the labels
 */
export function recalibrated(
  means: readonly Three[],
  pairs: readonly Pair[],
): { posteriors: Three[]; prior: Three } {
  const counts = new Float64Array(scoredCells);
  for (const { cell } of pairs) counts[cell] = (counts[cell] as number) + 1;
  const matrix = confusionOf(pairs);
  const factors = matrix.map((): Three => [1, 1, 1]) as [Three, Three, Three];
  const turned = (cell: number): Three => {
    const p = means[cell] as Three;
    const f = factors[scoredTone(cell)];
    const parts: Three = [p[0] * f[0], p[1] * f[1], p[2] * f[2]];
    const sum = parts[0] + parts[1] + parts[2];
    return [parts[0] / sum, parts[1] / sum, parts[2] / sum];
  };
  const held: number[] = [];
  for (let cell = 0; cell < scoredCells; cell++) if ((counts[cell] as number) > 0) held.push(cell);
  const own = matrix.map((): Three => [0, 0, 0]) as [Three, Three, Three];
  for (const cell of held)
    for (const at of [0, 1, 2] as const)
      own[scoredTone(cell)][at] += (counts[cell] as number) * (means[cell] as Three)[at];
  const wanted = matrix.map((row, j) => {
    const n = row[0] + row[1] + row[2];
    return row.map((count, at) => ((count + (added * (own[j]?.[at] ?? 0)) / n) * n) / (n + added));
  });
  for (let round = 0; round < rounds; round++) {
    const given = matrix.map((): Three => [0, 0, 0]) as [Three, Three, Three];
    for (const cell of held) {
      const p = turned(cell);
      for (const at of [0, 1, 2] as const) given[scoredTone(cell)][at] += (counts[cell] as number) * p[at];
    }
    for (const [j, row] of factors.entries())
      for (const at of [0, 1, 2] as const)
        if ((given[j]?.[at] ?? 0) > 0) row[at] *= (wanted[j]?.[at] as number) / (given[j]?.[at] as number);
  }
  const posteriors = means.map((_, cell) => turned(cell));
  const prior: Three = [0, 0, 0];
  for (const cell of held)
    for (const at of [0, 1, 2] as const)
      prior[at] += ((counts[cell] as number) * (posteriors[cell] as Three)[at]) / pairs.length;
  return { posteriors, prior };
}
