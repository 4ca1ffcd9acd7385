import { facetKeys } from '../view/facets.ts';
import type { Known } from '../view/filter.ts';
import type { Pack } from '../view/pack.ts';

/** Before anything was read: an address may ask for whatever it likes. */
export const knowsAll = Object.fromEntries(
  facetKeys.map((key) => [key, { has: () => true }]),
) as unknown as Known;

const knownOf = new WeakMap<Pack, Known>();
/** What the mentions of a pack have, and what the config names. */
export function knownBy(pack: Pack): Known {
  let known = knownOf.get(pack);
  if (!known) {
    const sets = facetKeys.map((key) => [key, new Set(pack.facets[key].values.map(({ id }) => id))]);
    known = Object.fromEntries(sets) as Known;
    knownOf.set(pack, known);
  }
  return known;
}
