import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tones } from '#contract';
import { cohensKappa, macroF1, wilson } from './accuracy.ts';
import { adjustedCounts } from './adjusted-counts.ts';
import { openCorrection } from './correction.ts';
import { emq, meanProbability } from './emq.ts';
import { confusionOf, type Pair, recalibrated } from './recalibrate.ts';
import { seeded } from './seeded.ts';
import { allCells, meansOf, netOf, saidCell, scoredCell, scoredCells, type Three } from './tone-cells.ts';

const sumOf = (shares: readonly number[]) => shares.reduce((sum, one) => sum + one, 0);
const isShares = (shares: readonly number[]) => {
  expect(sumOf(shares)).toBeCloseTo(1, 9);
  for (const share of shares) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1 + 1e-12);
  }
};
const shares = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: 0.01, max: 1, noNaN: true })))
  .map((parts) => parts.map((part) => part / sumOf(parts)) as Three);
const counts = (length: number) =>
  fc.array(fc.nat(500), { minLength: length, maxLength: length }).map((list) => Float64Array.from(list));
const pairs = fc.array(
  fc.record({ cell: fc.nat(scoredCells - 1), meant: fc.constantFrom<Pair['meant']>(0, 1, 2) }),
  { minLength: 1, maxLength: 60 },
);

describe('shares that are estimated', () => {
  it('are from 0 to 1 and add up to 1, whatever was counted and labelled', () => {
    fc.assert(
      fc.property(
        counts(allCells),
        pairs,
        fc.array(shares, { minLength: 18, maxLength: 18 }),
        (all, labelled, means) => {
          const correction = openCorrection(means, labelled, all);
          isShares(correction.shares(all));
          const { value, low, high } = correction.net(all, 1);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(low).toBeGreaterThanOrEqual(-1);
          expect(high).toBeLessThanOrEqual(1);
          expect(openCorrection(means, labelled, all).net(all, 1)).toEqual({ value, low, high });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are so by each of the three ways', () => {
    fc.assert(
      fc.property(
        counts(4),
        fc.array(shares, { minLength: 4, maxLength: 4 }),
        shares,
        (some, posteriors, prior) => {
          isShares(emq(some, posteriors, prior));
          isShares(meanProbability(some, posteriors, prior));
        },
      ),
    );
    fc.assert(
      fc.property(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), pairs, (scored, labelled) => {
        const found = adjustedCounts(scored, confusionOf(labelled));
        if (found) isShares(found);
      }),
    );
  });

  it('are what people said where they said it of all', () => {
    const all = new Float64Array(allCells);
    all[saidCell('negative')] = 3;
    all[saidCell('positive')] = 1;
    const one = { cell: scoredCell('neutral', null), meant: 1 } as const;
    expect(openCorrection(meansOf(new Float64Array(54)), [one], all).shares(all)).toEqual([0.75, 0, 0.25]);
  });
});

describe('emq', () => {
  it('finds shares far from those at which the probabilities hold', () => {
    // A scorer that is right 8 times in 10 where all three are as frequent; the set is 6 : 3 : 1.
    const right = 0.8;
    const posteriors = [0, 1, 2].map(
      (j) => [0, 1, 2].map((k) => (j === k ? right : (1 - right) / 2)) as Three,
    );
    const truth = [0.6, 0.3, 0.1];
    const scored = [0, 1, 2].map(
      (j) => 10_000 * sumOf(truth.map((share, k) => share * (posteriors[j]?.[k as 0] as number))),
    );
    const third: Three = [1 / 3, 1 / 3, 1 / 3];
    for (const [at, share] of emq(scored, posteriors, third).entries())
      expect(share).toBeCloseTo(truth[at] as number, 2);
    expect(netOf(meanProbability(scored, posteriors, third))).toBeGreaterThan(-0.3);
  });

  it('stays near the prior with a story or two', () => {
    const prior: Three = [0.2, 0.5, 0.3];
    expect(emq([0], [[1, 0, 0]], prior)).toEqual(prior);
    expect(emq([1], [[0.5, 0.3, 0.2]], prior)[0]).toBeLessThan(0.8);
  });
});

test('adjusted counts undo a known confusion, and say nothing where it tells too little apart', () => {
  const matrix = [
    [80, 10, 0],
    [20, 80, 30],
    [0, 10, 70],
  ] as const;
  const truth = [0.5, 0.2, 0.3];
  const scored = matrix.map((row) =>
    sumOf(row.map((count, k) => (count / 100) * (truth[k] as number))),
  ) as Three;
  const mutable = matrix.map((row) => [...row]) as [Three, Three, Three];
  for (const [at, share] of (adjustedCounts(scored, mutable) ?? []).entries())
    expect(share).toBeCloseTo(truth[at] as number, 9);
  const blind: [Three, Three, Three] = [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ];
  expect(adjustedCounts(scored, blind)).toBeNull();
  expect(
    adjustedCounts(scored, [
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 1],
    ]),
  ).toBeNull();
});

test('recalibrated probabilities add up to the confusion matrix of the labels, and keep the order of sureness', () => {
  const cell = (sure: number) => scoredCell('positive', [(1 - sure) / 2, (1 - sure) / 2, sure]);
  const labelled: Pair[] = [0.5, 0.9].flatMap((sure) =>
    Array.from({ length: 200 }, (_, at): Pair => ({ cell: cell(sure), meant: at % 4 === 0 ? 1 : 2 })),
  );
  const sums = new Float64Array(scoredCells * 3);
  for (const sure of [0.5, 0.9])
    [(1 - sure) / 2, (1 - sure) / 2, sure].forEach((part, at) => {
      sums[cell(sure) * 3 + at] = part * 1e6;
    });
  const { posteriors, prior } = recalibrated(meansOf(sums), labelled);
  expect(prior[2]).toBeCloseTo(0.75, 2);
  expect(prior[1]).toBeCloseTo(0.25, 2);
  expect(posteriors[cell(0.9)]?.[2]).toBeGreaterThan(posteriors[cell(0.5)]?.[2] ?? 1);
  expect(((posteriors[cell(0.9)]?.[2] ?? 0) + (posteriors[cell(0.5)]?.[2] ?? 0)) / 2).toBeCloseTo(0.75, 2);
});

/**
 * Scorers with a known confusion, 200 labels, and sets whose truth is known: the corrected interval holds the share from which
 * the set was drawn, the raw one does not.
 */
describe('in many worlds with a known confusion matrix', () => {
  const scoredGiven = [
    [0.7, 0.25, 0.05],
    [0.1, 0.6, 0.3],
    [0.05, 0.15, 0.8],
  ];
  const worlds = 150;
  const draw = (weights: readonly number[], chance: () => number): number => {
    const at = chance();
    const found = weights.findIndex((_, end) => at < sumOf(weights.slice(0, end + 1)));
    return found === -1 ? weights.length - 1 : found;
  };

  function play(labelShares: Three, truth: Three, n: number, withP: boolean) {
    const held = { corrected: 0, raw: 0 };
    for (let one = 0; one < worlds; one++) {
      const chance = seeded(one * 7919 + n);
      const all = new Float64Array(allCells);
      const sums = new Float64Array(scoredCells * 3);
      const item = (from: Three): Pair => {
        const meant = draw(from, chance) as Pair['meant'];
        const scored = draw(scoredGiven[meant] ?? [], chance);
        const sure = scored === meant ? 0.45 + 0.5 * Math.sqrt(chance()) : 0.4 + 0.5 * chance() * chance();
        const p = withP ? tones.map((_, at) => (at === scored ? sure : (1 - sure) / 2)) : null;
        const cell = scoredCell(tones[scored] ?? 'neutral', p);
        for (const [at, part] of (p ?? []).entries())
          sums[cell * 3 + at] = (sums[cell * 3 + at] as number) + Math.round(part * 1000);
        return { cell, meant };
      };
      const labelled = Array.from({ length: 200 }, () => item(labelShares));
      const [sum, squares] = [0, 0].map(() => ({ value: 0 })) as [{ value: number }, { value: number }];
      for (let story = 0; story < n; story++) {
        const { cell } = item(truth);
        all[cell] = (all[cell] as number) + 1;
        const tone = Math.floor(cell / 6) - 1;
        sum.value += tone;
        squares.value += tone * tone;
      }
      const { low, high } = openCorrection(meansOf(sums), labelled, all).net(all, 1);
      const real = netOf(truth);
      if (low <= real && real <= high) held.corrected++;
      const mean = sum.value / n;
      const half = 1.96 * Math.sqrt((squares.value / n - mean * mean) / n);
      if (Math.abs(mean - real) <= half) held.raw++;
    }
    return { corrected: held.corrected / worlds, raw: held.raw / worlds };
  }

  const usual: Three = [0.3, 0.4, 0.3];
  for (const withP of [true, false]) {
    const which = withP ? 'a scorer that states how sure it is' : 'one that does not';
    it(`holds the truth about 95 times in 100 where talk is as it was when it was labelled: ${which}`, () => {
      const { corrected, raw } = play(usual, usual, 400, withP);
      expect(corrected).toBeGreaterThanOrEqual(0.93);
      expect(raw).toBeLessThan(0.5);
    });
    it(`holds it 9 times in 10 and more where talk has moved by 15 points: ${which}`, () => {
      const { corrected, raw } = play(usual, [0.38, 0.37, 0.25], 400, withP);
      expect(corrected).toBeGreaterThanOrEqual(0.9);
      expect(raw).toBeLessThan(0.3);
    });
  }
});

describe('accuracy', () => {
  it('has the interval of Wilson, which holds the share and stays within 0 and 1', () => {
    // Newcombe 1998, table I: 81 of 263.
    expect(wilson(81, 263)).toEqual({
      value: 81 / 263,
      low: expect.closeTo(0.2553, 4),
      high: expect.closeTo(0.3662, 4),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
        const { value, low, high } = wilson(Math.min(n, some), n);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('means the tones alike in macro-F1, and leaves out one that nobody scored or meant', () => {
    expect(
      macroF1([
        [5, 0, 0],
        [0, 5, 0],
        [0, 0, 0],
      ]),
    ).toBe(1);
    expect(
      macroF1([
        [5, 0, 0],
        [0, 90, 0],
        [0, 5, 0],
      ]),
    ).toBeCloseTo((1 + 180 / 185) / 3, 9);
    expect(
      macroF1([
        [2, 2, 0],
        [1, 3, 1],
        [0, 1, 4],
      ]),
    ).toBeCloseTo((4 / 7 + 6 / 11 + 8 / 10) / 3, 9);
  });

  it("counts agreement beyond chance as Cohen's kappa does", () => {
    const twos = (same: number, apart: number): [number, number][] => [
      ...Array.from({ length: same }, (_, at): [number, number] => [at % 2, at % 2]),
      ...Array.from({ length: apart }, (_, at): [number, number] => [at % 2, 1 - (at % 2)]),
    ];
    expect(cohensKappa(twos(10, 0))).toBe(1);
    expect(cohensKappa(twos(10, 10))).toBeCloseTo(0, 9);
    expect(
      cohensKappa([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(cohensKappa([])).toBeNull();
  });
});
