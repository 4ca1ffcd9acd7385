import { belongsTo, wordPattern } from '#contract';
import type { Facts } from './facts.ts';
import { type IdNumbers, numberIds } from './id-numbers.ts';
import type { Rows } from './rows.ts';

/** By segment of the config and brand: 1 for the rows that belong to it. */
export function segmentMembers(
  facts: Pick<Facts, 'config' | 'saying' | 'brands' | 'rows' | 'sources' | 'sites'>,
): Uint8Array[][] {
  const { segments } = facts.config;
  const members = segments.map(() => facts.rows.map(({ length }) => new Uint8Array(length)));
  const placed = segments.map(({ words: _, ...places }) => belongsTo({ ...places, words: [] }));
  for (const [brand, rows] of facts.rows.entries())
    for (const [at, belongs] of placed.entries())
      for (let row = 0; row < rows.length; row++) {
        const source = facts.sources[rows.source[row] as number]?.id ?? '';
        const site = facts.sites[rows.site[row] as number] ?? '';
        if (belongs({ source, site, title: '', excerpt: '' })) (members[at]?.[brand] as Uint8Array)[row] = 1;
      }
  const worded = segments.flatMap(({ words = [] }, at) => {
    const pattern = wordPattern(words);
    return pattern ? [{ at, pattern }] : [];
  });
  if (worded.length === 0) return members;
  const brandOf = new Map<string | null, number>(facts.brands.map(({ id }, index) => [id, index]));
  const rowOf = facts.rows.map(findRows);
  facts.saying(
    worded.map(({ pattern }) => pattern),
    (idHigh, idLow, named, nth) => {
      const brand = brandOf.get(named) ?? -1;
      const row = rowOf[brand]?.find(idHigh, idLow) ?? -1;
      if (row >= 0) (members[worded[nth]?.at as number]?.[brand] as Uint8Array)[row] = 1;
    },
  );
  return members;
}

/** Rows by the ids of their mentions: as many numbers as rows, in their order. */
function findRows({ length, idHigh, idLow }: Rows): IdNumbers {
  const ids = numberIds();
  for (let row = 0; row < length; row++) ids.numberOf(idHigh[row] as number, idLow[row] as number);
  return ids;
}
