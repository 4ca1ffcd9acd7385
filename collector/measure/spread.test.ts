import { describe, expect, it } from 'vitest';
import { openCountSpread } from './count-spread.ts';
import { poisson, seeded } from './invented-world.fixture.ts';
import { openShareSpread } from './share-spread.ts';
import { beyond, countBeyond, logProduct } from './spread.ts';

describe('the spread of counts', () => {
  it('of a Poisson is learnt as such: the chance of so many is the table’s', () => {
    const random = seeded(5);
    const spread = openCountSpread();
    for (let day = 0; day < 400; day++) spread.learn(poisson(10, random), 10, 1);
    expect(spread.dispersion()).toBeLessThan(1.25);
    // P(X ≥ 20) of a Poisson of 10 is 0.00345.
    expect(spread.tail(20, 10, 1)).toBeGreaterThan(0.003);
    expect(spread.tail(20, 10, 1)).toBeLessThan(0.008);
  });
  it('of bursts is wide, and a few days on which something happened make it no wider', () => {
    const random = seeded(6);
    const [bursts, quiet, busy] = [openCountSpread(), openCountSpread(), openCountSpread()];
    for (let day = 0; day < 400; day++) {
      bursts.learn(random() < 0.25 ? 4 : 0, 1, 1);
      const plain = poisson(3, random);
      quiet.learn(plain, 3, 1);
      busy.learn(day % 80 === 40 ? 30 : plain, 3, 1);
    }
    expect(bursts.dispersion()).toBeGreaterThan(2);
    expect(busy.dispersion() - quiet.dispersion()).toBeLessThan(0.5);
  });
});

describe('the spread of shares', () => {
  it('of a plain binomial gives its own chances', () => {
    const random = seeded(7);
    const spread = openShareSpread();
    for (let day = 0; day < 300; day++) {
      let hits = 0;
      for (let one = 0; one < 20; one++) if (random() < 0.2) hits++;
      spread.learn(hits, 4, 20);
    }
    // P(X ≥ 10) of 20 at 0.2 is 0.00259.
    expect(spread.tail(10, 4, 20)).toBeGreaterThan(0.0025);
    expect(spread.tail(10, 4, 20)).toBeLessThan(0.006);
  });
  it('of days that share a mood is wider than chance', () => {
    const random = seeded(8);
    const spread = openShareSpread();
    for (let day = 0; day < 300; day++) spread.learn(random() < 0.5 ? 1 : 9, 5, 20);
    expect(spread.dispersion()).toBeGreaterThan(3);
  });
});

it('a count and how far it lies beyond the mean are one the other’s inverse', () => {
  for (const z of [-1, 0, 1, 2.58]) expect(beyond(countBeyond(z, 12, 30), 12, 30)).toBeCloseTo(z, 9);
  expect(logProduct(400, () => 1e-3)).toBeCloseTo(400 * Math.log(1e-3), 6);
});
