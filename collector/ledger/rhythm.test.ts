import { describe, expect, it } from 'vitest';
import type { Item } from '../types.ts';
import { quietSince, rhythmOf, tellQuiet } from './rhythm.ts';

const hour = 3_600_000;
const newest = Date.parse('2026-11-01T00:00:00Z');
const every = (hours: number, count = 20, more: Partial<Item> = {}): Item[] =>
  Array.from({ length: count }, (_, at) => ({
    key: String(at),
    doc: 'x',
    url: null,
    site: '',
    title: 't',
    text: '',
    publishedAt: new Date(newest - at * hours * hour),
    ...more,
  }));
const inDays = (days: number) => new Date(newest + days * 24 * hour);

describe('a quiet source', () => {
  it('is one whose newest item is ten of its usual pauses old, and two weeks at least', () => {
    const daily = rhythmOf(every(24));
    expect(daily).toEqual({ newest: '2026-11-01T00:00:00Z', pauseHours: 24 });
    expect(quietSince(daily, inDays(13))).toBeUndefined();
    expect(quietSince(daily, inDays(15))).toBe('2026-11-01T00:00:00Z');
    const weekly = rhythmOf(every(7 * 24));
    expect(quietSince(weekly, inDays(60))).toBeUndefined();
    expect(quietSince(weekly, inDays(71))).toBe('2026-11-01T00:00:00Z');
  });

  it('is told in words that do not say that it is dead', () => {
    expect(tellQuiet({ newest: '2026-11-01T00:00:00Z', pauseHours: 7 * 24 })).toBe(
      'answers, and has been quiet since 2026-11-01; something new usually comes every 7 days',
    );
    expect(tellQuiet({ newest: '2026-11-01T00:00:00Z', pauseHours: 1 })).toMatch(/every hour$/);
  });

  it('is not told where its dates were inferred, or are too few to say how often it speaks', () => {
    expect(rhythmOf(every(24, 4))).toBeUndefined();
    expect(rhythmOf(every(24, 20, { dateFlag: 'date_inferred' }))).toBeUndefined();
    expect(quietSince(undefined, inDays(900))).toBeUndefined();
  });

  it('that posts everything at once has a pause of an hour, not of nothing', () => {
    expect(rhythmOf(every(0))).toMatchObject({ pauseHours: 1 });
  });
});
