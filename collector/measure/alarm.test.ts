import { describe, expect, it } from 'vitest';
import { type Alarm, type AlarmKind, alarmsOf, type Daily } from './alarm.ts';
import { poisson, seeded } from './invented-world.fixture.ts';

const days = 425;
const weekdays = [1.1, 1.1, 1.1, 1.05, 1, 0.8, 0.75];
const mean = (level: number, day: number): number => level * (weekdays[(day + 3) % 7] as number);

/** Counts of a negative binomial, as a mixture of Poisson ones whose means come from a sum of exponentials. */
function bursts(level: number, dispersion: number, random: () => number): number {
  if (dispersion <= 1) return poisson(level, random);
  const shape = level / (dispersion - 1);
  const wholes = Math.floor(shape);
  let sum = 0;
  for (let at = 0; at < wholes; at++) sum -= Math.log(1 - random());
  if (random() < shape - wholes) sum -= Math.log(1 - random());
  return poisson(sum * (dispersion - 1), random);
}

const steady = (level: number, dispersion: number, seed: number): Daily => {
  const random = seeded(seed);
  return {
    counts: Float64Array.from({ length: days }, (_, day) => bursts(mean(level, day), dispersion, random)),
    exposure: new Float64Array(days).fill(1),
    first: 0,
  };
};

const alarmOf = (daily: Daily, day: number, kind: AlarmKind): Alarm | undefined =>
  alarmsOf(daily, day, kind).get(day);

describe('alarms on counts where nothing happens', () => {
  it.each([
    [3, 1],
    [60, 2],
  ])('of %d a day with a dispersion of %d are no more than two a year and series', (level, dispersion) => {
    const series = 15;
    let alarms = 0;
    for (let seed = 1; seed <= series; seed++) {
      const daily = steady(level, dispersion, seed * 7919);
      alarms += alarmsOf(daily, days - 365, 'count').size;
    }
    expect(alarms / series).toBeLessThanOrEqual(2);
    expect(alarms).toBeGreaterThan(0);
  });
});

describe('an alarm', () => {
  const quiet = () => steady(10, 1, 4);
  it('is given for three times the usual, and not for a busy weekday', () => {
    const daily = quiet();
    daily.counts[400] = 32;
    expect(alarmOf(daily, 400, 'count')).toMatchObject({ seen: 32 });
    expect(alarmOf(daily, 400, 'count')?.expected).toBeGreaterThan(7);
    expect(alarmOf(daily, 400, 'count')?.expected).toBeLessThan(13);
    daily.counts[400] = 13;
    expect(alarmOf(daily, 400, 'count')).toBeUndefined();
  });
  it('is not hushed by a spike of the month before', () => {
    const daily = quiet();
    daily.counts[380] = 80;
    daily.counts[400] = 32;
    expect(alarmOf(daily, 400, 'count')).toBeDefined();
  });
  it('is not given where more is heard because more was listened to', () => {
    const daily = quiet();
    const more = steady(30, 1, 9);
    for (let day = 395; day < days; day++) {
      daily.exposure[day] = 3;
      daily.counts[day] = more.counts[day] as number;
    }
    expect([...alarmsOf(daily, 398, 'count')]).toEqual([]);
  });
  it('needs 28 known days, five seen and a day that was listened to', () => {
    const daily = quiet();
    daily.counts[20] = 90;
    expect(alarmOf(daily, 20, 'count')).toBeUndefined();
    const rare = { ...quiet(), counts: new Float64Array(days) };
    rare.counts[400] = 4;
    expect(alarmOf(rare, 400, 'count')).toBeUndefined();
    rare.counts[400] = 6;
    expect(alarmOf(rare, 400, 'count')).toBeDefined();
    rare.exposure[400] = 0;
    expect(alarmOf(rare, 400, 'count')).toBeUndefined();
  });
  it('is given for a share that doubles, and not for as large a share of few', () => {
    const random = seeded(8);
    const exposure = Float64Array.from({ length: days }, () => 20 + Math.floor(random() * 20));
    const counts = exposure.map(
      (of) => Array.from({ length: of }, () => random() < 0.2).filter(Boolean).length,
    );
    const daily = { counts, exposure, first: 0 };
    [counts[400], exposure[400]] = [18, 30];
    expect(alarmOf(daily, 400, 'share')).toBeDefined();
    [counts[400], exposure[400]] = [5, 12];
    expect(alarmOf(daily, 400, 'share')).toBeUndefined();
  });
});
