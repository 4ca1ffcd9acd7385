import { z } from 'zod';

export const toneLabels = ['negative', 'neutral', 'positive', 'unscored'] as const;
export const ToneLabel = z
  .enum(toneLabels)
  .describe('`unscored` where the scorer has no right to an opinion, such as a language it does not know.');
export type ToneLabel = z.infer<typeof ToneLabel>;

export const intents = [
  'recommend',
  'warn',
  'stay',
  'leave',
  'join',
  'complain',
  'suggest',
  'praise',
  'ask',
  'compare',
] as const;
export const Intent = z.enum(intents).describe('What the author means to do or have others do.');
export type Intent = z.infer<typeof Intent>;

/** A judgement on a mention; replaceable by replay, never by hand. */
export const Score = z.strictObject({
  id: z.string().describe('`id` of the mention that is judged.'),
  brand: z.string().nullable().describe('`brand` of the mention that is judged.'),
  story: z
    .string()
    .describe('Id of the cluster of copies that tell the same thing: the `doc` of its first mention.'),
  lang: z.string().describe('Language as a BCP 47 tag; `und` where it could not be told.'),
  relevant: z
    .boolean()
    .describe('False where the query, as it was when this was scored, would drop the mention.'),
  tone: z
    .strictObject({
      label: ToneLabel,
      p: z
        .tuple([z.number(), z.number(), z.number()])
        .nullable()
        .describe('Probabilities of negative, neutral, positive; null from a scorer that states none.'),
    })
    .describe(
      'Tone toward this brand. The rating of a mention counts as evidence beside its text, unless the text surely says the opposite.',
    ),
  ratingConflict: z
    .literal(true)
    .optional()
    .describe(
      'True where the rating takes one side and the text surely the other: the tone is then that of the text alone. Absent elsewhere.',
    ),
  themes: z
    .array(z.strictObject({ id: z.string().describe('Id of the theme.'), tone: ToneLabel }))
    .describe('Themes it speaks of, each with its own tone.'),
  intents: z.array(Intent),
  by: z.string().describe('Scorer and its version: `afinn@5.0.2`.'),
  config: z.string().describe('Hash of the parts of the config that this judgement depends on.'),
});
export type Score = z.infer<typeof Score>;
