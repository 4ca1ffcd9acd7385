import { calibrated, type Model, mixed, type Odds, type Probabilities } from './model.ts';
import { openNetwork } from './network.ts';
import type { NetworkWeights } from './network-weights.ts';
import type { Tokens } from './tokens.ts';
import type { Vectors } from './vectors.ts';
import type { ToneGroup } from './weights.ts';

export type Whole = {
  /** Tone of a whole text. */
  judge(tokens: Tokens, group: ToneGroup): Probabilities;
  /** What the network alone says, before any mixing. */
  network(tokens: Tokens): Odds;
};

/** Opens both stages of what judges whole texts: the linear model, and in its share the network on word vectors. Deterministic. */
export function openWhole(model: Model, weights: NetworkWeights, vectors: Vectors): Whole {
  const opened = openNetwork(weights, vectors);
  const network = (tokens: Tokens): Odds => opened.odds(tokens, model.wordsOf(tokens));
  return {
    network,
    judge(tokens, group) {
      const own = weights.groups[group];
      return calibrated(mixed(network(tokens), model.odds.whole(tokens, group), own.share), own);
    },
  };
}
