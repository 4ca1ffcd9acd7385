import { expect, test } from 'vitest';
import { breakdown } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('volume by part counts stories, without an interval, and their share of all has Wilson’s', () => {
  // Five of ten: centre .5, half z √(.25/10 + z²/400) ÷ (1 + z²/10) = .263407, z² = 3.841459. Days of both share nothing beyond chance.
  const half = { value: 5, low: null, high: null, n: 5, share: { value: 50, low: 23.6593, high: 76.3407 } };
  const rows = breakdown(fiveOfEach(true), 'volume-by-part').brands['northwind']?.rows ?? [];
  expect(
    rows.map(({ by, value, low, high, n, share }) => ({
      of: Object.values(by).join(' '),
      value,
      low,
      high,
      n,
      share,
    })),
  ).toEqual(
    ['forum', 'news', 'de', 'en', 'paper.example', 'talk.example', 'delivery', 'baristas'].map((of) => ({
      of,
      ...half,
    })),
  );
});
