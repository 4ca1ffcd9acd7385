import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { countLine } from './count-figure.ts';
import { type FigureDefinition, seriesBody } from './figure.ts';

const method = 'stories@1';

export const stories: FigureDefinition = {
  id: 'stories',
  title: 'Stories',
  question: 'How many different things are said about the brand?',
  formula:
    'Number of stories (mentions that repeat each other, as clusters), each counted once, on the day of its first mention. 0 on a covered day is 0; a day on which no planned source was covered is a gap.',
  limits:
    'What the sources of this panel carried, not all that was said. Rises when a source is added; the awareness index does not. Copies are found where the link is the same, or where title or text are near copies within 60 days, down to light edits. A story that is told in other words counts as one of its own, and so does a copy with a corrected number (one that is rounded, with a word such as “about”, may differ by 5%), another name or an opposite outcome (“rises” for “falls”: from a list in six languages). Where two stories of one template differ in one plain word only, they count as one. An edited copy among hundreds of stories of one template may be missed, a word-for-word one is not. The number is rather too high. No interval: it is a count of what was seen.',
  unit: 'stories',
  basis: 'stories',
  proxy: false,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => countLine(facts, brand, true),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'stories', method), replayBreaks(facts)),
    ),
};
