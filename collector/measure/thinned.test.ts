import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thinned } from './thinned.ts';

it('keeps a short list, and of a long one exactly so many, none twice, from its beginning to near its end', () => {
  expect(thinned(['a', 'b'], 3)).toEqual(['a', 'b']);
  expect(thinned([], 3)).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 600 }), (length, most) => {
      const list = Array.from({ length }, (_, at) => at);
      const kept = thinned(list, most);
      expect(kept.length).toBe(Math.min(length, most));
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect(kept[0]).toBe(0);
      expect(kept.at(-1)).toBeGreaterThanOrEqual(length - 1 - Math.ceil(length / most));
      expect(kept.at(-1)).toBeLessThan(length);
    }),
  );
});
