import type { Heard } from '../data.ts';
import { contradicted } from './facets.ts';
import { writeFilter } from './filter.ts';

type Reviewed = Pick<Heard, 'brand' | 'rating' | 'score' | 'label'>;
type Counts = { some: number; all: number };

const counted = new WeakMap<readonly Reviewed[], ReadonlyMap<string | null, Counts>>();
/** Of each brand; counted once, since many pages ask, and the judgements are read for it. */
function countsOf(mentions: readonly Reviewed[]): ReadonlyMap<string | null, Counts> {
  const known = counted.get(mentions);
  if (known) return known;
  const brands = new Map<string | null, Counts>();
  for (const mention of mentions) {
    if (!mention.rating) continue;
    const { brand, score, label } = mention;
    if (!score || score.tone.label === 'unscored') continue;
    const counts = brands.get(brand) ?? { some: 0, all: 0 };
    brands.set(brand, counts);
    counts.all += 1;
    if (score.ratingConflict && !label) counts.some += 1;
  }
  counted.set(mentions, brands);
  return brands;
}

/**
 * Of one brand's reviews with a rating and a scored text: how many there are, and how many of the texts contradict the
 * rating. Those that the team labelled itself are settled. Null where there are no such reviews.
 */
export function ratingConflicts(
  mentions: readonly Reviewed[],
  brand: string,
): { some: number; all: number; query: string } | null {
  const counts = countsOf(mentions).get(brand);
  return counts ? { ...counts, query: writeFilter({ brand, rating: contradicted }) } : null;
}
