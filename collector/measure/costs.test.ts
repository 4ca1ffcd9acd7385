import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Complaint, costs } from './costs.ts';
import { seeded } from './seeded.ts';

/** Ratings of 4.5 less what each complaint costs, with noise; complaints of theme 1 mostly come with those of theme 0. */
function reviews(number: number, effects: readonly number[], seed: number): Complaint[] {
  const random = seeded(seed);
  return Array.from({ length: number }, (_, at) => {
    const first = random() < 0.3;
    const named = effects.flatMap((_, theme) => {
      const likely = theme === 0 ? first : theme === 1 ? random() < (first ? 0.8 : 0.05) : random() < 0.2;
      return likely ? [theme] : [];
    });
    const loss = named.reduce((sum, theme) => sum + (effects[theme] as number), 0);
    return { day: at % 60, value: 4.5 - loss + (random() - 0.5), themes: named };
  });
}

describe('what a theme costs', () => {
  it('is found jointly: a harmless theme that travels with a dear one costs nothing', () => {
    const [dear, harmless, third] = costs(reviews(3000, [2, 0, 0.5], 5), 3);
    expect(dear?.value).toBeCloseTo(0.6, 1);
    expect(Math.abs(harmless?.value ?? 1)).toBeLessThan(0.03);
    expect(third?.value).toBeCloseTo(0.1, 1);
  });
  it('of one theme without others is share × difference, by hand, drawn in by the ridge', () => {
    // 4 of 10 complain and give 2, the rest 5: centred Σx² = 4 − 16/10 = 2.4, Σxy = 8 − 4 × 38/10 = −7.2; −7.2 ÷ (2.4 + 0.5) = −2.48276.
    const opinions = Array.from(
      { length: 10 },
      (_, at): Complaint => ({
        day: at,
        value: at < 4 ? 2 : 5,
        themes: at < 4 ? [0] : [],
      }),
    );
    expect(costs(opinions, 1)[0]?.value).toBeCloseTo(0.4 * 2.482759, 6);
  });
  it('has an interval that holds the truth about 95 times in 100', () => {
    const rounds = 200;
    let held = 0;
    for (let seed = 0; seed < rounds; seed++) {
      const [dear] = costs(reviews(300, [2, 0, 0.5], 1000 + seed), 3);
      // The share is drawn too, so that the truth is the cost at the true share.
      if (dear && dear.low <= 0.6 && 0.6 <= dear.high) held++;
    }
    expect(held / rounds).toBeGreaterThan(0.92);
  }, 60_000);
  it('is not held for certain where all was said on one day', () => {
    let wrong = 0;
    for (let seed = 0; seed < 60; seed++) {
      const random = seeded(400 + seed);
      const day = Array.from(
        { length: 80 },
        (): Complaint => ({
          day: 3,
          value: 1 + Math.floor(random() * 5),
          themes: random() < 0.3 ? [0] : [],
        }),
      );
      if ((costs(day, 1)[0]?.low ?? 0) > 0) wrong++;
    }
    expect(wrong).toBeLessThanOrEqual(6);
  });
  it('is nothing where nobody said anything, and finite where two themes always come together', () => {
    expect(costs([], 2)).toEqual([
      { value: 0, low: 0, high: 0, complaints: 0 },
      { value: 0, low: 0, high: 0, complaints: 0 },
    ]);
    const twins = reviews(200, [1], 3).map((one) => ({ ...one, themes: one.themes.length ? [0, 1] : [] }));
    const [one, other] = costs(twins, 2);
    expect(one?.value).toBeCloseTo(other?.value ?? 0, 9);
    expect(Number.isFinite(one?.low)).toBe(true);
  });
  it('is the same for the same opinions, and its interval holds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 99 }), (number, seed) => {
        const opinions = reviews(number, [1, 0.2], seed);
        const found = costs(opinions, 2);
        expect(costs(opinions, 2)).toEqual(found);
        for (const { value, low, high } of found) expect(low <= value && value <= high).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
