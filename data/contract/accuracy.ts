import { z } from 'zod';
import type { About } from './about.ts';
import type { Figure } from './figure.ts';
import { Tone } from './label.ts';
import type { Restated } from './restated.ts';

const share = z.number().min(0).max(1);
const three = <T extends z.ZodType>(of: T) => z.tuple([of, of, of]);
const Estimated = z.strictObject({
  value: share,
  low: share.describe('Lower end of the 95% interval.'),
  high: share.describe('Upper end of the 95% interval.'),
});

/** `figures/accuracy.json`: how well the scorer does on this team's own labels. Only where there are any. */
export const Accuracy = z.strictObject({
  v: z.literal(1),
  rows: z.int().min(0).describe('Rows of `labels.csv` that can be used.'),
  labelled: z
    .int()
    .min(0)
    .describe('Mentions with a label; of several labels of one mention the last row counts.'),
  gone: z.int().min(0).describe('Rows whose mention is not there (any more).'),
  needed: z.int().describe('Labels by lot that it takes before accuracy is stated and shares are corrected.'),
  brands: z.record(
    z.string(),
    z.strictObject({
      random: z.int().min(0).describe('Labels by lot of mentions that the scorer judged.'),
      measured: z
        .strictObject({
          right: Estimated.describe('Share of labels that the scorer agrees with; Wilson interval.'),
          macroF1: Estimated.describe(
            'Mean over the three tones of F1, the harmonic mean of precision and recall; bootstrap interval over the labels.',
          ),
          matrix: three(three(z.int().min(0))).describe(
            'Confusion matrix: a row for each tone as scored, a column for each as labelled; negative, neutral, positive.',
          ),
          groups: z
            .array(z.strictObject({ group: z.string(), n: z.int(), right: Estimated }))
            .describe('The same share by group of sources.'),
        })
        .nullable()
        .describe('Null under `needed` labels by lot.'),
    }),
  ),
  agreement: z
    .strictObject({
      n: z.int().positive().describe('Mentions that two people labelled (two values of `by`).'),
      same: share.describe('Share on which they agree.'),
      kappa: z.number().nullable().describe("Cohen's kappa; null where all said the same."),
    })
    .nullable()
    .describe('Null where no mention was labelled by two people.'),
  tones: z
    .array(z.strictObject({ id: z.string(), brand: z.string(), tone: Tone }))
    .describe(
      'Tones that stand in the figures in place of the scorer’s: of each labelled mention, and of the copies of its story.',
    ),
});
export type Accuracy = z.infer<typeof Accuracy>;

/** What a file under `figures/` holds. */
export type FigureFile = Figure | About | Accuracy | Restated;
