import { describe, expect, it } from 'vitest';
import { makeFormats } from './numbers.ts';
import { unscoredText } from './unscored.ts';

const formats = makeFormats('en-GB', 'UTC');
type Languages = { lang: string; mentions: number }[];
const textOf = (of: number, languages: Languages) =>
  unscoredText(
    {
      unscored: {
        northwind: { of, mentions: languages.reduce((sum, { mentions }) => sum + mentions, 0), languages },
      },
    },
    'northwind',
    formats,
  );

describe('mentions without a tone are said in words', () => {
  it('with their languages, the most first, and what becomes of them', () => {
    const text = textOf(9300, [
      { lang: 'ja', mentions: 300 },
      { lang: 'de', mentions: 100 },
      { lang: 'und', mentions: 12 },
    ]);
    expect(text?.short).toBe('412 of 9,300 mentions without a tone');
    expect(text?.long).toBe(
      '412 of 9,300 mentions of the last 28 days have no tone, as the scorer does not know their language: Japanese 300, German 100, not told, or no text 12. They count in volume and by their ratings, not here.',
    );
    expect(text?.query).toBe('?brand=northwind&tone=unscored');
  });

  it('one of them is spoken of as one', () =>
    expect(textOf(7, [{ lang: 'fr', mentions: 1 }])?.long).toBe(
      '1 of 7 mentions of the last 28 days has no tone, as the scorer does not know its language: French 1. It counts in volume and by its rating, not here.',
    ));

  it('of many languages the smaller are counted together, and none is lost', () => {
    const languages = ['ja', 'de', 'fr', 'es', 'it', 'nl'].map((lang, at) => ({ lang, mentions: 10 - at }));
    expect(textOf(100, languages)?.long).toContain(
      ': Japanese 10, German 9, French 8, Spanish 7, other languages 11.',
    );
    expect(textOf(100, languages.slice(0, 5))?.long).toContain('Spanish 7, Italian 6.');
  });

  it('nothing is said where all have a tone, of a brand that is not counted, or of another figure', () => {
    expect(textOf(10, [])).toBe(null);
    expect(unscoredText({}, 'northwind', formats)).toBe(null);
    expect(unscoredText({ unscored: {} }, 'constructor', formats)).toBe(null);
  });
});
