import type { RankingFigure } from '#contract';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { lateStories } from './late-stories.ts';
import { added, dailyMoments, intervalOfMean, withinDay } from './moments.ts';
import { round } from './round.ts';
import { hasIntent, type Rows } from './rows.ts';
import { fewestForRatio } from './verdict.ts';

const method = 'comparisons@2';
const mostQuotes = 5;

type Row = RankingFigure['brands'][string]['rows'][number];

/** The first row that tells each of some documents. */
function rowsTelling({ doc, length }: Rows, wanted: ReadonlySet<number>): Map<number, number> {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < length; row++) {
    const told = doc[row] as number;
    if (wanted.has(told) && !rowOf.has(told)) rowOf.set(told, row);
  }
  return rowOf;
}

/** The tone of a row toward each theme that it names, as the sign of all that it says of it. */
function tonesByTheme({ themes }: Rows, row: number): Map<number, number> {
  const tones = new Map<number, number>();
  for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++) {
    const [theme, tone] = [themes.theme[at] as number, themes.tone[at] as number];
    if (!Number.isNaN(tone)) tones.set(theme, (tones.get(theme) ?? 0) + tone);
  }
  return tones;
}

/** Who comes off better on which theme, of pairs of rows that say it of both; the themes that most pairs name first. */
function byTheme(
  facts: Facts,
  own: Rows,
  theirs: Rows,
  pairs: readonly (readonly [row: number, beside: number])[],
): NonNullable<Row['themes']> {
  const found = new Map<number, { wins: number; losses: number; even: number }>();
  for (const [row, beside] of pairs) {
    const against = tonesByTheme(theirs, beside);
    for (const [theme, tone] of tonesByTheme(own, row)) {
      const other = against.get(theme);
      if (other === undefined) continue;
      const count = found.get(theme) ?? { wins: 0, losses: 0, even: 0 };
      const result = Math.sign(tone) - Math.sign(other);
      if (result > 0) count.wins++;
      else if (result < 0) count.losses++;
      else count.even++;
      found.set(theme, count);
    }
  }
  const sum = ({ wins, losses, even }: { wins: number; losses: number; even: number }) =>
    wins + losses + even;
  return [...found]
    .sort(([a, one], [b, other]) => sum(other) - sum(one) || a - b)
    .map(([theme, count]) => {
      const { id, name } = facts.themes[theme] as Facts['themes'][number];
      return { id, name, ...count };
    });
}

/** What one brand's stories say beside another brand, in the same document. */
function against(
  facts: Facts,
  stories: readonly number[],
  brand: number,
  other: number,
  rowOf: ReadonlyMap<number, number>,
): Row | undefined {
  const [own, theirs] = [facts.rows[brand] as Rows, facts.rows[other] as Rows];
  const found: { row: number; result: number }[] = [];
  const pairs: [number, number][] = [];
  let [leftFor, cameFrom] = [0, 0];
  for (const row of stories) {
    const beside = rowOf.get(own.doc[row] as number);
    if (beside === undefined) continue;
    const [leavesOwn, leavesTheirs] = [hasIntent(own, row, 'leave'), hasIntent(theirs, beside, 'leave')];
    if (leavesOwn && !leavesTheirs) leftFor++;
    if (leavesTheirs && !leavesOwn) cameFrom++;
    if (!hasIntent(own, row, 'compare') && !hasIntent(theirs, beside, 'compare')) continue;
    pairs.push([row, beside]);
    const result = Math.sign((own.tone[row] as number) - (theirs.tone[beside] as number));
    if (!Number.isNaN(result)) found.push({ row, result });
  }
  if (found.length + leftFor + cameFrom === 0) return undefined;
  const of = (result: number): number => found.filter((one) => one.result === result).length;
  const [wins, losses] = [of(1), of(-1)];
  const byDay = Array.from({ length: 3 }, () => new Float64Array(facts.days));
  for (const { row, result } of found)
    for (const [power, column] of byDay.entries()) {
      const day = own.day[row] as number;
      column[day] = (column[day] as number) + result ** power;
    }
  const [n, sum, squares] = byDay as [Float64Array, Float64Array, Float64Array];
  const daily = dailyMoments(n, sum, squares);
  const moments = daily.span(0, facts.days - 1);
  const enough = found.length >= fewestForRatio;
  const { low, high } = intervalOfMean(moments, added.nets, withinDay([daily]), [-1, 1]);
  const { id, name } = facts.brands[other] as Facts['brands'][number];
  const themes = byTheme(facts, own, theirs, pairs);
  return {
    id,
    name,
    value: enough ? round((100 * (wins - losses)) / found.length) : null,
    low: enough ? round(100 * low) : null,
    high: enough ? round(100 * high) : null,
    n: found.length,
    parts: { wins, losses, even: found.length - wins - losses, leftFor, cameFrom },
    mentions: found
      .slice(-mostQuotes)
      .reverse()
      .map(({ row }) => own.id(row)),
    ...(themes.length > 0 ? { themes } : {}),
  };
}

export const comparisons: FigureDefinition = {
  id: 'comparisons',
  title: 'Comparisons',
  question: 'With whom is the brand compared, and who comes off better?',
  formula:
    'Over the last 90 days and per other brand of the panel: stories that compare (the intent, read in the words about either) and name both. Won where the tone toward this brand is the better one, lost where the other’s is, else even. 100 × (won − lost) ÷ compared, −100 to 100; interval as for net sentiment. By theme that the words about both name, the same by the tones toward it. Beside it how many say that they leave this brand, and not the other, which they name; and the other way round. That they join it is not read: it is not shown often enough that this is right.',
  limits:
    'Who compares has often decided already. Fewer than 5 comparisons have no value. Brands outside of the panel are not seen. Intents and tones are read from words.',
  unit: 'points, −100 to 100',
  basis: 'stories that compare',
  proxy: true,
  method,
  measure(facts) {
    const stories = facts.brands.map((_, brand) => lateStories(facts, brand));
    const docs = new Set(
      stories.flatMap((rows, brand) => rows.map((row) => facts.rows[brand]?.doc[row] as number)),
    );
    const rowOf = facts.rows.map((rows) => rowsTelling(rows, docs));
    const besides = (brand: number): Row[] =>
      facts.brands.flatMap((_, other) => {
        const [own, theirs] = [stories[brand], rowOf[other]];
        const row = other !== brand && own && theirs && against(facts, own, brand, other, theirs);
        return row ? [row] : [];
      });
    return {
      kind: 'ranking',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [
          id,
          { rows: besides(brand).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1)) },
        ]),
      ),
      period: lastDays(breakdownDays, facts),
    };
  },
};
