import type { SeriesFigure } from '#contract';
import { correctedLine } from './corrected-line.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { round } from './round.ts';

/**
 * What the scorer may be off by in a level of net tone where no labels say, in points. Scorers of this sort err by 8 to 15
 * points on groups of 200 texts of a trade that they were not trained on. It is there before a change as well as after, so
 * that changes of one brand carry it far less.
 */
export const usualError = 10;

type Body = Pick<SeriesFigure, 'headline' | 'corrected' | 'scorerError'>;

/**
 * Adds to a figure of net tone what is known of the scorer's error, brand by brand: with enough labels by lot the corrected
 * line, and a headline whose interval holds that of the corrected one; else a headline that reaches 10 points further.
 */
export function withScorerError<T extends Body>(
  facts: Facts,
  lines: readonly BrandLine[],
  body: T,
): T & Body {
  const headline: NonNullable<Body['headline']> = { ...body.headline };
  const corrected: NonNullable<Body['corrected']> = {};
  const scorerError: NonNullable<Body['scorerError']> = {};
  for (const [brand, { id }] of facts.brands.entries()) {
    const { shares, moments } = lines[brand] as BrandLine;
    const made = moments && correctedLine(facts, brand, shares, moments);
    if (made) corrected[id] = made;
    const raw = headline[id];
    if (!raw || raw.low === null || raw.high === null) continue;
    if (made && made.headline.low !== null && made.headline.high !== null) {
      headline[id] = {
        ...raw,
        low: Math.min(raw.low, made.headline.low),
        high: Math.max(raw.high, made.headline.high),
      };
    } else {
      scorerError[id] = usualError;
      headline[id] = {
        ...raw,
        low: round(Math.max(-100, raw.low - usualError)),
        high: round(Math.min(100, raw.high + usualError)),
      };
    }
  }
  return {
    ...body,
    headline,
    ...(Object.keys(scorerError).length > 0 ? { scorerError } : {}),
    ...(Object.keys(corrected).length > 0 ? { corrected } : {}),
  };
}
