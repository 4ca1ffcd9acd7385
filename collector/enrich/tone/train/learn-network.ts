import { inputsOf, mostWords } from '../network.ts';
import { type NetworkLayers, windowPlaces, windowWidths } from '../network-weights.ts';
import { adam } from './adam.ts';
import { randomOf } from './learn.ts';

/** Labelled texts as runs of word numbers. Word 0 is one of which nothing is known. */
export type WordRows = {
  /** `inputs` numbers a word. */
  inputs: Float32Array;
  dimensions: number;
  words: Int32Array;
  /** 1 in the reach of a negation. */
  negated: Uint8Array;
  /** Where the words of each row begin, and at the end their number. */
  starts: Int32Array;
  labels: Uint8Array;
  groups: Uint8Array;
  twoClasses: Uint8Array;
  weights: Float32Array;
};

export type NetworkFitting = {
  filters: number;
  epochs: number;
  batch: number;
  rate: number;
  smoothing: number;
  /** Shares of words and of pooled filters that are hidden while learning, so that none is relied on alone. */
  hiddenWords: number;
  hiddenFilters: number;
  /** Share of rows that are shown without their group. */
  groupless: number;
  groupCount: number;
  seed: number;
};

/** The least share of the rate, at the end. */
const lastRate = 0.02;

/** All rows in an order of chance, a batch at a time. */
function batchesOf(starts: Int32Array, batch: number, random: () => number): Int32Array[] {
  const order = Int32Array.from({ length: starts.length - 1 }, (_, row) => row);
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
  const batches: Int32Array[] = [];
  for (let from = 0; from < order.length; from += batch) batches.push(order.subarray(from, from + batch));
  return batches;
}

/**
 * Learns the filters and what they mean from labelled texts: cross-entropy with smoothed labels, dropout of words and of filters, a
 * rate that falls to nothing. Of rows without neutral texts only the two sides are compared.
 */
export function learnNetwork(
  rows: WordRows,
  options: NetworkFitting,
  each: (epoch: number, loss: number) => void = () => undefined,
): NetworkLayers {
  const { filters, epochs, batch, rate, smoothing, hiddenWords, hiddenFilters, groupless, groupCount } =
    options;
  const random = randomOf(options.seed);
  const { inputs } = rows;
  const inputCount = inputsOf(rows.dimensions);
  const slots = windowPlaces * filters;
  const features = windowWidths.length * filters;
  const uniform = (length: number, most: number) =>
    Float32Array.from({ length }, () => (random() * 2 - 1) * most);

  const weights = uniform(inputCount * slots, Math.sqrt(1.5 / inputCount));
  const negatedWeights = uniform(slots, 0.1);
  const bias = new Float32Array(features);
  const out = uniform(features * 2 * 3, Math.sqrt(1 / features));
  const outBias = new Float32Array(3 * (groupCount + 1));
  const parts = [weights, negatedWeights, bias, out, outBias];
  const slopes = parts.map((part) => new Float32Array(part.length));
  const [weightSlopes, negatedSlopes, biasSlopes, outSlopes, outBiasSlopes] = slopes as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const optimisers = parts.map(adam);

  const mostUnique = batch * mostWords + 1;
  let projected = new Float32Array(4096 * slots);
  let projectedSlopes = new Float32Array(4096 * slots);
  const uniqueOf = new Int32Array(inputs.length / inputCount).fill(-1);
  const unique = new Int32Array(mostUnique);
  const seen = new Int32Array(mostUnique);
  const hidden = new Float32Array((mostWords + 2) * features);
  const pooled = new Float32Array(features * 2);
  const pooledSlopes = new Float32Array(features * 2);
  const kept = new Float32Array(features * 2);
  const bestAt = new Int32Array(features);
  const miss = new Float64Array(3);

  // Four inputs, or four words, in one go: this is where nearly all of the time goes.
  /** Products of the inputs of each word of the batch with all filters. */
  function project(count: number): void {
    projected.fill(0, 0, count * slots);
    for (let at = 0; at < count; at += 1) {
      const from = (unique[at] as number) * inputCount;
      const to = at * slots;
      for (let input = 0; input < inputCount; input += 4) {
        const a = inputs[from + input] as number;
        const b = inputs[from + input + 1] as number;
        const c = inputs[from + input + 2] as number;
        const d = inputs[from + input + 3] as number;
        if (a === 0 && b === 0 && c === 0 && d === 0) continue;
        const row = input * slots;
        for (let slot = 0; slot < slots; slot += 1)
          projected[to + slot] =
            (projected[to + slot] as number) +
            a * (weights[row + slot] as number) +
            b * (weights[row + slots + slot] as number) +
            c * (weights[row + slots * 2 + slot] as number) +
            d * (weights[row + slots * 3 + slot] as number);
      }
    }
  }
  /** Slopes of the weights of all filters by those of the products, which are 0 beyond `count`. */
  function projectBack(count: number): void {
    for (let at = 0; at < count; at += 4) {
      const to = at * slots;
      const [first, second, third, fourth] = [0, 1, 2, 3].map(
        (next) => (at + next < count ? (unique[at + next] as number) : 0) * inputCount,
      ) as [number, number, number, number];
      for (let input = 0; input < inputCount; input += 1) {
        const a = inputs[first + input] as number;
        const b = inputs[second + input] as number;
        const c = inputs[third + input] as number;
        const d = inputs[fourth + input] as number;
        if (a === 0 && b === 0 && c === 0 && d === 0) continue;
        const row = input * slots;
        for (let slot = 0; slot < slots; slot += 1)
          weightSlopes[row + slot] =
            (weightSlopes[row + slot] as number) +
            a * (projectedSlopes[to + slot] as number) +
            b * (projectedSlopes[to + slots + slot] as number) +
            c * (projectedSlopes[to + slots * 2 + slot] as number) +
            d * (projectedSlopes[to + slots * 3 + slot] as number);
      }
    }
  }

  /** Forward and back through one text; gives its loss. `seen` holds its words' places in the batch. */
  function learnText(row: number, seenFrom: number, length: number): number {
    pooled.fill(0);
    bestAt.fill(-1);
    const from = rows.starts[row] as number;
    let start = 0;
    for (const [order, width] of windowWidths.entries()) {
      for (let end = 0; end < length; end += 1) {
        const base = end * features + order * filters;
        for (let filter = 0; filter < filters; filter += 1)
          hidden[base + filter] = bias[order * filters + filter] as number;
        for (let place = 0; place < width; place += 1) {
          const at = end - width + 1 + place;
          if (at < 0) continue;
          const slot = (start + place) * filters;
          const word = (seen[seenFrom + at] as number) * slots + slot;
          if (rows.negated[from + at] === 1)
            for (let filter = 0; filter < filters; filter += 1)
              hidden[base + filter] =
                (hidden[base + filter] as number) +
                (projected[word + filter] as number) +
                (negatedWeights[slot + filter] as number);
          else
            for (let filter = 0; filter < filters; filter += 1)
              hidden[base + filter] =
                (hidden[base + filter] as number) + (projected[word + filter] as number);
        }
        for (let filter = 0; filter < filters; filter += 1) {
          const value = hidden[base + filter] as number;
          if (value <= 0) continue;
          const feature = order * filters + filter;
          pooled[features + feature] = (pooled[features + feature] as number) + value;
          if (value > (pooled[feature] as number)) {
            pooled[feature] = value;
            bestAt[feature] = end;
          }
        }
      }
      start += width;
    }
    const share = 1 / Math.sqrt(Math.max(1, length));
    const scale = 1 / (1 - hiddenFilters);
    for (let feature = 0; feature < features * 2; feature += 1) {
      const keep = random() < hiddenFilters ? 0 : scale;
      kept[feature] = feature < features ? keep : keep * share;
      pooled[feature] = (pooled[feature] as number) * (kept[feature] as number);
    }
    const group = random() < groupless ? 0 : (rows.groups[row] as number);
    const odds = [0, 1, 2].map((tone) => outBias[group * 3 + tone] as number) as [number, number, number];
    for (let feature = 0; feature < features * 2; feature += 1) {
      const value = pooled[feature] as number;
      if (value === 0) continue;
      for (let tone = 0; tone < 3; tone += 1)
        odds[tone] = (odds[tone] as number) + value * (out[feature * 3 + tone] as number);
    }
    const sides = rows.twoClasses[row] === 1;
    if (sides) odds[1] = Number.NEGATIVE_INFINITY;
    const smoothed = sides ? smoothing : smoothing / 2;
    const most = Math.max(...odds);
    const sizes = odds.map((odd) => Math.exp(odd - most));
    const sum = sizes.reduce((total, size) => total + size, 0);
    const label = rows.labels[row] as number;
    const weight = rows.weights[row] as number;
    for (let tone = 0; tone < 3; tone += 1)
      miss[tone] =
        sides && tone === 1
          ? 0
          : (((sizes[tone] as number) / sum - (label === tone ? 1 - smoothing : smoothed)) * weight) / batch;
    for (let tone = 0; tone < 3; tone += 1)
      outBiasSlopes[group * 3 + tone] = (outBiasSlopes[group * 3 + tone] as number) + (miss[tone] as number);
    for (let feature = 0; feature < features * 2; feature += 1) {
      const keep = kept[feature] as number;
      if (keep === 0) {
        pooledSlopes[feature] = 0;
        continue;
      }
      const value = pooled[feature] as number;
      let slope = 0;
      for (let tone = 0; tone < 3; tone += 1) {
        const missed = miss[tone] as number;
        slope += missed * (out[feature * 3 + tone] as number);
        if (value !== 0)
          outSlopes[feature * 3 + tone] = (outSlopes[feature * 3 + tone] as number) + missed * value;
      }
      pooledSlopes[feature] = slope * keep;
    }
    start = 0;
    for (const [order, width] of windowWidths.entries()) {
      for (let end = 0; end < length; end += 1) {
        const base = end * features + order * filters;
        for (let filter = 0; filter < filters; filter += 1) {
          const feature = order * filters + filter;
          if ((hidden[base + filter] as number) <= 0) {
            hidden[base + filter] = 0;
            continue;
          }
          const slope =
            (pooledSlopes[features + feature] as number) +
            (bestAt[feature] === end ? (pooledSlopes[feature] as number) : 0);
          hidden[base + filter] = slope;
          biasSlopes[feature] = (biasSlopes[feature] as number) + slope;
        }
        for (let place = 0; place < width; place += 1) {
          const at = end - width + 1 + place;
          if (at < 0) continue;
          const slot = (start + place) * filters;
          const word = (seen[seenFrom + at] as number) * slots + slot;
          for (let filter = 0; filter < filters; filter += 1)
            projectedSlopes[word + filter] =
              (projectedSlopes[word + filter] as number) + (hidden[base + filter] as number);
          if (rows.negated[from + at] === 1)
            for (let filter = 0; filter < filters; filter += 1)
              negatedSlopes[slot + filter] =
                (negatedSlopes[slot + filter] as number) + (hidden[base + filter] as number);
        }
      }
      start += width;
    }
    return -weight * Math.log((sizes[label] as number) / sum + 1e-9);
  }

  let step = 0;
  const steps = epochs * Math.ceil((rows.starts.length - 1) / batch);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    let loss = 0;
    for (const batchRows of batchesOf(rows.starts, batch, random)) {
      let [count, seenCount] = [0, 0];
      const lengths: number[] = [];
      for (const row of batchRows) {
        const from = rows.starts[row] as number;
        const length = Math.min(mostWords, (rows.starts[row + 1] as number) - from);
        lengths.push(length);
        for (let at = 0; at < length; at += 1) {
          const word = random() < hiddenWords ? 0 : (rows.words[from + at] as number);
          if ((uniqueOf[word] as number) < 0) {
            unique[count] = word;
            uniqueOf[word] = count++;
          }
          seen[seenCount++] = uniqueOf[word] as number;
        }
      }
      if ((count + 3) * slots > projected.length) {
        projected = new Float32Array(count * 2 * slots);
        projectedSlopes = new Float32Array(count * 2 * slots);
      }
      project(count);
      projectedSlopes.fill(0, 0, (count + 3) * slots);
      let seenFrom = 0;
      for (const [at, row] of batchRows.entries()) {
        loss += learnText(row, seenFrom, lengths[at] as number);
        seenFrom += lengths[at] as number;
      }
      projectBack(count);
      const now = rate * Math.max(lastRate, 1 - step / steps);
      for (const [at, optimise] of optimisers.entries()) optimise(slopes[at] as Float32Array, now);
      for (let at = 0; at < count; at += 1) uniqueOf[unique[at] as number] = -1;
      step += 1;
    }
    each(epoch, loss / (rows.starts.length - 1));
  }
  return {
    filters,
    words: weights,
    negated: negatedWeights,
    bias,
    out: Float32Array.from({ length: features * 4 }, (_, at) => {
      const feature = at >> 1;
      return (out[feature * 3 + (at % 2) * 2] as number) - (out[feature * 3 + 1] as number);
    }),
    outBias: [
      (outBias[0] as number) - (outBias[1] as number),
      (outBias[2] as number) - (outBias[1] as number),
    ],
  };
}
