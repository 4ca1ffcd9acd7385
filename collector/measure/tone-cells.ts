import { type Tone, tones } from '#contract';

/**
 * What is known of a story's tone falls in one of a few cells: by the tone that the scorer gave it and how sure it was, or by
 * the tone that a person gave it. What is said of a period then follows from how many stories fall in each.
 */

/** Shares or probabilities of negative, neutral, positive. */
export type Three = [negative: number, neutral: number, positive: number];

/** Lower ends of the steps of sureness; the likeliest of three has a third at least. */
const steps = [0, 0.45, 0.55, 0.65, 0.75, 0.85] as const;
/** Cells of the scorer's judgements; those of people's follow. */
export const scoredCells = tones.length * steps.length;
export const allCells = scoredCells + tones.length;
/** The cell of a story of whose tone nothing is known. */
export const noCell = 255;

/** The cell of a judgement of the scorer. */
export function scoredCell(tone: Tone, p: readonly number[] | null): number {
  const at = tones.indexOf(tone);
  const sure = p?.[at] ?? 0;
  return (
    at * steps.length +
    Math.max(
      0,
      steps.findLastIndex((step) => sure >= step),
    )
  );
}

/** The cell of a tone that a person gave. */
export const saidCell = (tone: Tone): number => scoredCells + tones.indexOf(tone);

/** The tone that the scorer gave to what is in a cell of its own: 0, 1, 2. */
export const scoredTone = (cell: number): 0 | 1 | 2 => Math.floor(cell / steps.length) as 0 | 1 | 2;

/** Net tone of shares, −1 to 1. */
export const netOf = (shares: Three): number => shares[2] - shares[0];

/** What a scorer that states no probabilities is first taken to mean; its labels say how right that is. */
const unstated = 0.8;

/** Mean probabilities in each cell of the scorer's, from sums of thousandths, so that no order of lines shows. */
export function meansOf(sums: Float64Array): Three[] {
  return Array.from({ length: scoredCells }, (_, cell): Three => {
    const parts = [0, 1, 2].map((at) => (sums[cell * 3 + at] as number) + 1) as Three;
    const sum = parts[0] + parts[1] + parts[2];
    if (sum > 3) return parts.map((part) => part / sum) as Three;
    const tone = scoredTone(cell);
    return [0, 1, 2].map((at) => (at === tone ? unstated : (1 - unstated) / 2)) as Three;
  });
}
