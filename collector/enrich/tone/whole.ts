import { calibrated, type KnownWord, type Model, type Odds, type Probabilities } from './model.ts';
import { openNetwork } from './network.ts';
import type { Mixture, NetworkWeights } from './network-weights.ts';
import { leanings, outlineCount, outlineOdds, outlineOf } from './outline.ts';
import type { Tokens } from './tokens.ts';
import { scaleByTopic } from './topics.ts';
import type { Vectors } from './vectors.ts';
import { type ToneGroup, toneGroups } from './weights.ts';

/** What the parts say of a whole text. */
export type WholeOdds = { linear: Odds; network: Odds; outline: Odds };

export type Whole = {
  odds(tokens: Tokens, group: ToneGroup, words?: readonly KnownWord[]): WholeOdds;
  /** Tone of a whole text. */
  judge(tokens: Tokens, group: ToneGroup): Probabilities;
  /** Shares of the three tones that the probabilities of a group stand on: see quantify.ts. */
  prior(group: ToneGroup): Probabilities;
};

/** The log-odds that a mixture makes of the parts, before its calibration. */
export function mixedOdds(
  { linear, network, outline }: WholeOdds,
  mixture: Pick<Mixture, 'share' | 'outline'>,
): Odds {
  const { share, outline: factor } = mixture;
  return [
    (1 - share) * linear[0] + share * network[0] + factor * outline[0],
    (1 - share) * linear[1] + share * network[1] + factor * outline[1],
  ];
}

/**
 * Opens both stages of what judges whole texts: the linear model, then a network on word vectors and what the text's outline says.
 * Deterministic.
 */
export function openWhole(model: Model, weights: NetworkWeights, vectors: Vectors): Whole {
  const network = openNetwork(weights, vectors);
  const leaningOf = leanings(vectors);
  const outline = new Float64Array(outlineCount);
  const scales = new Map(
    toneGroups.map((group) => {
      const { scale, topics } = weights.groups[group] ?? { scale: 1, topics: [] };
      return [group, scaleByTopic(scale, topics, vectors)];
    }),
  );
  function odds(
    tokens: Tokens,
    group: ToneGroup,
    words: readonly KnownWord[] = model.wordsOf(tokens),
  ): WholeOdds {
    outlineOf(tokens, words, leaningOf, outline);
    return {
      linear: model.odds.whole(tokens, group, words),
      network: network.odds(tokens, words),
      outline: outlineOdds(weights.outline, outline),
    };
  }
  return {
    odds,
    judge(tokens, group) {
      const mixture = weights.groups[group];
      const words = model.wordsOf(tokens);
      const scale = scales.get(group)?.(tokens, words) ?? mixture.scale;
      return calibrated(mixedOdds(odds(tokens, group, words), mixture), { ...mixture, scale });
    },
    prior: (group) => weights.groups[group].prior,
  };
}
