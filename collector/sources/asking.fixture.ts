import type { Asking } from '../types.ts';

/** What source types are asked with in tests. */
export const asking = (changes: Partial<Asking> = {}): Asking => ({
  since: new Date('2026-11-12T05:17:00Z'),
  now: new Date('2026-11-15T05:17:00Z'),
  brands: [
    { id: 'northwind', names: ['Northwind Coffee'], articles: ['en.wikipedia.org/Northwind_Coffee'] },
    { id: 'bluebird', names: ['Bluebird Roasters'], articles: [] },
  ],
  secrets: {},
  ...changes,
});
