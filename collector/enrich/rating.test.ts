import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaning, withRating } from './rating.ts';
import type { Tone } from './scorers.ts';

const labels: readonly Tone['label'][] = ['negative', 'neutral', 'positive'];
const told = (...p: [number, number, number]): Tone => ({
  label: labels[p.indexOf(Math.max(...p))] ?? 'neutral',
  p,
});
const stars = (value: number) => ({ value, of: 5 });
const anyTone = fc
  .tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000))
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts[0] + parts[1] + parts[2];
    const [low, middle] = [Math.round((1000 * parts[0]) / sum), Math.round((1000 * parts[1]) / sum)];
    return told(low / 1000, Math.min(1000 - low, middle) / 1000, Math.max(0, 1000 - low - middle) / 1000);
  });
const anyRating = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5, 7, 10, 20, 100), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, share]) => ({ value: Math.min(of, share * of), of }));

describe('where a rating lies on its scale', () => {
  test.each([
    [1, 5, -1],
    [2, 5, -0.5],
    [3, 5, 0],
    [4, 5, 0.5],
    [5, 5, 1],
    [0, 1, -1],
    [1, 1, 1],
    [10, 10, 1],
    [100, 100, 1],
    [0, 100, -1],
  ])('%d of %d is %d', (value, of, side) => expect(leaning({ value, of })).toBe(side));
  test('0 of 5 is the worst, as 1 of 5 is', () => expect(leaning(stars(0))).toBe(-1));
  test('a scale that may begin with 0 or 1 says the less of the two', () => {
    expect(leaning({ value: 1, of: 10 })).toBeCloseTo(-0.8);
    expect(leaning({ value: 9, of: 10 })).toBeCloseTo(0.778, 3);
    expect(leaning({ value: 1, of: 2 })).toBe(0);
    expect(leaning({ value: 5, of: 10 })).toBe(0);
  });
  test.each([
    [6, 5],
    [-1, 5],
    [Number.NaN, 5],
    [3, 0],
    [3, -5],
    [3, Number.NaN],
    [3, Number.POSITIVE_INFINITY],
  ])('%d of %d is no rating, and says nothing', (value, of) => {
    expect(leaning({ value, of })).toBeNull();
    const tone = told(0.2, 0.3, 0.5);
    expect(withRating(tone, { value, of })).toEqual({ tone, contradicts: false });
  });
  test('it never lies beyond the ends of its scale', () => {
    fc.assert(
      fc.property(anyRating, (rating) => {
        const side = leaning(rating) as number;
        expect(Math.abs(side)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a text and its rating', () => {
  test('that agree make the tone surer', () => {
    const { tone, contradicts } = withRating(told(0.1, 0.2, 0.7), stars(5));
    expect([tone.label, contradicts]).toEqual(['positive', false]);
    expect(tone.p?.[2]).toBeGreaterThan(0.85);
  });
  test('the rating decides where the text is weak', () => {
    expect(withRating(told(0.1, 0.6, 0.3), stars(5)).tone.label).toBe('positive');
    expect(withRating(told(0.3, 0.6, 0.1), stars(1)).tone.label).toBe('negative');
    expect(withRating(told(0.4, 0.3, 0.3), { value: 1, of: 1 }).tone.label).toBe('positive');
  });
  test('a text that is surely neutral stays so', () => {
    expect(withRating(told(0.05, 0.9, 0.05), stars(5)).tone.label).toBe('neutral');
  });
  test.each([
    [5, told(0.8, 0.1, 0.1)],
    [4, told(0.7, 0.1, 0.2)],
    [2, told(0.1, 0.2, 0.7)],
    [1, told(0.05, 0.05, 0.9)],
  ])('%d stars that the words contradict leave the tone to the words, and are told', (value, tone) => {
    expect(withRating(tone, stars(value))).toEqual({ tone, contradicts: true });
  });
  test('three stars contradict nothing, and speak only weakly for neither', () => {
    for (const tone of [told(0.9, 0.05, 0.05), told(0.05, 0.05, 0.9)]) {
      const both = withRating(tone, stars(3));
      expect([both.tone.label, both.contradicts]).toEqual([tone.label, false]);
      expect(both.tone.p?.[1]).toBeGreaterThan(0.05);
      expect(both.tone.p?.[1]).toBeLessThan(0.07);
    }
  });
  test('a text without a tone gets none from its rating', () => {
    const none: Tone = { label: 'unscored', p: null };
    fc.assert(
      fc.property(anyRating, (rating) => {
        expect(withRating(none, rating)).toEqual({ tone: none, contradicts: false });
      }),
    );
  });
  test('a scorer without probabilities keeps its tone, and a contradiction is told', () => {
    const counted = (label: Tone['label']): Tone => ({ label, p: null });
    expect(withRating(counted('negative'), stars(5))).toEqual({
      tone: counted('negative'),
      contradicts: true,
    });
    expect(withRating(counted('neutral'), stars(5))).toEqual({
      tone: counted('neutral'),
      contradicts: false,
    });
    expect(withRating(counted('positive'), stars(5)).contradicts).toBe(false);
  });

  test('a rating never moves a tone against itself', () => {
    fc.assert(
      fc.property(anyTone, anyRating, (tone, rating) => {
        const side = leaning(rating) as number;
        fc.pre(Math.abs(side) >= 0.5);
        const p = withRating(tone, rating).tone.p as [number, number, number];
        const [toward, away] = side > 0 ? ([2, 0] as const) : ([0, 2] as const);
        const was = tone.p as [number, number, number];
        // Three decimals: what rounding takes is no movement.
        expect(p[toward]).toBeGreaterThanOrEqual(was[toward] - 0.001_5);
        expect(p[away]).toBeLessThanOrEqual(was[away] + 0.001_5);
        const order = side > 0 ? labels : labels.toReversed();
        const at = (label: Tone['label']) => order.indexOf(label);
        expect(at(withRating(tone, rating).tone.label)).toBeGreaterThanOrEqual(at(tone.label));
      }),
      { numRuns: 1000 },
    );
  });
  test('what comes out are probabilities that add up to one, whose likeliest is the label', () => {
    fc.assert(
      fc.property(anyTone, anyRating, (tone, rating) => {
        const { p, label } = withRating(tone, rating).tone;
        const parts = p as [number, number, number];
        expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
        expect(parts.reduce((sum, part) => sum + Math.round(part * 1000), 0)).toBe(1000);
        expect(parts[labels.indexOf(label)]).toBe(Math.max(...parts));
      }),
      { numRuns: 1000 },
    );
  });
  test('good and bad are treated alike', () => {
    fc.assert(
      fc.property(anyTone, fc.constantFrom(1, 2, 3, 4, 5), (tone, value) => {
        const p = tone.p as [number, number, number];
        const mirrored = withRating(told(p[2], p[1], p[0]), stars(6 - value));
        const plain = withRating(tone, stars(value));
        expect(mirrored.contradicts).toBe(plain.contradicts);
        for (const [at, part] of (plain.tone.p as number[]).entries())
          expect(mirrored.tone.p?.[2 - at]).toBeCloseTo(part, 2);
      }),
    );
  });
});
