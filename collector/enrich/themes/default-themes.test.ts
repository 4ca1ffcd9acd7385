import { describe, expect, test } from 'vitest';
import { lenses, touchpoints } from '#contract';
import { defaultThemes } from './default-themes.ts';
import { readPhrase } from './read-phrase.ts';
import { themesOf } from './themes-of.ts';

describe('the shipped themes', () => {
  test('have a lens, a touchpoint, and words that can be found', () => {
    for (const { id, lens, touchpoint, words, except = [] } of defaultThemes) {
      expect(lenses, id).toContain(lens);
      expect(touchpoints, id).toContain(touchpoint);
      for (const word of [...words, ...except]) expect(readPhrase(word), word).not.toHaveProperty('unusable');
    }
  });
  test('keep the ids that stored scores bear', () =>
    expect(defaultThemes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(
        'quality price delivery support app reliability trust innovation design people sustainability'.split(
          ' ',
        ),
      ),
    ));
  test('leave no touchpoint without a theme', () =>
    expect(new Set(defaultThemes.map(({ touchpoint }) => touchpoint))).toEqual(new Set(touchpoints)));
  test('have each id once, and no word twice in a theme', () => {
    expect(new Set(defaultThemes.map(({ id }) => id)).size).toBe(defaultThemes.length);
    for (const { id, words } of defaultThemes) expect(new Set(words).size, id).toBe(words.length);
  });
});

test('a team’s theme adds words to a shipped one, or stands after them', () => {
  const themes = themesOf({
    themes: [
      { id: 'price', words: ['tariff'], except: ['trade tariff'], touchpoint: 'renew' },
      { id: 'crema', words: ['crema'] },
    ],
  });
  const price = themes.find((theme) => theme.id === 'price');
  expect(price).toMatchObject({ name: 'Price and value', touchpoint: 'renew', lens: 'experience' });
  expect(price?.words).toEqual(expect.arrayContaining(['price', 'tariff']));
  expect(price?.except).toEqual(expect.arrayContaining(['trade tariff']));
  expect(themes.at(-1)).toEqual({ id: 'crema', name: 'crema', words: ['crema'] });
});
