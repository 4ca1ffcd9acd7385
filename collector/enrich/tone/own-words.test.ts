import { expect, it } from 'vitest';
import type { OwnWords } from '../scorers.ts';
import { tone } from './tone.ts';

const trade: OwnWords = {
  sick: 'positive',
  unreal: 'positive',
  kills: 'positive',
  'got sick': 'negative',
  bitter: 'neutral',
};
const context = { lang: 'en', brand: ['Saltmarsh'], others: [], group: 'social' };
const toneOf = (text: string, words: OwnWords = trade) => tone(words).score(text, context).label;

it.each([
  'Saltmarsh sourdough is sick',
  'The new Saltmarsh loaf is unreal',
  'Saltmarsh kills it every time',
  'Saltmarsh: SICK!',
])('words of the trade turn a public meaning into its own: %s', (text) => {
  expect(toneOf(text)).toBe('positive');
});

it('without them such words mean what the public means', () => {
  expect(toneOf('Saltmarsh sourdough is sick', {})).toBe('negative');
  expect(toneOf('Saltmarsh kills it every time', {})).not.toBe('positive');
});

it('what stands around a word of the trade still counts', () => {
  expect(toneOf('Saltmarsh is not sick at all')).toBe('negative');
});

it('a longer phrase goes before the word in it, so that being ill stays no praise', () => {
  expect(toneOf('Got sick after eating at Saltmarsh')).toBe('negative');
  expect(toneOf('Sickening service at Saltmarsh')).not.toBe('positive');
});

it('a word may also be told to mean nothing', () => {
  expect(toneOf('The bread at Saltmarsh is bitter')).toBe('neutral');
  expect(toneOf('The bread at Saltmarsh is bitter', {})).toBe('negative');
});
