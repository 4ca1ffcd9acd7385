import type { Facts } from './facts.ts';
import type { Rows } from './rows.ts';

/** What a mention says, as it was stored. */
export type Text = { title: string; excerpt: string /** Both. */; whole: string };

/**
 * Words of the mentions that are asked for, by brand and id; talk of the category, which names no brand, stands after the last
 * brand. Only these: the words of all would be as much as the lines themselves.
 *
 * @param since milliseconds since 1970 before which none of them was published, so that no older month need be read
 */
export function textsOf(
  facts: Facts,
  wanted: readonly ReadonlySet<string>[],
  since: number,
): ReadonlyMap<string, Text>[] {
  const brandOf = new Map<string | null, number>(facts.brands.map(({ id }, brand) => [id, brand]));
  brandOf.set(null, facts.brands.length);
  const found = wanted.map(() => new Map<string, Text>());
  if (wanted.every(({ size }) => size === 0)) return found;
  // Of two lines on one mention the first stands, as in all figures.
  const isWanted = (id: string, at: number | undefined): at is number =>
    at !== undefined && wanted[at]?.has(id) === true && !found[at]?.has(id);
  facts.texts(
    since,
    ({ id, brand }) => isWanted(id, brandOf.get(brand)),
    ({ id, brand, title, excerpt }) => {
      const at = brandOf.get(brand) as number;
      found[at]?.set(id, { title, excerpt, whole: `${title}\n${excerpt}` });
    },
  );
  return found;
}

/** When the first of some rows of each brand was published. */
export const earliest = (facts: Pick<Facts, 'rows'>, rows: readonly (readonly number[])[]): number =>
  rows.reduce(
    (first, of, brand) =>
      of.reduce((least, row) => Math.min(least, (facts.rows[brand] as Rows).published[row] as number), first),
    Number.POSITIVE_INFINITY,
  );
