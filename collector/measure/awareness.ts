import { type AwarenessModel, fitAwareness, holdsEnough, usedBy } from './awareness-model.ts';
import { allBreaks, methodBreaks, replayBreaks } from './breaks.ts';
import { rowsWhere, type Units, valuesOf } from './compare.ts';
import { countComparison, unrestOf } from './count-figure.ts';
import { comparable, coverageShares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { z95 } from './moments.ts';
import type { Rows } from './rows.ts';
import { type Estimate, nothing } from './series.ts';

const method = 'awareness@1';

/** Expected stories below which seeing none stays within 95% of chance: -ln 0.025. */
const mostUnseen = -Math.log(0.025);

const running = (column: Float64Array | Uint8Array): Float64Array => {
  const sums = new Float64Array(column.length + 1);
  for (let at = 0; at < column.length; at++) sums[at + 1] = (sums[at] as number) + (column[at] as number);
  return sums;
};

/**
 * Index over spans of days: 100 × (seen ÷ expected) ÷ (the same over the base). Its interval is on the log scale:
 * variance φ (1/n + 1/n_base − 2 n_both/(n n_base)), where n_both are the stories that period and base share, so
 * that a period within the base is not charged twice for them.
 */
export function indexOver(model: AwarenessModel): (from: number, to: number) => Estimate {
  const { seen, expected, held, whole, base, dispersion } = model;
  if (base === null) return () => nothing;
  const inBase = new Float64Array(seen.length);
  let [baseSeen, baseExpected] = [0, 0];
  for (const day of base) {
    inBase[day] = seen[day] as number;
    baseSeen += seen[day] as number;
    baseExpected += expected[day] as number;
  }
  if (baseSeen === 0) return () => nothing;
  const sums = {
    seen: running(seen),
    expected: running(expected),
    held: running(held),
    whole: running(whole),
    both: running(inBase),
  };
  return (from, to) => {
    const over = (column: Float64Array): number => (column[to + 1] as number) - (column[from] as number);
    const n = over(sums.seen);
    if (!holdsEnough(over(sums.held), over(sums.whole))) return { ...nothing, n };
    // On weekdays on which no covered source ever carried anything there is no level to speak of.
    if (!(over(sums.expected) > 0)) return { ...nothing, n };
    const per = (100 * baseExpected) / (baseSeen * over(sums.expected));
    if (n === 0) return { value: 0, low: 0, high: per * mostUnseen * dispersion, n };
    const variance = dispersion * (1 / n + 1 / baseSeen - (2 * over(sums.both)) / (n * baseSeen));
    const factor = Math.exp(z95 * Math.sqrt(Math.max(0, variance)));
    const value = per * n;
    return { value, low: value / factor, high: value * factor, n };
  };
}

/** Stories that a source carried, of some rows or all, of the sources that the model uses. */
function carriedBy(rows: Rows, { sources }: AwarenessModel, only?: Uint32Array): Units {
  const isUsed = new Uint8Array(1 + Math.max(0, ...sources));
  for (const source of sources) isUsed[source] = 1;
  const counts = (row: number): boolean =>
    rows.carried[row] === 1 && isUsed[rows.source[row] as number] === 1;
  return only
    ? { rows, only: rowsWhere(only, counts), perStory: false }
    : {
        rows,
        values: valuesOf(rows.length, (row) => (counts(row) ? 1 : Number.NaN)),
        perStory: false,
      };
}

/**
 * One brand's index, or that of a part of its talk.
 *
 * @param only rows of the part, ascending
 */
export function indexLine(
  facts: Facts,
  brand: number,
  only?: Uint32Array,
): Omit<BrandLine, 'shares'> & { /** Stories carried in the base. */ inBase: number } {
  const model = fitAwareness(facts, brand, only);
  const joined = facts.joined[brand] as number;
  const unrest = unrestOf(model.seen, model.expected, model.dispersion);
  return {
    scatter: unrest.scatter,
    inBase: (model.base ?? []).reduce((sum, day) => sum + (model.seen[day] as number), 0),
    estimate: indexOver(model),
    compare: countComparison(
      facts,
      carriedBy(facts.rows[brand] as Rows, model, only),
      usedBy(facts, model),
      joined,
      unrest,
    ),
  };
}

/** The line of one brand's index. */
export const awarenessLine = (facts: Facts, brand: number): BrandLine => ({
  ...indexLine(facts, brand),
  shares: coverageShares(facts, comparable, facts.joined[brand]),
});

export const awareness: FigureDefinition = {
  id: 'awareness',
  title: 'Awareness',
  question: 'Is the brand talked about more than it was?',
  formula:
    'Index(period) = 100 × exp(level) ÷ that of the base, the first 28 covered days (back-filled days count, gaps do not); of a brand of which nothing was said on them, the first 28 covered days after that of its first story. log E c_s(d) = source_s + weekday_s(d) + level(period of d), where c_s(d) is the number of stories that source s itself carried on day d; fitted on covered cells only (quasi-Poisson, iterative proportional fitting). Interval on the log scale with the dispersion φ: φ (1/n + 1/n_base), less what period and base share.',
  limits:
    'Carriage, not people: a story that five sources carry is heard five times. A proxy for awareness as a survey asks it. A source with under 28 covered days waits; sources bound to one brand (the reviews of its own app) stay out, of its own line too, since the lines of brands are drawn together. 100 is each brand’s own beginning, so that 120 beside 110 does not mean better known. A period in which the covered sources hold less than half of the usual stories is a gap. History is re-estimated slightly as it grows.',
  unit: 'index, base = 100',
  basis: 'stories carried',
  proxy: true,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => awarenessLine(facts, brand),
      allBreaks(methodBreaks(facts, 'awareness', method), replayBreaks(facts)),
    ),
};
