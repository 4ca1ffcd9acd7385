import { opinions } from './advocacy.ts';
import { dividedBy, monthLimits, partLimits, ratioByPart, ratioMonths } from './by-part.ts';
import type { FigureDefinition } from './figure.ts';

const method = 'advocacy-by-part@1';

export const advocacyByPart: FigureDefinition = {
  id: 'advocacy-by-part',
  title: 'Advocacy by part',
  question: 'Where is the brand recommended, and where warned of?',
  formula: `Advocacy of the last 90 days ${dividedBy}: 100 × (promoters − detractors) ÷ stories with an opinion, by the first mention of each story. Interval as for net sentiment. Parts with fewer than 5 such stories are left out. ${ratioMonths}`,
  limits: `${partLimits} The interval holds the sampling error only. ${monthLimits}`,
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: true,
  method,
  measure: (facts) => ratioByPart(facts, opinions),
};
