import { describe, expect, it, test } from 'vitest';
import { tone } from './tone.ts';
import { denials } from './train/denials.ts';
import { filled } from './train/filled-patterns.ts';

const { score } = tone({});
const toward = (brand: string, text: string) =>
  score(text, { lang: 'en', brand: [brand], others: [], group: 'social' }).label;

test('whom a text addresses it does not hold dear', () => {
  expect(toward('Acme', 'Dear Acme, your box came broken.')).toBe('negative');
  expect(toward('Acme', 'Dear Acme, thank you so much!')).toBe('positive');
});

describe('toward a name', () => {
  it.each([
    'Zero problems with Acme',
    'Never had a problem with Acme.',
    'Nothing bad to say about Acme.',
    'I have had no trouble with Acme so far',
    'We have used Acme for years without a single fault.',
    'Acme has never let me down.',
    'No complaints about Acme.',
    'Acme: zero crashes in two years.',
    'Acme worked without any problems.',
    "I can't complain about Acme.",
    "Acme isn't bad at all.",
    "You can't go wrong with Acme.",
    'Two years with Acme and not a single outage.',
    'No leaks, no noise, no drama: Acme just works.',
    "We haven't had one crash since we installed Acme.",
    'Acme has never failed us in ten winters.',
    "You won't be disappointed with Acme.",
    'Nothing is better than Acme.',
    'Nobody does it better than Acme.',
  ])('what is denied is praise: "%s"', (text) => expect(toward('Acme', text)).toBe('positive'));

  it.each([
    'Nothing but problems with Acme',
    'Never had so many problems as with Acme.',
    'Zero help from Acme.',
    'No help from Acme at all.',
    'No reply from Acme for a fortnight.',
    'Not one of my calls to Acme was answered.',
    'Zero respect for customers at Acme.',
    'Acme is not good.',
    "Acme isn't friendly.",
    'I have nothing good to say about Acme.',
    "There's nothing I like about Acme.",
    'Acme never answers.',
    "Acme isn't worth the money.",
    'Acme never delivers on time.',
    'Way better than Acme.',
    'Bolt is better than Acme.',
    'Tastes better than anything Acme makes.',
  ])('a denial or a comparison may as well be blame: "%s"', (text) =>
    expect(toward('Acme', text)).toBe('negative'),
  );

  it.each([
    ['We switched from Acme to Bolt.', 'negative', 'positive'],
    ['Acme is better than Bolt.', 'positive', 'negative'],
    ['I prefer Acme to Bolt.', 'positive', 'negative'],
    ['Acme is great, Bolt is awful.', 'positive', 'negative'],
    ['Acme and Bolt announce a merger', 'neutral', 'neutral'],
  ])('one may lose what another gains: "%s"', (text, acme, bolt) =>
    expect([toward('Acme', text), toward('Bolt', text)]).toEqual([acme, bolt]),
  );
});

test('patterns are filled toward each name that they hold, in its place', () => {
  const texts = filled([
    ['X is BETTER than Y', 2, 0],
    ['Nothing from X', 0],
  ]);
  expect(texts).toHaveLength(17);
  for (const { text, target } of [...texts, ...denials()])
    expect(text.slice(target?.from, target?.to)).toBe(target?.name);
});
