import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emergingTerms as findTerms, passing, type Told } from './emerging-terms.ts';
import { seeded } from './invented-world.fixture.ts';
import { openVocabulary } from './vocabulary.ts';

const termsOf = (text: string, names: readonly string[] = []): string[] => {
  const { termsOf, textOf } = openVocabulary(new Set(names));
  return Array.from(termsOf(text), textOf);
};
const emergingTerms = (earlier: readonly Told[], late: readonly Told[]) =>
  findTerms(earlier, late, (term) => term);

describe('the terms of a text', () => {
  it('are its words and pairs of neighbours, without names, numbers and the smallest words', () =>
    expect(termsOf('Northwind’s oat milk is out of stock in 2026, oat milk!', ['northwind'])).toEqual([
      'oat',
      'milk',
      'oat milk',
      'out',
      'stock',
    ]));
  it('are found where words are not spaced', () =>
    expect(termsOf('新しい店舗が開店').length).toBeGreaterThan(1));
  it('are those that are looked for, where no new ones are taken in', () => {
    const { termsOf, finderOf, textOf } = openVocabulary(new Set());
    const known = termsOf('the oat milk is sour');
    const found = (isWanted: (term: string) => boolean) => {
      const find = finderOf(known.filter((term) => isWanted(textOf(term))));
      return Array.from(find('sour milk, oat milk and extraordinarily new things'), textOf);
    };
    expect(found(() => true)).toEqual(['sour', 'milk', 'oat', 'oat milk']);
    expect(found((term) => term === 'oat milk')).toEqual(['oat milk']);
    expect(found(() => false)).toEqual([]);
  });
  it('are told apart where words are long, and where one text is longer than all before it', () => {
    const { termsOf, textOf } = openVocabulary(new Set());
    const words = Array.from({ length: 40_000 }, (_, at) => `extraordinary${at}`);
    const [short, long] = [termsOf('extraordinary7 service'), termsOf(words.join(' '))];
    expect(Array.from(short, textOf)).toEqual(['extraordinary7', 'service', 'extraordinary7 service']);
    expect(Array.from(long, textOf)).toEqual(
      words.flatMap((word, at) => (at === 0 ? [word] : [word, `${words[at - 1]} ${word}`])),
    );
  });
});

describe('the rule of Benjamini and Hochberg', () => {
  it('gives the example of their paper: four of fifteen pass at 5%', () => {
    // Benjamini and Hochberg (1995), section 3.2.
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(passing(ps, ps.length, 0.05)).toBe(0.0095);
  });
  it('lets none pass where none is small', () => expect(passing([0.2, 0.9], 2)).toBe(0));
});

/** Stories of ten words out of a vocabulary in which some are frequent. */
function stories(number: number, seed: number): Told[] {
  const random = seeded(seed);
  return Array.from({ length: number }, (_, at) => ({
    id: `${seed}-${at}`,
    site: Math.floor(random() * 20),
    terms: new Set(Array.from({ length: 10 }, () => `w${Math.floor(random() ** 3 * 400)}`)),
  }));
}
const saying = (told: Told, term: string): Told => ({ ...told, terms: new Set([...told.terms, term]) });

describe('emerging terms', () => {
  it('are found after seven stories of a few hundred', () => {
    const late = stories(300, 2).map((told, at) => (at < 7 ? saying(told, 'oat shortage') : told));
    expect(emergingTerms(stories(1800, 1), late).map(({ term }) => term)).toEqual(['oat shortage']);
  });
  it('are none where nothing changes: at most one in 50 windows', () => {
    let wrong = 0;
    for (let seed = 10; seed < 60; seed++)
      wrong += emergingTerms(stories(1800, seed), stories(300, seed + 500)).length;
    expect(wrong).toBeLessThanOrEqual(1);
  });
  it('are not what one site alone keeps saying', () => {
    const late = stories(300, 2).map((told, at) =>
      at < 20 ? { ...saying(told, 'sponsored'), site: 1 } : told,
    );
    expect(emergingTerms(stories(1800, 1), late)).toEqual([]);
  });
  it('are told once where the same stories say several', () => {
    const late = stories(300, 2).map((told, at) =>
      at < 12 ? saying(saying(saying(told, 'oat'), 'shortage'), 'oat shortage') : told,
    );
    expect(emergingTerms(stories(1800, 1), late).map(({ term }) => term)).toEqual(['oat shortage']);
  });
  it('do not depend on the order of the stories', () => {
    const late = stories(120, 2).map((told, at) => (at < 9 ? saying(told, 'strike') : told));
    const past = stories(400, 1);
    const told = (list: readonly Told[]) => emergingTerms(past, list).map(({ term, p }) => [term, p]);
    fc.assert(
      fc.property(fc.shuffledSubarray(late, { minLength: 120, maxLength: 120 }), (list) => {
        expect(told(list)).toEqual(told(late));
      }),
      { numRuns: 10 },
    );
  });
});
