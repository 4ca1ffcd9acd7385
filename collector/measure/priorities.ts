import type { RankingFigure } from '#contract';
import { type Complaint, type Cost, costs } from './costs.ts';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays, startOfLast } from './late-days.ts';
import { added } from './moments.ts';
import { ratioLine } from './ratio-figure.ts';
import { round } from './round.ts';
import type { Rows } from './rows.ts';
import { type QuotedTone, themeQuotes } from './theme-quotes.ts';
import { fewestForRatio, verdictBeside } from './verdict.ts';

const method = 'priorities@2';
const window = '90';
/** Opinions of a kind under which a regression on themes is a guess. */
const fewestOpinions = 30;

type Row = RankingFigure['brands'][string]['rows'][number];

/** Indices of the themes that a row speaks ill of. */
function complainedOf({ themes }: Rows, row: number): number[] {
  const found: number[] = [];
  for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++)
    if (themes.tone[at] === -1 && !found.includes(themes.theme[at] as number))
      found.push(themes.theme[at] as number);
  return found;
}

/** By row: whether it speaks ill of a theme, as 1 or 0. */
export function complainsOf({ themes, length }: Rows, theme: number): Float64Array {
  const complains = new Float64Array(length);
  let row = 0;
  for (let at = 0; at < themes.theme.length; at++) {
    if (themes.theme[at] !== theme || themes.tone[at] !== -1) continue;
    while ((themes.starts[row + 1] as number) <= at) row++;
    complains[row] = 1;
  }
  return complains;
}

/** The costs where there are enough opinions, and enough of them complain of the theme. */
function costsAmong(opinions: readonly Complaint[], themes: number): (Cost | undefined)[] {
  if (opinions.length < fewestOpinions) return [];
  return costs(opinions, themes).map((cost) => (cost.complaints < fewestForRatio ? undefined : cost));
}

/** `advocates`, `advocatesLow`, `advocatesHigh`: a value and its interval as parts. */
const asParts = (name: string, one: { value: number; low: number; high: number } | undefined, scale = 1) =>
  one
    ? {
        [name]: round(scale * one.value),
        [`${name}Low`]: round(scale * one.low),
        [`${name}High`]: round(scale * one.high),
      }
    : {};

function rowsOf(facts: Facts, brand: number): Row[] {
  const rows = facts.rows[brand] as Rows;
  const takes = speaksOf(brand);
  const shares = coverageShares(facts, takes, facts.joined[brand] as number);
  const from = startOfLast(breakdownDays, facts);
  const reviews: Complaint[] = [];
  const opinions: Complaint[] = [];
  const complaining = new Uint32Array(facts.themes.length);
  const quoted = themeQuotes(facts);
  for (let row = rows.starts[from] ?? 0; row < (rows.starts[facts.days] ?? 0); row++) {
    const day = rows.day[row] as number;
    if (shares.observed[day] !== 1) continue;
    const themes = complainedOf(rows, row);
    const stars = rows.stars[row] as number;
    if (!Number.isNaN(stars)) reviews.push({ day, value: stars, themes });
    if (rows.previous[row] !== -1) continue;
    const opinion = rows.opinion[row] as number;
    if (!Number.isNaN(opinion)) opinions.push({ day, value: opinion, themes });
    for (const theme of themes) complaining[theme] = (complaining[theme] as number) + 1;
  }
  const stars = costsAmong(reviews, facts.themes.length);
  const advocates = costsAmong(opinions, facts.themes.length);
  const found = facts.themes.flatMap(({ id, name }, theme): Row[] => {
    const n = complaining[theme] as number;
    if (n < fewestForRatio) return [];
    const line = ratioLine(
      facts,
      brand,
      {
        values: (all) => complainsOf(all, theme),
        perStory: true,
        added: added.shares,
        ends: [0, 1],
        scale: 100,
      },
      takes,
    );
    const reach = line.estimate(from, facts.days - 1, null);
    const change = verdictBeside(facts, line.compare, window);
    const trend =
      change && change.difference !== null && change.low !== null && change.high !== null
        ? { value: change.difference, low: change.low, high: change.high }
        : undefined;
    const cost = stars[theme];
    const said = (tone: QuotedTone): string[] =>
      (quoted(brand, theme, tone)?.rows ?? []).map((row) => rows.id(row));
    const quotes = { negative: said('negative'), positive: said('positive') };
    return [
      {
        id,
        name,
        value: cost ? round(cost.value) : null,
        low: cost ? round(cost.low) : null,
        high: cost ? round(cost.high) : null,
        n,
        parts: {
          ...asParts('reach', { value: reach.value ?? 0, low: reach.low ?? 0, high: reach.high ?? 0 }),
          ...asParts('advocates', advocates[theme], 100),
          ...asParts('trend', trend),
        },
        mentions: [...quotes.negative, ...quotes.positive],
        quotes,
      },
    ];
  });
  // What may as well cost nothing is ranked by the next of the three.
  const sure = (low: number | null | undefined): number => Math.max(0, low ?? 0);
  return found.sort(
    (a, b) =>
      sure(b.low) - sure(a.low) ||
      sure(b.parts.advocatesLow) - sure(a.parts.advocatesLow) ||
      (b.parts.reachLow ?? 0) - (a.parts.reachLow ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}

export const priorities: FigureDefinition = {
  id: 'priorities',
  title: 'Priorities',
  question: 'What should be fixed first?',
  formula:
    'Over the last 90 days, for each theme that at least 5 stories speak ill of. Cost in stars: share of the reviews that complain of it × its coefficient in one joint ridge regression of the rating (1 to 5) on all themes complained of, λ = 0.5; cost in advocates: the same of the opinions of advocacy, in points. Reach: share of stories that complain of it; trend: reach minus that of the 90 days before, in points. Intervals: bootstrap over days for costs (over opinions where there are fewer than 20 days), by Student’s t wider where few complaints tell a theme from the others; as net sentiment for reach. Ranked by the lower end of the cost in stars where it is above 0, then of that in advocates, then of reach, so that a loud but small complaint does not lead. Each with quotes that complain of the theme and that praise it, chosen as for voices.',
  limits:
    'A cost is what goes with a complaint, not what mending it would bring. Fewer than 30 reviews, or 5 that complain of the theme, give no cost in stars; 30 opinions likewise. Themes are found by words, so that reach understates: a complaint in other words is not found. What is a complaint is the scorer’s judgement.',
  unit: 'stars lost',
  basis: 'stories',
  proxy: true,
  method,
  readsWords: true,
  measure: (facts) => ({
    kind: 'ranking',
    brands: Object.fromEntries(facts.brands.map(({ id }, brand) => [id, { rows: rowsOf(facts, brand) }])),
    period: lastDays(breakdownDays, facts),
  }),
};
