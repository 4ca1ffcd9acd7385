import type { Facts } from './facts.ts';
import { type IdNumbers, numberIds } from './id-numbers.ts';
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
    const { idHigh, idLow, published } = tables[brand] as Rows;
    const [ids, rowOf]: [IdNumbers, number[]] = [numberIds(), []];
    for (const row of list) {
      rowOf[ids.numberOf(idHigh[row] as number, idLow[row] as number)] = row;
      since = Math.min(since, published[row] as number);
    }
    return { ids, rowOf, isVisited: new Uint8Array(rowOf.length) };
  });
  if (open.every(({ rowOf }) => rowOf.length === 0)) return;
  facts.texts(
    since,
    (idHigh, idLow, brand) => {
      const of = open[brandOf.get(brand) ?? -1];
      if (of === undefined) return false;
      const nth = of.ids.find(idHigh, idLow);
      // Of two lines on one mention the first stands, as in all figures.
      return nth >= 0 && of.isVisited[nth] === 0;
    },
    ({ idHigh, idLow, brand: named, title, excerpt }) => {
      const brand = brandOf.get(named) as number;
      const { ids, rowOf, isVisited } = open[brand] as (typeof open)[number];
      const nth = ids.find(idHigh, idLow);
      isVisited[nth] = 1;
      visit(brand, rowOf[nth] as number, { title, excerpt });
    },
  );
}
