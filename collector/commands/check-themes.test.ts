import { expect, test } from 'vitest';
import { configOf } from '#contract';
import { loadConfig, showError } from '../config/load-config.ts';
import { sourceSchema } from '../sources/registry.ts';
import { checkThemes } from './check-themes.ts';

const errorsOf = (words: string) => {
  const text = `brand: { id: acme, name: Acme }\nthemes:\n  - id: crema\n    words:\n      - crema\n      - ${words}\n`;
  const loaded = loadConfig(text, 'brand.yml', configOf(sourceSchema), [checkThemes]);
  return loaded.ok ? [] : loaded.errors.map(showError);
};

test.each([
  ["'!?'", 'brand.yml:6:9 themes.0.words.1: "!?" holds no letter or digit'],
  ["'*'", 'brand.yml:6:9 themes.0.words.1: "*" holds no letter or digit'],
  ["'a*'", 'brand.yml:6:9 themes.0.words.1: "a*" finds too much: before * stand at least 3 letters'],
  ["'the'", 'brand.yml:6:9 themes.0.words.1: "the" stands in nearly every text'],
  ["'of it'", 'brand.yml:6:9 themes.0.words.1: "of it" stands in nearly every text'],
  ["'(late|slow'", 'brand.yml:6:9 themes.0.words.1: "(late|slow" has a parenthesis too many or too few'],
])('a word that is of no use is told with its place: %s', (word, message) =>
  expect(errorsOf(word)).toEqual([expect.stringContaining(message)]),
);

test.each(["'out of it'", 'app', '配', "'=SIM'", "'arrive * late'", "'(late|very slow) reply'", "'24/7'"])(
  'others are let through: %s',
  (word) => expect(errorsOf(word)).toEqual([]),
);
