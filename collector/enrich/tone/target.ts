import { mostTokens, type Word } from './features.ts';
import { bucketOf, joined } from './hashing.ts';
import { frameHashes, isSpeech, otherNames } from './target-frame.ts';
import { brandToken, isPlaceholder, isWord, type Tokens } from './tokens.ts';

/** Numbers that a text has toward a target, beside its n-grams. */
export const targetDenseCount = 37;
/** Tokens around the target that are told apart by their side, and how near n-grams of two and of three are. */
const reach = { single: 10, pair: 6, triple: 5 } as const;
/** The most buckets that a text gives toward a target; what comes after them is left out. */
export const mostTargetBuckets = mostTokens * 24;
const clauseEnds = new Set(['.', ',', ';', ':', '!', '?', '!!', '??', '?!', '...', '(', ')']);
const clauseStarts = new Set(['but', 'while', 'whereas', 'although', 'though', 'however', 'yet']);
const negatedFactor = -0.7;

const seeds = {
  text: 0x1101,
  textNegated: 0x1202,
  textPair: 0x1303,
  near: 0x1404,
  nearNegated: 0x1505,
  side: 0x1606,
  sideNegated: 0x1707,
  sidePair: 0x1808,
  sideTriple: 0x1909,
  step: 0x1a0a,
  clause: 0x1b0b,
  clauseNegated: 0x1c0c,
  clausePair: 0x1d0d,
} as const;

/** For each token, how far the nearest naming of the target is: below 0 left of it, above 0 right of it, 0 itself. */
export function distancesOf(list: readonly string[]): Int32Array {
  const distances = new Int32Array(list.length).fill(list.length + 1);
  let seen = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < list.length; at += 1) {
    if (list[at] === brandToken) seen = at;
    if (at - seen <= list.length) distances[at] = at - seen;
  }
  seen = Number.POSITIVE_INFINITY;
  for (let at = list.length - 1; at >= 0; at -= 1) {
    if (list[at] === brandToken) seen = at;
    if (seen - at < (distances[at] as number)) distances[at] = at - seen;
  }
  return distances;
}

/** 1 for the tokens of a clause that names the target. */
export function clausesAround(list: readonly string[]): Uint8Array {
  const inside = new Uint8Array(list.length);
  let from = 0;
  for (let at = 0; at <= list.length; at += 1) {
    const token = list[at];
    if (token !== undefined && !clauseEnds.has(token) && !clauseStarts.has(token)) continue;
    for (let named = from; named < at; named += 1)
      if (list[named] === brandToken) {
        inside.fill(1, from, at);
        break;
      }
    from = token !== undefined && clauseStarts.has(token) ? at : at + 1;
  }
  return inside;
}

const sentenceEnds = new Set(['.', '!', '?', '!!', '??', '?!', '...']);
const fewestWords = 2;

/** Whether a sentence says something without naming the target, as the text below a headline does. */
export function goesOn(list: readonly string[]): boolean {
  let [words, named] = [0, false];
  for (let at = 0; at <= list.length; at += 1) {
    const token = list[at];
    if (token === undefined || sentenceEnds.has(token)) {
      if (!named && words >= fewestWords) return true;
      [words, named] = [0, false];
    } else if (token === brandToken) named = true;
    else if (isWord(token)) words += 1;
  }
  return false;
}

const stepOf = (far: number): number => (far <= 1 ? 1 : far <= 3 ? 2 : far <= 6 ? 3 : 4);

/**
 * Buckets of what a text says toward the target, which `brandToken` stands for: its n-grams anywhere, again by the side on
 * which they stand and how near, and again in its clauses. Gives how many were written.
 */
export function targetBuckets(
  tokens: Tokens,
  words: readonly Word[],
  size: number,
  into: Int32Array,
): number {
  const { list, negated } = tokens;
  const distances = distancesOf(list);
  const clause = clausesAround(list);
  let count = 0;
  const hashAt = (at: number): number =>
    at < 0 || isOther(list[at]) ? 0 : ((words[at] as Word | undefined)?.hash ?? 0);
  const put = (seed: number, hash: number): void => {
    if (count < mostTargetBuckets) into[count++] = bucketOf(joined(seed, hash), size);
  };
  for (let at = 0; at < Math.min(list.length, mostTokens); at += 1) {
    const hash = hashAt(at);
    if (hash === 0) continue;
    const turned = negated[at] === 1;
    const before = hashAt(at - 1);
    const pair = before === 0 ? 0 : joined(before, hash);
    put(seeds.text, hash);
    if (turned) put(seeds.textNegated, hash);
    if (pair !== 0) put(seeds.textPair, pair);
    if (clause[at] === 1) {
      put(turned ? seeds.clauseNegated : seeds.clause, hash);
      if (pair !== 0 && clause[at - 1] === 1) put(seeds.clausePair, pair);
    }
    const distance = distances[at] as number;
    const far = Math.abs(distance);
    if (far === 0 || far > reach.single) continue;
    const side = distance < 0 ? 0x10000 : 0x20000;
    put(seeds.step + side + stepOf(far) * 0x100000, hash);
    put(turned ? seeds.nearNegated : seeds.near, hash);
    if (far > reach.pair) continue;
    put((turned ? seeds.sideNegated : seeds.side) + side, hash);
    if (pair !== 0) put(seeds.sidePair + side, pair);
    const beforeThat = hashAt(at - 2);
    if (far <= reach.triple && pair !== 0 && beforeThat !== 0)
      put(seeds.sideTriple + side, joined(beforeThat, pair));
  }
  frameHashes(tokens, words, otherNames(tokens), clause, put);
  return count;
}

const isOther = (token: string | undefined): boolean =>
  token !== undefined && token !== brandToken && isPlaceholder(token);

// Where the numbers of each sort begin; of each, good comes first and bad second.
const slots = {
  all: 0,
  near: 2,
  right: 4,
  left: 6,
  clause: 8,
  length: 10,
  place: 11,
  one: 12,
  rightFree: 13,
  leftFree: 15,
  rightBehind: 17,
  leftBehind: 19,
  rightBeside: 21,
  leftBeside: 23,
  before: 25,
  after: 27,
  done: 29,
  said: 31,
  again: 33,
  capitals: 34,
  first: 35,
  things: 36,
} as const;
const beside = 3;

/**
 * Numbers toward the target: rated words in sum, and by nearness, by side and by clause, by whether another name or a mark
 * lies between, before and after the target is first named, where something is done by it or it speaks; then of the text.
 */
export function targetDenseOf(tokens: Tokens, words: readonly Word[], into: Float64Array): void {
  into.fill(0);
  const { list, negated } = tokens;
  const distances = distancesOf(list);
  const clause = clausesAround(list);
  const names = otherNames(tokens);
  const first = list.indexOf(brandToken);
  const doer = list[first - 1] === 'by' || list[first - 1] === 'against';
  const speaks = isSpeech(list[first + 1] ?? '') || isSpeech(list[first - 1] ?? '');
  const add = (slot: number, value: number): void => {
    into[slot] = (into[slot] as number) + value;
  };
  const isBetween = (at: number, distance: number): boolean => {
    const target = at - distance;
    for (let between = Math.min(at, target) + 1; between < Math.max(at, target); between += 1) {
      const token = list[between];
      if (names[between] === 1 || token === ',' || token === ';' || token === ':') return true;
    }
    return false;
  };
  for (let at = 0; at < words.length; at += 1) {
    const valence = (words[at] as Word).valence;
    if (valence === 0) continue;
    const value = negated[at] === 1 ? valence * negatedFactor : valence;
    const sign = value > 0 ? 0 : 1;
    const size = Math.abs(value) / 4;
    add(slots.all + sign, size);
    if (clause[at] === 1) add(slots.clause + sign, size);
    add((first >= 0 && at < first ? slots.before : slots.after) + sign, size);
    if (doer) add(slots.done + sign, size);
    if (speaks) add(slots.said + sign, size);
    if (first < 0) continue;
    const distance = distances[at] as number;
    const near = size / (1 + Math.abs(distance) / 3);
    const right = distance > 0;
    const behind = isBetween(at, distance);
    add(slots.near + sign, near);
    add((right ? slots.right : slots.left) + sign, near);
    if (right) add((behind ? slots.rightBehind : slots.rightFree) + sign, near);
    else add((behind ? slots.leftBehind : slots.leftFree) + sign, near);
    if (Math.abs(distance) <= beside) add((right ? slots.rightBeside : slots.leftBeside) + sign, size);
  }
  for (let slot = 0; slot < into.length; slot += 1) into[slot] = Math.tanh(into[slot] as number);
  let [capitals, named] = [0, 0];
  for (let at = 0; at < list.length; at += 1) {
    capitals += tokens.capital[at] as number;
    if (list[at] === brandToken) named += 1;
  }
  into[slots.length] = Math.log1p(list.length) / 5;
  into[slots.place] = list.length === 0 ? 0 : Math.max(0, first) / list.length;
  into[slots.one] = 1;
  into[slots.again] = named > 1 ? 1 : 0;
  into[slots.capitals] = capitals / Math.max(1, list.length);
  into[slots.first] = first === 0 ? 1 : 0;
  into[slots.things] = tokens.things === undefined ? 0 : 1;
}
