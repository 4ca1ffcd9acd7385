import { expect, test } from 'vitest';
import { tone } from './tone.ts';

const scorer = tone({ sick: 'positive', kills: 'positive', unreal: 'positive' });
const context = { lang: 'en', brand: ['Acme'], others: [], group: 'social' };
const labelOf = (text: string) => scorer.score(text, context).label;

test.each([
  "Acme's new board is sick",
  'Acme kills it again',
  'The flavour is unreal, Acme',
  'That sick jump of Acme',
])('%j is praise where the trade says so', (text) => expect(labelOf(text)).toBe('positive'));

test.each([
  "I'm sick of Acme",
  'So sick and tired of waiting for Acme',
  'My Acme burger made my kid sick',
  'We all felt sick after eating at Acme',
  'My dog is so sick since the Acme food',
  'Acme kills 200 jobs',
  'Acme truck kills pedestrian',
  'An Acme crash kills two',
  'Unreal prices at Acme',
])('%j is none, though the trade praises with the word', (text) =>
  expect(labelOf(text)).not.toBe('positive'),
);
