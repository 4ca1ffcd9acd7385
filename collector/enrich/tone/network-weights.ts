import type { OutlineWeights } from './outline.ts';
import type { Calibration, ToneGroup } from './weights.ts';

/** Widths of the windows of words that filters look at: one, two and three words. */
export const windowWidths = [1, 2, 3] as const;
/** Places in all windows: a filter weighs a word by its place in its window. */
export const windowPlaces = 6;

/**
 * A convolutional network over words (Kim, 2014): filters over windows of words; of each its strongest answer in the text and
 * their sum over the root of the text's length; from these the log-odds of negative and of positive against neutral.
 */
export type NetworkLayers = {
  /** Filters of each width. */
  filters: number;
  /** A row for each number that stands for a word, with a weight for each place and filter. */
  words: Float32Array;
  /** What the reach of a negation adds, for each place and filter. */
  negated: Float32Array;
  /** For each width and filter. */
  bias: Float32Array;
  /** Two for the strongest of each filter, then two for the sum of each. */
  out: Float32Array;
  outBias: readonly [negative: number, positive: number];
};

/** How the parts add up, and the calibration of their sum. */
export type Mixture = Calibration & {
  /** Share of the network's log-odds beside those of the linear model. */
  share: number;
  /** Factor of the outline's, which are added. */
  outline: number;
  /** How much surer the log-odds are by what a text is about: a factor for each dimension of word vectors; none where it tells nothing. */
  topics: number[];
  /** Shares of negative, neutral and positive that the calibration stands on. */
  prior: [number, number, number];
};

export type NetworkWeights = NetworkLayers & {
  version: string;
  /** What outlines of texts mean. */
  outline: OutlineWeights;
  groups: Record<ToneGroup, Mixture>;
};

const layers = ['words', 'negated', 'bias', 'out', 'outline'] as const;
type Head = Pick<NetworkWeights, 'version' | 'filters' | 'outBias' | 'groups'> & { sizes: number[] };

/** The file: length of the head (4 bytes), the head as JSON, then the layers as 32-bit floats; all little-endian. */
export function packNetwork(weights: NetworkWeights): Uint8Array {
  const { version, filters, outBias, groups } = weights;
  const sizes = layers.map((layer) => weights[layer].length);
  const head = Buffer.from(JSON.stringify({ version, filters, outBias, groups, sizes } satisfies Head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const numbers = layers.map((layer) => {
    const bytes = Buffer.alloc(weights[layer].length * 4);
    for (const [at, value] of weights[layer].entries()) bytes.writeFloatLE(value, at * 4);
    return bytes;
  });
  return Buffer.concat([length, head, ...numbers]);
}

/** Reads what `packNetwork` wrote; throws where the file is not whole. */
export function readNetwork(file: Uint8Array): NetworkWeights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 4 + view.getUint32(0, true);
  const { sizes, ...head } = JSON.parse(new TextDecoder().decode(file.subarray(4, at))) as Head;
  const end = at + sizes.reduce((sum, size) => sum + size, 0) * 4;
  if (file.length !== end) throw new Error(`network of tone: ${file.length} bytes, of ${end}`);
  const [words, negated, bias, out, outline] = sizes.map((size) => {
    const numbers = Float32Array.from({ length: size }, (_, place) => view.getFloat32(at + place * 4, true));
    at += size * 4;
    return numbers;
  }) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  return { ...head, words, negated, bias, out, outline };
}
