import { likeliest } from './accuracy.ts';
import type { Probabilities } from './model.ts';
import { emq, meanProbabilities, netTone } from './quantify.ts';

/** Mean absolute errors of the net tone of groups of texts, on the scale -1 … 1, by how it is estimated. */
export type NetToneErrors = {
  /** Counting the likeliest labels, as most tools do. */
  counted: number;
  mean: number;
  emq: number;
  /** `netTone`, the estimate that Earshot uses. */
  netTone: number;
};
export type NetToneMeasure = {
  /** Groups drawn as the set is. */
  natural: NetToneErrors;
  /** Groups whose shares of the three tones are drawn evenly from all that there may be. */
  shifted: NetToneErrors;
};

/** Three shares, evenly from all that add up to one. */
function anyShares(random: () => number): Probabilities {
  const parts = [0, 1, 2].map(() => -Math.log(1 - random()));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum) as Probabilities;
}

const toneOf = (labels: readonly number[]): number =>
  labels.reduce((sum, label) => sum + label - 1, 0) / labels.length;

/**
 * How far the estimated net tone of groups is from that of their known labels: `repeats` groups of `size` texts, drawn with
 * replacement. `known`: 0 negative, 1 neutral, 2 positive, all three of which must occur. `random`: 0 ≤ x < 1.
 */
export function measureNetTone(
  known: readonly number[],
  judged: readonly Probabilities[],
  {
    prior,
    random,
    size = 200,
    repeats = 100,
  }: { prior: Probabilities; random: () => number; size?: number; repeats?: number },
): NetToneMeasure {
  const any = known.map((_, at) => at);
  const byTone = [0, 1, 2].map((tone) => any.filter((at) => known[at] === tone));
  const oneOf = (places: readonly number[]): number => places[Math.floor(random() * places.length)] as number;

  function errorsOf(draw: () => number[]): NetToneErrors {
    const errors: NetToneErrors = { counted: 0, mean: 0, emq: 0, netTone: 0 };
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const group = draw();
      const p = group.map((at) => judged[at] as Probabilities);
      const real = toneOf(group.map((at) => known[at] as number));
      const missed = (tone: number): number => Math.abs(tone - real) / repeats;
      const net = ([negative, , positive]: Probabilities): number => positive - negative;
      errors.counted += missed(toneOf(p.map(likeliest)));
      errors.mean += missed(net(meanProbabilities(p) as Probabilities));
      errors.emq += missed(net(emq(p, prior) as Probabilities));
      errors.netTone += missed(netTone(p, prior) as number);
    }
    return errors;
  }

  return {
    natural: errorsOf(() => Array.from({ length: size }, () => oneOf(any))),
    shifted: errorsOf(() => {
      const [negative, neutral] = anyShares(random);
      return Array.from({ length: size }, () => {
        const drawn = random();
        return oneOf(byTone[drawn < negative ? 0 : drawn < negative + neutral ? 1 : 2] as number[]);
      });
    }),
  };
}
