import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, type Entry, leadOf, relationOf, shareCorrelation, surenessOf } from './lead.ts';

const entry = (id: string, value: number, half: number): Entry => ({
  id,
  name: id,
  value,
  low: value - half,
  high: value + half,
});

describe('the difference of two estimates', () => {
  test('is as wide as the root of the sum of squares where both intervals are even', () => {
    const { value, low, high } = differenceOf(entry('a', 30, 6), entry('b', 10, 8));
    expect([value, low, high]).toEqual([20, 10, 30]);
  });
  test('takes from each lopsided interval the side that faces the other', () => {
    const { low, high } = differenceOf({ value: 30, low: 27, high: 42 }, { value: 10, low: 5, high: 14 });
    expect(low).toBeCloseTo(20 - 5);
    expect(high).toBeCloseTo(20 + 13);
  });
  test('holds its value, and turns round with its sides', () => {
    const estimate = fc
      .tuple(fc.integer({ min: -100, max: 100 }), fc.nat(50), fc.nat(50))
      .map(([value, below, above]) => ({ value, low: value - below, high: value + above }));
    fc.assert(
      fc.property(estimate, estimate, (a, b) => {
        const [there, back] = [differenceOf(a, b), differenceOf(b, a)];
        expect(there.low).toBeLessThanOrEqual(there.value);
        expect(there.high).toBeGreaterThanOrEqual(there.value);
        expect(back.value).toBeCloseTo(-there.value);
        expect(back.low).toBeCloseTo(-there.high);
      }),
    );
  });
  test('of two shares of one whole is wider than that of strangers, and twice one share’s where there are only two', () => {
    const [a, b] = [entry('a', 60, 5), entry('b', 40, 5)];
    expect(shareCorrelation(a, b)).toBeCloseTo(-1);
    expect(differenceOf(a, b, shareCorrelation(a, b)).low).toBeCloseTo(10);
  });
});

describe('who is ahead', () => {
  test('is told by the bounds of a verdict, not by 1.96 alone', () => {
    expect(surenessOf({ value: 10, low: 3, high: 17 })).toBe('perhaps');
    expect(surenessOf({ value: 10, low: 4, high: 16 })).toBe('ahead');
    expect(surenessOf({ value: 10, low: -1, high: 21 })).toBe('close');
    expect(surenessOf({ value: -10, low: -16, high: -4 })).toBe('close');
  });
  test('is nobody where the two best are too close, and says whom of the rest they lead', () => {
    const lead = leadOf([entry('a', 10, 3), entry('b', 50, 5), entry('c', 48, 5)]);
    expect(lead).toMatchObject({ sureness: 'close', leader: { id: 'b' } });
    expect(lead?.contenders.map(({ id }) => id)).toEqual(['c']);
  });
  test('is not asked of a brand alone', () => {
    expect(leadOf([entry('a', 10, 3)])).toBeNull();
    expect(leadOf([])).toBeNull();
  });
  test('of one brand is told against the nearest behind it, or the farthest ahead', () => {
    const all = [entry('a', 10, 3), entry('b', 50, 5), entry('c', 30, 5)];
    expect(relationOf(all, 'b')).toMatchObject({ kind: 'ahead', against: { id: 'c' } });
    expect(relationOf(all, 'a')).toMatchObject({
      kind: 'behind',
      against: { id: 'b' },
      difference: { value: -40 },
    });
    expect(relationOf([entry('a', 10, 30), entry('b', 12, 30)], 'a')).toMatchObject({ kind: 'close' });
    expect(relationOf(all, 'nobody')).toBeNull();
  });
});
