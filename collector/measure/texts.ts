import type { Facts } from './facts.ts';
import type { Rows } from './rows.ts';

/** What a mention says, as it was stored. */
export type Text = { title: string; excerpt: string };

/** Title and excerpt. */
export const wholeOf = ({ title, excerpt }: Text): string => `${title}\n${excerpt}`;

/**
 * Visits the words of some rows of each brand, each row once, in the order of the lines; talk of the category, which names no brand,
 * stands after the last brand. Whoever visits keeps what they need of them: the words of all would be as much as the lines
 * themselves.
 */
export function visitTexts(
  facts: Facts,
  wanted: readonly Iterable<number>[],
  visit: (brand: number, row: number, text: Text) => void,
): void {
  const tables = [...facts.rows, facts.category];
  const brandOf = new Map<string | null, number>(facts.brands.map(({ id }, brand) => [id, brand]));
  brandOf.set(null, facts.brands.length);
  // So that no older month is read.
  let since = Number.POSITIVE_INFINITY;
  const open = wanted.map((list, brand) => {
    const { id, published } = tables[brand] as Rows;
    const rowOf = new Map<string, number>();
    for (const row of list) {
      rowOf.set(id(row), row);
      since = Math.min(since, published[row] as number);
    }
    return rowOf;
  });
  if (open.every(({ size }) => size === 0)) return;
  facts.texts(
    since,
    ({ id, brand }) => open[brandOf.get(brand) ?? -1]?.has(id) === true,
    ({ id, brand, title, excerpt }) => {
      const of = brandOf.get(brand) as number;
      const row = open[of]?.get(id);
      if (row === undefined) return;
      // Of two lines on one mention the first stands, as in all figures.
      open[of]?.delete(id);
      visit(of, row, { title, excerpt });
    },
  );
}
