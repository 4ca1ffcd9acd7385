import { expect, test } from 'vitest';
import { parts } from './figure-of.fixture.ts';
import { fiveOfEach } from './five-stories.fixture.ts';

test('share of voice by part is the brand’s part of the panel’s stories there', () => {
  // Five of seven in the news and in English: Wilson, z² = 3.841459, p = 5/7: centre (p + z²/14) ÷ (1 + z²/7), half z √(p (1 − p)/7 + z²/196) ÷ (1 + z²/7).
  expect(parts(fiveOfEach(), 'share-of-voice-by-part')).toEqual([
    { of: 'news', value: 71.4286, low: 35.8934, high: 91.7781, n: 7 },
    { of: 'en', value: 71.4286, low: 35.8934, high: 91.7781, n: 7 },
    // Of delivery and with baristas nobody speaks but of this brand: 5 of 5, centre (1 + z²/10) ÷ (1 + z²/5), half z²/10 ÷ (1 + z²/5).
    { of: 'delivery', value: 100, low: 56.5518, high: 100, n: 5 },
    { of: 'baristas', value: 100, low: 56.5518, high: 100, n: 5 },
  ]);
});
