import type { Scorer, Tone, ToneContext } from './scorers.ts';

/** Tells the tone of a text in the one language that it was made for. */
export type LanguageModel = (text: string, context: ToneContext) => Tone;

const unscored: Tone = { label: 'unscored', p: null };

/** `en` of en-GB, en_US and EN. */
export const primaryLanguage = (tag: string): string => (tag.trim().split(/[-_]/)[0] ?? '').toLowerCase();

/**
 * Hands each text to the model of its language, by the first part of the tag: regions share one. Without a model, and without
 * a text, it is `unscored`, never neutral.
 */
export function byLanguage(
  models: Readonly<Record<string, LanguageModel>>,
): Pick<Scorer, 'languages' | 'score'> {
  return {
    languages: Object.keys(models),
    score(text, context) {
      const language = primaryLanguage(context.lang);
      if (text.trim() === '' || !Object.hasOwn(models, language)) return unscored;
      return models[language]?.(text, context) ?? unscored;
    },
  };
}
