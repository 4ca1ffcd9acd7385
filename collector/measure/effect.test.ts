import { describe, expect, it } from 'vitest';
import { unrestOf } from './count-figure.ts';
import { dispersionOfCounts, rateRatio } from './counts.ts';
import { type Change, changeOf, dispersionOf, effectOf, type Past } from './effect.ts';
import { poisson, seeded } from './invented-world.fixture.ts';
import { added, dailyMoments } from './moments.ts';
import { type Scatter, scatterOfCounts, scatterOfMeans } from './scatter.ts';

const [past, window] = [364, 28];
const days = past + window;
const pairing = { to: days - 1, days: window, shift: window };
const weekly = [1.2, 1.1, 1, 1, 1.1, 0.6, 0.5];

type Brand = { change: Change; scatter: Scatter };

/** A brand's line of counts, its change and its scatter, as the figures make them. */
function counted(rateOn: (day: number) => number, random: () => number, length = days): Brand {
  const counts = Float64Array.from({ length }, (_, day) =>
    poisson(rateOn(day) * (weekly[day % 7] as number), random),
  );
  const usual = new Float64Array(length).fill(1);
  const { dispersion, drift, scatter } = unrestOf(counts, usual, dispersionOfCounts(counts, usual, 4));
  const sum = (from: number) =>
    counts.subarray(from, from + window).reduce((total, count) => total + count, 0);
  const n: [number, number] = [sum(length - 2 * window), sum(length - window)];
  const found = rateRatio(...n, dispersion, drift({ ...pairing, to: length - 1 }));
  const change = changeOf({ standing: 'comparable', ...found, n }, true);
  if (!change) throw new Error('no change to tell');
  return { change, scatter };
}

/** What is known of brands, the first of which is the team's own. */
const pastOf = (brands: readonly Brand[], parts: Partial<Past> = {}): Past => ({
  own: brands[0]?.scatter,
  others: brands.slice(1).map(({ scatter }) => scatter),
  pairing,
  changes: [past],
  first: 4,
  ...parts,
});
const told = (brands: readonly Brand[], parts?: Partial<Past>) =>
  effectOf(
    (brands[0] as Brand).change,
    brands.slice(1).map(({ change }) => change),
    true,
    pastOf(brands, parts),
  );

/** Share of worlds whose effect of +40 %, beside two rivals, is held. */
function heldIn(rounds: number, waveOf: (random: () => number) => (day: number, brand: number) => number) {
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const random = seeded(7000 + round);
    const wave = waveOf(random);
    const { low, high } = told(
      [0, 1, 2].map((brand) =>
        counted((day) => 6 * wave(day, brand) * (brand === 0 && day >= past ? 1.4 : 1), random),
      ),
    );
    if (low <= 0.4 && 0.4 <= high) held++;
  }
  return held / rounds;
}
/** Waves that stay for a week, each half to one and a half times as many. */
const inWeeks = (random: () => number): ((day: number) => number) => {
  const weeks = Array.from({ length: days / 7 }, () => 0.5 + random());
  return (day) => weeks[Math.floor(day / 7)] as number;
};

describe('a difference in differences', () => {
  it('by hand: logs of 2 and of 1.25, with errors of 0.1 and 0.2', () => {
    const { by, low, high, isSure } = effectOf(
      { by: Math.log(2), error: 0.1, n: 9 },
      [{ by: Math.log(1.25), error: 0.2, n: 9 }],
      true,
    );
    expect(by).toBeCloseTo(0.6, 9);
    // log 1.6 is 2.1 errors of √0.05.
    expect(isSure).toBe(true);
    expect(low).toBeCloseTo(Math.exp(Math.log(1.6) - 1.959964 * Math.sqrt(0.05)) - 1, 5);
    expect(high).toBeCloseTo(Math.exp(Math.log(1.6) + 1.959964 * Math.sqrt(0.05)) - 1, 5);
  });
});

describe('an effect on counts', () => {
  it('is held in 92 to 98.5 of 100 where all brands share waves of weeks: what all share is no doubt about the difference', () => {
    const share = heldIn(300, inWeeks);
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.985);
  });
  it('is held as often where no brand has any', () => {
    const share = heldIn(300, () => () => 1);
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.985);
  });
  it('is held where each brand has waves of its own', () => {
    const share = heldIn(300, (random) => {
      const waves = [0, 1, 2].map(() => inWeeks(random));
      return (day, brand) => waves[brand]?.(day) as number;
    });
    expect(share).toBeGreaterThan(0.9);
  });
  it('is never told more closely than stories that know nothing of each other allow', () => {
    // A brand and rivals that tell the same number every day scatter less than chance does.
    const even = (day: number) => Math.round(6 * (weekly[day % 7] as number));
    const steady = (): Brand => {
      const counts = Float64Array.from({ length: days }, (_, day) => even(day));
      const change = changeOf({ standing: 'comparable', ...rateRatio(160, 160, 1), n: [160, 160] }, true);
      return { change: change as Change, scatter: scatterOfCounts(counts, new Float64Array(days).fill(1)) };
    };
    const { low, high } = told([steady(), steady()]);
    const width = Math.log(1 + high) - Math.log(1 + low);
    expect(width).toBeGreaterThanOrEqual(2 * 1.96 * Math.sqrt(4 / 160.5) - 1e-3);
  });
  it('has the errors of all added up where the past is too short to tell how the difference scatters', () => {
    const random = seeded(5);
    const length = 20 + window;
    const brands = [0, 1].map(() => counted(() => 6, random, 2 * window).change);
    const scatter = scatterOfCounts(new Float64Array(length).fill(6), new Float64Array(length).fill(1));
    const [own, other] = brands as [Change, Change];
    const short = { ...pastOf([]), own: scatter, others: [scatter], pairing: { ...pairing, to: length - 1 } };
    expect(effectOf(own, [other], true, short)).toEqual(effectOf(own, [other], true));
  });
});

describe('an effect on a mean', () => {
  it('is held in 92 to 98.5 of 100 where all brands share the moods of days', () => {
    const rounds = 300;
    let held = 0;
    for (let round = 0; round < rounds; round++) {
      const random = seeded(9000 + round);
      const moods = Array.from({ length: days }, () => (random() - 0.5) * 0.7);
      const brands = [0, 1].map((brand): Brand => {
        const [n, sum, squares] = [0, 0, 0].map(() => new Float64Array(days)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        for (let day = 0; day < days; day++) {
          n[day] = squares[day] = poisson(12, random);
          const share = 0.5 + (moods[day] as number) + (brand === 0 && day >= past ? 0.1 : 0);
          for (let story = 0; story < (n[day] as number); story++)
            sum[day] = (sum[day] as number) + (random() < share ? 1 : -1);
        }
        const daily = dailyMoments(n, sum, squares);
        const [earlier, later] = [daily.span(past - window, past - 1), daily.span(past, days - 1)];
        const by = 100 * (later.sum / later.n - earlier.sum / earlier.n);
        // The brand alone, with the moods of its days.
        const alone = 100 * Math.sqrt((2 / (12 * window)) * (1 + 0.163 * 12));
        return {
          change: {
            by,
            error: alone,
            n: earlier.n,
            sampling: { by, earlier: 1e4 / earlier.n, later: 1e4 / later.n },
          },
          scatter: scatterOfMeans(daily, added.nets, 100),
        };
      });
      const { low, high } = effectOf(
        (brands[0] as Brand).change,
        [(brands[1] as Brand).change],
        false,
        pastOf(brands),
      );
      if (low <= 20 && 20 <= high) held++;
    }
    expect(held / rounds).toBeGreaterThan(0.92);
    expect(held / rounds).toBeLessThan(0.985);
  });
});

describe('the dispersion of a line', () => {
  const of = (factor: (day: number) => number, changes: readonly number[] = []): number | undefined => {
    const random = seeded(11);
    const counts = Float64Array.from({ length: 140 }, (_, day) => poisson(40 * factor(day), random));
    return dispersionOf(scatterOfCounts(counts, new Float64Array(140).fill(1)), 140, changes, 4);
  };
  it('is near 1 where nothing is shared, and is not raised by a level that is known to begin anew', () => {
    expect(of(() => 1)).toBeLessThan(1.3);
    const doubled = (day: number): number => (day >= 70 ? 2 : 1);
    expect(of(doubled)).toBeGreaterThan(1.8);
    expect(of(doubled, [70])).toBeLessThan(1.3);
  });
  it('is that of bursts: three stories at a time scatter three times as much', () => {
    const random = seeded(12);
    const counts = Float64Array.from({ length: 364 }, () => 3 * poisson(5, random));
    const found = dispersionOf(scatterOfCounts(counts, new Float64Array(364).fill(1)), 364, [], 4);
    expect(found).toBeGreaterThan(2.5);
    expect(found).toBeLessThan(3.6);
  });
  it('is not known of under three weeks', () =>
    expect(
      dispersionOf(scatterOfCounts(new Float64Array(20).fill(5), new Float64Array(20).fill(1)), 20, [], 4),
    ).toBeUndefined());
});
