import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { added } from './moments.ts';
import { ratioLine } from './ratio-figure.ts';
import { withScorerError } from './scorer-error.ts';
import { unscoredOf } from './unscored.ts';

const method = 'net-sentiment@3';

/** The line of one brand's tone, as the scorer or the team judged it. */
export const netSentimentLine = (facts: Facts, brand: number): BrandLine =>
  ratioLine(
    facts,
    brand,
    { values: (rows) => rows.tone, perStory: true, added: added.nets, ends: [-1, 1], scale: 100 },
    speaksOf(brand),
  );

export const netSentiment: FigureDefinition = {
  id: 'net-sentiment',
  title: 'Net sentiment',
  question: 'Is what is said about the brand kind or unkind?',
  formula:
    '100 × (positive − negative) ÷ scored stories, −100 to 100; a story has the tone of its first mention, toward this brand, or the one that the team’s own label gives it. Interval: standard error √((p + n − (p − n)²) ÷ N) after adding ¾ positive, ¾ negative and 1½ neutral, × the square root of the dispersion between days; stretched to hold the value where adding moved it out. The headline, being a level, also carries what the scorer may be off by: 10 points on each side, or, with 200 labels by lot of the team’s own, the distance to the corrected value where that is more. With so many labels the corrected line stands beside it: the mean of EMQ and of mean probability, after the scorer’s probabilities are made to fit the confusion matrix of the labels; its interval holds the error of the labels as well.',
  limits:
    "Tone as a scorer reads it from a title and an excerpt. The intervals of days, weeks and months hold the sampling error only: the scorer's own error may shift the level by 10 points and more, and largely cancels where a brand is compared with itself. With fewer than 200 labels by lot it is not corrected. The correction takes for granted that the scorer errs now as it does on the labels; where talk is far from what it was when they were drawn, it leans towards that time. Stories in languages that the scorer does not know are not scored: they are counted beside it, count in volume, and by their ratings. The mix of sources moves it: see the breaks.",
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: false,
  method,
  measure: (facts) => {
    const lines = facts.brands.map((_, brand) => netSentimentLine(facts, brand));
    const breaks = allBreaks(
      mixBreaks(facts),
      methodBreaks(facts, 'net-sentiment', method),
      replayBreaks(facts),
    );
    return withScorerError(facts, lines, {
      ...seriesBody(facts, (brand) => lines[brand] as BrandLine, breaks),
      unscored: unscoredOf(facts),
    });
  },
};
