import {
  dividedBy,
  monthLimits,
  partLimits,
  ratioByPart,
  ratioMonths,
  sharesOfPart,
  usual,
} from './by-part.ts';
import { rowsWhere } from './compare.ts';
import type { FigureDefinition } from './figure.ts';
import type { Rows } from './rows.ts';
import { ratings } from './satisfaction.ts';

const method = 'satisfaction-by-part@1';

export const satisfactionByPart: FigureDefinition = {
  id: 'satisfaction-by-part',
  title: 'Satisfaction by part',
  question: 'Who rates the brand well, and who does not?',
  formula: `Mean rating of the last 90 days, each rescaled to 1–5, ${dividedBy}, and by source: stores and sites rate on different habits. Interval as for satisfaction. Parts with fewer than 5 ratings are left out. ${ratioMonths}`,
  limits: `${partLimits} Versions of an app stand apart, as satisfaction by version. ${monthLimits}`,
  unit: 'stars, 1 to 5',
  basis: 'reviews',
  proxy: false,
  method,
  measure: (facts) =>
    ratioByPart(facts, ratings, [...usual, 'source'], (_, brand, by, only) => {
      const { stars } = facts.rows[brand] as Rows;
      // A news feed that fails takes nothing from ratings.
      const rated = rowsWhere(only, (row) => !Number.isNaN(stars[row]));
      return sharesOfPart(facts, brand, by, rated);
    }),
};
