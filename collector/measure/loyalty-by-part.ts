import { dividedBy, monthLimits, partLimits, ratioByPart, ratioMonths } from './by-part.ts';
import type { FigureDefinition } from './figure.ts';
import { staying } from './loyalty.ts';

const method = 'loyalty-by-part@1';

export const loyaltyByPart: FigureDefinition = {
  id: 'loyalty-by-part',
  title: 'Loyalty by part',
  question: 'Where do people say that they stay, and where that they leave?',
  formula: `Loyalty of the last 90 days ${dividedBy}: 100 × stay ÷ (stay + leave), by the first mention of each story. Interval: Wilson’s, as for loyalty. Parts with fewer than 5 such stories are left out. ${ratioMonths}`,
  limits: `${partLimits} Few people say in public whether they stay: expect few parts. The interval holds the sampling error only. ${monthLimits}`,
  unit: '%',
  basis: 'stories',
  proxy: true,
  method,
  measure: (facts) => ratioByPart(facts, staying),
};
