import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, searchable } from './match.ts';
import { namesNothing, parseQuery } from './parse-query.ts';

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

  test.each([
    ['ONEAR/3 asks for that order', 'dark ONEAR/3 roast', 'dark old roast', 'roast, dark'],
    [
      'NEAR stands between phrases and choices of them',
      '("big bean" OR roastery) NEAR/2 (shop OR "coffee house")',
      'The Big Bean coffee house',
      'Big Bean is a shop',
    ],
    [
      'NEAR takes choices within choices',
      'dark NEAR/1 (cup OR (roast OR bean))',
      'dark bean',
      'dark old bean',
    ],
    ['NEAR finds no word beside itself', 'roast NEAR/5 roast', 'roast and roast', 'roast'],
    ['a star stands for letters within a word', 'colo*r', 'colour, color', 'colo r'],
    ['a star within a word stops at its end', 'roast*y', 'roastery', 'roasted by'],
    ['a question mark stands for one letter', 'organi?ation', 'organisation organization', 'organiation'],
    ['wildcards work within phrases', '"dark roast* bar"', 'a dark roastery bar', 'a dark roast'],
    ['raw: takes case and symbols', 'raw:Yahoo!', 'At Yahoo! today', 'yahoo! Yahoo'],
    ['raw: takes a phrase', 'raw:"C++ Weekly"', 'the C++ Weekly', 'the c++ weekly'],
    ['raw: looks at symbols before a word', 'raw:#NW', 'fine #NW!', '#nw NW #NWA'],
    ['raw: is no part of a word', 'raw:NET', 'a NET gain', 'NETWORK INTERNET'],
    ['raw: takes a group', 'raw:(Visa OR .NET)', 'the .NET', 'a visa, net'],
    ['raw: may stand beside NEAR', 'raw:Target NEAR/2 shop*', 'Target shops', 'target shops'],
    [
      'a field before parentheses holds for all in them',
      'text:(dark NOT cold) roast',
      'dark roast',
      'cold dark roast',
    ],
  ])('%s', (_, query, yes, no) => {
    expect(matches(query, yes)).toBe(true);
    expect(matches(query, no)).toBe(false);
  });

  test('NEAR looks at the field that its words name', () => {
    expect(matches('title:(new NEAR/2 shop)', '', 'New shop')).toBe(true);
    expect(matches('title:(new NEAR/2 shop)', 'new shop', 'x')).toBe(false);
    expect(matches('title:new NEAR/2 text:shop', 'new shop', 'new shop')).toBe(false);
  });

  test('title: and raw: may both hold', () => {
    expect(matches('title:raw:"C++"', '', 'C++ now')).toBe(true);
    expect(matches('raw:title:"C++"', 'C++ now', 'c++')).toBe(false);
  });

  describe('of what an item is', () => {
    const truth = (query: string, about: Parameters<typeof searchable>[2]) => {
      const parsed = parseQuery(query);
      if ('error' in parsed) throw new Error(parsed.error);
      return find(parsed.query, searchable('', 'Northwind', about)).truth;
    };
    test.each([
      ['site:paper.example', 'paper.example', 'yes'],
      ['site:paper.example', 'news.paper.example', 'yes'],
      ['site:www.Paper.example', 'paper.example', 'yes'],
      ['site:paper.example', 'wallpaper.example', 'no'],
      ['site:paper.example', 'paper.example.test', 'no'],
      ['site:bücher.example', 'xn--bcher-kva.example', 'yes'],
      ['site:coffee', 'Coffee', 'yes'],
      ['site:coffee', 'blog.coffee', 'no'],
      ['site:"Coffee Talk"', 'coffee talk', 'yes'],
      ['site:(a.example OR b.example)', 'b.example', 'yes'],
      ['site:paper.example', '', 'no'],
      ['northwind NOT site:paper.example', 'paper.example', 'no'],
    ])('%s of %s: %s', (query, site, is) => expect(truth(query, { site })).toBe(is));

    test.each([
      ['lang:en', 'en', 'yes'],
      ['lang:en', 'en-GB', 'yes'],
      ['lang:pt-BR', 'pt-br', 'yes'],
      ['lang:pt-BR', 'pt', 'no'],
      ['lang:en', 'enm', 'no'],
      ['lang:eng', 'en', 'yes'],
      ['lang:en', 'und', 'no'],
      ['NOT lang:de', 'und', 'yes'],
      ['lang:en', undefined, 'unknown'],
    ])('%s of %s: %s', (query, lang, is) => {
      expect(truth(`northwind ${query}`, { lang: () => lang })).toBe(is);
    });

    test('a part of a text that does not tell its language may be in any', () =>
      expect(truth('northwind lang:en', { lang: () => 'und', partial: true })).toBe('unknown'));
    test('its group is the one named', () => {
      expect(truth('northwind group:news', { group: 'news' })).toBe('yes');
      expect(truth('northwind group:new', { group: 'news' })).toBe('no');
      expect(truth('northwind group:news', {})).toBe('unknown');
    });
    test('its language is not asked for where the query does not', () => {
      const lang = () => {
        throw new Error('asked');
      };
      expect(truth('northwind site:a.example', { site: 'a.example', lang })).toBe('yes');
    });
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
    ['dark (roast', 5, 'the "(" that opens here is never closed'],
    ['roast)', 5, 'no "(" opens what this ")" closes'],
    ['(roast OR )', 10, 'expected a word, a phrase or "(" but found ")"'],
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
    ['NOT roast', 0, namesNothing],
    ['roast OR NOT dark', 0, namesNothing],
    ['NOT (roast AND lang:en)', 0, namesNothing],
    ['lang:en', 0, namesNothing],
    ['NOT lang:en', 0, namesNothing],
    ['group:news AND lang:(en OR de)', 0, namesNothing],
    ['roast OR group:news', 0, namesNothing],
    ['NOT site:paper.example', 0, namesNothing],
    [
      'roast & dark',
      6,
      '& is no operator: did you mean AND? For a name that holds the sign, put all of it in quotes: "a & b"',
    ],
    [
      'roast | dark',
      6,
      '| is no operator: did you mean OR? For a name that holds the sign, put all of it in quotes: "a | b"',
    ],
    ['+dark +roast', 0, 'what stands side by side must all be there: did you mean dark without the +?'],
    ['roast -"dark cup"', 6, 'to leave out a word, write NOT "…'],
    ['roast -(dark OR cup)', 6, 'to leave out a word, write NOT (…'],
    ['roast -site:paper.example', 6, 'to leave out a word, write NOT site:paper.example'],
    ['acme, acmee', 0, 'words are not joined by ,: did you mean acme OR …?'],
    ['"dark roast"~5', 12, '~5 is no operator: did you mean NEAR/5 between two words?'],
    ['dark W/5 roast', 5, 'W/5 is no operator: did you mean NEAR/5 between two words?'],
    ['dark NEAR5 roast', 5, 'NEAR5 is no operator: did you mean NEAR/5 between two words?'],
    ['dark PRE/5 roast', 5, 'PRE/5 is no operator: did you mean ONEAR/5 between two words?'],
    ['dark ONEAR roast', 5, 'expected ONEAR/n with n from 1 to 100, such as ONEAR/5, but found "ONEAR"'],
    ['NEAR/5 roast', 0, 'expected a word, a phrase or "(" but found "NEAR/5"'],
    [
      'inurl:roast',
      0,
      'there is no field inurl: did you mean site:? For the words themselves write "inurl:roast" in quotes',
    ],
    [
      'titel:roast',
      0,
      'there is no field titel: did you mean title:? For the words themselves write "titel:roast" in quotes',
    ],
    [
      're:publica',
      0,
      'there is no field re: (there are title:, text:, raw:, site:, lang:, group:). For the words themselves write "re:publica" in quotes',
    ],
    [
      'author:"Ann Bell"',
      0,
      'there is no field author: (there are title:, text:, raw:, site:, lang:, group:).',
    ],
    ['https://www.paper.example/a', 0, 'addresses are not looked for: did you mean site:paper.example?'],
    [
      'site:https://paper.example/a?b',
      0,
      'site: takes a domain, not an address: did you mean site:paper.example?',
    ],
    [
      'site:*.paper.example.*',
      0,
      'site: takes no wildcards, for a domain means its subdomains too: did you mean site:paper.example?',
    ],
    [
      'roast site:*.test',
      6,
      'site: takes no wildcards, for a domain means its subdomains too: did you mean site:test?',
    ],
    ['site:*', 0, 'site: takes no wildcards, for a domain means its subdomains too'],
    ['roast lang:xx', 6, 'lang: knows no language "xx"'],
    ['roast lang:(en OR gr)', 18, 'lang: knows no language "gr": did you mean lang:el?'],
    ['roast lang:jp', 6, 'lang: knows no language "jp": did you mean lang:ja?'],
    ['roast lang:und', 6, 'lang: knows no language "und"'],
    ['lang:english', 0, 'lang: takes the code of a language, such as lang:en or lang:pt-BR, not "english"'],
    [
      'group:"News sites"',
      0,
      'group: takes the id of a group of sources, such as group:news, not "News sites"',
    ],
    ['title:(roast site:paper.example)', 13, 'site: stands alone: it cannot be joined with title:'],
    ['title:text:roast', 0, 'title: and text: cannot both hold: join two terms by AND instead'],
    ['title:', 6, 'expected a word or phrase right after title:'],
    ['raw:""', 0, 'expected a word or phrase right after raw:'],
    [
      'roast NEAR/5 site:paper.example',
      13,
      'NEAR stands between words, phrases, or several of them joined by OR',
    ],
    ['=roa*ter', 0, 'roa*ter: with = only the end of a word can be left open'],
    ['ro?st', 0, 'ro?st would match too much: at least 3 letters before ?'],
    ['*wind', 0, '*wind would match too much: at least 3 letters before *'],
    ['"dark ro*"', 0, 'ro* would match too much: at least 3 letters before *'],
    ['"roa*t dar*k cup*s wat*r"', 0, 'roa*t dar*k cup*s wat*r holds more than 3 wildcards'],
    ['-dark roast', 0, 'to leave out a word, write NOT dark'],
    ['ro*', 0, 'ro* would match too much: at least 3 letters before *'],
    ['title: roast', 6, 'expected a word or phrase right after title:'],
    ['', 0, 'expected a word, a phrase or "(" but found the end of the query'],
    [`${'('.repeat(200)}a${')'.repeat(200)}`, 31, 'more than 30 levels deep'],
  ])('%s', (query, at, error) => expect(parseQuery(query)).toEqual({ error, at }));

  test.each([
    [
      'roast NOT group:fourm',
      10,
      'no source has the group "fourm": did you mean group:forum? (there are forum, news)',
    ],
    ['roast group:(news OR social)', 21, 'no source has the group "social" (there are forum, news)'],
  ])('%s, where no source has that group', (query, at, error) => {
    expect(parseQuery(query, ['forum', 'news'])).toEqual({ error, at });
    expect(parseQuery(query)).toHaveProperty('query');
  });

  test('an address in a query is told without its login', () =>
    expect(parseQuery('roast https://user:word@paper.example/a')).toMatchObject({
      error: 'addresses are not looked for: did you mean site:paper.example?',
    }));

  test('no query makes it throw, and every place lies within the query', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .tuple(
              fc.array(
                fc.constantFrom(
                  ...[
                    'AND',
                    'OR',
                    'NOT',
                    'NEAR/3',
                    'ONEAR/2',
                    '(',
                    ')',
                    '"',
                    'roast',
                    '=A',
                    'x*',
                    'roa*t?r',
                    ' ',
                  ],
                  ...[
                    'title:',
                    'raw:',
                    'site:',
                    'lang:',
                    'group:',
                    'inurl:',
                    '-',
                    '+',
                    '|',
                    '&',
                    '~5',
                    ',',
                    '!',
                  ],
                ),
              ),
              fc.constantFrom('', ' '),
            )
            .map(([all, between]) => all.join(between)),
        ),
        (query) => {
          const parsed = parseQuery(query);
          if ('query' in parsed) find(parsed.query, searchable(query, query));
          if ('error' in parsed) {
            expect(parsed.at).toBeGreaterThanOrEqual(0);
            expect(parsed.at).toBeLessThanOrEqual(query.length);
          }
        },
      ),
      { numRuns: 2000 },
    ));
});
