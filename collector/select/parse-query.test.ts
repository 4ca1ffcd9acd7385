import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, searchable } from './match.ts';
import { parseQuery } from './parse-query.ts';

const matches = (query: string, text: string, title = ''): boolean => {
  const parsed = parseQuery(query);
  if ('error' in parsed) throw new Error(parsed.error);
  return find(parsed.query, searchable(title, text)).truth === 'yes';
};

describe('a query', () => {
  test.each([
    ['a word finds that word', 'roast', 'a fine roast', 'a fine roaster'],
    ['two words mean both', 'dark roast', 'roast, dark', 'dark cup'],
    ['AND means both', 'dark AND roast', 'roast, dark', 'dark cup'],
    ['OR means either', 'dark OR roast', 'roast', 'cup'],
    ['AND binds closer than OR', 'cup OR dark AND roast', 'cup', 'dark'],
    ['parentheses bind closest', '(cup OR dark) AND roast', 'cup roast', 'cup'],
    ['NOT takes the next term only', 'roast NOT dark cup', 'roast cup', 'dark roast cup'],
    ['NOT takes a group', 'roast NOT (dark OR cold)', 'light roast', 'cold roast'],
    ['a phrase is words in a row', '"dark roast"', 'a dark roast', 'roast dark'],
    ['quotes of text processors are quotes', '“dark roast”', 'a dark roast', 'roast dark'],
    ['quoted operators are words', 'salt "or" sugar', 'salt or sugar', 'salt, sugar'],
    ['an operator with nothing to join is a word', 'not', 'not so', 'so'],
    [
      'NEAR/3 means at most three words apart',
      'dark NEAR/3 roast',
      'roast that is dark',
      'roast that is not so dark',
    ],
    ['NEAR takes a choice', 'dark NEAR/1 (roast OR cup)', 'dark cup', 'dark old cup'],
    ['NEAR binds closer than NOT', 'cup NOT dark NEAR/1 roast', 'cup dark', 'cup dark roast'],
    ['a star takes any ending', 'roast*', 'roasters', 'toaster'],
    ['= takes the case as written', '=Target', 'at Target', 'on target'],
    ['= takes a phrase too', '="Big Bean"', 'Big Bean', 'big bean'],
    ['punctuation within a word counts', 'C++', 'C++!', 'C#'],
  ])('%s', (_, query, yes, no) => {
    expect(matches(query, yes)).toBe(true);
    expect(matches(query, no)).toBe(false);
  });

  test('a field is looked at alone', () => {
    expect(matches('title:shop', '', 'New shop')).toBe(true);
    expect(matches('title:shop', 'new shop', '')).toBe(false);
    expect(matches('text:"new shop"', 'a new shop', '')).toBe(true);
  });
});

describe('what is wrong is told with its place', () => {
  test.each([
    ['roast AND', 9, 'expected a word, a phrase or "(" but found the end of the query'],
    ['(roast', 6, 'expected a word, a phrase or ")" but found the end of the query'],
    ['roast)', 5, 'expected AND, OR, NOT or the end of the query but found ")"'],
    ['roast OR OR dark', 9, 'expected a word, a phrase or "(" but found "OR"'],
    ['dark "roast', 5, 'the quote that opens here is never closed'],
    ['a NEAR b', 2, 'expected NEAR/n with n from 1 to 100, such as NEAR/5, but found "NEAR"'],
    ['a NEAR/0 b', 2, 'expected NEAR/n with n from 1 to 100, such as NEAR/5, but found "NEAR/0"'],
    ['a NEAR/5 (b AND c)', 9, 'NEAR stands between words, phrases, or several of them joined by OR'],
    ['acme or acmee', 5, 'operators are written in capitals: OR; for the word itself write "or" in quotes'],
    [
      '(acme) And "acme shop"',
      7,
      'operators are written in capitals: AND; for the word itself write "And" in quotes',
    ],
    [
      'acme AND not car',
      9,
      'operators are written in capitals: NOT; for the word itself write "not" in quotes',
    ],
    [
      'acme near/5 car',
      5,
      'operators are written in capitals: NEAR/5; for the word itself write "near/5" in quotes',
    ],
    ['NOT roast', 0, 'it would match every text: name a word that must be there'],
    ['roast OR NOT dark', 0, 'it would match every text: name a word that must be there'],
    ['roast & dark', 6, '"&" holds no letter or digit to look for'],
    ['-dark roast', 0, 'to leave out a word, write NOT dark'],
    ['ro*', 0, 'ro* would match too much: at least 3 letters before *'],
    ['title: roast', 6, 'expected a word or phrase right after title:'],
    ['', 0, 'expected a word, a phrase or "(" but found the end of the query'],
    [`${'('.repeat(200)}a${')'.repeat(200)}`, 31, 'more than 30 levels deep'],
  ])('%s', (query, at, error) => expect(parseQuery(query)).toEqual({ error, at }));

  test('no query makes it throw, and every place lies within the query', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('AND', 'OR', 'NOT', 'NEAR/3', '(', ')', '"', 'roast', '=A', 'x*', ' '))
            .map((all) => all.join(' ')),
        ),
        (query) => {
          const parsed = parseQuery(query);
          if ('error' in parsed) {
            expect(parsed.at).toBeGreaterThanOrEqual(0);
            expect(parsed.at).toBeLessThanOrEqual(query.length);
          }
        },
      ),
      { numRuns: 2000 },
    ));
});
