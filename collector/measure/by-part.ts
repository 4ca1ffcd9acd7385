import type { BreakdownFigure } from '#contract';
import { coverageShares, type Shares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { breakdownDays, lastDays, startOfLast } from './late-days.ts';
import { courses, type Periods, periodNames, periodsTold } from './part-course.ts';
import { partShares, type Told } from './part-shares.ts';
import { type Divided, type PartRow, partsOf } from './parts.ts';
import { type RatioKind, ratioLine } from './ratio-figure.ts';
import { round, roundOrNull } from './round.ts';
import { fewestForRatio, verdictOf } from './verdict.ts';

const window = '90';

/** What all figures by part say of what they are divided by. */
export const dividedBy =
  'by group of sources, language, site (the twelve with most stories, the others together), theme (stories that name it) and segment of brand.yml';
export const partLimits =
  'Parts overlap: a story has a group, a site and any number of themes and segments. With forty parts two differ from the whole by chance alone.';
export const usual: readonly Divided[] = ['group', 'language', 'site', 'theme', 'segment'];

/** What all figures by part say of their months. */
export const byMonth =
  'The same stands beside it by calendar month, the last 13, and of groups of sources by week, the last 26; coverage is that of the part: of a group its own sources, of any other those that carry it, each weighted by its usual share of the part’s stories.';
export const monthLimits =
  'Months of parts are for reading one part over time: they add up to no whole, and of a hundred some differ by chance alone. Where no source of a part was read in a month there is a gap; the last month may not be over.';
/** The same of ratios. */
export const ratioMonths = `${byMonth} A month with fewer than 5 has no value.`;

/** What a row is made of besides its line. */
type Beside = {
  /** How well the part itself was read. */
  shares: Shares;
  periods: Periods;
  /** Basis below which a month has no value. */
  fewest: number;
};

/** The last 90 days of a part's line, how they changed, and its months; nothing where fewer than five count. */
export function partRow(
  facts: Facts,
  by: PartRow['by'],
  line: Pick<BrandLine, 'estimate' | 'compare'>,
  { shares, periods, fewest }: Beside,
): PartRow[] {
  const to = facts.days - 1;
  const coverage = shares.over(facts.days - breakdownDays, to);
  const found = line.estimate(startOfLast(breakdownDays, facts), to, coverage);
  if (found.n < fewestForRatio) return [];
  return [
    {
      by,
      value: roundOrNull(found.value),
      low: roundOrNull(found.low),
      high: roundOrNull(found.high),
      n: round(found.n),
      coverage: roundOrNull(coverage),
      ...(line.compare && { change: verdictOf(facts, line.compare, window) }),
      ...coursesOf(facts, by, line.estimate, { shares, periods, fewest }),
    },
  ];
}

/** Months of a part, and weeks where it is a group of sources. */
export const coursesOf = (
  facts: Facts,
  by: PartRow['by'],
  estimate: BrandLine['estimate'],
  { periods, ...beside }: Beside,
): Pick<PartRow, 'months' | 'weeks'> =>
  courses(facts, periods, { estimate, ...beside }, by['group'] !== undefined);

/** A part of a brand's talk: its rows, and what is known of the sources. */
type OfPart = {
  by: PartRow['by'];
  only: Uint32Array;
  /** Of all sources that speak of the brand: what counts is what was said on days that any of them was read on. */
  shares: Shares;
  periods: Periods;
};

type Body = Omit<
  BreakdownFigure,
  'id' | 'title' | 'question' | 'formula' | 'limits' | 'unit' | 'basis' | 'proxy' | 'method'
>;

const ownShares = new WeakMap<Uint32Array, Shares>();

/** How well a part of one brand's talk was read; several figures ask for it. */
export function sharesOfPart(facts: Facts, brand: number, by: PartRow['by'], only: Uint32Array): Shares {
  const told: Told = { rows: facts.rows[brand] as Told['rows'], only };
  const found = ownShares.get(only) ?? partShares(facts, by, [told], speaksOf(brand), facts.joined[brand]);
  ownShares.set(only, found);
  return found;
}

/** A figure of rows by part, each brand's own. */
export function byPart(
  facts: Facts,
  rowsOf: (brand: number, part: OfPart) => PartRow[],
  divided: readonly Divided[] = usual,
): Body {
  const periods = periodsTold(facts);
  return {
    kind: 'breakdown',
    brands: Object.fromEntries(
      facts.brands.map(({ id }, brand) => {
        const shares = coverageShares(facts, speaksOf(brand), facts.joined[brand]);
        const parts = facts.days === 0 ? [] : partsOf(facts, brand, divided);
        return [
          id,
          { rows: parts.flatMap(({ by, rows: only }) => rowsOf(brand, { by, only, shares, periods })) },
        ];
      }),
    ),
    period: lastDays(breakdownDays, facts),
    periods: periodNames(periods),
  };
}

/**
 * A ratio by part.
 *
 * @param sharesOf how well a part was read, where not all that carry it have a say in the ratio
 */
export const ratioByPart = (
  facts: Facts,
  kind: RatioKind,
  divided: readonly Divided[] = usual,
  sharesOf = sharesOfPart,
): Body =>
  byPart(
    facts,
    (brand, { by, only, shares, periods }) =>
      partRow(facts, by, ratioLine(facts, brand, { ...kind, only }, speaksOf(brand), { shares }), {
        shares: sharesOf(facts, brand, by, only),
        periods,
        fewest: fewestForRatio,
      }),
    divided,
  );
