import { type Point, type SeriesFigure, trailing } from '#contract';
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

type Body = Pick<SeriesFigure, 'headline' | 'windows' | 'corrected' | 'scorerError'>;
type Level = Omit<Point, 'period'>;

/**
 * A level whose interval also holds what the scorer may be off by: as much as the labels show of these days where that is more than
 * usual. It stays an interval of what was counted, as far to one side as to the other; the corrected value has its own.
 */
function withError(raw: Level, corrected: Level | undefined): Level {
  const { value, low, high } = raw;
  if (value === null || low === null || high === null) return raw;
  const error = Math.max(usualError, Math.abs((corrected?.value ?? value) - value));
  return { ...raw, low: round(Math.max(-100, low - error)), high: round(Math.min(100, high + error)) };
}

/**
 * Adds to a figure of net tone what is known of the scorer's error, brand by brand: with enough labels by lot the corrected
 * line, which has an interval of its own. Levels reach further on each side by 10 points, or by what the labels show where that is more.
 */
export function withScorerError<T extends Body>(
  facts: Facts,
  lines: readonly BrandLine[],
  body: T,
): T & Body {
  const headline: NonNullable<Body['headline']> = { ...body.headline };
  const windows: NonNullable<Body['windows']> = { ...body.windows };
  const corrected: NonNullable<Body['corrected']> = {};
  const scorerError: NonNullable<Body['scorerError']> = {};
  for (const [brand, { id }] of facts.brands.entries()) {
    const { shares, moments } = lines[brand] as BrandLine;
    const made = moments && correctedLine(facts, brand, shares, moments);
    if (made) corrected[id] = made;
    const raw = headline[id];
    if (!raw) continue;
    const isCorrected = made !== undefined && made.headline.value !== null;
    if (!isCorrected && raw.low !== null) scorerError[id] = usualError;
    headline[id] = withError(raw, made?.headline);
    windows[id] = Object.fromEntries(
      trailing.flatMap((days) => {
        const level = windows[id]?.[days];
        return level ? [[days, withError(level, made?.windows?.[days])]] : [];
      }),
    );
  }
  return {
    ...body,
    headline,
    windows,
    ...(Object.keys(scorerError).length > 0 ? { scorerError } : {}),
    ...(Object.keys(corrected).length > 0 ? { corrected } : {}),
  };
}
