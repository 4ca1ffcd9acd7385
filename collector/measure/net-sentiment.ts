import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { speaksOf } from './coverage-shares.ts';
import { type FigureDefinition, seriesBody } from './figure.ts';
import { added } from './moments.ts';
import { ratioLine } from './ratio-figure.ts';

const method = 'net-sentiment@1';

export const netSentiment: FigureDefinition = {
  id: 'net-sentiment',
  title: 'Net sentiment',
  question: 'Is what is said about the brand kind or unkind?',
  formula:
    '100 × (positive − negative) ÷ scored stories, −100 to 100; a story has the tone of its first mention, toward this brand. Interval: standard error √((p + n − (p − n)²) ÷ N) after adding ¾ positive, ¾ negative and 1½ neutral, × the square root of the dispersion between days; stretched to hold the value where adding moved it out.',
  limits:
    "Tone as a scorer reads it from a title and an excerpt. The interval holds the sampling error only: the scorer's error is not corrected, and may shift the level by 10 points and more; it largely cancels where a brand is compared with itself. Stories in languages that the scorer does not know are not scored. The mix of sources moves it: see the breaks.",
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: false,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) =>
        ratioLine(
          facts,
          brand,
          { values: (rows) => rows.tone, perStory: true, added: added.nets, ends: [-1, 1], scale: 100 },
          speaksOf(brand),
        ),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'net-sentiment', method), replayBreaks(facts)),
    ),
};
