import type { Facts } from './facts.ts';
import type { SourceFacts } from './source-facts.ts';

/** What follows from the facts for a set of sources and a key beside them: made when first asked for, then found again. */
export type MadeOnce<V> = (
  facts: Facts,
  takes: (source: SourceFacts) => boolean,
  key: string | number,
  make: () => V,
) => V;

/** Nearly every figure and part of a brand asks the same of its sources. Nothing is held longer than the facts. */
export function openMadeOnce<V>(): MadeOnce<V> {
  const made = new WeakMap<Facts, Map<(source: SourceFacts) => boolean, Map<string | number, V>>>();
  return (facts, takes, key, make) => {
    const ofFacts = made.get(facts) ?? new Map<typeof takes, Map<string | number, V>>();
    made.set(facts, ofFacts);
    const ofSources = ofFacts.get(takes) ?? new Map<string | number, V>();
    ofFacts.set(takes, ofSources);
    const found = ofSources.get(key) ?? make();
    ofSources.set(key, found);
    return found;
  };
}
