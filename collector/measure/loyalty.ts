import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { added, wilsonInterval } from './moments.ts';
import { type RatioKind, ratioLine } from './ratio-figure.ts';

const method = 'loyalty@1';

/** Those who stay, of those who say whether they do. */
export const staying: RatioKind = {
  values: (rows) => rows.loyal,
  perStory: true,
  added: added.shares,
  interval: wilsonInterval,
  ends: [0, 1],
  scale: 100,
};

/** The line of one brand. */
export const loyaltyLine = (facts: Facts, brand: number): BrandLine =>
  ratioLine(facts, brand, staying, speaksOf(brand));

export const loyalty: FigureDefinition = {
  id: 'loyalty',
  title: 'Loyalty',
  question: 'Of those who say whether they stay, how many do?',
  formula:
    '100 × stay ÷ (stay + leave), over stories whose first mention carries one of the two intents: its author says that they come back, renew or stay a customer, or that they cancel, switch away or never return. Who says both, or neither, is not counted. Interval: Wilson’s, over as many stories as those of the same days are worth.',
  limits:
    'A proxy: few people say in public that they stay, and more say that they leave; it is no share of customers kept. Compare it with itself and with the panel. Intents are read from words, in English only; how often they are right stands with the model. A threat to leave counts as little as a wish to stay. The interval holds the sampling error only.',
  unit: '%',
  basis: 'stories',
  proxy: true,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => loyaltyLine(facts, brand),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'loyalty', method), replayBreaks(facts)),
    ),
};
