import type { Scorer, Tone, ToneContext } from './scorers.ts';
import { isSaidInSigns } from './signs.ts';

/** Tells the tone of a text in the one language that it was made for. */
export type LanguageModel = (text: string, context: ToneContext) => Tone;

const unscored: Tone = { label: 'unscored', p: null };

/** `en` of en-GB, en_US and EN. */
export const primaryLanguage = (tag: string): string => (tag.trim().split(/[-_]/)[0] ?? '').toLowerCase();

/**
 * Hands each text to the model of its language, by the first part of the tag: regions share one. Without a model, and without
 * a text, it is `unscored`, never neutral. What is said in signs alone, such as 👎 or 10/10, means the same everywhere: the first
 * model reads it, whatever the language is told to be; beside a name, an address or a bare number there is nothing to read.
 */
export function byLanguage(
  models: Readonly<Record<string, LanguageModel>>,
): Pick<Scorer, 'languages' | 'score'> {
  const [ofSigns] = Object.values(models);
  return {
    languages: Object.keys(models),
    score(text, context) {
      const inSigns = isSaidInSigns(text, context);
      if (inSigns !== undefined) return (inSigns && ofSigns?.(text, context)) || unscored;
      const language = primaryLanguage(context.lang);
      if (!Object.hasOwn(models, language)) return unscored;
      return models[language]?.(text, context) ?? unscored;
    },
  };
}
