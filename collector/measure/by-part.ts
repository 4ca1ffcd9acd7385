import type { BreakdownFigure } from '#contract';
import { coverageShares, type Shares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { breakdownDays, lastDays, startOfLast } from './late-days.ts';
import { type Divided, type Part, type PartRow, partsOf } from './parts.ts';
import { type RatioKind, ratioLine } from './ratio-figure.ts';
import { round, roundOrNull } from './round.ts';
import { type Subset, subsetOf, takenValues } from './row-subset.ts';
import type { Rows } from './rows.ts';
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

/** A part of a brand's talk as a table of its own, and the facts with that table in the brand's place. */
type PartFacts = { facts: Facts; part: Subset; shares: Shares };

function partFacts(facts: Facts, brand: number, { rows: wanted }: Part, shares: Shares): PartFacts {
  const part = subsetOf(facts.rows[brand] as Rows, wanted, facts.days);
  return {
    facts: { ...facts, rows: facts.rows.map((rows, of) => (of === brand ? part.rows : rows)) },
    part,
    shares,
  };
}

type Body = Omit<
  BreakdownFigure,
  'id' | 'title' | 'question' | 'formula' | 'limits' | 'unit' | 'basis' | 'proxy' | 'method'
>;

/** A figure of rows by part, each brand's own. */
export function byPart(
  facts: Facts,
  rowsOf: (part: PartFacts, brand: number, by: PartRow['by']) => PartRow[],
  divided: readonly Divided[] = usual,
): Body {
  return {
    kind: 'breakdown',
    brands: Object.fromEntries(
      facts.brands.map(({ id }, brand) => {
        const shares = coverageShares(facts, speaksOf(brand), facts.joined[brand]);
        const parts = facts.days === 0 ? [] : partsOf(facts, brand, divided);
        return [
          id,
          { rows: parts.flatMap((part) => rowsOf(partFacts(facts, brand, part, shares), brand, part.by)) },
        ];
      }),
    ),
    period: lastDays(breakdownDays, facts),
  };
}

/** A ratio by part. */
export const ratioByPart = (facts: Facts, kind: RatioKind, divided: readonly Divided[] = usual): Body =>
  byPart(
    facts,
    ({ facts, part, shares }, brand, by) => {
      const all = kind.values(part.rows);
      const values = takenValues(part, (row) => all[row] as number);
      return partRow(
        facts,
        by,
        ratioLine(facts, brand, { ...kind, values: () => values }, speaksOf(brand), { shares }),
      );
    },
    divided,
  );
