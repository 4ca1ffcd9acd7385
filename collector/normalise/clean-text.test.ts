import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, cutTitle, longestText, longestTitle, tidy } from './clean-text.ts';

/** Of milliseconds: what grows with the square of a text takes minutes, and what does not a part of a second, on a busy machine too. */
const fewSeconds = 5000;

const html = (text: string): string => cleanText(text, { html: true });
const plain = (text: string): string => cleanText(text, { html: false });
const cp = (...points: number[]): string => String.fromCodePoint(...points);

describe('HTML becomes plain text', () => {
  test.each([
    ['blocks and line breaks part words', '<p>one</p><p>two<br>three</p>', 'one two three'],
    ['inline tags do not', 'un<b>believ</b>able', 'unbelievable'],
    ['entities are decoded', 'Caf&eacute; &amp; bar&nbsp;&#8211; open', 'Café & bar – open'],
    ['scripts and styles are gone', 'a<script>alert(1)</script>b<style>p{}</style>c', 'a b c'],
    ['an unclosed script takes the rest with it', 'a<script>alert(1)', 'a'],
    ['attributes never show', '<img src=x onerror="alert(1)">cup', 'cup'],
    ['markup escaped twice is read twice', '&lt;b&gt;fresh&lt;/b&gt; roast', 'fresh roast'],
    ['markup escaped three times is shown as text', '&amp;lt;b&amp;gt;', '<b>'],
    ['an entity escaped twice is one character', '<p>Tea &amp;amp; Co</p>', 'Tea & Co'],
    ['a lone angle bracket is text', 'I <3 coffee, 2 < 3 > 1', 'I <3 coffee, 2 < 3 > 1'],
    ['an address between brackets is text', 'write <ann@mail.example> now', 'write ann@mail.example now'],
    ['the head of a whole page is no text', '<html><head><title>t</title><body>hi', 'hi'],
    ['a CDATA section is its text', '<![CDATA[hi]]> there', 'hi there'],
  ])('%s', (_, written, read) => expect(html(written)).toBe(read));

  test('a field that is plain text keeps its angle brackets', () =>
    expect(plain('use <b> & <i>')).toBe('use <b> & <i>'));

  test.each([
    ['angle brackets', '<'.repeat(1_000_000)],
    ['open links', '<a '.repeat(300_000)],
    ['levels never closed', '<div>'.repeat(100_000) + '</b>'.repeat(100_000)],
    ['entities', '&#x41;'.repeat(300_000)],
    ['comments never closed', '<!--'.repeat(200_000)],
    ['marks in turn above and below', `a${'\u0316\u0300'.repeat(200_000)}`],
    ['joined emoji', '👩\u200d'.repeat(100_000)],
    ['ampersands escaped twice', '&amp;lt;a '.repeat(100_000)],
  ])('a flood of %s is read in a few seconds and cut', (_, flood) => {
    const before = performance.now();
    expect(html(flood).length).toBeLessThanOrEqual(longestText);
    expect(performance.now() - before).toBeLessThan(fewSeconds);
  });
});

describe('text is made fit to be stored', () => {
  test.each([
    ['half characters become the replacement character', '\ud800x', '\ufffdx'],
    ['control characters go', `a${cp(0, 8, 27)}[2Jb${cp(7, 0x7f)}`, 'a[2Jb'],
    ['every kind of line break is a space', `a${cp(0x85)}b\u2028c\u2029d\ve\ff\r\ng`, 'a b c d e f g'],
    ['bidirectional overrides go', 'safe\u202egpj.exe\u2066\u200f', 'safegpj.exe'],
    ['invisible characters within a word go', 'nor\u200bth\u00adwi\u2060nd\ufeff', 'northwind'],
    ['accents become one with their letter', 'cafe\u0301', 'café'],
    ['white space is one space', '  a\u00a0\u3000 b\t\n', 'a b'],
    ['a family stays one emoji', '👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
    ['a joiner between Latin letters goes', 'a\u200db\u200cc', 'abc'],
    ['a Persian plural keeps its joiner', 'کتاب\u200cها', 'کتاب\u200cها'],
    ['a Sinhala conjunct keeps its joiner', 'ශ්\u200dරී', 'ශ්\u200dරී'],
  ])('%s', (_, written, read) => expect(tidy(written)).toBe(read));

  test('no letter bears more than four marks', () =>
    expect(tidy(`q${'\u0301\u0316'.repeat(250)}z`)).toMatch(/^q\p{M}{1,4}z$/u));

  test('no emoji joins without end', () =>
    expect(tidy('👩\u200d'.repeat(10_000)).split('\u200d').length).toBeLessThan(10_001 / 1.2));

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          ' ',
          '\u200d',
          '\u200c',
          '\u0301',
          '\u0316',
          '\u0344',
          '👩',
          '\ufe0f',
          'ک',
          'ක',
          '්',
          '\ud800',
          '\u1100',
          '\u1161',
          '\u00ad',
          'é',
          '\n',
          '🏽',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  );

  test('doing it twice changes nothing', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
      { numRuns: 3000 },
    ));

  test('whatever comes in, what comes out is well-formed, normal and on one line', () =>
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, isHtml) => {
        const clean = cleanText(text, { html: isHtml });
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean).not.toMatch(/\p{Cc}|\u2028|\u2029|[\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
      }),
      { numRuns: 2000 },
    ));
});

describe('a title is cut', () => {
  test('at 300 code points', () => expect(cutTitle('é'.repeat(500))).toBe('é'.repeat(longestTitle)));
  test('before an emoji that would be cut through', () =>
    expect(cutTitle(`${'a'.repeat(299)}👩\u200d👧 and more`)).toBe('a'.repeat(299)));
  test('through a heap that passes for one character', () =>
    expect(Array.from(cutTitle('\u1100'.repeat(5000))).length).toBe(longestTitle));
  test('and stays as it is when short', () => expect(cutTitle('Northwind opens')).toBe('Northwind opens'));
  test('always well-formed, never longer', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 200, maxLength: 800 }), (title) => {
        expect(cutTitle(title).isWellFormed()).toBe(true);
        expect(Array.from(cutTitle(title)).length).toBeLessThanOrEqual(longestTitle);
      }),
    ));
});
