import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { measureNetTone } from './measure-net-tone.ts';
import type { Probabilities } from './model.ts';
import { emq, meanProbabilities, netTone } from './quantify.ts';
import { randomOf } from './train/learn.ts';

const even: Probabilities = [1 / 3, 1 / 3, 1 / 3];

/** A scorer that is right three times of four, and says so: its probabilities are true where all tones are as frequent. */
function judgedBy(label: number, random: () => number): Probabilities {
  const seen = random() < 0.75 ? label : (label + 1 + Math.floor(random() * 2)) % 3;
  return [0, 1, 2].map((tone) => (tone === seen ? 0.75 : 0.125)) as Probabilities;
}

describe('the shares of a group', () => {
  it('are those that made its texts, where these are far from the training’s', () => {
    const random = randomOf(3);
    const labels = Array.from({ length: 6000 }, () => (random() < 0.8 ? 0 : random() < 0.5 ? 1 : 2));
    const p = labels.map((label) => judgedBy(label, random));
    const [negative = 0] = emq(p, even) ?? [];
    expect(negative).toBeCloseTo(0.8, 1);
    expect(meanProbabilities(p)?.[0]).toBeLessThan(0.7);
  });
  it('add up to one, whatever the texts', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    const text = fc
      .tuple(share, share, share)
      .map(([a, b, c]): Probabilities => [a / (a + b + c), b / (a + b + c), c / (a + b + c)]);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), text, (p, prior) => {
        const shares = emq(p, prior) ?? [0, 0, 0];
        expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(1, 9);
        expect(Math.abs(netTone(p, prior) ?? 2)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('stay those of the training where every text says nothing', () =>
    expect(emq(Array<Probabilities>(5).fill(even), even)?.[1]).toBeCloseTo(1 / 3));
  it('are unknown where there is no text', () => {
    expect(emq([], even)).toBeUndefined();
    expect(netTone([], even)).toBeUndefined();
  });
});

test('net tone errs less than counting where shares are shifted', () => {
  const random = randomOf(5);
  const labels = Array.from({ length: 3000 }, () => Math.floor(random() * 3));
  const p = labels.map((label) => judgedBy(label, random));
  const { natural, shifted } = measureNetTone(labels, p, { prior: even, random });
  expect(shifted.netTone).toBeLessThan(shifted.counted);
  expect(shifted.emq).toBeLessThan(shifted.mean);
  expect(natural.netTone).toBeLessThan(0.06);
});
