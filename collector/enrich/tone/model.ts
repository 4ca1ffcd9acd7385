import {
  denseCount,
  denseOf,
  mostBuckets,
  mostRemembered,
  mostTokens,
  ngramBuckets,
  type Word,
  wordOf,
} from './features.ts';
import { characterBuckets } from './hashing.ts';
import type { Lexicon } from './lexicon.ts';
import {
  clausesAround,
  mostTargetBuckets,
  targetBuckets,
  targetDenseCount,
  targetDenseOf,
} from './target.ts';
import { negatedOf, type Tokens } from './tokens.ts';
import {
  type Calibration,
  type LinearWeights,
  ratingSteps,
  stepsOf,
  type ToneGroup,
  toneGroups,
  type Weights,
} from './weights.ts';

/** Log-odds of negative and of positive against neutral, before calibration. */
export type Odds = [negative: number, positive: number];
/** Probabilities of negative, neutral, positive. */
export type Probabilities = [number, number, number];

export type Model = {
  version: string;
  /** What is known of each token. */
  wordsOf(tokens: Tokens): KnownWord[];
  /** How good or bad a word is rated, below 0 for bad; 0 where it is not. */
  valenceOf(word: string): number;
  /** Shares of the three tones among the texts that probabilities of whole texts were calibrated on: see quantify.ts. */
  prior(group: ToneGroup): Probabilities;
  /** Tone of a whole text. */
  whole(tokens: Tokens, group: ToneGroup): Probabilities;
  /** Tone toward what `brandToken` stands for in the text. */
  toward(tokens: Tokens, group: ToneGroup): Probabilities;
  /** The parts of both, by what is known of the tokens where the caller has it, for the trainer and for further stages. */
  odds: {
    whole(tokens: Tokens, group: ToneGroup, words?: readonly KnownWord[]): Odds;
    clauses(tokens: Tokens, group: ToneGroup): Odds;
    target(tokens: Tokens, group: ToneGroup, words?: readonly KnownWord[]): Odds;
  };
};

/** A word and what its characters add up to, which is the same wherever it stands. */
export type KnownWord = Word & { characters: number; negative: number; positive: number };

/** V8 keeps a longer piece of a text as a view of that text, which would stay in memory with it. */
const longestPiece = 12;

export function lexiconOf({ hashes, ratings }: Weights['lexicon']): Lexicon {
  const lexicon = new Map<number, number>();
  for (const [at, hash] of hashes.entries()) lexicon.set(hash | 0, (ratings[at] ?? 0) / ratingSteps);
  return lexicon;
}

export function calibrated([negative, positive]: Odds, { scale, ...shift }: Calibration): Probabilities {
  const below = negative * scale + shift.negative;
  const above = positive * scale + shift.positive;
  const most = Math.max(below, above, 0);
  const parts: Probabilities = [Math.exp(below - most), Math.exp(-most), Math.exp(above - most)];
  const sum = parts[0] + parts[1] + parts[2];
  return [parts[0] / sum, parts[1] / sum, parts[2] / sum];
}

export const mixed = (target: Odds, clauses: Odds, share: number): Odds => [
  share * target[0] + (1 - share) * clauses[0],
  share * target[1] + (1 - share) * clauses[1],
];

/** The words of the clauses that name the target, as a text of their own. */
function clauseTokens(tokens: Tokens): Tokens {
  const inside = clausesAround(tokens.list);
  const list = tokens.list.filter((_, at) => inside[at] === 1);
  const capital = tokens.capital.filter((_, at) => inside[at] === 1);
  const quoted = tokens.quoted.filter((_, at) => inside[at] === 1);
  return {
    list,
    negated: negatedOf(list),
    surface: { ...tokens.surface, words: list.length },
    capital,
    quoted,
  };
}

/** Opens weights for scoring. Deterministic: a text's probabilities depend on nothing that was scored before. */
export function openModel(weights: Weights): Model {
  const lexicon = lexiconOf(weights.lexicon);
  const wholeSteps = stepsOf(weights.whole);
  const towardSteps = stepsOf(weights.toward);
  const wholeTable = weights.whole.table;
  const remembered = new Map<string, KnownWord>();
  const buckets = new Int32Array(Math.max(mostBuckets, mostTargetBuckets));
  const wholeDense = new Float64Array(denseCount);
  const towardDense = new Float64Array(targetDenseCount);

  function known(token: string): KnownWord {
    const found = remembered.get(token);
    if (found !== undefined) return found;
    const isKept = remembered.size < mostRemembered;
    const word = isKept ? wordOf(token, lexicon, remembered.size) : wordOf(token, lexicon);
    const characters = word.spelt ? characterBuckets(token, wholeTable.length) : [];
    let [negative, positive] = [0, 0];
    for (const bucket of characters) {
      const byte = wholeTable[bucket] as number;
      negative += wholeSteps.negative[byte] as number;
      positive += wholeSteps.positive[byte] as number;
    }
    const made = { ...word, characters: characters.length, negative, positive };
    if (isKept) remembered.set(token.length > longestPiece ? Buffer.from(token).toString() : token, made);
    return made;
  }

  /** What n-grams and numbers of a text add up to. */
  function linear(
    { table, dense }: LinearWeights,
    steps: ReturnType<typeof stepsOf>,
    count: number,
    numbers: Float64Array,
    group: ToneGroup,
  ): Odds {
    let [negative, positive] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      const byte = table[buckets[at] as number] as number;
      negative += steps.negative[byte] as number;
      positive += steps.positive[byte] as number;
    }
    const share = 1 / Math.sqrt(Math.max(1, count));
    negative *= share;
    positive *= share;
    const own = toneGroups.indexOf(group) * numbers.length * 2;
    for (let at = 0; at < numbers.length; at += 1) {
      const value = numbers[at] as number;
      negative += value * ((dense[at * 2] ?? 0) + (own > 0 ? (dense[own + at * 2] ?? 0) : 0));
      positive += value * ((dense[at * 2 + 1] ?? 0) + (own > 0 ? (dense[own + at * 2 + 1] ?? 0) : 0));
    }
    return [negative, positive];
  }

  const wordsOf = ({ list }: Tokens): KnownWord[] => list.map(known);
  function wholeOdds(tokens: Tokens, group: ToneGroup, words: readonly KnownWord[] = wordsOf(tokens)): Odds {
    denseOf(tokens, words, wholeDense);
    const count = ngramBuckets(tokens, words, wholeTable.length, buckets);
    const odds = linear(weights.whole, wholeSteps, count, wholeDense, group);
    let [characters, negative, positive] = [0, 0, 0];
    for (let at = 0; at < Math.min(words.length, mostTokens); at += 1) {
      const word = words[at] as KnownWord;
      characters += word.characters;
      negative += word.negative;
      positive += word.positive;
    }
    const share = 1 / Math.sqrt(Math.max(1, characters));
    return [odds[0] + negative * share, odds[1] + positive * share];
  }

  function targetOdds(tokens: Tokens, group: ToneGroup, words: readonly KnownWord[] = wordsOf(tokens)): Odds {
    targetDenseOf(tokens, words, towardDense);
    const count = targetBuckets(tokens, words, weights.toward.table.length, buckets);
    return linear(weights.toward, towardSteps, count, towardDense, group);
  }

  const clauseOdds = (tokens: Tokens, group: ToneGroup): Odds => wholeOdds(clauseTokens(tokens), group);
  return {
    version: weights.version,
    wordsOf,
    valenceOf: (word) => known(word).valence,
    prior: (group) => weights.priors[group],
    whole: (tokens, group) => calibrated(wholeOdds(tokens, group), weights.whole.calibration[group]),
    toward: (tokens, group) =>
      calibrated(
        mixed(targetOdds(tokens, group), clauseOdds(tokens, group), weights.towardShare),
        weights.toward.calibration[group],
      ),
    odds: { whole: wholeOdds, clauses: clauseOdds, target: targetOdds },
  };
}
