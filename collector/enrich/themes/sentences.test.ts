import { expect, test } from 'vitest';
import { themeFinds } from './accuracy.ts';
import { clausesOf } from './clauses.ts';
import { defaultThemes } from './default-themes.ts';
import { themeFinder } from './find-themes.ts';
import { sentences } from './sentences.fixture.ts';
import { themesOf } from './themes-of.ts';

const find = themeFinder(themesOf({ themes: [] }));
const finds = (text: string, theme: string): boolean =>
  clausesOf(text).some((clause) => find(clause).some((found) => found.theme === theme));
const heldOut = sentences.filter((sentence) => sentence.heldOut);

test('each shipped theme has at least 25 hard sentences and judged finds', () => {
  for (const { id } of defaultThemes) {
    expect(sentences.filter(({ theme }) => theme === id).length, id).toBeGreaterThanOrEqual(25);
    expect(themeFinds[id], id).toBeDefined();
  }
});

test('of the sentences held out, at least nine in ten that speak of a theme are found, and nine in ten of the found do', () => {
  const speaking = heldOut.filter(({ speaks }) => speaks);
  const found = heldOut.filter(({ text, theme }) => finds(text, theme));
  const right = found.filter(({ speaks }) => speaks);
  expect(right.length / speaking.length).toBeGreaterThan(0.9);
  expect(right.length / found.length).toBeGreaterThan(0.9);
});

test.each(defaultThemes.map(({ id }) => id))(
  '%s: no more than a quarter of its held-out sentences is mistaken',
  (id) => {
    const own = heldOut.filter(({ theme }) => theme === id);
    const wrong = own.filter(({ text, speaks }) => finds(text, id) !== speaks).map(({ text }) => text);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(own.length / 4);
  },
);
