import { expect, it } from 'vitest';
import { seenItems } from './manifest.ts';
import { plantedTones } from './truth.ts';

it('gives back the tone in which nearly every item was written toward the first brand that it names, and none else', () => {
  const toneOf = plantedTones();
  let [known, all] = [0, 0];
  for (const { item } of seenItems()) {
    const [first, second] = item.brands;
    if (first === undefined || !item.dated) continue;
    const place = { source: item.source, url: item.link, publishedAt: item.published.toISOString() };
    const found = toneOf({ ...place, brand: first });
    all += 1;
    if (found !== undefined) known += 1;
    expect([undefined, item.tone]).toContain(found);
    if (second !== undefined) expect(toneOf({ ...place, brand: second })).toBeUndefined();
  }
  expect(all).toBeGreaterThan(3_000);
  expect(known / all).toBeGreaterThan(0.97);
});
