import { describe, expect, test } from 'vitest';
import { lenses, Theme, touchpoints } from '#contract';
import { defaultThemes } from './default-themes.ts';
import { clausesOf, themeFinder, themesOf } from './themes.ts';

const find = themeFinder(themesOf({ themes: [] }));
const own = (words: string[]) => themeFinder([{ id: 'own', words }]);

describe('a theme is named', () => {
  test.each([
    ['The delivery was late', ['delivery']],
    ['Two deliveries, both shipped late', ['delivery']],
    ['They delivered, delivering daily', ['delivery']],
    ['It crashed, crashes, is crashing', ['reliability']],
    ['Prices went up', ['price']],
    ['Customer service never replied', ['support']],
    ['Their call centres are closed', ['support']],
    ['It doesn’t work', ['reliability']],
    ['Rain fell', []],
    ['Happy hour', []],
  ])('%s: %j', (text, ids) => expect(find(text)).toEqual(ids));

  test('by any ending where a star stands', () => expect(own(['roast*'])('the roastery')).toEqual(['own']));
  test('by a part of the text in a script without spaces', () =>
    expect(own(['配送'])('昨日の配送は遅かった')).toEqual(['own']));
  test('by accents as written', () => {
    expect(own(['Qualité'])('la QUALITÉ')).toEqual(['own']);
    expect(own(['Qualité'])('qualite')).toEqual([]);
  });
  test('not by part of a word', () => expect(own(['app'])('happy apparel')).toEqual([]));
});

describe('the shipped themes', () => {
  test('satisfy the contract, each with lens, touchpoint and 10 to 25 words', () => {
    for (const theme of defaultThemes) {
      expect(Theme.parse(theme)).toEqual(theme);
      expect(lenses).toContain(theme.lens);
      expect(touchpoints).toContain(theme.touchpoint);
      expect(theme.words.length).toBeGreaterThanOrEqual(10);
      expect(theme.words.length).toBeLessThanOrEqual(25);
    }
  });
  test('name no word twice', () => {
    const words = defaultThemes.flatMap((theme) => theme.words);
    expect(words.length).toBe(new Set(words).size);
  });
});

test('a team’s theme adds words to a shipped one, or stands after them', () => {
  const themes = themesOf({
    themes: [
      { id: 'price', words: ['tariff'], touchpoint: 'renew' },
      { id: 'crema', words: ['crema'] },
    ],
  });
  expect(themes.find((theme) => theme.id === 'price')).toMatchObject({
    name: 'Price',
    touchpoint: 'renew',
    lens: 'experience',
  });
  expect(themeFinder(themes)('The tariff, the price, the crema')).toEqual(['price', 'crema']);
  expect(themes.at(-1)).toEqual({ id: 'crema', name: 'crema', words: ['crema'] });
});

test('a text falls into clauses at sentences and turns', () =>
  expect(clausesOf('Great coffee but slow delivery. Version 2.1 is out; fine!')).toEqual([
    'Great coffee',
    'but slow delivery',
    'Version 2.1 is out',
    'fine',
  ]));
