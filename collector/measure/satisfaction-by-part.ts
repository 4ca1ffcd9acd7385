import { dividedBy, partLimits, ratioByPart, usual } from './by-part.ts';
import type { FigureDefinition } from './figure.ts';
import { ratings } from './satisfaction.ts';

const method = 'satisfaction-by-part@1';

export const satisfactionByPart: FigureDefinition = {
  id: 'satisfaction-by-part',
  title: 'Satisfaction by part',
  question: 'Who rates the brand well, and who does not?',
  formula: `Mean rating of the last 90 days, each rescaled to 1–5, ${dividedBy}, and by source: stores and sites rate on different habits. Interval as for satisfaction. Parts with fewer than 5 ratings are left out.`,
  limits: `${partLimits} Versions of an app stand apart, as satisfaction by version.`,
  unit: 'stars, 1 to 5',
  basis: 'reviews',
  proxy: false,
  method,
  measure: (facts) => ratioByPart(facts, ratings, [...usual, 'source']),
};
