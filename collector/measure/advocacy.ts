import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import { added } from './moments.ts';
import { type RatioKind, ratioLine } from './ratio-figure.ts';

const method = 'advocacy@1';

/** Promoters less detractors. */
export const opinions: RatioKind = {
  values: (rows) => rows.opinion,
  perStory: true,
  added: added.nets,
  ends: [-1, 1],
  scale: 100,
};

/** The line of one brand. */
export const advocacyLine = (facts: Facts, brand: number): BrandLine =>
  ratioLine(facts, brand, opinions, speaksOf(brand));

export const advocacy: FigureDefinition = {
  id: 'advocacy',
  title: 'Advocacy',
  question: 'Do people recommend the brand, or warn of it?',
  formula:
    '100 × (promoters − detractors) ÷ stories with an opinion, −100 to 100. Promoter: a rating of at least nine tenths of its scale (5 of 5, 9–10 of 10, voted up) or the intent to recommend; detractor: at most six tenths (≤ 3 of 5, ≤ 6 of 10, voted down) or a warning; the rest with a rating, or with both intents, passive. A rating decides before an intent. Interval as for net sentiment.',
  limits:
    'A proxy: what people say in public, not what a survey asks. Those who write are moved more than most, and rate at the ends of the scale; compare it with itself and with the panel, never with a surveyed NPS. Intents are read from words. The interval holds the sampling error only.',
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: true,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => advocacyLine(facts, brand),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'advocacy', method), replayBreaks(facts)),
    ),
};
