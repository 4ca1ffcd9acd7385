import type { Terms } from './vocabulary.ts';

/** A story that may be quoted: what it says, and how plainly. */
export type Candidate = {
  row: number;
  /** Words and pairs of words that it says. */
  terms: Terms;
  /** Characters of its words. */
  length: number;
  site: number;
  /** How many carried it: what was copied much is a press text rather than a voice. */
  carried: number;
  /** Themes that it names: of one alone the point is plainest. */
  themes: number;
};

/** Characters that a quote needs to carry a point, and beyond which it is no quote. */
export const quoteLength = { least: 40, most: 280 } as const;
/** As typical as the most typical is what reaches this share of it: among such the shortest is quoted. */
const asTypical = 0.8;
/** Two quotes that share so many of their words say the same. */
const sayTheSame = 0.5;

/** Share of two texts’ words that both say (Jaccard). */
function shared(a: ReadonlySet<number>, b: Terms): number {
  let both = 0;
  for (const term of b) if (a.has(term)) both++;
  return both / Math.max(1, a.size + b.length - both);
}

/**
 * How near each text comes to what all of them say: its cosine with their centroid, terms weighed by how many of these texts
 * say them and how few of the brand’s others do (`rarity`, an inverse document frequency).
 */
function typicality(candidates: readonly Candidate[], rarity: (term: number) => number): number[] {
  const placeOf = new Map<number, number>();
  const counts: number[] = [];
  for (const { terms } of candidates)
    for (const term of terms) {
      const place = placeOf.get(term) ?? counts.push(0) - 1;
      placeOf.set(term, place);
      counts[place] = (counts[place] as number) + 1;
    }
  let length = 0;
  const [squares, pulls] = [new Float64Array(counts.length), new Float64Array(counts.length)];
  for (const [term, place] of placeOf) {
    const [weight, count] = [rarity(term), counts[place] as number];
    squares[place] = weight * weight;
    pulls[place] = weight * weight * count;
    length += (count * weight) ** 2;
  }
  return candidates.map(({ terms }) => {
    let [product, own] = [0, 0];
    for (const term of terms) {
      const place = placeOf.get(term) as number;
      product += pulls[place] as number;
      own += squares[place] as number;
    }
    return own > 0 && length > 0 ? product / Math.sqrt(own * length) : 0;
  });
}

/**
 * Quotes that stand for many: the most typical of what is said, told of this theme alone where that can be, not copied about;
 * of those as typical the shortest that carries the point. No two that say the same, and one a site as long as there are others.
 */
export function typicalQuotes(
  candidates: readonly Candidate[],
  most: number,
  rarity: (term: number) => number,
): number[] {
  const near = typicality(candidates, rarity);
  const open = candidates
    .map((one, at) => ({
      ...one,
      worth: (near[at] as number) / Math.sqrt(Math.max(1, one.themes) * Math.max(1, one.carried)),
    }))
    .filter(({ length }) => length >= quoteLength.least && length <= quoteLength.most)
    .sort((a, b) => b.worth - a.worth || a.length - b.length || b.row - a.row);
  const chosen: typeof open = [];
  const told: ReadonlySet<number>[] = [];
  const isNew = (one: (typeof open)[number]): boolean =>
    told.every((terms) => shared(terms, one.terms) < sayTheSame);
  const elsewhere = (one: (typeof open)[number]): boolean => chosen.every(({ site }) => site !== one.site);
  while (chosen.length < most) {
    // Whether one says anything new is asked last, and of those alone that may be quoted: it takes the longest to tell.
    const left = open.filter((one) => !chosen.includes(one));
    const apart = left.filter(elsewhere);
    const isApart = apart.some(isNew);
    const best = (isApart ? apart : left).find(isNew);
    if (!best) break;
    const typical = (isApart ? apart : left).filter(
      (one) => one === best || (one.worth >= asTypical * best.worth && isNew(one)),
    );
    const quoted = typical.reduce((a, b) => (b.length < a.length ? b : a));
    chosen.push(quoted);
    told.push(new Set(quoted.terms));
  }
  return chosen.map(({ row }) => row);
}
