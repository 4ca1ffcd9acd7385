import { describe, expect, it, test } from 'vitest';
import { type Word, wordOf } from './features.ts';
import { hashOf } from './hashing.ts';
import { type Network, openNetwork } from './network.ts';
import { type NetworkLayers, type NetworkWeights, packNetwork, readNetwork } from './network-weights.ts';
import { tokenise } from './tokens.ts';
import { learnNetwork, type NetworkFitting } from './train/learn-network.ts';
import { wordRowsOf } from './train/word-rows.ts';
import { packVectors, readVectors } from './vectors.ts';
import { toneGroups } from './weights.ts';

const lexicon = new Map<number, number>();
// "mellow" and "smooth" stand near each other, as do "stale" and "burnt"; only the first of each pair is seen in training.
const vectors = readVectors(
  packVectors(
    Object.entries({
      mellow: [1.256, 0.1284, 0.3881, 0.1284],
      smooth: [1.256, 0.1284, 0.1284, 0.3881],
      stale: [-1.256, 0.3881, 0.1284, 0.1284],
      burnt: [-1.256, 0.1284, 0.3881, 0.1284],
      roast: [0.1284, 1.256, -0.3881, 0.1284],
      cup: [-0.1284, 1.618, 0.3881, -0.6568],
      hardly: [0.1284, -1.618, 0.9424, 0.9424],
    }).map(([word, values]) => ({ hash: hashOf(word), values })),
  ),
);
const texts = [
  { label: 2, text: 'a mellow cup' },
  { label: 2, text: 'roast, so mellow' },
  { label: 2, text: 'mellow' },
  { label: 0, text: 'a stale cup' },
  { label: 0, text: 'roast, so stale' },
  { label: 0, text: 'stale' },
  { label: 0, text: 'hardly mellow' },
  { label: 2, text: 'hardly stale' },
  { label: 1, text: 'a cup' },
  { label: 1, text: 'roast' },
];
const fitting: NetworkFitting = {
  filters: 6,
  epochs: 60,
  batch: 5,
  rate: 0.02,
  smoothing: 0.05,
  hiddenWords: 0.05,
  hiddenFilters: 0.1,
  groupless: 0.3,
  groupCount: toneGroups.length - 1,
  seed: 3,
};
const learn = (): NetworkLayers =>
  learnNetwork(wordRowsOf([{ name: 'coffee', group: 'reviews', texts }], { lexicon, vectors }), fitting);
const layers = learn();

function oddsBy(network: Network, text: string) {
  const tokens = tokenise(text);
  const words: Word[] = tokens.list.map((token) => wordOf(token, lexicon));
  const [negative, positive] = network.odds(tokens, words);
  return { negative, positive };
}
const odds = (text: string) => oddsBy(openNetwork(layers, vectors), text);

describe('a network', () => {
  it('learns what it is shown', () => {
    expect(odds('a mellow cup').positive).toBeGreaterThan(1);
    expect(odds('a stale cup').negative).toBeGreaterThan(1);
    expect(Math.max(...Object.values(odds('a cup')))).toBeLessThan(0);
  });
  it('judges words that no text showed by words of like vectors', () => {
    expect(odds('a smooth cup').positive).toBeGreaterThan(odds('a smooth cup').negative);
    expect(odds('a burnt cup').negative).toBeGreaterThan(odds('a burnt cup').positive);
  });
  it('sees what stands beside a word', () =>
    expect(odds('hardly mellow').positive).toBeLessThan(odds('mellow').positive));
  it('says the same of a text whatever was scored before', () => {
    const network = openNetwork(layers, vectors);
    const first = oddsBy(network, 'hardly a mellow cup');
    oddsBy(network, 'not stale, never stale, 7 % 😀 <user>');
    expect(oddsBy(network, 'hardly a mellow cup')).toEqual(first);
  });
  it('says the same of words that it remembers as of those that it does not', () => {
    const network = openNetwork(layers, vectors);
    const [tokens, numbers] = [
      tokenise('a mellow cup, hardly mellow, not a qzxkwv'),
      new Map<string, number>(),
    ];
    const words = tokens.list.map((token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      return wordOf(token, lexicon, number);
    });
    const [negative, positive] = network.odds(tokens, words);
    expect({ negative, positive }).toEqual(odds('a mellow cup, hardly mellow, not a qzxkwv'));
    for (let time = 0; time < 3; time += 1) expect(network.odds(tokens, words)).toEqual([negative, positive]);
  });
  it('has something to say of a text without words', () =>
    expect(Number.isFinite(odds('').negative)).toBe(true));
  it('is the same, bit for bit, when it is trained again', () => expect(learn()).toEqual(layers));
});

test('a packed network gives the odds of the one that was packed, nearly', () => {
  const groups = Object.fromEntries(
    toneGroups.map((group) => [
      group,
      {
        share: 0.4,
        outline: 0.2,
        scale: 1,
        negative: 0,
        positive: 0,
        topics: [] as number[],
        prior: [0.2, 0.3, 0.5],
      },
    ]),
  ) as NetworkWeights['groups'];
  const packed = packNetwork({ version: '1', groups, outline: new Float32Array([1, 2]), ...layers });
  const read = readNetwork(packed);
  expect(oddsBy(openNetwork(read, vectors), 'a mellow cup').positive).toBeCloseTo(
    odds('a mellow cup').positive,
    1,
  );
  expect(read.groups).toEqual(groups);
  expect(() => readNetwork(packed.subarray(1))).toThrow();
  expect(() => readNetwork(packed.subarray(0, packed.length - 1))).toThrow(/network of tone/);
});
