import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { added } from './moments.ts';
import { type RatioKind, ratioLine } from './ratio-figure.ts';
import type { Rows } from './rows.ts';
import type { SourceFacts } from './source-facts.ts';

const method = 'satisfaction@1';

/** Sources that have given ratings of the brand: a news feed that fails takes nothing from this figure. */
function sourcesWithRatings(facts: Facts, brand: number): (source: SourceFacts) => boolean {
  const { stars, source } = facts.rows[brand] as Rows;
  const rating = new Set<SourceFacts | undefined>();
  for (let row = 0; row < stars.length; row++) {
    if (!Number.isNaN(stars[row])) rating.add(facts.sources[source[row] as number]);
  }
  return (one) => rating.has(one) && speaksOf(brand)(one);
}

/** Stars, each review. */
export const ratings: RatioKind = {
  values: (rows) => rows.stars,
  perStory: false,
  added: added.stars,
  ends: [1, 5],
  scale: 1,
};

/** The line of one brand's ratings. */
export const satisfactionLine = (facts: Facts, brand: number): BrandLine =>
  ratioLine(facts, brand, ratings, sourcesWithRatings(facts, brand));

export const satisfaction: FigureDefinition = {
  id: 'satisfaction',
  title: 'Satisfaction',
  question: 'How do people rate the brand?',
  formula:
    'Mean rating, each rescaled to 1–5: the ends of its scale stay ends, a thumb down is 1 and a thumb up 5. Every review counts, a document that several sources carry once. Interval: Student’s t after adding one rating of 1 and one of 5, × the square root of the dispersion between days.',
  limits:
    'Ratings that people gave unasked: most at the ends, few in between. Thumbs and stars are pooled. Coverage is that of the sources that give ratings. It says nothing of brands whose ratings no source carries.',
  unit: 'stars, 1 to 5',
  basis: 'reviews',
  proxy: false,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => satisfactionLine(facts, brand),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'satisfaction', method), replayBreaks(facts)),
    ),
};
