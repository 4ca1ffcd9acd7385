import type { Rating } from '#contract';
import type { Tone } from './scorers.ts';

/** Version of what is done with ratings; a change makes old judgements stale. */
export const ratingRule = 'rating@1';

/**
 * How many times likelier the best rating is where the words are kind than where they are neither kind nor unkind; the worst
 * one likewise where they are unkind. Between kind and unkind that makes nine. Meant to be too little rather than too
 * much: no public set with known tones has stars to measure it by.
 */
const timesLikelier = 3;
/** The same for a rating in the middle of its scale, where the words are neither. Many who give one are of two minds. */
const timesLikelierMiddle = 1.25;
/** From here on to its end a rating takes a side: 4 and 5 stars, 2 and 1. */
const takesSide = 0.5;
/** Words that say the opposite of the rating this surely are a contradiction, which is told and not weighed up. */
const surely = 0.7;
const labels = ['negative', 'neutral', 'positive'] as const;
const decimals = 3;

/**
 * Where a rating lies between the ends of its scale, -1 to 1. A thumb is an end; stars begin with 1, and a 0 among them is
 * the worst. Where other scales begin is not stated: of 0 and 1, the reading that says less counts. Null for no rating that can be.
 */
export function leaning({ value, of }: Rating): number | null {
  if (!Number.isFinite(of) || of <= 0 || !(value >= 0 && value <= of)) return null;
  const from = (worst: number): number => (2 * (Math.max(value, worst) - worst)) / (of - worst) - 1;
  if (of <= 1) return from(0);
  if (of === 5) return from(1);
  const [zero, one] = [from(0), from(1)];
  return zero * one <= 0 ? 0 : Math.sign(zero) * Math.min(Math.abs(zero), Math.abs(one));
}

/** To three decimals that add up to one; the likeliest takes what rounding leaves. */
function rounded(weights: readonly number[]): [number, number, number] {
  const sum = weights.reduce((all, one) => all + one, 0);
  const factor = 10 ** decimals;
  const parts = weights.map((weight) => Math.round((weight / sum) * factor));
  const best = weights.indexOf(Math.max(...weights));
  parts[best] = factor - parts.reduce((all, part, at) => (at === best ? all : all + part), 0);
  return parts.map((part) => part / factor) as [number, number, number];
}

/**
 * The tone of a text and the rating that came with it, taken together. A rating is evidence: it multiplies the probabilities of
 * the text. Where the words surely say the opposite of it, the tone stays that of the words and `contradicts` is true. A
 * text without a tone gets none: nobody can tell which it would have been. So does one whose scorer states no
 * probabilities keep its tone, since there is nothing to weigh.
 */
export function withRating(told: Tone, rating: Rating): { tone: Tone; contradicts: boolean } {
  const side = leaning(rating);
  const asTold = { tone: told, contradicts: false };
  if (side === null || told.label === 'unscored') return asTold;
  const opposite = side <= -takesSide ? 'positive' : side >= takesSide ? 'negative' : undefined;
  if (told.p === null) return { tone: told, contradicts: told.label === opposite };
  const against = opposite === undefined ? 0 : told.p[opposite === 'negative' ? 0 : 2];
  if (against >= surely) return { tone: told, contradicts: true };
  const likelier = [
    timesLikelier ** -side,
    timesLikelierMiddle ** Math.max(0, 1 - Math.abs(side) / takesSide),
    timesLikelier ** side,
  ];
  const p = rounded(told.p.map((part, at) => part * (likelier[at] as number)));
  return { tone: { label: labels[p.indexOf(Math.max(...p))] ?? told.label, p }, contradicts: false };
}
