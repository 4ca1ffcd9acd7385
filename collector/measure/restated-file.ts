import type { Figure, Restated } from '#contract';
import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';
import { moveOf, nightsOf, openAgain, openSince } from './restate.ts';
import { round, roundOrNull } from './round.ts';
import type { Estimate } from './series.ts';

/**
 * What each night said beside what the same days give today; undefined where nothing was published yet. Today's intervals reach
 * as much further than chance alone makes them as today's headline does, which carries what a scorer may be off by.
 */
export function restatedFile(facts: Facts, figures: readonly Figure[]): Restated | undefined {
  // A night that speaks of the same days as the figures themselves is the page of today, written before or after them.
  const lastDay = dayName(facts.first + facts.days - 1);
  const past = facts.published.filter(({ period }) => period < lastDay);
  if (past.length === 0) return undefined;
  const brands: Restated['brands'] = {};
  for (const [brand, { id }] of facts.brands.entries()) {
    const again = openAgain(facts, brand);
    const since = openSince(facts, brand);
    const widen = openMargins(figures, id, again);
    brands[id] = [...nightsOf(past, id)].map(([at, lines]) => {
      const [first] = lines as [(typeof lines)[number]];
      return {
        at,
        config: first.config,
        commit: first.commit,
        since: since(at, first.period, first.config),
        figures: lines.map(({ figure, period, value, low, high, n, coverage, verdict, method }) => {
          const now = again(figure, period);
          return {
            figure,
            period,
            then: { value, low, high, n, coverage, verdict, method },
            now: now === undefined ? null : widen(figure, now),
            moved: now !== undefined && moveOf({ value, low, high }, now) > 1,
          };
        }),
      };
    });
  }
  return { v: 1, brands };
}

/** How much further than chance the headlines of today reach, put on another span's estimate. */
function openMargins(
  figures: readonly Figure[],
  brand: string,
  again: (figure: string, period: string) => Estimate | undefined,
) {
  const margins = new Map<string, [below: number, above: number]>();
  for (const figure of figures) {
    if (figure.kind !== 'series') continue;
    if (figure.scorerError?.[brand] === undefined && !figure.corrected?.[brand]) continue;
    const headline = figure.headline?.[brand];
    const period = figure.verdicts[brand]?.['28']?.to;
    const plain = period === undefined ? undefined : again(figure.id, period);
    if (!headline || !plain || headline.low === null || headline.high === null) continue;
    if (plain.low === null || plain.high === null) continue;
    margins.set(figure.id, [Math.max(0, plain.low - headline.low), Math.max(0, headline.high - plain.high)]);
  }
  return (figure: string, { value, low, high, n }: Estimate) => {
    const [below, above] = margins.get(figure) ?? [0, 0];
    return {
      value: roundOrNull(value),
      // Only nets carry what a scorer may be off by, and none lies outside of −100 to 100.
      low: roundOrNull(low === null || below === 0 ? low : Math.max(-100, low - below)),
      high: roundOrNull(high === null || above === 0 ? high : Math.min(100, high + above)),
      n: round(n),
    };
  };
}
