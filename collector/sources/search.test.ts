import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asking } from './asking.fixture.ts';
import { addressOf, askedIn, searchesFor } from './search.ts';

const { brands } = asking();

describe('what a source looks for', () => {
  it('is what brand.yml says, else the names of the panel, else those of the one brand', () => {
    expect(searchesFor({ search: 'coffee' }, brands)).toEqual(['coffee']);
    expect(searchesFor({ search: ['coffee', 'tea'], brand: 'bluebird' }, brands)).toEqual(['coffee', 'tea']);
    expect(searchesFor({}, brands)).toEqual(['Northwind Coffee', 'Bluebird Roasters']);
    expect(searchesFor({ brand: 'bluebird' }, brands)).toEqual(['Bluebird Roasters']);
  });

  it('is looked for once, however it is written, and without what would end a phrase', () => {
    const search = ['Say "Cheese"', 'say  cheese', 'a\\b', 'a b', '"a" b'];
    expect(searchesFor({ search }, brands)).toEqual(['Say Cheese', 'a b']);
  });

  it('is never nothing', () => {
    expect(() => searchesFor({ search: '"\\"' }, brands)).toThrow('nothing to search for');
    expect(() => searchesFor({}, [])).toThrow('nothing to search for');
  });

  it('comes back from the address that was asked as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const url = addressOf('https://host.test/search', { q: text, page: 2 });
        const asked = askedIn({ url, kind: 'answer', headers: {}, body: new Uint8Array(), whole: true });
        expect([asked.get('q'), asked.get('page')]).toEqual([text.toWellFormed(), '2']);
      }),
      { numRuns: 50 },
    );
  });
});
