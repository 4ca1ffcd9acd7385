import type { Mention } from '#contract';

type Named = Pick<Mention, 'id' | 'brand'>;

const places = new WeakMap<readonly Named[], ReadonlyMap<string, number>>();
/** Where each id stands first; looked for once, since every page that quotes asks. */
function placesOf(mentions: readonly Named[]): ReadonlyMap<string, number> {
  const known = places.get(mentions);
  if (known) return known;
  const found = new Map<string, number>();
  for (let at = mentions.length - 1; at >= 0; at--) found.set((mentions[at] as Named).id, at);
  places.set(mentions, found);
  return found;
}

/**
 * The mentions that ids name, of whichever brand where none is told, in the order of the list. What names several brands stands
 * in it once for each, one after the other, as in `readFolder`.
 */
export function named<M extends Named>(
  mentions: readonly M[],
  ids: Iterable<string>,
  brand?: string | null,
): M[] {
  const firsts = placesOf(mentions);
  const found: number[] = [];
  for (const id of new Set(ids)) {
    for (let at = firsts.get(id) ?? mentions.length; mentions[at]?.id === id; at++)
      if (brand === undefined || mentions[at]?.brand === brand) found.push(at);
  }
  return found.sort((a, b) => a - b).flatMap((at) => mentions[at] ?? []);
}
