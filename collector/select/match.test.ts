import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, isBoundary } from './fold.ts';
import { find, searchable } from './match.ts';
import { parseQuery, termOf } from './parse-query.ts';

function found(written: string, text: string) {
  const term = termOf(written);
  if ('error' in term) throw new Error(term.error);
  return find(term, searchable('', text));
}
const names = (written: string, text: string): boolean => found(written, text).truth === 'yes';

describe('a name is found as words of their own', () => {
  test.each([
    ['Mars', 'Mars is red', true],
    ['Mars', 'Marseille is warm', false],
    ['Mars', 'Sommars', false],
    ['Mars', 'MARS!', true],
    ['Mars', '#mars @Mars _mars_', true],
    ['Mars', 'mars2', false],
    ['Target', 'Target’s shops', true],
    ['Target', "Target's shops", true],
    ["Joe's", 'At Joe’s', true],
    ['North Wind', 'north-wind', true],
    ['north-wind', 'north‑wind', true],
    ['North Wind', 'North  of the wind', false],
    ['Café', 'CAFÉ', true],
    ['Cafe\u0301', 'café', true],
    ['Cafe', 'café', false],
    ['Straße', 'STRASSE', true],
    ['Strasse', 'Straße', true],
    ['Istanbul', 'İSTANBUL', true],
    ['ΟΔΟΣ', 'οδος οδός', true],
    ['Sony', 'ＳＯＮＹ', true],
    ['Sony', '株式会社Sonyの新製品', true],
    ['ソニー', '株式会社ソニーの新製品', true],
    ['삼성', '삼성은 오늘', true],
    ['กาแฟ', 'ร้านกาแฟดี', true],
    ['Яндекс', 'в яндексе', false],
    ['AT&T', 'at&t today', true],
  ])('%s in "%s": %s', (name, text, is) => expect(names(name, text)).toBe(is));
});

test('the place found is a place in the text itself', () => {
  const text = 'İİİ ＡＢ’s ẞ Northwind!';
  const { text: span } = found('northwind', text);
  expect(text.slice(span?.at, span?.end)).toBe('Northwind');
});

test('folding keeps every place', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text)).toHaveLength(text.length);
    }),
    { numRuns: 2000 },
  ));

test('a word put among others is always found', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[a-zß]{2,8}$/),
      fc.string({ unit: 'grapheme' }),
      (before, word, after) => {
        expect(names(word, `${before} ${word} ${after}`)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  ));

test('what is found begins and ends at a boundary', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', 'é', '京', '\u0301') }), (text) => {
      const { text: span } = found('ab', text.normalize('NFC'));
      if (!span) return;
      expect(isBoundary(fold(text.normalize('NFC')), span.at)).toBe(true);
      expect(isBoundary(fold(text.normalize('NFC')), span.end)).toBe(true);
    }),
    { numRuns: 1000 },
  ));

describe('of a text that is only a part', () => {
  const part = searchable('', '…northwind opens a shop…', true);
  const truth = (query: string) => {
    const parsed = parseQuery(query);
    return 'error' in parsed ? parsed.error : find(parsed.query, part).truth;
  };
  test('a word that it lacks may stand in the rest', () =>
    expect(truth('northwind AND coffee')).toBe('unknown'));
  test('a word that it holds is there', () => expect(truth('northwind OR coffee')).toBe('yes'));
  test('a word that it holds and must not is there too', () => expect(truth('coffee NOT shop')).toBe('no'));
});

test.each([
  ['one word repeated', 'northwind coffee '.repeat(6000)],
  ['one long word', 'northwind'.repeat(11_000)],
])('a flood of %s is searched in under a second', (_, flood) => {
  const parsed = parseQuery('northwind NEAR/2 (roastery OR coffees OR northwin*) AND "northwind coffees"');
  if ('error' in parsed) throw new Error(parsed.error);
  const before = performance.now();
  find(parsed.query, searchable('', flood));
  expect(performance.now() - before).toBeLessThan(1000);
});
