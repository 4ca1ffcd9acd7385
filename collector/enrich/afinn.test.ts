import { describe, expect, test } from 'vitest';
import { afinn } from './afinn.ts';
import type { ToneContext } from './scorers.ts';

const english: ToneContext = { lang: 'en', brand: [], others: [], group: 'news' };
const label = (text: string, some: Partial<ToneContext> = {}, words = {}) =>
  afinn(words).score(text, { ...english, ...some }).label;

test.each([
  ['The staff were wonderful and the coffee is great.', 'positive'],
  ['Terrible service, the worst I have had.', 'negative'],
  ['The shop opens at nine.', 'neutral'],
  ['Not a very good idea.', 'negative'],
  ['It is not bad at all.', 'positive'],
  ['I don’t like it.', 'negative'],
  ['Coffee😍', 'positive'],
  ['great—truly great', 'positive'],
])('"%s" is %s', (text, tone) => expect(label(text)).toBe(tone));

describe('names are no opinions', () => {
  test('of the brand', () => {
    expect(label('Bitter Bliss opens on Monday', { brand: ['Bitter Bliss'] })).toBe('neutral');
    expect(label('BITTER BLISS’s shop opens', { brand: ['Bitter Bliss'] })).toBe('neutral');
  });
  test('of a competitor', () =>
    expect(label('Awful Beans opens on Monday', { others: ['Awful Beans'] })).toBe('neutral'));
  test('even where one holds the other', () =>
    expect(
      label('Bluebird Air is awful but Bluebird is good', { brand: ['Bluebird'], others: ['Bluebird Air'] }),
    ).toBe('positive'));
  test('but the same word elsewhere is', () =>
    expect(label('an awful day at Awful Beans', { brand: ['Awful Beans'] })).toBe('negative'));
});

test('in a comparison each brand has the words beside it', () => {
  const text = 'Bluebird is great but Northwind is awful';
  expect(label(text, { brand: ['Northwind'], others: ['Bluebird'] })).toBe('negative');
  expect(label(text, { brand: ['Bluebird'], others: ['Northwind'] })).toBe('positive');
});

describe('the trade’s own words count as the team says', () => {
  test('single words', () => {
    expect(label('that new roast is sick')).toBe('negative');
    expect(label('that new roast is sick', {}, { Sick: 'positive' })).toBe('positive');
    expect(label('a bitter cup', {}, { bitter: 'neutral' })).toBe('neutral');
  });
  test('phrases', () =>
    expect(label('the crema is to die for', {}, { 'to die for': 'positive' })).toBe('positive'));
  test('of one config do not leak into another', () => {
    afinn({ awful: 'positive' }).score('awful', english);
    expect(label('awful')).toBe('negative');
  });
});

test.each([
  ['an empty text', '', 'en'],
  ['another language', 'Die Milch war gut', 'de'],
  ['a language that could not be told', 'die', 'und'],
])('%s is unscored', (_, text, lang) => expect(label(text, { lang })).toBe('unscored'));

test('it says what it is', () => expect(afinn({}).by).toBe('afinn@5.0.2'));
test('names of an object’s own workings are words like others', () =>
  expect(label('constructor good __proto__ hasOwnProperty toString', {}, { constructor: 'neutral' })).toBe(
    'positive',
  ));
