import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { configOf, sourceKeys } from '#contract';
import { tone } from '../tone/tone.ts';
import { themeHearer } from './hear-themes.ts';

const config = configOf(z.looseObject({ ...sourceKeys, type: z.string() })).parse({
  brand: { id: 'northwind', name: 'Northwind Coffee', match: 'northwind' },
  competitors: [
    { id: 'bluebird', name: 'Bluebird' },
    { id: 'fresh', name: 'Fresh & Co' },
  ],
  themes: [{ id: 'crema', words: ['crema'] }],
});
const hear = themeHearer(config, tone({}));
const heard = (text: string, of: string | null = 'northwind', group = 'reviews') =>
  Object.fromEntries(
    hear(text, of, { lang: 'en', brand: ['Northwind Coffee', 'Northwind'], others: ['Bluebird'], group }).map(
      (theme) => [theme.id, theme.tone],
    ),
  );
const idsIn = (text: string, of: string | null = 'northwind') => Object.keys(heard(text, of));

describe('a theme is the brand’s', () => {
  const both = 'Bluebird’s delivery is awful, Northwind’s app is great';
  test('where its part of a clause names the brand', () => {
    expect(idsIn(both)).toEqual(['app']);
    expect(idsIn(both, 'bluebird')).toEqual(['delivery']);
    expect(idsIn(both, null)).toEqual(['app', 'delivery']);
  });
  test('where no brand is named, or this one was named last', () => {
    expect(idsIn('The delivery is awful.')).toEqual(['delivery']);
    expect(idsIn('I like Northwind. The delivery is awful.')).toEqual(['delivery']);
    expect(idsIn('I tried Northwind. Then Bluebird. Their delivery is awful.')).toEqual([]);
    expect(idsIn('I tried Northwind. Then Bluebird. Their delivery is awful.', 'bluebird')).toEqual([
      'delivery',
    ]);
  });
  test('where the brand is one of those that a clause lists', () => {
    for (const brand of ['northwind', 'bluebird', 'fresh'])
      expect(idsIn('Northwind, Bluebird and Fresh & Co raise prices', brand), brand).toEqual(['price']);
  });
  test('after its name in the genitive, also beside another', () => {
    expect(idsIn('Northwind’s app and Bluebird’s delivery are talked about')).toEqual(['app']);
    expect(idsIn('Northwind’s app and Bluebird’s delivery are talked about', 'bluebird')).toEqual([
      'delivery',
    ]);
  });
  test('and not another’s that it is only compared with', () => {
    expect(idsIn('Unlike Bluebird, the delivery is quick')).toEqual(['delivery']);
    expect(idsIn('Northwind is dearer than Bluebird. The app is slow.')).toContain('app');
  });
});

describe('a theme’s tone', () => {
  test.each([
    ['The coffee is great but the delivery was awful', { delivery: 'negative' }],
    ['Lovely app, terrible prices', { app: 'positive', price: 'negative' }],
    ['Awful customer service, fantastic quality', { support: 'negative', quality: 'positive' }],
    ['The waiter was rude', { people: 'negative' }],
  ])('is what is said toward it: %s', (text, tones) => expect(heard(text)).toMatchObject(tones));
  test.each([
    ['Fast delivery, terrible app', { delivery: 'positive', app: 'negative' }],
    ['Terrible app, fast delivery', { delivery: 'positive', app: 'negative' }],
    ['Everything is terrible except the price', { price: 'positive' }],
    ['Everything was great apart from the delivery', { delivery: 'negative' }],
    ['No delivery problems', { delivery: 'positive' }],
    ['No hidden fees, but the app is awful', { billing: 'positive', app: 'negative' }],
    ['Not cheap but worth it', { price: 'positive' }],
    ['The app, which used to be awful, is now wonderful', { app: 'positive' }],
    ['No customer service', { support: 'negative' }],
  ])('is not that of another part, of what is denied or of the past: %s', (text, tones) =>
    expect(heard(text)).toMatchObject(tones),
  );
  test('goes on after a genitive that stands alone', () => {
    const text = 'Bluebird’s delivery is slow. Northwind’s is quick.';
    expect(heard(text)).toEqual({ delivery: 'positive' });
    expect(heard(text, 'bluebird')).toEqual({ delivery: 'negative' });
    expect(heard('I like Bluebird’s delivery. Northwind’s is the best shop.')).not.toHaveProperty('delivery');
  });
  test('is told apart in posts too', () =>
    expect(heard('Lovely app, terrible prices', 'northwind', 'social')).toMatchObject({
      app: 'positive',
      price: 'negative',
    }));
  test('is heard toward a team’s own word', () =>
    expect(heard('The crema is wonderful, awful prices')).toMatchObject({ crema: 'positive' }));
});

describe('a theme has no tone by its name alone', () => {
  const groups = ['reviews', 'social', 'forum', 'news'];
  test.each(groups)('in a question without an opinion, in %s', (group) => {
    expect(heard('What is the price of Northwind?', 'northwind', group)).toEqual({ price: 'neutral' });
    expect(heard('Is there a refund at Northwind?', 'northwind', group).returns ?? 'neutral').toBe('neutral');
  });
  test.each(groups)('in a question whether something is so, in %s', (group) => {
    expect(heard('Is the delivery free?', 'northwind', group)).toEqual({ delivery: 'neutral' });
    expect(heard('No delivery problems? Think again', 'northwind', group).delivery).not.toBe('positive');
  });
  test.each(groups)('and keeps it in a question that holds one, in %s', (group) =>
    expect(heard('Why is the delivery so slow?', 'northwind', group)).toMatchObject({ delivery: 'negative' }),
  );
  test('in a text that is surely neutral, unless it is sure itself', () => {
    const context = { lang: 'en', brand: ['Northwind'], others: [], group: 'reviews' };
    const toneIn = (text: string, p: [number, number, number]) =>
      hear(text, 'northwind', context, { label: 'neutral', p })[0]?.tone;
    expect(toneIn('The delivery took a week', [0.1, 0.7, 0.2])).toBe('negative');
    expect(toneIn('The delivery took a week', [0.1, 0.8, 0.1])).toBe('neutral');
    expect(toneIn('The delivery was awful.', [0.1, 0.8, 0.1])).toBe('negative');
  });
});

describe('of another thing that somebody has', () => {
  test.each([
    'The battery of my car died, and I had to walk home with my Northwind',
    'My car’s battery died, so I took my Northwind',
  ])('nothing is the brand’s: %s', (text) => {
    expect(idsIn(text)).not.toContain('reliability');
    expect(idsIn(text)).not.toContain('performance');
  });
  test.each([
    'The battery of my phone died after two weeks',
    'The battery of my Northwind died, and I had to walk home',
    'The battery of my phone died after the Northwind update',
  ])('but what may be the brand’s is: %s', (text) => expect(idsIn(text)).toContain('reliability'));
  test.each([
    'The delivery of my order was late, though I like my Northwind',
    'Delivery in my opinion is slow for my Northwind',
  ])('nor is an order or an opinion a thing: %s', (text) => expect(idsIn(text)).toContain('delivery'));
});

test('another language has themes and no tone', () =>
  expect(
    hear('Die App ist langsam', 'northwind', { lang: 'de', brand: [], others: [], group: 'news' }),
  ).toEqual([{ id: 'app', tone: 'unscored' }]));
