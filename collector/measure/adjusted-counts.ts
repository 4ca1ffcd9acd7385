import type { Three } from './tone-cells.ts';

/** How often each tone (row: as scored) was meant to be each (column: as labelled). */
export type Matrix = readonly [Three, Three, Three];

/** Below this the three columns of the matrix are too alike for the counts to be told apart. */
const leastDeterminant = 0.02;

/**
 * Shares of three classes from the shares as scored and a confusion matrix (adjusted counts, Forman 2008): the shares x for
 * which P(scored | meant) x gives what was scored; parts below 0 are set to 0 and the rest made to add up to 1.
 * Null where the matrix lacks a class or tells the classes too little apart.
 *
 * @param scored counts as scored
 * @param matrix counts of labels, as scored by as meant
 */
export function adjustedCounts(scored: Three, matrix: Matrix): Three | null {
  const total = scored[0] + scored[1] + scored[2];
  const columns = ([0, 1, 2] as const).map((k) => matrix[0][k] + matrix[1][k] + matrix[2][k]);
  if (total <= 0 || columns.some((sum) => sum <= 0)) return null;
  const rate = (j: number, k: number): number => (matrix[j]?.[k as 0] as number) / (columns[k] as number);
  const target = scored.map((count) => count / total);
  const determinant = (of: (j: number, k: number) => number): number =>
    of(0, 0) * (of(1, 1) * of(2, 2) - of(1, 2) * of(2, 1)) -
    of(0, 1) * (of(1, 0) * of(2, 2) - of(1, 2) * of(2, 0)) +
    of(0, 2) * (of(1, 0) * of(2, 1) - of(1, 1) * of(2, 0));
  const whole = determinant(rate);
  if (Math.abs(whole) < leastDeterminant) return null;
  // Cramer's rule: of three equations it is the shortest exact way.
  const solved = [0, 1, 2].map((column) =>
    Math.max(0, determinant((j, k) => (k === column ? (target[j] as number) : rate(j, k))) / whole),
  ) as Three;
  const sum = solved[0] + solved[1] + solved[2];
  return solved.map((share) => share / sum) as Three;
}
