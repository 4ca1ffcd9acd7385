/** Answers from 0 to 10 that all lie at or below these bounds, of so many at least, come of another scale rather than of chance. */
const smaller = [
  { best: 5, fewest: 30 },
  { best: 7, fewest: 100 },
] as const;

/**
 * The best answer of the smaller scale that answers look as if given on: questions asked from 1 to 5 have no answer above 5.
 * @param best that of the scale which they are taken to be on
 */
export function smallerScale(
  scores: readonly number[],
  best: number,
): { best: number; answers: number } | undefined {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const found = smaller.find(
    (scale) => scale.best < best && highest <= scale.best && scores.length >= scale.fewest,
  );
  return found && { best: found.best, answers: scores.length };
}
