import type { Intent, ToneLabel } from '#contract';

/** A group of cues that mean the same under the same conditions. */
export type CueRule = {
  intent: Intent;
  cues: readonly string[];
  /** Tones that the sentence may have; any where left out. */
  tones?: readonly ToneLabel[];
  /** Whether the cue holds where the clause denies, doubts or imagines what follows; not where left out. */
  anywhere?: true;
  /** Whether it holds in a question; not where left out. */
  inQuestions?: true | 'only';
  /**
   * Where the brand has to be named, reviews aside, which speak of nothing else: in the sentence, or last before one that points back;
   * anywhere in the text where left out. `reviews`: it is not read elsewhere, since talk is kind or unkind to many things beside
   * a name.
   */
  near?: 'before' | 'reviews';
  /** True where the other that it names is where the author goes: it is about the brand that was named before. */
  away?: true;
  /** True where its words mean this and nothing else: no other cue is read from them. */
  alone?: true;
};

/** Cues that look like an intent and are none: nothing is read from the words they hold. */
export type Idiom = { cues: readonly string[] };

/** A context in which intents are not meant, whatever cues say: where it stands in the sentence, or anywhere in the text. */
export type Barrier = { intents: readonly Intent[]; within: 'sentence' | 'text'; cues: readonly string[] };
