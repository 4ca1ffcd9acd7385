import { expect, test } from 'vitest';
import { scorers } from './scorers.ts';
import { isSaidInSigns } from './signs.ts';

const names = { brand: ['Acme'], others: ['Zenith'] };

test.each([
  ['👎👎', true],
  ['Acme 👍🏽', true],
  ['@acme 😡😡😡 https://acme.example/x', true],
  ['10/10', true],
  ['4,5 / 5', true],
  ['★☆☆☆☆', true],
  [':-)', true],
  ['Acme', false],
  ['Acme® Zenith™', false],
  ['https://acme.example/great-coffee', false],
  ['12345', false],
  ['20/11/2026', false],
  ['', false],
  ['  ', false],
  ['Great 👍', undefined],
  ['最高 👍', undefined],
])('whether %j says something in signs alone is told as %j', (text, said) =>
  expect(isSaidInSigns(text, names)).toBe(said),
);

const tone = scorers.tone({});
const labelOf = (text: string, lang: string) => tone.score(text, { ...names, lang, group: 'social' }).label;

test.each([
  ['👎👎👎', 'negative'],
  ['Acme 😡', 'negative'],
  ['❤️', 'positive'],
  ['10/10', 'positive'],
  ['1/5', 'negative'],
  ['★☆☆☆☆', 'negative'],
  ['★★★★★', 'positive'],
])('%j is %s in whatever language the rest of the page is', (text, label) => {
  expect(labelOf(text, 'und')).toBe(label);
  expect(labelOf(text, 'de')).toBe(label);
});

test.each(['12345', 'https://acme.example/x', 'Acme', '…'])(
  '%j says nothing, which is unscored and not neutral',
  (text) => expect(labelOf(text, 'en')).toBe('unscored'),
);
