import { describe, expect, it } from 'vitest';
import { chanceOf } from '../web/chance.ts';
import { fuzz, mostMb } from './fuzz.ts';
import { readAsNight } from './invariants.ts';
import { mutate, seeds } from './seeds.ts';

describe('fuzzed documents', () => {
  it('break no rule: none throws, hangs, escapes or takes more than 256 MB', async () => {
    const result = await fuzz({ seed: 7, documents: 3000, processes: 1 });
    expect(result.broken).toEqual([]);
    expect(result.documents).toBe(3000);
    expect(result.peakMb).toBeLessThan(mostMb);
    // Most still hold something, or only the way to refuse them would be tried.
    expect(result.mentions).toBeGreaterThan(500);
  }, 120_000);

  it('start from documents that are read, in every family of feeds', () => {
    const read = seeds.map((seed) =>
      readAsNight({ body: Buffer.from(seed), contentType: undefined, whole: true }),
    );
    expect(read.map(({ broken }) => broken)).toEqual(seeds.map(() => []));
    expect(read.map(({ mentions }) => mentions)).toEqual([3, 2, 2, 3, 1, 0, 0, 0, 0, 0]);
  });

  it('are the same for the same seed', () => {
    const made = (seed: number) => mutate(chanceOf(seed)).body.toString('hex');
    expect(made(5)).toBe(made(5));
    expect(made(5)).not.toBe(made(6));
  });
});
