import type { Word } from './features.ts';
import { clausesAround, distancesOf } from './target.ts';
import { otherNames } from './target-frame.ts';
import { brandToken, isPlaceholder, type Tokens } from './tokens.ts';
import type { Vectors } from './vectors.ts';
import { type ToneGroup, toneGroups } from './weights.ts';

/** Filters of each layer. */
export const width = 32;
/** A filter looks at a word and at those beside it; the weights for the three stand in a row. */
export const triple = 3 * width;
export const markCount = 7;
const nearest = 6;
const fartherSteps = [8, 12, 20, Number.POSITIVE_INFINITY] as const;
/** Distances to the target that are told apart, on each side and at the target itself. */
const stepCount = 2 * (nearest + fartherSteps.length) + 1;
/** What is known of a word's place beside the word: marks, then one of the steps. */
export const placeInputs = markCount + stepCount;
export const heads = 2;
/** What is made of a text: two weighted means of its words, their strongest, and the target's own. */
export const pooled = (heads + 2) * width;
/** Words that are looked at, around the target where there are more. */
export const mostSeen = 60;
/** Vectors are about this much smaller for the network than they are kept. */
export const vectorScale = 0.4;

/** Where each part of the weights begins, in one list of numbers. */
export function partsOf(dimensions: number) {
  let end = 0;
  const take = (count: number): number => {
    end += count;
    return end - count;
  };
  return {
    first: take((dimensions + placeInputs) * triple),
    firstBias: take(width),
    second: take((width + placeInputs) * triple),
    secondBias: take(width),
    heads: take(heads * (width + placeInputs)),
    hidden: take(pooled * width),
    things: take(dimensions * width),
    groups: take(toneGroups.length * width),
    hiddenBias: take(width),
    out: take(width * 3),
    outBias: take(3),
    count: end,
  };
}

/** What the network sees of a text. */
export type Sight = {
  length: number;
  /** For each word, the place of its vector; below 0 where it has none. */
  vectors: Int32Array;
  /** For each word `markCount` numbers: negated, in the target's clause, good, bad, another's name, the target, quoted. */
  marks: Float32Array;
  /** For each word, which step away from the target it is. */
  steps: Uint8Array;
  targets: number[];
  /** Places of vectors of what the target is called, where it is a thing. */
  things: number[];
};

function stepOf(distance: number): number {
  const far = Math.abs(distance);
  const step = far <= nearest ? far : nearest + 1 + fartherSteps.findIndex((most) => far <= most);
  return (stepCount - 1) / 2 + (distance > 0 ? step : -step);
}

const standIns = new Map([
  ['<number>', 'ten'],
  ['<percent>', 'percent'],
]);

export function sightOf(tokens: Tokens, words: readonly Word[], vectors: Vectors): Sight {
  const { list, negated, things = [] } = tokens;
  const distances = distancesOf(list);
  const clause = clausesAround(list);
  const names = otherNames(tokens);
  const start = Math.max(0, Math.min(list.length - mostSeen, list.indexOf(brandToken) - mostSeen / 2));
  const length = Math.min(mostSeen, list.length - start);
  const sight: Sight = {
    length,
    vectors: new Int32Array(length).fill(-1),
    marks: new Float32Array(length * markCount),
    steps: new Uint8Array(length),
    targets: [],
    things: [...things].map((thing) => vectors.placeOf(thing)).filter((place) => place >= 0),
  };
  for (let at = 0; at < length; at += 1) {
    const from = start + at;
    const token = list[from] as string;
    const { valence } = words[from] as Word;
    if (!isPlaceholder(token)) sight.vectors[at] = vectors.placeOf(standIns.get(token) ?? token);
    const mark = at * markCount;
    sight.marks[mark] = negated[from] as number;
    sight.marks[mark + 1] = clause[from] as number;
    sight.marks[mark + 2] = Math.max(0, valence) / 4;
    sight.marks[mark + 3] = Math.max(0, -valence) / 4;
    sight.marks[mark + 4] = names[from] as number;
    sight.marks[mark + 6] = tokens.quoted[from] as number;
    if (token === brandToken) {
      sight.marks[mark + 5] = 1;
      sight.targets.push(at);
    }
    sight.steps[at] = stepOf(distances[from] as number);
  }
  return sight;
}

/** Adds what marks and step of a word give to the filters whose weights begin at `from`, from place `at` of `into` on. */
export function addPlace(
  { marks, steps }: Sight,
  word: number,
  weights: Float32Array,
  from: number,
  into: Float32Array,
  at: number,
): void {
  for (let mark = 0; mark <= markCount; mark += 1) {
    const value = mark === markCount ? 1 : (marks[word * markCount + mark] as number);
    if (value === 0) continue;
    const row = from + (mark === markCount ? markCount + (steps[word] as number) : mark) * triple;
    for (let slot = 0; slot < triple; slot += 1)
      into[at + slot] = (into[at + slot] as number) + value * (weights[row + slot] as number);
  }
}

/** Words whose products with the filters are remembered. Those of any other are worked out each time. */
const mostRemembered = 2500;

export type TargetNetwork = {
  /** Log-odds of negative and positive against neutral toward the target. */
  odds(sight: Sight, group: ToneGroup): [number, number];
};

/**
 * Opens a network for scoring: two layers of filters over a word, its neighbours and how far the target is, whose outcomes are
 * gathered by two learnt weightings, at their strongest, and at the target. Deterministic.
 */
export function openTargetNetwork(weights: Float32Array, vectors: Vectors): TargetNetwork {
  const { dimensions } = vectors;
  const parts = partsOf(dimensions);
  const vector = new Float32Array(dimensions);
  const remembered = new Map<number, Float32Array>();
  // A row before the first word and one after the last.
  const first = new Float32Array((mostSeen + 2) * width);
  const second = new Float32Array((mostSeen + 2) * width);
  const gathered = new Float32Array(pooled);
  const hidden = new Float32Array(width);
  const shares = new Float32Array(mostSeen);

  function productOf(place: number): Float32Array {
    const found = remembered.get(place);
    if (found !== undefined) return found;
    const made = new Float32Array(triple);
    vectors.copy(place, vector);
    for (let input = 0; input < dimensions; input += 1) {
      const value = (vector[input] as number) * vectorScale;
      const row = parts.first + input * triple;
      for (let slot = 0; slot < triple; slot += 1)
        made[slot] = (made[slot] as number) + value * (weights[row + slot] as number);
    }
    if (remembered.size < mostRemembered) remembered.set(place, made);
    return made;
  }

  function begin(into: Float32Array, length: number, bias: number): void {
    for (let row = 0; row < (length + 2) * width; row += width)
      for (let slot = 0; slot < width; slot += 1) into[row + slot] = weights[bias + slot] as number;
  }

  function layers(sight: Sight): void {
    const { length } = sight;
    begin(first, length, parts.firstBias);
    for (let word = 0; word < length; word += 1) {
      const place = sight.vectors[word] as number;
      const at = word * width;
      if (place >= 0) {
        const product = productOf(place);
        for (let slot = 0; slot < triple; slot += 1)
          first[at + slot] = (first[at + slot] as number) + (product[slot] as number);
      }
      addPlace(sight, word, weights, parts.first + dimensions * triple, first, at);
    }
    begin(second, length, parts.secondBias);
    for (let word = 0; word < length; word += 1) {
      const at = word * width;
      for (let input = 0; input < width; input += 1) {
        const value = first[at + width + input] as number;
        if (value <= 0) continue;
        const row = parts.second + input * triple;
        for (let slot = 0; slot < triple; slot += 1)
          second[at + slot] = (second[at + slot] as number) + value * (weights[row + slot] as number);
      }
      addPlace(sight, word, weights, parts.second + width * triple, second, at);
    }
    for (let at = 0; at < (length + 2) * width; at += 1) if ((second[at] as number) < 0) second[at] = 0;
  }

  function gather(sight: Sight): void {
    const { length, targets } = sight;
    gathered.fill(0);
    for (let head = 0; head < heads; head += 1) {
      const from = parts.heads + head * (width + placeInputs);
      let most = Number.NEGATIVE_INFINITY;
      for (let word = 0; word < length; word += 1) {
        const share = headScore(sight, word, second, weights, from);
        shares[word] = share;
        most = Math.max(most, share);
      }
      let sum = 0;
      for (let word = 0; word < length; word += 1) {
        shares[word] = Math.exp((shares[word] as number) - most);
        sum += shares[word] as number;
      }
      for (let word = 0; word < length; word += 1) {
        const share = (shares[word] as number) / sum;
        for (let slot = 0; slot < width; slot += 1)
          gathered[head * width + slot] =
            (gathered[head * width + slot] as number) + share * (second[(word + 1) * width + slot] as number);
      }
    }
    const strongest = heads * width;
    for (let word = 0; word < length; word += 1)
      for (let slot = 0; slot < width; slot += 1) {
        const value = second[(word + 1) * width + slot] as number;
        if (value > (gathered[strongest + slot] as number)) gathered[strongest + slot] = value;
      }
    for (const word of targets)
      for (let slot = 0; slot < width; slot += 1)
        gathered[strongest + width + slot] =
          (gathered[strongest + width + slot] as number) +
          (second[(word + 1) * width + slot] as number) / targets.length;
  }

  return {
    odds(sight, group) {
      if (sight.length === 0) return [0, 0];
      layers(sight);
      gather(sight);
      const own = parts.groups + toneGroups.indexOf(group) * width;
      for (let slot = 0; slot < width; slot += 1)
        hidden[slot] = (weights[parts.hiddenBias + slot] as number) + (weights[own + slot] as number);
      addRows(gathered, 1, weights, parts.hidden, hidden);
      for (const place of sight.things) {
        vectors.copy(place, vector);
        addRows(vector, vectorScale / sight.things.length, weights, parts.things, hidden);
      }
      const found: [number, number, number] = [0, 0, 0];
      for (const tone of [0, 1, 2] as const) {
        found[tone] = weights[parts.outBias + tone] as number;
        for (let slot = 0; slot < width; slot += 1)
          found[tone] +=
            Math.max(0, hidden[slot] as number) * (weights[parts.out + slot * 3 + tone] as number);
      }
      return [found[0] - found[1], found[2] - found[1]];
    },
  };
}

/** How much a head looks at a word. `layer` begins with a row before the first word. */
export function headScore(
  { marks, steps }: Sight,
  word: number,
  layer: Float32Array,
  weights: Float32Array,
  from: number,
): number {
  let score = weights[from + width + markCount + (steps[word] as number)] as number;
  for (let slot = 0; slot < width; slot += 1)
    score += (layer[(word + 1) * width + slot] as number) * (weights[from + slot] as number);
  for (let mark = 0; mark < markCount; mark += 1)
    score += (marks[word * markCount + mark] as number) * (weights[from + width + mark] as number);
  return score;
}

/** Adds inputs times their rows of `width` weights. */
export function addRows(
  inputs: Float32Array,
  factor: number,
  weights: Float32Array,
  from: number,
  into: Float32Array,
): void {
  for (let input = 0; input < inputs.length; input += 1) {
    const value = (inputs[input] as number) * factor;
    if (value === 0) continue;
    const row = from + input * width;
    for (let slot = 0; slot < width; slot += 1)
      into[slot] = (into[slot] as number) + value * (weights[row + slot] as number);
  }
}
