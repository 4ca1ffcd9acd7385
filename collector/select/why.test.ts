import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Brand, configOf, sourceKeys } from '#contract';
import { type About, searchable } from './match.ts';
import { compilePanel, type PanelBrand } from './panel.ts';
import { whatNames, whyNot } from './why.ts';

const compiled = (brand: Partial<Brand>): PanelBrand =>
  compilePanel(
    configOf(z.looseObject({ ...sourceKeys, type: z.string() })).parse({
      brand: { id: 'a', name: 'Acme', ...brand },
    }),
  ).brands[0] as PanelBrand;
const why = (brand: Partial<Brand>, text: string, about: About = {}): string[] =>
  whyNot(compiled(brand).wanted, searchable('', text, about));

describe('why a text is not kept', () => {
  test.each<[string, Partial<Brand>, string, About, string[]]>([
    ['a word that it lacks', { match: 'acme' }, 'x', {}, ['“acme” is not there']],
    [
      'all words that it lacks',
      { match: 'acme shop' },
      'x',
      {},
      ['“acme” is not there', '“shop” is not there'],
    ],
    ['only the word that it lacks', { match: 'acme shop' }, 'acme', {}, ['“shop” is not there']],
    ['a choice', { match: 'acme OR "a shop"' }, 'x', {}, ['none of “acme”, “a shop” is there']],
    [
      'a long choice',
      { any: ['b', 'c', 'd', 'e', 'f', 'g'] },
      'x',
      {},
      ['none of “b”, “c”, “d”, “e”, 2 more is there'],
    ],
    ['a field and a writing', { match: 'title:raw:"C++"' }, 'C++', {}, ['title:raw:“C++” is not there']],
    [
      'what is far',
      { match: 'acme NEAR/2 shop' },
      'acme has no shop',
      {},
      ['“shop” is not within 2 words of “acme”'],
    ],
    [
      'what is missing beside',
      { match: 'acme NEAR/2 (shop OR bar)' },
      'acme',
      {},
      ['“shop” or “bar” is not there'],
    ],
    [
      'an order',
      { match: 'acme ONEAR/1 shop' },
      'shop acme',
      {},
      ['“shop” does not follow “acme” within 1 word'],
    ],
    ['what it excludes', { match: 'acme NOT (car OR bus)' }, 'acme bus', {}, ['excluded by NOT: “bus”']],
    ['a word of none', { none: ['car', 'bus*'] }, 'acme buses', {}, ['excluded by none: “bus*”']],
    [
      'no word of context',
      { context: ['coffee', 'tea'] },
      'acme',
      {},
      ['no word of context: “coffee”, “tea”'],
    ],
    [
      'another site',
      { match: 'acme site:a.example' },
      'acme',
      { site: 'b.example' },
      ['its site is b.example, not a.example'],
    ],
    [
      'another language',
      { match: 'acme lang:en' },
      'acme',
      { lang: () => 'de' },
      ['its language is de, not en'],
    ],
    [
      'a language not told',
      { match: 'acme lang:en' },
      'acme',
      { lang: () => 'und' },
      ['its language is not known to be en'],
    ],
    [
      'either of two ways',
      { match: '(a b) OR acme NOT car' },
      'a car',
      {},
      ['“b” is not there; “acme” is not there and excluded by NOT: “car”'],
    ],
  ])('names %s', (_, brand, text, about, reasons) => expect(why(brand, text, about)).toEqual(reasons));

  test('has a reason for all that is not kept, and none for what is', () => {
    const word = fc.constantFrom('acme', 'shop', 'coffee', 'car');
    const query = fc
      .tuple(
        word,
        fc.constantFrom(' ', ' OR ', ' NOT ', ' NEAR/2 ', ' ONEAR/1 '),
        word,
        fc.constantFrom(' ', ' OR '),
        word,
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        query,
        fc.array(word, { maxLength: 2 }),
        fc.array(word, { maxLength: 6 }),
        fc.boolean(),
        (match, none, words, partial) => {
          const brand = compiled({
            match,
            ...(none.length > 0 ? { none } : {}),
            context: ['coffee', 'shop'],
          });
          const where = searchable('', words.join(' '), { partial });
          expect(whyNot(brand.wanted, where).length > 0).toBe(brand.judge(where).kept !== 'yes');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('what a text is kept for are the words that it holds, not those it must not hold', () =>
  expect(
    whatNames(
      compiled({ match: 'acme NEAR/2 (shop OR bar) OR (tea NOT car)', any: ['Acme', 'title:x'] }).wanted,
      searchable('', 'Acme shop, tea'),
    ),
  ).toEqual(['“acme” NEAR/2 “shop” or “bar”', '“tea”', '“Acme”']));
