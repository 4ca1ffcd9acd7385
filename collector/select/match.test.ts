import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { configOf, sourceKeys } from '#contract';
import { fold, foldWithPlaces, isBoundary } from './fold.ts';
import { find, searchable } from './match.ts';
import { compilePanel } from './panel.ts';
import { parseQuery } from './parse-query.ts';

function found(written: string, text: string) {
  const panel = compilePanel(
    configOf(z.looseObject({ ...sourceKeys, type: z.string() })).parse({
      brand: { id: 'a', name: 'A', any: [written] },
    }),
  );
  return panel.brands[0]?.judge(searchable('', text)).found ?? { truth: 'no', text: undefined };
}
const names = (written: string, text: string): boolean => found(written, text).truth === 'yes';

describe('D13: a name is found as words of their own', () => {
  test.each([
    // Common words and substrings.
    ['Mars', 'Mars is red', true],
    ['Mars', 'Marseille is warm', false],
    ['Mars', 'Sommars', false],
    ['Mars', 'MARS!', true],
    ['Mars', '#mars @Mars _mars_', true],
    ['Mars', 'mars2', false],
    ['Apple', 'pineapple, apples', false],
    ['Apple', 'an apple a day', true],
    ['=Apple', 'an apple a day', false],
    ['=Apple', 'I bought Apple’s phone', true],
    ['=Target', 'on target', false],
    ['=Target', 'TARGET', false],
    ['Visa', 'visage, visas', false],
    ['=Visa', 'my visa ran out', false],
    // Possessives and plurals.
    ['Target', 'Target’s shops', true],
    ['Target', "Target's shops", true],
    ['Target', 'Targets', false],
    ['Target*', 'Targets', true],
    ["Joe's", 'At Joe’s', true],
    ["Joe's", 'At Joe´s', true],
    ["Joe's", 'At Joes', false],
    // Hyphens, spaces, hashtags, handles.
    ['North Wind', 'north-wind', true],
    ['north-wind', 'north‑wind', true],
    ['Coca-Cola', 'a Coca Cola', true],
    ['Coca Cola', 'a Coca-Cola', true],
    ['Coca-Cola', 'a Coca–Cola', true],
    ['Coca-Cola', 'CocaCola', false],
    ['CocaCola', '#CocaCola', true],
    ['CocaCola', '@CocaCola', true],
    ['Coca-Cola', 'Coca\u00adCola', false],
    ['CocaCola', 'Coca\u00adCola', true],
    ['7-Eleven', 'at 7 Eleven', true],
    ['7-Eleven', 'at 17-Eleven', false],
    ['North Wind', 'North  of the wind', false],
    // Accents and letters that are written in two ways.
    ['Café', 'CAFÉ', true],
    ['Cafe\u0301', 'café', true],
    ['Café', 'cafe\u0301', true],
    ['Nestlé', 'Nestle', true],
    ['Nestle', 'Nestlé', true],
    ['=Nestlé', 'Nestle', false],
    ['raw:Nestlé', 'Nestle', false],
    ['Citroën', 'CITROEN', true],
    ['Müller', 'Muller', true],
    ['Müller', 'Mueller', true],
    ['Mueller', 'Müller', false],
    ['Ørsted', 'Orsted', true],
    ['Ørsted', 'Oersted', true],
    ['Orsted', 'ØRSTED', true],
    ['Mærsk', 'Maersk', true],
    ['Škoda', 'skoda', true],
    ['Žabka', 'ZABKA', true],
    ['Straße', 'STRASSE', true],
    ['Strasse', 'Straße', true],
    ['Weiß', 'weiss', true],
    ['Weis', 'weiß', false],
    ['Istanbul', 'İSTANBUL', true],
    ['Işık', 'IŞIK', true],
    ['Işık', 'ışık', true],
    // Greek and Cyrillic: accents go with capitals in the one, make letters in the other.
    ['ΟΔΟΣ', 'οδος οδός', true],
    ['Κωτσόβολος', 'ΚΩΤΣΟΒΟΛΟΣ', true],
    ['Яндекс', 'ЯНДЕКС', true],
    ['Яндекс', 'в яндексе', false],
    ['Яндекс*', 'в яндексе', true],
    ['Вконтакте', 'Вконтактё', true],
    ['Мой', 'Мои', false],
    // Arabic and Hebrew: points and stretched letters are not read; particles that stand on the word are.
    ['أمازون', 'امازون', true],
    ['كارفور', 'كـــارفور', true],
    ['كارفور', 'كَارْفُور', true],
    ['كارفور', 'وكارفور', false],
    ['אסם', 'אָסֶם', true],
    ['תנובה', 'תנובות', false],
    // Devanagari, Thai, Chinese, Japanese, Korean.
    ['अमूल', 'अमूल दूध', true],
    ['अमूल', 'अमूली', false],
    ['กาแฟ', 'ร้านกาแฟดี', true],
    ['可口可乐', '我喜欢喝可口可乐公司', true],
    ['Sony', '株式会社Sonyの新製品', true],
    ['ソニー', '株式会社ソニーの新製品', true],
    ['ソニー', 'ｿﾆｰの新製品', true],
    ['バンク', 'ﾊﾞﾝｸ', true],
    ['ハンク', 'バンク', false],
    ['삼성', '삼성은 오늘', true],
    // Other shapes of letters.
    ['Sony', 'ＳＯＮＹ', true],
    ['ＳＯＮＹ', 'Sony', true],
    ['Northwind', '𝐍𝐨𝐫𝐭𝐡𝐰𝐢𝐧𝐝', true],
    ['Office', 'Oﬃce Oﬀice', true],
    ['Northwind', 'Northwind™ Northwind²', true],
    // Symbols in names.
    ['AT&T', 'at&t today', true],
    ['AT&T', 'at t today', false],
    ['H&M', 'H&M’s shop', true],
    ['M&Ms', 'm&ms', true],
    ['C++', 'C+', false],
    ['raw:C++', 'learn C++, now', true],
    ['raw:C++', 'learn c++', false],
    ['raw:.NET', 'in .NET 9', true],
    ['raw:.NET', 'in .NETs', false],
    ['raw:.NET', 'a net', false],
    ['raw:Yahoo!', 'Yahoo! said', true],
    ['raw:Yahoo!', 'Yahoo said', false],
    ['raw:#NW', '#NWx #nw', false],
    ['E.ON', 'E.ON pays', true],
    ['E.ON', 'eon', false],
    ['raw:E.ON', 'the.one E.ON', true],
    ['3M', '3M tape', true],
    ['3M', '13m', false],
    ['raw:3M', '3m', false],
    ['Guess?', 'a Guess? bag', true],
    ['Guess?', 'guess what', false],
  ])('D13: %s in "%s": %s', (name, text, is) => expect(names(name, text)).toBe(is));

  test('D13: a word of none or of the context tells homonyms apart', () => {
    const judge = (brand: object, text: string) =>
      compilePanel(
        configOf(z.looseObject({ ...sourceKeys, type: z.string() })).parse({
          brand: { id: 'a', name: 'Apple', ...brand },
        }),
      ).brands[0]?.judge(searchable('', text)).kept;
    expect(judge({ none: ['pie', 'orchard*'] }, 'apple pie')).toBe('excluded');
    expect(judge({ none: ['pie', 'orchard*'] }, 'apple orchards')).toBe('excluded');
    expect(judge({ context: ['phone', 'raw:iOS'] }, 'apple and iOS')).toBe('yes');
    expect(judge({ context: ['phone', 'raw:iOS'] }, 'apple and ios')).toBe('excluded');
    expect(judge({ match: '=Apple NEAR/10 (phone OR laptop*)' }, 'Apple sells laptops')).toBe('yes');
  });
});

test.each([
  ['northwind', 'İİİ ＡＢ’s ẞ Northwind!', 'Northwind'],
  ['weiss', 'ẞ: Weiß!', 'Weiß'],
  ['nestle', 'ßß Nestle\u0301 x', 'Nestle\u0301'],
  ['バンク', 'ﾊﾞﾝｸ!', 'ﾊﾞﾝｸ'],
  ['bank', '𝐛𝐚𝐧𝐤 x', '𝐛𝐚𝐧𝐤'],
  ['roast*', 'ß Röstere Roastereiß!', 'Roastereiß'],
  ['raw:#NW', 'ß #NW', '#NW'],
])('the place of %s in "%s" is a place in the text itself', (name, text, is) => {
  const { text: span } = found(name, text);
  expect(text.slice(span?.at, span?.end)).toBe(is);
});

test('every place in a folded text is one in the text itself, in the same order', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { folded, places } = foldWithPlaces(text);
      expect(places ?? text).toHaveLength(folded.length);
      for (const [at, place] of places?.entries() ?? []) {
        expect(place).toBeGreaterThanOrEqual(places?.[at - 1] ?? 0);
        expect(place).toBeLessThan(text.length);
      }
    }),
    { numRuns: 2000 },
  ));

test('a folded text is folded already', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
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

test('wildcards find what a regular expression of the same meaning finds', () =>
  fc.assert(
    fc.property(
      fc.stringMatching(/^(?:[ab]|\*[ab]|\?[ab]){0,3}\*?$/),
      fc.array(fc.stringMatching(/^[abc]{0,9}$/), { maxLength: 5 }),
      (tail, words) => {
        const meant = new RegExp(
          `(?:^| )abc${tail.replaceAll('*', '[abc]*').replaceAll('?', '[abc]')}(?: |$)`,
        );
        const text = words.map((word) => `abc${word}`).join(' ');
        if (/[*?].*[*?].*[*?].*[*?]/.test(tail)) return;
        expect([text, names(`abc${tail}`, text)]).toEqual([text, meant.test(text)]);
      },
    ),
    { numRuns: 2000 },
  ));

test('what is found begins and ends at a boundary', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', 'é', '京', 'ß', 'ﬁ') }), (text) => {
      const { text: span } = found('ab', text);
      if (!span) return;
      expect(isBoundary(text, span.at)).toBe(true);
      expect(isBoundary(text, span.end)).toBe(true);
    }),
    { numRuns: 1000 },
  ));

describe('of a text that is only a part', () => {
  const part = searchable('', '…northwind opens a shop…', { partial: true });
  const truth = (query: string) => {
    const parsed = parseQuery(query);
    return 'error' in parsed ? parsed.error : find(parsed.query, part).truth;
  };
  test('a word that it lacks may stand in the rest', () =>
    expect(truth('northwind AND coffee')).toBe('unknown'));
  test('a word that it holds is there', () => expect(truth('northwind OR coffee')).toBe('yes'));
  test('a word that it holds and must not is there too', () => expect(truth('coffee NOT shop')).toBe('no'));
});

// A busy machine is given time; what grows with the square of the length would take minutes.
describe('1 MB is searched at once', () => {
  test.each([
    ['one word repeated', 'northwind coffee ', 60_000],
    ['one long word', 'northwind', 110_000],
    ['beginnings of a wildcard', 'roaroaroast', 90_000],
    ['letters that fold to two', 'ß', 1_000_000],
    ['marks', 'e\u0301', 500_000],
    ['Chinese', '可口可', 330_000],
    ['half-width kana', 'ｺﾊﾞ', 330_000],
    ['hyphens', 'a-', 500_000],
  ])('of %s', (_, piece, times) => {
    const parsed = parseQuery(
      'northwind NEAR/2 (roastery OR coffees OR northwin* OR "roa*o*st bar") AND ("a a b" OR "可口可*可x" OR raw:"a-b" OR "コバコ*x")',
    );
    if ('error' in parsed) throw new Error(parsed.error);
    const before = performance.now();
    find(parsed.query, searchable('', piece.repeat(times)));
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
