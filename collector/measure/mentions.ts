import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { countLine } from './count-figure.ts';
import { type FigureDefinition, seriesBody } from './figure.ts';

const method = 'mentions@1';

export const mentions: FigureDefinition = {
  id: 'mentions',
  title: 'Mentions',
  question: 'How often is the brand named?',
  formula:
    'Number of mentions by day of publication, copies included: one for each source that carried a document. 0 on a covered day is 0; a day on which no planned source was covered is a gap.',
  limits:
    'What the sources of this panel carried, not all that was said. Rises when a source is added; the awareness index does not. Copies count, so that one agency text can be forty mentions. No interval: it is a count of what was seen. Changes are judged on the sources and days covered in both windows.',
  unit: 'mentions',
  basis: 'mentions',
  proxy: false,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => countLine(facts, brand, false),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'mentions', method), replayBreaks(facts)),
    ),
};
