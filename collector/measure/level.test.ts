import { describe, expect, it } from 'vitest';
import { poisson, seeded } from './invented-world.fixture.ts';
import { openLevel, openWeekdays } from './level.ts';

/** Forecast of the day after so many that were counted about a level. */
function forecastAfter(days: number, levelOf: (day: number) => number, seed: number): number {
  const random = seeded(seed);
  const level = openLevel(levelOf(0), 1);
  for (let day = 0; day < days; day++) {
    level.forecast(1, 1);
    level.learn(poisson(levelOf(day), random), 1, 1);
  }
  return level.forecast(1, 1);
}
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const seeds = Array.from({ length: 30 }, (_, at) => at + 1);

describe('the level that a day is forecast by', () => {
  it('stays near a steady one, and does not lag behind one that grows fourfold a year', () => {
    for (const seed of seeds) expect(Math.abs(forecastAfter(120, () => 30, seed) - 30)).toBeLessThan(6);
    const grown = seeds.map((seed) => forecastAfter(300, (day) => 40 * 4 ** (day / 365), seed));
    expect(mean(grown) / (40 * 4 ** (300 / 365))).toBeGreaterThan(0.97);
    expect(mean(grown) / (40 * 4 ** (300 / 365))).toBeLessThan(1.03);
  });
  it('is at a new one within two weeks', () => {
    const found = seeds.map((seed) => forecastAfter(114, (day) => (day < 100 ? 20 : 40), seed));
    expect(mean(found)).toBeGreaterThan(36);
  });
  it('follows no trend that a handful of stories cannot tell', () => {
    const found = seeds.map((seed) => forecastAfter(90, () => 0.3, seed));
    expect(Math.max(...found)).toBeLessThan(0.9);
    expect(Math.min(...found)).toBeGreaterThan(0.05);
  });
});

describe('weekdays', () => {
  it('are learnt from many counts, and hardly from few', () => {
    const found = [100, 0.5].map((level) => {
      const weekdays = openWeekdays();
      for (let day = 0; day < 70; day++)
        weekdays.learn(day % 7, level * (day % 7 === 6 ? 0.25 : 1.125), level, 1);
      return weekdays.of(6);
    });
    expect(found[0]).toBeCloseTo(0.25, 1);
    expect(found[1]).toBeGreaterThan(0.7);
  });
});
