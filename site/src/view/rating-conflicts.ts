import type { Heard } from '../data.ts';
import { contradicted } from './facets.ts';
import { writeFilter } from './filter.ts';

/**
 * Of one brand's reviews with a rating and a scored text: how many there are, and how many of the texts contradict the
 * rating. Those that the team labelled itself are settled. Null where there are no such reviews.
 */
export function ratingConflicts(
  mentions: readonly Pick<Heard, 'brand' | 'rating' | 'score' | 'label'>[],
  brand: string,
): { some: number; all: number; query: string } | null {
  let [some, all] = [0, 0];
  for (const { brand: of, rating, score, label } of mentions) {
    if (of !== brand || !rating || !score || score.tone.label === 'unscored') continue;
    all += 1;
    if (score.ratingConflict && !label) some += 1;
  }
  return all === 0 ? null : { some, all, query: writeFilter({ brand, rating: contradicted }) };
}
