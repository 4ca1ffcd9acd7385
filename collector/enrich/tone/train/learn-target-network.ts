import {
  addPlace,
  addRows,
  headScore,
  heads,
  markCount,
  mostSeen,
  partsOf,
  placeInputs,
  pooled,
  type Sight,
  triple,
  vectorScale,
  width,
} from '../target-network.ts';
import type { Vectors } from '../vectors.ts';
import { randomOf } from './learn.ts';

/** A labelled text as the network sees it. */
export type SeenRow = { sight: Sight; label: number; group: number; weight: number };

export type NetworkFitting = {
  epochs: number;
  rate: number;
  decay: number;
  dropped: number;
  smoothing: number;
  groupless: number;
  batch: number;
  seed: number;
};

// Adam (Kingma & Ba, 2015) with decay apart from the gradient (Loshchilov & Hutter, 2019).
const [firstMoment, secondMoment, tiny] = [0.9, 0.999, 1e-8];
const lastRate = 0.05;

/** Learns by backpropagation. The same rows give the same weights, bit for bit. */
export function learnTargetNetwork(
  rows: readonly SeenRow[],
  vectors: Vectors,
  options: NetworkFitting,
  each: (epoch: number, loss: number) => void,
): Float32Array {
  const { dimensions } = vectors;
  const { dropped, smoothing } = options;
  const parts = partsOf(dimensions);
  const random = randomOf(options.seed);
  const weights = new Float32Array(parts.count);
  const slopes = new Float32Array(parts.count);
  const means = new Float32Array(parts.count);
  const squares = new Float32Array(parts.count);
  const spread = (from: number, to: number, most: number): void => {
    for (let at = from; at < to; at += 1) weights[at] = (random() * 2 - 1) * most;
  };
  spread(parts.first, parts.firstBias, 1 / Math.sqrt(3 * (dimensions + markCount)));
  spread(parts.second, parts.secondBias, 1 / Math.sqrt(3 * (width + markCount)));
  spread(parts.heads, parts.hidden, 1 / Math.sqrt(width));
  spread(parts.hidden, parts.things, 1 / Math.sqrt(pooled));
  spread(parts.things, parts.groups, 1 / Math.sqrt(dimensions));
  spread(parts.out, parts.outBias, 1 / Math.sqrt(width));

  const unpacked = new Map<number, Float32Array>();
  function vectorOf(place: number): Float32Array {
    let found = unpacked.get(place);
    if (found === undefined) {
      found = new Float32Array(dimensions);
      vectors.copy(place, found);
      for (let at = 0; at < dimensions; at += 1) found[at] = (found[at] as number) * vectorScale;
      unpacked.set(place, found);
    }
    return found;
  }

  const room = (mostSeen + 2) * width;
  const inputs = new Float32Array(mostSeen * dimensions);
  const [first, second, seconds] = [new Float32Array(room), new Float32Array(room), new Float32Array(room)];
  const [firstSlopes, secondSlopes] = [new Float32Array(room), new Float32Array(room)];
  const shares = new Float32Array(heads * mostSeen);
  const [gathered, gatheredSlopes] = [new Float32Array(pooled), new Float32Array(pooled)];
  const [hidden, hiddenSlopes] = [new Float32Array(width), new Float32Array(width)];
  const [gatheredKept, hiddenKept] = [new Float32Array(pooled), new Float32Array(width)];
  const strongestAt = new Int32Array(width);
  const thing = new Float32Array(dimensions);
  const kept = 1 / (1 - dropped);
  const keeps = (): number => (random() < dropped ? 0 : kept);

  /** One row forward and back: adds to the slopes, gives the loss. */
  function learnRow({ sight, label, group, weight }: SeenRow): number {
    const { length, targets, things } = sight;
    const end = (length + 2) * width;
    // Forward.
    for (let at = 0; at < end; at += 1) {
      first[at] = weights[parts.firstBias + (at % width)] as number;
      second[at] = weights[parts.secondBias + (at % width)] as number;
    }
    for (let word = 0; word < length; word += 1) {
      const at = word * width;
      const place = sight.vectors[word] as number;
      if (place >= 0) {
        const vector = vectorOf(place);
        for (let input = 0; input < dimensions; input += 1) {
          const value = (vector[input] as number) * keeps();
          inputs[word * dimensions + input] = value;
          if (value === 0) continue;
          const row = parts.first + input * triple;
          for (let slot = 0; slot < triple; slot += 1)
            first[at + slot] = (first[at + slot] as number) + value * (weights[row + slot] as number);
        }
      }
      addPlace(sight, word, weights, parts.first + dimensions * triple, first, at);
    }
    for (let word = 0; word < length; word += 1) {
      const at = word * width;
      for (let input = 0; input < width; input += 1) {
        const from = at + width + input;
        const value = (first[from] as number) > 0 ? (first[from] as number) * keeps() : 0;
        seconds[from] = value;
        if (value === 0) continue;
        const row = parts.second + input * triple;
        for (let slot = 0; slot < triple; slot += 1)
          second[at + slot] = (second[at + slot] as number) + value * (weights[row + slot] as number);
      }
      addPlace(sight, word, weights, parts.second + width * triple, second, at);
    }
    for (let at = 0; at < end; at += 1) if ((second[at] as number) < 0) second[at] = 0;
    gathered.fill(0);
    for (let head = 0; head < heads; head += 1) {
      const from = parts.heads + head * (width + placeInputs);
      const offset = head * mostSeen;
      let most = Number.NEGATIVE_INFINITY;
      for (let word = 0; word < length; word += 1) {
        shares[offset + word] = headScore(sight, word, second, weights, from);
        most = Math.max(most, shares[offset + word] as number);
      }
      let sum = 0;
      for (let word = 0; word < length; word += 1) {
        shares[offset + word] = Math.exp((shares[offset + word] as number) - most);
        sum += shares[offset + word] as number;
      }
      for (let word = 0; word < length; word += 1) {
        shares[offset + word] = (shares[offset + word] as number) / sum;
        const share = shares[offset + word] as number;
        for (let slot = 0; slot < width; slot += 1)
          gathered[head * width + slot] =
            (gathered[head * width + slot] as number) + share * (second[(word + 1) * width + slot] as number);
      }
    }
    const [most, own] = [heads * width, (heads + 1) * width];
    for (let slot = 0; slot < width; slot += 1) {
      strongestAt[slot] = -1;
      for (let word = 0; word < length; word += 1) {
        const value = second[(word + 1) * width + slot] as number;
        if (value <= (gathered[most + slot] as number)) continue;
        gathered[most + slot] = value;
        strongestAt[slot] = word;
      }
      for (const word of targets)
        gathered[own + slot] =
          (gathered[own + slot] as number) + (second[(word + 1) * width + slot] as number) / targets.length;
    }
    for (let at = 0; at < pooled; at += 1) {
      gatheredKept[at] = keeps();
      gathered[at] = (gathered[at] as number) * (gatheredKept[at] as number);
    }
    const groupAt = parts.groups + (random() < options.groupless ? 0 : group) * width;
    for (let slot = 0; slot < width; slot += 1)
      hidden[slot] = (weights[parts.hiddenBias + slot] as number) + (weights[groupAt + slot] as number);
    addRows(gathered, 1, weights, parts.hidden, hidden);
    thing.fill(0);
    for (const place of things) {
      const vector = vectorOf(place);
      for (let at = 0; at < dimensions; at += 1)
        thing[at] = (thing[at] as number) + (vector[at] as number) / things.length;
    }
    addRows(thing, 1, weights, parts.things, hidden);
    const odds: [number, number, number] = [0, 0, 0];
    for (let slot = 0; slot < width; slot += 1) {
      hiddenKept[slot] = (hidden[slot] as number) > 0 ? keeps() : 0;
      hidden[slot] = (hidden[slot] as number) * (hiddenKept[slot] as number);
    }
    for (const tone of [0, 1, 2] as const) {
      odds[tone] = weights[parts.outBias + tone] as number;
      for (let slot = 0; slot < width; slot += 1)
        odds[tone] += (hidden[slot] as number) * (weights[parts.out + slot * 3 + tone] as number);
    }
    const highest = Math.max(...odds);
    const sizes = odds.map((odd) => Math.exp(odd - highest));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const loss = -weight * Math.log((sizes[label] as number) / total + 1e-9);

    // Back.
    hiddenSlopes.fill(0);
    for (const tone of [0, 1, 2] as const) {
      const wanted = (label === tone ? 1 - smoothing : 0) + smoothing / 3;
      const miss = ((sizes[tone] as number) / total - wanted) * weight;
      slopes[parts.outBias + tone] = (slopes[parts.outBias + tone] as number) + miss;
      for (let slot = 0; slot < width; slot += 1) {
        const at = parts.out + slot * 3 + tone;
        slopes[at] = (slopes[at] as number) + miss * (hidden[slot] as number);
        hiddenSlopes[slot] = (hiddenSlopes[slot] as number) + miss * (weights[at] as number);
      }
    }
    for (let slot = 0; slot < width; slot += 1) {
      const slope = (hiddenSlopes[slot] as number) * (hiddenKept[slot] as number);
      hiddenSlopes[slot] = slope;
      slopes[parts.hiddenBias + slot] = (slopes[parts.hiddenBias + slot] as number) + slope;
      slopes[groupAt + slot] = (slopes[groupAt + slot] as number) + slope;
    }
    rowsBack(gathered, parts.hidden, gatheredSlopes);
    if (things.length > 0) rowsBack(thing, parts.things, null);
    for (let at = 0; at < pooled; at += 1)
      gatheredSlopes[at] = (gatheredSlopes[at] as number) * (gatheredKept[at] as number);
    secondSlopes.fill(0, 0, end);
    firstSlopes.fill(0, 0, end);
    for (let slot = 0; slot < width; slot += 1) {
      const word = strongestAt[slot] as number;
      if (word >= 0)
        secondSlopes[(word + 1) * width + slot] =
          (secondSlopes[(word + 1) * width + slot] as number) + (gatheredSlopes[most + slot] as number);
      for (const target of targets)
        secondSlopes[(target + 1) * width + slot] =
          (secondSlopes[(target + 1) * width + slot] as number) +
          (gatheredSlopes[own + slot] as number) / targets.length;
    }
    for (let head = 0; head < heads; head += 1) headBack(sight, head);
    for (let at = width; at < end - width; at += 1) {
      if ((second[at] as number) <= 0) secondSlopes[at] = 0;
      const bias = parts.secondBias + (at % width);
      slopes[bias] = (slopes[bias] as number) + (secondSlopes[at] as number);
    }
    for (let word = 0; word < length; word += 1) {
      const at = word * width;
      for (let input = 0; input < width; input += 1) {
        const from = at + width + input;
        const value = seconds[from] as number;
        if (value === 0) continue;
        const row = parts.second + input * triple;
        let slope = 0;
        for (let slot = 0; slot < triple; slot += 1) {
          const back = secondSlopes[at + slot] as number;
          slope += back * (weights[row + slot] as number);
          slopes[row + slot] = (slopes[row + slot] as number) + value * back;
        }
        firstSlopes[from] = slope * kept;
      }
      placeBack(sight, word, parts.second + width * triple, secondSlopes);
    }
    for (let at = width; at < end - width; at += 1) {
      const bias = parts.firstBias + (at % width);
      slopes[bias] = (slopes[bias] as number) + (firstSlopes[at] as number);
    }
    for (let word = 0; word < length; word += 1) {
      const at = word * width;
      if ((sight.vectors[word] as number) >= 0)
        for (let input = 0; input < dimensions; input += 1) {
          const value = inputs[word * dimensions + input] as number;
          if (value === 0) continue;
          const row = parts.first + input * triple;
          for (let slot = 0; slot < triple; slot += 1)
            slopes[row + slot] = (slopes[row + slot] as number) + value * (firstSlopes[at + slot] as number);
        }
      placeBack(sight, word, parts.first + dimensions * triple, firstSlopes);
    }
    return loss;
  }

  /** Back through rows of `width` weights, whose outcome's slopes are those of the hidden layer. */
  function rowsBack(given: Float32Array, from: number, into: Float32Array | null): void {
    for (let input = 0; input < given.length; input += 1) {
      const value = given[input] as number;
      const row = from + input * width;
      let slope = 0;
      for (let slot = 0; slot < width; slot += 1) {
        const back = hiddenSlopes[slot] as number;
        slope += back * (weights[row + slot] as number);
        slopes[row + slot] = (slopes[row + slot] as number) + value * back;
      }
      if (into !== null) into[input] = slope;
    }
  }

  function headBack(sight: Sight, head: number): void {
    const { length, marks, steps } = sight;
    const from = parts.heads + head * (width + placeInputs);
    const offset = head * mostSeen;
    let mean = 0;
    for (let slot = 0; slot < width; slot += 1) {
      let value = 0;
      for (let word = 0; word < length; word += 1)
        value += (shares[offset + word] as number) * (second[(word + 1) * width + slot] as number);
      mean += value * (gatheredSlopes[head * width + slot] as number);
    }
    for (let word = 0; word < length; word += 1) {
      const share = shares[offset + word] as number;
      const at = (word + 1) * width;
      let wanted = 0;
      for (let slot = 0; slot < width; slot += 1)
        wanted += (gatheredSlopes[head * width + slot] as number) * (second[at + slot] as number);
      const slope = share * (wanted - mean);
      for (let slot = 0; slot < width; slot += 1) {
        secondSlopes[at + slot] =
          (secondSlopes[at + slot] as number) +
          share * (gatheredSlopes[head * width + slot] as number) +
          slope * (weights[from + slot] as number);
        slopes[from + slot] = (slopes[from + slot] as number) + slope * (second[at + slot] as number);
      }
      for (let mark = 0; mark < markCount; mark += 1)
        slopes[from + width + mark] =
          (slopes[from + width + mark] as number) + slope * (marks[word * markCount + mark] as number);
      const step = from + width + markCount + (steps[word] as number);
      slopes[step] = (slopes[step] as number) + slope;
    }
  }

  function placeBack({ marks, steps }: Sight, word: number, from: number, back: Float32Array): void {
    for (let mark = 0; mark <= markCount; mark += 1) {
      const value = mark === markCount ? 1 : (marks[word * markCount + mark] as number);
      if (value === 0) continue;
      const row = from + (mark === markCount ? markCount + (steps[word] as number) : mark) * triple;
      for (let slot = 0; slot < triple; slot += 1)
        slopes[row + slot] = (slopes[row + slot] as number) + value * (back[word * width + slot] as number);
    }
  }

  let step = 0;
  const steps = options.epochs * Math.ceil(rows.length / options.batch);
  function update(count: number): void {
    step += 1;
    const rate = options.rate * (1 - ((1 - lastRate) * step) / steps);
    const meanShare = 1 / (1 - firstMoment ** step);
    const squareShare = 1 / (1 - secondMoment ** step);
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (slopes[at] as number) / count;
      slopes[at] = 0;
      means[at] = firstMoment * (means[at] as number) + (1 - firstMoment) * slope;
      squares[at] = secondMoment * (squares[at] as number) + (1 - secondMoment) * slope * slope;
      const move =
        ((means[at] as number) * meanShare) / (Math.sqrt((squares[at] as number) * squareShare) + tiny);
      weights[at] = (weights[at] as number) * (1 - rate * options.decay) - rate * move;
    }
  }

  const order = Uint32Array.from(rows, (_, at) => at);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const moved = order[at] as number;
      order[at] = order[other] as number;
      order[other] = moved;
    }
    let [loss, waiting] = [0, 0];
    for (const at of order) {
      loss += learnRow(rows[at] as SeenRow);
      waiting += 1;
      if (waiting < options.batch) continue;
      update(waiting);
      waiting = 0;
    }
    if (waiting > 0) update(waiting);
    each(epoch, loss / rows.length);
  }
  return weights;
}
