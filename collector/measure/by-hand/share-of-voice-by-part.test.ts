import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('share of voice by part is the brand’s part of the panel’s stories there', () => {
  // Five of seven in the news and in English: Beta(5½, 2½) at .025 and .975 (scipy 1.17.1).
  expect(parts(fiveOfEach(), 'share-of-voice-by-part')).toEqual([
    { of: 'news', value: 71.4286, low: 35.2338, high: 93.5272, n: 7 },
    { of: 'en', value: 71.4286, low: 35.2338, high: 93.5272, n: 7 },
    // Of delivery and with baristas nobody speaks but of this brand: 5 of 5, Beta(5½, ½) at .025, and 1.
    { of: 'delivery', value: 100, low: 62.0623, high: 100, n: 5 },
    { of: 'baristas', value: 100, low: 62.0623, high: 100, n: 5 },
  ]);
});
