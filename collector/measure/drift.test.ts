import { expect, test } from 'vitest';
import { driftOf } from './drift.ts';
import { seeded } from './seeded.ts';

const pairing = { days: 28, shift: 28 };
/** Sampling variance of a day's value in these lines. */
const ofDay = 0.01;
const sampling = (2 * ofDay) / 28;

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A line that stays where it is but for chance and, with `far`, a drift of that standard deviation, ρ = .8 a week. */
function line(days: number, far: number, random: () => number): Float64Array {
  let now = gauss(random);
  return Float64Array.from({ length: days }, (_, day) => {
    if (day % 7 === 0) now = 0.8 * now + 0.6 * gauss(random);
    return far * now + Math.sqrt(ofDay) * gauss(random);
  });
}

const meanOf = (values: Float64Array, from: number, to: number): number =>
  values.subarray(from, to + 1).reduce((sum, one) => sum + one, 0) / (to - from + 1);

const driftOfLine = (values: Float64Array) =>
  driftOf(values.length, (from, to) => ({ value: meanOf(values, from, to), variance: ofDay / 7 }));

/** Share of differences of four weeks, in lines that never change, that lie within their interval. */
function held(far: number, days = 728): number {
  let [inside, of] = [0, 0];
  for (let world = 0; world < 80; world++) {
    const values = line(days, far, seeded(world));
    const drift = driftOfLine(values);
    for (let to = Math.floor(days / 2); to < days; to += 28) {
      const { half } = drift({ ...pairing, to })(sampling);
      const difference = meanOf(values, to - 27, to) - meanOf(values, to - 55, to - 28);
      of++;
      if (Math.abs(difference) <= half) inside++;
    }
  }
  return inside / of;
}

test('intervals of a change hold "none" where nothing changes, with and without a drift', () => {
  expect(held(0)).toBeGreaterThan(0.94);
  expect(held(0)).toBeLessThan(0.985);
  // By chance alone some 25 to 55 in 100 would.
  expect(held(0.1)).toBeGreaterThan(0.91);
  expect(held(0.3)).toBeGreaterThan(0.91);
});

test('two years that are the same week after week leave chance alone, half of 95% being 1.959964 errors', () => {
  const { half, z } = driftOfLine(new Float64Array(756))({ ...pairing, to: 755 })(sampling);
  expect(half / Math.sqrt(sampling)).toBeCloseTo(1.959964, 2);
  expect(z(2.5 * Math.sqrt(sampling))).toBeCloseTo(2.5, 2);
});

test('the shorter the history, the more is left open', () => {
  const halfAfter = (days: number) =>
    driftOfLine(new Float64Array(days))({ ...pairing, to: days - 1 })(sampling).half / Math.sqrt(sampling);
  const halves = [56, 84, 140, 280, 560].map(halfAfter);
  expect(halves.toSorted((a, b) => b - a)).toEqual(halves);
  expect(halves[0]).toBeGreaterThan(2.3);
  expect(halves[4]).toBeLessThan(2);
});

test('a change does not hide itself: weeks of the later window are not looked at', () => {
  const random = seeded(4);
  const before = line(700, 0, random);
  const jumped = before.map((value, day) => (day >= 672 ? value + 10 : value));
  const doubts = [before, jumped].map(
    (values) => driftOfLine(values)({ ...pairing, to: 699 })(sampling).half,
  );
  expect((doubts[1] ?? 0) / (doubts[0] ?? 1)).toBeCloseTo(1, 2);
});

test('a level that once leapt is a change, not a drift', () => {
  const random = seeded(4);
  const before = line(728, 0, random);
  const leapt = before.map((value, day) => (day >= 480 ? value + 2 : value));
  const halves = [before, leapt].map((values) => driftOfLine(values)({ ...pairing, to: 727 })(sampling).half);
  expect((halves[1] ?? 9) / (halves[0] ?? 1)).toBeLessThan(1.1);
});

test('z beyond 1.96 and an interval without 0 are the same, and both ways alike', () => {
  const { half, z } = driftOfLine(line(200, 0.1, seeded(9)))({ ...pairing, to: 199 })(sampling);
  expect(z(half)).toBeCloseTo(1.959964, 5);
  expect(z(-half)).toBeCloseTo(-1.959964, 5);
  expect(z(0)).toBeCloseTo(0, 10);
});

test('a line without a week of its own is judged by chance', () => {
  const { half } = driftOf(30, () => undefined)({ days: 7, shift: 7, to: 29 })(sampling);
  expect(half).toBeCloseTo(1.959964 * Math.sqrt(sampling), 6);
});
