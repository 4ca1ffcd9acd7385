/** Labelled texts as features, row by row: the buckets of a row are those of its n-grams, then those of its characters. */
export type Rows = {
  buckets: Int32Array;
  /** Where the buckets of each row begin, and at the end their number. */
  starts: Int32Array;
  /** Where those of the characters begin. */
  middles: Int32Array;
  /** `denseCount` numbers a row. */
  dense: Float32Array;
  denseCount: number;
  /** 0 negative, 1 neutral, 2 positive. */
  labels: Uint8Array;
  groups: Uint8Array;
  /** 1 for rows of a set without neutral texts: these say nothing of what is neutral. */
  twoClasses: Uint8Array;
  weights: Float32Array;
};

export type Fitting = {
  tableSize: number;
  groupCount: number;
  epochs: number;
  rate: number;
  decay: number;
  smoothing: number;
  /** Share of rows that are shown without their group, so that texts of no known group are judged too. */
  groupless: number;
  seed: number;
};

/** Weights as learnt: three a bucket; three a number, first those that all groups share, then each group's own. */
export type Learnt = { table: Float32Array; dense: Float32Array };

/** Steps of this share of the rate at the end. */
const lastRate = 0.1;
const denseRate = 0.3;

export function randomOf(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) + 1) | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** Multinomial logistic regression by AdaGrad (Duchi et al., 2011), with smoothed labels; the mean of the last epochs' weights. */
export function learn(
  rows: Rows,
  options: Fitting,
  each: (epoch: number, loss: number) => void = () => undefined,
): Learnt {
  const { buckets, starts, middles, dense, denseCount, labels, groups, twoClasses, weights } = rows;
  const { tableSize, groupCount, epochs, rate, decay, smoothing, groupless } = options;
  const table = new Float32Array(tableSize * 3);
  const tableSquares = new Float32Array(tableSize * 3).fill(0.05);
  const denseWeights = new Float32Array(denseCount * 3 * (groupCount + 1));
  const denseSquares = new Float32Array(denseWeights.length).fill(1);
  const meanTable = new Float32Array(table.length);
  const meanDense = new Float32Array(denseWeights.length);
  const averaged = Math.max(1, Math.floor(epochs / 2));
  const random = randomOf(options.seed);
  const order = Uint32Array.from(labels, (_, at) => at);
  const miss = new Float64Array(3);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const kept = order[at] as number;
      order[at] = order[other] as number;
      order[other] = kept;
    }
    const step = rate * (1 - ((1 - lastRate) * epoch) / Math.max(1, epochs - 1));
    let loss = 0;
    for (let place = 0; place < order.length; place += 1) {
      const row = order[place] as number;
      const from = starts[row] as number;
      const middle = middles[row] as number;
      const to = starts[row + 1] as number;
      const wordValue = 1 / Math.sqrt(Math.max(1, middle - from));
      const charValue = 1 / Math.sqrt(Math.max(1, to - middle));
      let [neg, neu, pos] = [0, 0, 0];
      for (let at = from; at < to; at += 1) {
        const value = at < middle ? wordValue : charValue;
        const slot = (buckets[at] as number) * 3;
        neg += value * (table[slot] as number);
        neu += value * (table[slot + 1] as number);
        pos += value * (table[slot + 2] as number);
      }
      const group = random() < groupless ? 0 : (groups[row] as number);
      const ownOffset = group * denseCount * 3;
      for (let at = 0; at < denseCount; at += 1) {
        const value = dense[row * denseCount + at] as number;
        if (value === 0) continue;
        neg +=
          value *
          ((denseWeights[at * 3] as number) + (group ? (denseWeights[ownOffset + at * 3] as number) : 0));
        neu +=
          value *
          ((denseWeights[at * 3 + 1] as number) +
            (group ? (denseWeights[ownOffset + at * 3 + 1] as number) : 0));
        pos +=
          value *
          ((denseWeights[at * 3 + 2] as number) +
            (group ? (denseWeights[ownOffset + at * 3 + 2] as number) : 0));
      }
      const sides = twoClasses[row] === 1;
      if (sides) neu = Number.NEGATIVE_INFINITY;
      const smoothed = sides ? smoothing : smoothing / 2;
      const most = Math.max(neg, neu, pos);
      const [eNeg, eNeu, ePos] = [Math.exp(neg - most), Math.exp(neu - most), Math.exp(pos - most)];
      const sum = eNeg + eNeu + ePos;
      const label = labels[row] as number;
      const weight = weights[row] as number;
      loss -= weight * Math.log((label === 0 ? eNeg : label === 1 ? eNeu : ePos) / sum + 1e-9);
      miss[0] = (eNeg / sum - (label === 0 ? 1 - smoothing : smoothed)) * weight;
      miss[1] = sides ? 0 : (eNeu / sum - (label === 1 ? 1 - smoothing : smoothed)) * weight;
      miss[2] = (ePos / sum - (label === 2 ? 1 - smoothing : smoothed)) * weight;
      for (let at = from; at < to; at += 1) {
        const value = at < middle ? wordValue : charValue;
        const slot = (buckets[at] as number) * 3;
        for (let tone = 0; tone < 3; tone += 1) {
          const gradient =
            (miss[tone] as number) * value + decay * value * value * (table[slot + tone] as number);
          const squares = (tableSquares[slot + tone] as number) + gradient * gradient;
          tableSquares[slot + tone] = squares;
          table[slot + tone] = (table[slot + tone] as number) - (step * gradient) / Math.sqrt(squares);
        }
      }
      for (const offset of group ? [0, ownOffset] : [0]) {
        for (let at = 0; at < denseCount; at += 1) {
          const value = dense[row * denseCount + at] as number;
          if (value === 0) continue;
          for (let tone = 0; tone < 3; tone += 1) {
            const slot = offset + at * 3 + tone;
            const gradient = (miss[tone] as number) * value;
            const squares = (denseSquares[slot] as number) + gradient * gradient;
            denseSquares[slot] = squares;
            denseWeights[slot] =
              (denseWeights[slot] as number) - (denseRate * step * gradient) / Math.sqrt(squares);
          }
        }
      }
    }
    if (epoch >= epochs - averaged) {
      for (let at = 0; at < table.length; at += 1)
        meanTable[at] = (meanTable[at] as number) + (table[at] as number) / averaged;
      for (let at = 0; at < denseWeights.length; at += 1)
        meanDense[at] = (meanDense[at] as number) + (denseWeights[at] as number) / averaged;
    }
    each(epoch, loss / order.length);
  }
  return { table: meanTable, dense: meanDense };
}

/** The mean of weights that were learnt from the same rows in different orders. */
export function meanOf(runs: readonly Learnt[]): Learnt {
  const mean = (parts: readonly Float32Array[]): Float32Array =>
    new Float32Array(parts[0]?.length ?? 0).map(
      (_, at) => parts.reduce((sum, part) => sum + (part[at] as number), 0) / parts.length,
    );
  return { table: mean(runs.map(({ table }) => table)), dense: mean(runs.map(({ dense }) => dense)) };
}
