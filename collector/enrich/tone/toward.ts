import type { Model, Odds, Probabilities } from './model.ts';
import { calibrated } from './model.ts';
import { openTargetNetwork, sightOf } from './target-network.ts';
import type { Tokens } from './tokens.ts';
import type { Vectors } from './vectors.ts';
import type { ToneGroup } from './weights.ts';

/**
 * How what is known of a text adds up to its tone toward a target: the factor of each log-odds, then what is added to
 * negative and to positive against neutral.
 */
export type Blend = {
  target: number;
  clauses: number;
  whole: number;
  network: number;
  negative: number;
  positive: number;
};
export const blendParts = ['target', 'clauses', 'whole', 'network'] as const;

/** Headlines and short remarks are judged by another blend than longer sentences are: up to this many tokens. */
const longestShort = 14;
export const lengths = ['short', 'long'] as const;
export const lengthOf = ({ list }: Tokens): (typeof lengths)[number] =>
  list.length <= longestShort ? 'short' : 'long';

export type TowardWeights = {
  blends: Record<ToneGroup, Record<(typeof lengths)[number], Blend>>;
  /** Networks that learnt from other beginnings; their mean counts. */
  networks: Float32Array[];
};

/** What the parts say of one text. */
export type TowardOdds = Record<(typeof blendParts)[number], Odds>;

export type Toward = {
  odds(tokens: Tokens, group: ToneGroup): TowardOdds;
  /** Tone toward what `brandToken` stands for in the text. */
  judge(tokens: Tokens, group: ToneGroup): Probabilities;
};

type Head = { blends: TowardWeights['blends']; networks: number; numbers: number };

/** The file: length of the head (4 bytes, little-endian), the head as JSON, then the networks' numbers (4 bytes each, likewise). */
export function packToward({ blends, networks }: TowardWeights): Uint8Array {
  const numbers = networks[0]?.length ?? 0;
  const head = Buffer.from(JSON.stringify({ blends, networks: networks.length, numbers } satisfies Head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const body = Buffer.alloc(networks.length * numbers * 4);
  for (const [place, network] of networks.entries())
    for (const [at, value] of network.entries()) body.writeFloatLE(value, (place * numbers + at) * 4);
  return Buffer.concat([length, head, body]);
}

/** Reads what `packToward` wrote; throws where the file is not whole. */
export function readToward(file: Uint8Array): TowardWeights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headEnd = 4 + view.getUint32(0, true);
  const { blends, networks, numbers } = JSON.parse(
    new TextDecoder().decode(file.subarray(4, headEnd)),
  ) as Head;
  const end = headEnd + networks * numbers * 4;
  if (file.length !== end)
    throw new Error(`weights of tone toward a target: ${file.length} bytes, of ${end}`);
  return {
    blends,
    networks: Array.from({ length: networks }, (_, place) =>
      Float32Array.from({ length: numbers }, (_, at) =>
        view.getFloat32(headEnd + (place * numbers + at) * 4, true),
      ),
    ),
  };
}

/** The log-odds that a blend makes of the parts, before its additions. */
export function blended(odds: TowardOdds, blend: Blend): Odds {
  let [negative, positive] = [0, 0];
  for (const part of blendParts) {
    negative += blend[part] * odds[part][0];
    positive += blend[part] * odds[part][1];
  }
  return [negative, positive];
}

/** Opens what judges tone toward a target: linear models and networks, in shares by group. Deterministic. */
export function openToward(model: Model, { blends, networks }: TowardWeights, vectors: Vectors): Toward {
  const opened = networks.map((weights) => openTargetNetwork(weights, vectors));
  function odds(tokens: Tokens, group: ToneGroup): TowardOdds {
    const words = model.wordsOf(tokens);
    const sight = sightOf(tokens, words, vectors);
    const network: Odds = [0, 0];
    for (const { odds: found } of opened) {
      const [negative, positive] = found(sight, group);
      network[0] += negative / opened.length;
      network[1] += positive / opened.length;
    }
    return {
      target: model.odds.target(tokens, group, words),
      clauses: model.odds.clauses(tokens, group),
      whole: model.odds.whole(tokens, group, words),
      network,
    };
  }
  return {
    odds,
    judge(tokens, group) {
      const blend = blends[group][lengthOf(tokens)];
      return calibrated(blended(odds(tokens, group), blend), { scale: 1, ...blend });
    },
  };
}
