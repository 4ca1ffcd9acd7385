import { expect, it } from 'vitest';
import { alertWorlds } from './alert-worlds.ts';
import {
  clustered,
  eitherOf,
  hitsAmong,
  negativeBinomial,
  poissonChances,
  unlikelyFrom,
} from './counts-of-days.ts';
import { scoreAlerts } from './simulate-alerts.ts';

const momentsOf = (chances: Float64Array) => {
  const sum = (value: (count: number) => number) =>
    chances.reduce((total, chance, count) => total + chance * value(count), 0);
  const mean = sum((count) => count);
  return { whole: sum(() => 1), mean, variance: sum((count) => (count - mean) ** 2) };
};

it.each([
  ['Poisson', poissonChances(3), 3, 3],
  ['negative binomial', negativeBinomial(4, 2.5), 4, 10],
  ['bursts', clustered(2, 4), 2, 8],
  ['hits among some', hitsAmong(20, 0.3, 0.1), 6, 20 * 0.3 * 0.7 * (1 + 19 * 0.1)],
])(
  'chances of a %s add up to one and have the moments that they are made for',
  (_, chances, mean, variance) => {
    const found = momentsOf(chances);
    expect(found.whole).toBeCloseTo(1, 6);
    expect(found.mean).toBeCloseTo(mean, 4);
    expect(found.variance).toBeCloseTo(variance, 2);
  },
);

it('an oracle calls an alarm from the first count that is as unlikely as it says', () => {
  // P(X ≥ 6) of a Poisson of 1.5 is 0.0045, P(X ≥ 7) is 0.0009.
  expect(unlikelyFrom(poissonChances(1.5), 1.2 / 365)).toBe(7);
  expect(momentsOf(eitherOf(poissonChances(1), poissonChances(5), 0.25)).mean).toBeCloseTo(2, 6);
});

it.each(['steady, 10 a day', 'in bursts of 3, 3 a day', '× 4 a year, 10 a day', 'on working days, 10 a day'])(
  'a few brands %s have few false alarms, and most of what an oracle finds',
  (name) => {
    const world = alertWorlds.find((one) => one.name === name);
    if (!world) throw new Error(`there is no world called ${name}`);
    const { falseOnes, hits, oracle } = scoreAlerts(world, 8, 11);
    expect(falseOnes).toBeLessThanOrEqual(2.5);
    expect(oracle).toBeGreaterThan(25);
    expect(hits / oracle).toBeGreaterThan(0.65);
  },
);
