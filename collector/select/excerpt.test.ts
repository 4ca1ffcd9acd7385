import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptAround } from './excerpt.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const length = (text: string): number => Array.from(graphemes.segment(text)).length;
const story =
  'Rain fell over the harbour all week, and few came out. Yet on Friday Northwind Coffee opened its fourth shop by the old bridge, with free cups for all who queued.';
const span = { at: story.indexOf('Northwind'), end: story.indexOf(' opened') };

describe('an excerpt', () => {
  test('is the whole text where it fits', () =>
    expect(excerptAround('Short and sweet', undefined, 120)).toBe('Short and sweet'));
  test('is cut at words on both sides of the match', () =>
    expect(excerptAround(story, span, 80)).toBe(
      '…out. Yet on Friday Northwind Coffee opened its fourth shop by the old bridge,…',
    ));
  test('is the beginning where nothing in the text matched', () =>
    expect(excerptAround(story, undefined, 40)).toBe('Rain fell over the harbour all week,…'));
  test('uses all its room where the match is at the end', () =>
    expect(excerptAround(story, { at: story.length - 7, end: story.length - 1 }, 60)).toBe(
      '…shop by the old bridge, with free cups for all who queued.',
    ));
  test('of no length is none', () => expect(excerptAround(story, span, 0)).toBe(''));
  test('counts an emoji of many parts as one', () => {
    const family = '👩\u200d👩\u200d👧';
    const text = `${`${family} `.repeat(30)}Northwind ${`${family} `.repeat(30)}`.trim();
    const at = text.indexOf('Northwind');
    const excerpt = excerptAround(text, { at, end: at + 9 }, 60);
    expect(length(excerpt)).toBeLessThanOrEqual(60);
    expect(excerpt).toContain('Northwind');
    expect(excerpt.isWellFormed()).toBe(true);
    expect(excerpt).not.toMatch(/\u200d(?!👩|👧)/u);
  });
  test('is cut within a word where there are no spaces', () => {
    const text = '京'.repeat(500);
    expect(excerptAround(text, { at: 250, end: 252 }, 100)).toHaveLength(100);
  });
  test('holds the match and is never longer than asked', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 30, max: 300 }),
        (before, after, most) => {
          const text = `${before} northwind ${after}`.normalize('NFC').replace(/\s+/g, ' ').trim();
          const at = text.indexOf('northwind');
          const excerpt = excerptAround(text, { at, end: at + 9 }, most);
          expect(excerpt).toContain('northwind');
          expect(length(excerpt)).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 500 },
    ));
  test('of a text that is all emoji ends with a whole one', () => {
    expect(excerptAround(`Hello${'👧'.repeat(300)}`, undefined, 120).isWellFormed()).toBe(true);
  });
  test('is never cut through a character, however long the emoji are', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('👩\u200d👩\u200d👧', '👧', '👦', '🇩🇪', 'क्षि', 'e\u0301', 'a'), {
          maxLength: 300,
        }),
        fc.nat(600),
        fc.nat(130),
        (parts, at, most) => {
          const text = parts.join('');
          const from = text.slice(0, at).isWellFormed() ? Math.min(at, text.length) : at - 1;
          for (const where of [undefined, { at: from, end: from }]) {
            const excerpt = excerptAround(text, where, most);
            expect(excerpt.isWellFormed()).toBe(true);
            expect(length(excerpt)).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 1000 },
    ));
  test('is never longer than asked, however little that is', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(200),
        fc.nat(12),
        (text, at, most) => {
          const from = Math.min(at, text.length);
          expect(
            length(excerptAround(text, { at: from, end: Math.min(from + 5, text.length) }, most)),
          ).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 1000 },
    ));
});
