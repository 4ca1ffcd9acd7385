import type { BreakdownFigure } from '#contract';
import { coverageShares, type Shares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { breakdownDays, lastDays, startOfLast } from './late-days.ts';
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

/** The last 90 days of a part's line and how they changed; nothing where fewer than five count. */
export function partRow(facts: Facts, by: PartRow['by'], line: BrandLine): PartRow[] {
  const to = facts.days - 1;
  const found = line.estimate(startOfLast(breakdownDays, facts), to, null);
  if (found.n < fewestForRatio) return [];
  return [
    {
      by,
      value: roundOrNull(found.value),
      low: roundOrNull(found.low),
      high: roundOrNull(found.high),
      n: round(found.n),
      coverage: roundOrNull(line.shares.over(facts.days - breakdownDays, to)),
      ...(line.compare && { change: verdictOf(facts, line.compare, window) }),
    },
  ];
}

/** A part of a brand's talk: its rows, and what is known of the sources. */
type OfPart = { by: PartRow['by']; only: Uint32Array; shares: Shares };

type Body = Omit<
  BreakdownFigure,
  'id' | 'title' | 'question' | 'formula' | 'limits' | 'unit' | 'basis' | 'proxy' | 'method'
>;

/** A figure of rows by part, each brand's own. */
export function byPart(
  facts: Facts,
  rowsOf: (brand: number, part: OfPart) => PartRow[],
  divided: readonly Divided[] = usual,
): Body {
  return {
    kind: 'breakdown',
    brands: Object.fromEntries(
      facts.brands.map(({ id }, brand) => {
        const shares = coverageShares(facts, speaksOf(brand), facts.joined[brand]);
        const parts = facts.days === 0 ? [] : partsOf(facts, brand, divided);
        return [id, { rows: parts.flatMap(({ by, rows }) => rowsOf(brand, { by, only: rows, shares })) }];
      }),
    ),
    period: lastDays(breakdownDays, facts),
  };
}

/** A ratio by part. */
export const ratioByPart = (facts: Facts, kind: RatioKind, divided: readonly Divided[] = usual): Body =>
  byPart(
    facts,
    (brand, { by, only, shares }) =>
      partRow(facts, by, ratioLine(facts, brand, { ...kind, only }, speaksOf(brand), { shares })),
    divided,
  );
