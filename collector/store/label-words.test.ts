import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tones } from '#contract';
import { toneMeant } from './label-words.ts';

const written = {
  negative: [
    'Negativ',
    'neg.',
    'NÉGATIF',
    'ne\u0301gative',
    'negativo',
    '-1',
    '−1',
    '–1,0',
    '-',
    '−',
    'minus',
    'moins',
  ],
  neutral: ['neutral', 'Neutre', 'neutro', '0', '0.0', '-0', 'neu'],
  positive: ['Positiv', 'positif', 'positiva', '1', '+1', '1,00', '+', '＋', 'plus', 'más', ' positive '],
};

describe('the word for a tone', () => {
  it('is understood in English, German, French and Spanish, as a number and as a sign', () => {
    for (const tone of tones)
      for (const word of written[tone]) expect([word, toneMeant(word)]).toEqual([word, tone]);
  });

  it('is not guessed: mixed feelings, a single letter and other numbers are none', () => {
    for (const word of ['mixed', 'n', 'p', 'u', '2', '-2', '10', '0.5', '', 'constructor', 'not negative'])
      expect(toneMeant(word)).toBeUndefined();
  });

  it('is one of three or none for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => [undefined, ...tones].includes(toneMeant(text))));
  });
});
