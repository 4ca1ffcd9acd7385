import type { Facts } from './facts.ts';

/** What a mention says, as it was stored. */
export type Text = { title: string; excerpt: string /** Both. */; whole: string };

/**
 * Words of the mentions that are asked for, by brand and id; talk of the category, which names no brand, stands after the last
 * brand. Only these: the words of all would be as much as the lines themselves.
 */
export function textsOf(facts: Facts, wanted: readonly ReadonlySet<string>[]): ReadonlyMap<string, Text>[] {
  const brandOf = new Map<string | null, number>(facts.brands.map(({ id }, brand) => [id, brand]));
  brandOf.set(null, facts.brands.length);
  const found = wanted.map(() => new Map<string, Text>());
  if (wanted.every(({ size }) => size === 0)) return found;
  for (const { id, brand, title, excerpt } of facts.mentions) {
    const at = brandOf.get(brand);
    // Of two lines on one mention the first stands, as in all figures.
    if (at === undefined || !wanted[at]?.has(id) || found[at]?.has(id)) continue;
    found[at]?.set(id, { title, excerpt, whole: `${title}\n${excerpt}` });
  }
  return found;
}
