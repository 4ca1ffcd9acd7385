import type { Config, ScorerName, ToneLabel } from '#contract';
import { afinn } from './afinn.ts';
import { tone, toneBase } from './tone/tone.ts';

export type Tone = {
  label: ToneLabel;
  /** Probabilities of negative, neutral, positive; null from a scorer that states none. */
  p: [number, number, number] | null;
};

/** What a scorer may know besides the text. */
export type ToneContext = {
  /** BCP 47 tag of the text's language; `und` where it could not be told. */
  lang: string;
  /** Names of the brand that the tone is asked toward. */
  brand: readonly string[];
  /** Names of the other brands of the panel. */
  others: readonly string[];
  /** Group of the source: news, forum, reviews … */
  group: string;
};

/** Tells the tone of a text toward a brand. Deterministic; a label `unscored` where it has no right to an opinion. */
export type Scorer = {
  /** Name and version, as scores bear it: `afinn@5.0.2`. */
  by: string;
  /** Version of what is done around the word list or model; a change makes old judgements stale. */
  rule: string;
  languages: readonly string[];
  score(text: string, context: ToneContext): Tone;
};

/** The trade's own meaning of words, from the config. */
export type OwnWords = Config['words'];

/** Every scorer, made for the words of one config. */
export const scorers = { tone, 'tone-base': toneBase, afinn } satisfies Record<
  ScorerName,
  (words: OwnWords) => Scorer
>;

/** The scorer that judges where nothing else is asked for. */
export const usualScorer: ScorerName = 'tone';
