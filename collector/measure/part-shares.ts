import { type Shares, weightedShares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { PartRow } from './parts.ts';
import type { Rows } from './rows.ts';
import { ratesOf, type SourceFacts } from './source-facts.ts';

/** What a brand has of a part: some rows, ascending. */
export type Told = { rows: Rows; only: Uint32Array };

/**
 * How well a part was read: of a group its own sources, weighted as all sources are; of any other part those that ever carried it,
 * each weighted by its usual share of the part's stories. The whole panel's coverage would call a month well read in which the one
 * source of a part was dark.
 *
 * @param told of one brand, or of each that the part is told of together
 * @param from first day that is observed
 */
export function partShares(
  facts: Pick<Facts, 'days' | 'sources' | 'rates'>,
  by: PartRow['by'],
  told: readonly Told[],
  takes: (source: SourceFacts) => boolean,
  from = 0,
): Shares {
  const { group } = by;
  if (group !== undefined)
    return weightedShares(facts, (source) => takes(source) && source.group === group, from, facts.rates);
  const stories = new Float64Array(facts.sources.length);
  const carries = new Uint8Array(facts.sources.length);
  const coveredOf = facts.sources.map(({ covered }) => covered);
  for (const { rows, only } of told)
    for (const row of only) {
      const source = rows.source[row] as number;
      carries[source] = 1;
      if (rows.carried[row] === 1 && coveredOf[source]?.[rows.day[row] as number] === 1)
        stories[source] = (stories[source] as number) + 1;
    }
  const its = new Set(facts.sources.filter((source, at) => takes(source) && carries[at] === 1));
  const isIts = (source: SourceFacts): boolean => its.has(source);
  return weightedShares(facts, isIts, from, ratesOf(facts.sources, stories, isIts));
}
