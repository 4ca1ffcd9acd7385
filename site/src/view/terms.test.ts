import { describe, expect, it } from 'vitest';
import type { About } from '#contract';
import { makeFormats } from './numbers.ts';
import { allowancesOf, joined, readWhen } from './terms.ts';

type Source = About['sources'][number];
const terms = { verdict: 'opt-in' as const, quote: 'Do not.', from: 'its terms', read: '2026-10-01' };
const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  type: 'feed',
  group: 'news',
  label: id,
  planned: true,
  terms: { ...terms, verdict: 'default-on' },
  ...more,
});

describe('what sources allow', () => {
  it('stands once for each type, with its sources named once each', () => {
    const sources = [source('a'), source('b', { label: 'a' }), source('c', { type: 'app-store', terms })];
    expect(allowancesOf({ sources })).toMatchObject([
      { type: 'feed', sources: ['a'], terms: { verdict: 'default-on' } },
      { type: 'app-store', sources: ['c'], terms: { verdict: 'opt-in' }, accepted: [] },
    ]);
  });

  it('stands apart where a host has words of its own', () => {
    const own = source('c', { terms: { ...terms, quote: 'Not here.', accepted: 'they gave leave' } });
    const all = joined(allowancesOf({ sources: [source('a'), own, source('b')] }));
    expect(all).toMatchObject([
      { types: ['feed'], sources: ['a', 'b'], terms: { verdict: 'default-on' }, accepted: [] },
      { types: ['feed'], sources: ['c'], terms: { quote: 'Not here.' }, accepted: [{ sources: ['c'] }] },
    ]);
  });

  it('names which condition is met, and of which sources that was said', () => {
    const own = (id: string, accepted: string): Source =>
      source(id, { type: 'app-store', terms: { ...terms, accepted } });
    const [only] = allowancesOf({
      sources: [own('us', 'our own app'), own('de', 'our own app'), own('fr', 'as agreed')],
    });
    expect(only?.accepted).toEqual([
      { text: 'our own app', sources: ['us', 'de'] },
      { text: 'as agreed', sources: ['fr'] },
    ]);
    expect(only?.terms).not.toHaveProperty('accepted');
  });

  it('stands together where types say the same, and is left out where nothing is known of it', () => {
    const { terms: _, ...unknown } = source('x', { type: 'other' });
    const all = joined(allowancesOf({ sources: [source('a'), source('b', { type: 'opml' }), unknown] }));
    expect(all).toMatchObject([{ types: ['feed', 'opml'], sources: ['a', 'b'] }]);
  });

  it('were read on a day, in a month or in a season, in the words of the page', () => {
    const formats = makeFormats('en-GB', 'UTC');
    expect(readWhen('2026-10-04', formats)).toMatch(/^Read on .*4 Oct 2026\.$/);
    expect(readWhen('2026-06', formats)).toMatch(/^Read in Jun[e]? 2026\.$/);
    expect(readWhen('autumn 2026', formats)).toBe('Read in autumn 2026.');
  });
});
