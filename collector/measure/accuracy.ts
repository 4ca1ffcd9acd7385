import type { Accuracy } from '#contract';
import { wilsonInterval } from './moments.ts';
import { confusionOf, type Pair } from './recalibrate.ts';
import { seeded } from './seeded.ts';
import type { Three } from './tone-cells.ts';

type Estimated = { value: number; low: number; high: number };
type Matrix = readonly (readonly number[])[];

const replicates = 1_000;

/** A share with Wilson's 95% interval (1927). */
export const wilson = (hits: number, n: number): Estimated => ({
  value: hits / n,
  ...wilsonInterval({ n, sum: hits, squares: hits, dayNumbers: 0 }, 0),
});

/**
 * Mean over the tones of F1. A tone that was neither scored nor meant is left out; one that was either, and never both, counts 0.
 */
export function macroF1(matrix: Matrix): number {
  const f1 = [0, 1, 2].flatMap((at) => {
    const scored = (matrix[at] ?? []).reduce((sum, count) => sum + count, 0);
    const meant = matrix.reduce((sum, row) => sum + (row[at] ?? 0), 0);
    return scored + meant === 0 ? [] : [(2 * (matrix[at]?.[at] ?? 0)) / (scored + meant)];
  });
  return f1.reduce((sum, one) => sum + one, 0) / Math.max(1, f1.length);
}

/** As many labels again, drawn from them with replacement. */
export const drawnAgain = <T>(items: readonly T[], chance: () => number): T[] =>
  items.map(() => items[Math.floor(chance() * items.length)] as T);

/** The 2.5th and the 97.5th percentile, stretched to hold the value. */
export function percentiles(value: number, of: readonly number[]): Estimated {
  const sorted = [...of].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}

/** How well the scorer does on labels by lot. Deterministic: the bootstrap has a seed of its own. */
export function measuredOn(
  pairs: readonly (Pair & { group: string })[],
): NonNullable<Accuracy['brands'][string]['measured']> {
  const isRight = ({ cell, meant }: Pair): boolean => confusionOf([{ cell, meant }])[meant][meant] === 1;
  const rightOf = (some: readonly Pair[]): Estimated => wilson(some.filter(isRight).length, some.length);
  const matrix = confusionOf(pairs);
  const chance = seeded(pairs.length);
  const again = Array.from({ length: replicates }, () => macroF1(confusionOf(drawnAgain(pairs, chance))));
  return {
    right: rightOf(pairs),
    macroF1: percentiles(macroF1(matrix), again),
    matrix,
    groups: [...Map.groupBy(pairs, ({ group }) => group)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, some]) => ({ group, n: some.length, right: rightOf(some) })),
  };
}

/**
 * Agreement of two people beyond chance (Cohen 1960): 1 where they always agree, 0 where they agree as often as chance would.
 * Null where all that both said is one and the same, or there is nothing.
 */
export function cohensKappa(twos: readonly (readonly [number, number])[]): number | null {
  const n = twos.length;
  const first: Three = [0, 0, 0];
  const second: Three = [0, 0, 0];
  let same = 0;
  for (const [a, b] of twos) {
    first[a as 0] += 1;
    second[b as 0] += 1;
    if (a === b) same += 1;
  }
  const byChance = first.reduce((sum, count, at) => sum + (count * (second[at] as number)) / (n * n), 0);
  return n === 0 || byChance >= 1 ? null : (same / n - byChance) / (1 - byChance);
}
