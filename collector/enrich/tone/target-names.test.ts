import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeWords } from '../names.ts';
import { hideNames, onePlainName, spansBy } from './target-names.ts';
import { brandToken, otherToken } from './tokens.ts';

const hidden = (text: string, brand: string[], others: string[] = []) =>
  hideNames(text, brand, others)
    .text.replaceAll(brandToken, 'X')
    .replaceAll(otherToken, 'Y')
    .replace(/\s+/g, ' ')
    .trim();

describe('a target is found', () => {
  test.each([
    ['in another case', 'NORTHWIND opens, and northwind gives', ['Northwind'], 'X opens, and X gives'],
    ['in lower case where it is nowhere written as a name', 'i like northwind', ['Northwind'], 'i like X'],
    ['in the genitive', "Northwind’s and Northwind's beans", ['Northwind'], 'X and X beans'],
    ['by any of its names', 'Northwind, or NWC', ['Northwind', 'NWC'], 'X , or X'],
    ['between marks and emoji', '#Northwind😍(Northwind)', ['Northwind'], '# X 😍( X )'],
    ['with other marks', 'Harbour Mill beats McBeans', ['Harbour-Mill', "Mc'Beans"], 'X beats X'],
    ['by a part of its name', 'Ada Byronne left. Byronne said so', ['Ada Byronne'], 'X left. X said so'],
    ['with other spaces', 'ada\u00A0byronne, ADA  BYRONNE', [' Ada Byronne '], 'X , X'],
    [
      'by its part after a title',
      'Mrs. Byronne and President Byronne',
      ['Ada Byronne'],
      'Mrs. X and President X',
    ],
  ])('%s', (_, text, brand, expected) => expect(hidden(text, brand)).toBe(expected));
});

describe('a target is not found', () => {
  test.each([
    [
      'in a common word, where it is written as a name too',
      'Gap minds the gap',
      ['Gap'],
      [],
      'X minds the gap',
    ],
    ['inside a longer word', 'Gapless', ['Gap'], [], 'Gapless'],
    ['inside another’s name', 'Bluebird Air beats Bluebird', ['Bluebird'], ['Bluebird Air'], 'Y beats X'],
    [
      'by a part that another has as well',
      'Tom Byronne wrote to Byronne',
      ['Ada Byronne'],
      ['Tom Byronne'],
      'Y wrote to Byronne',
    ],
    ['by a part inside another’s name', 'Tom Byronne wrote', ['Ada Byronne'], [], 'Tom Byronne wrote'],
    ['by a word of its trade', 'Coffee is dear', ['Northwind Coffee'], [], 'Coffee is dear'],
    [
      'by a word that many names have',
      'The bank and Bank of Elm',
      ['Harbour Bank'],
      [],
      'The bank and Bank of Elm',
    ],
  ])('%s', (_, text, brand, others, expected) => expect(hidden(text, brand, others)).toBe(expected));
});

test('a thing is found in any case, and its words are told', () => {
  const { text, things } = hideNames('Delivery was late', ['delivery', 'customer service'], []);
  expect(text.trim()).toBe(`${brandToken}  was late`);
  expect(things).toEqual(['delivery']);
});

test('the words of a name are not told', () =>
  expect(hideNames('Bitter Bliss opens', ['Bitter Bliss'], []).things).toBeUndefined());

test('one plain name is found where the pattern of names finds it, in any text', () => {
  const pieces = fc.constantFrom(
    'Gap',
    'gap',
    'GAP',
    'gaps',
    '’s',
    "'s",
    "'S",
    't',
    ' ',
    '-',
    '.',
    'é',
    '😀',
    '𝒜',
    'ı',
    'İ',
    'ſ',
    '\u212A',
    'gap gap',
    '7',
    '\n',
    'a+b',
    'A+B',
  );
  fc.assert(
    fc.property(
      fc.constantFrom('Gap', 'gap gap', 'A+B', 'sk', '7', "Gap's"),
      fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
      (name, text) => {
        const pattern = wholeWords([name]);
        expect(onePlainName(name)?.(text)).toEqual(pattern && spansBy(pattern)(text));
      },
    ),
    { numRuns: 2000 },
  );
  expect(onePlainName('Café')).toBeUndefined();
});
