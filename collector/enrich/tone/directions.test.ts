import { describe, expect, it, test } from 'vitest';
import { directionsRead } from './directions.ts';
import { tone } from './tone.ts';

const scorer = tone({});
const toward = (text: string, group: string) =>
  scorer.score(text, { lang: 'en', brand: ['Acme'], others: [], group }).label;

describe('of what burdens people more is bad and less is good', () => {
  it.each([
    ['Acme prices rise', 'news'],
    ['Acme raises prices', 'news'],
    ['Acme price hike angers fans', 'news'],
    ['Acme waiting times rise', 'news'],
    ['Acme churn rises', 'news'],
    ['Acme emissions rise', 'news'],
    ['Prices have gone up again at Acme', 'social'],
    ['Prices up again', 'social'],
    ['Prices are far too high', 'reviews'],
    ['Fees are too high', 'reviews'],
    ['Prices are much higher than before', 'reviews'],
  ])('%j is negative', (text, group) => expect(toward(text, group)).toBe('negative'));

  it.each([
    ['Acme slashes prices', 'news'],
    ['Acme cuts price of oat milk, regulars happy', 'news'],
    ['Acme cuts delivery times', 'news'],
    ['Acme emissions fall', 'news'],
    ['Low prices', 'reviews'],
    ['Prices are low', 'reviews'],
  ])('%j is positive', (text, group) => expect(toward(text, group)).toBe('positive'));

  it.each([
    ['Acme sales rise', 'positive'],
    ['Acme shares fall', 'negative'],
  ])('%j is %s, as it was', (text, label) => expect(toward(text, 'news')).toBe(label));
});

test.each([
  'Acme share prices rise',
  'Gold prices rise',
  'Analyst raises price target for Acme',
  'Cashew prices rise on strong demand',
  'Prices have not gone up',
  'High quality beans',
  'It can cost up to 20 dollars',
  'Acme cuts 200 jobs',
  'Raised in Leeds, priced in London',
])('%j stays as it is', (text) => expect(directionsRead(text)).toBe(text));
