import { type Verdict, type VerdictWindow, type VerdictWord, windows } from '#contract';
import { dayName } from './calendar.ts';
import { type Pairing, pairings, type Standing } from './compare.ts';
import type { Facts } from './facts.ts';
import { round, roundOrNull } from './round.ts';
import type { Sampling } from './scatter.ts';

/** Two windows compared, in the unit of the figure. `z` is the difference in standard errors. */
export type Comparison = {
  standing: Standing;
  difference: number | null;
  low: number | null;
  high: number | null;
  z: number;
  n: [earlier: number, later: number];
  /** What it leaves open if stories know nothing of each other; of lines that may be held against those of other brands. */
  sampling?: Sampling;
};

/**
 * A verdict is given when z passes this … Of seven days there are four times as many in a year as of 28 that have nothing in common,
 * so that they need more for as few false ones: the rate at which a noise that is the same for w days passes u goes with u φ(u) ÷ w.
 */
export const givenAt: Readonly<Record<VerdictWindow, number>> = {
  7: 3.31,
  28: 2.81,
  90: 2.81,
  365: 2.81,
  year: 2.81,
};
/** … and stays until it falls below this: a page is read every day, and at 1.96 alone each figure errs five times a year. */
export const heldTo = 1.96;
/** How far back a verdict is remembered, in days. */
const longestMemory = 366;

/** Fewest stories in either window for a ratio. */
export const fewestForRatio = 5;

/** The word for a comparison that ends with the day `to`; the past is looked at only where z lies in between. */
function wordFor(
  now: Comparison,
  compare: (to: number) => Comparison,
  to: number,
  given: number,
): VerdictWord {
  if (now.standing !== 'comparable') return now.standing;
  const sign = Math.sign(now.z);
  if (Math.abs(now.z) < heldTo) return 'no clear change';
  for (let day = to; day > to - longestMemory; day--) {
    const then = day === to ? now : compare(day);
    if (then.standing !== 'comparable' || then.z * sign < heldTo) break;
    if (then.z * sign >= given) return sign > 0 ? 'up' : 'down';
  }
  return sign > 0 ? 'perhaps up' : 'perhaps down';
}

/** The verdict of one window that ends with the day `to` of the series. */
export function judge(
  compare: (pairing: Pairing) => Comparison,
  window: VerdictWindow,
  to: number,
): { word: VerdictWord; comparison: Comparison } {
  const at = (day: number): Comparison => compare({ ...pairings[window], to: day });
  const comparison = at(to);
  return { word: wordFor(comparison, at, to, givenAt[window]), comparison };
}

/** Verdicts of all windows, which end with the last whole day before now. */
export function verdictsOf(
  facts: Facts,
  compare: (pairing: Pairing) => Comparison,
): Partial<Record<VerdictWindow, Verdict>> {
  const found: Partial<Record<VerdictWindow, Verdict>> = {};
  const to = facts.days - 1;
  if (to < 0) return found;
  for (const window of facts.headlinesOnly ? (['28'] as const) : windows)
    found[window] = verdictOf(facts, compare, window);
  return found;
}

/** The verdict of a single window beside a figure of rows; none of a series without days, or where only headlines are wanted. */
export const verdictBeside = (
  facts: Facts,
  compare: ((pairing: Pairing) => Comparison) | undefined,
  window: VerdictWindow,
): Verdict | undefined =>
  compare === undefined || facts.headlinesOnly || facts.days === 0
    ? undefined
    : verdictOf(facts, compare, window);

/** The verdict of one window, which ends with the last whole day before now. */
export function verdictOf(
  facts: Facts,
  compare: (pairing: Pairing) => Comparison,
  window: VerdictWindow,
): Verdict {
  const to = facts.days - 1;
  const { word, comparison } = judge(compare, window, to);
  const shown = comparison.standing === 'comparable';
  return {
    verdict: word,
    from: dayName(facts.first + to - pairings[window].days + 1),
    to: dayName(facts.first + to),
    difference: shown ? roundOrNull(comparison.difference) : null,
    low: shown ? roundOrNull(comparison.low) : null,
    high: shown ? roundOrNull(comparison.high) : null,
    n: [round(comparison.n[0]), round(comparison.n[1])],
  };
}
