import { z } from 'zod';
import { VerdictWord } from './figure.ts';
import { Instant } from './time.ts';

/** What the page said on a night, one line per figure and brand: it is never rewritten. */
export const Published = z.strictObject({
  at: Instant.describe('When the run began that published it.'),
  figure: z.string().describe('Id of the figure.'),
  brand: z.string().describe('Id of the brand.'),
  period: z.string().describe('The period that the headline spoke of: the last 28 days end with this day.'),
  value: z.number().nullable().describe('Headline value, or null where it had no basis.'),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().min(0),
  coverage: z.number().min(0).max(1).nullable(),
  verdict: VerdictWord.describe('Verdict of the last 28 days against the 28 before.'),
  method: z.string().describe('Version of the method.'),
  config: z.string().describe('Hash of the config.'),
  commit: z
    .string()
    .nullable()
    .describe(
      'Commit that was checked out when it was measured, which is the one before this line’s; null without git.',
    ),
});
export type Published = z.infer<typeof Published>;
