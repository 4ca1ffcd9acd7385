import { z } from 'zod';
import { Day } from './time.ts';

/** The three tones, in the order of `tone.p`. */
export const tones = ['negative', 'neutral', 'positive'] as const;
export const Tone = z.enum(tones);
export type Tone = z.infer<typeof Tone>;

export const drawnWays = ['random', 'teaching', 'chosen'] as const;
export const Drawn = z
  .enum(drawnWays)
  .describe(
    'How the mention came to be asked about: `random`, by lot, each story of the brand with the same chance; `teaching`, because the scorer was unsure; `chosen`, because somebody picked it, also where the cell is empty. Accuracy and correction are made of `random` ones alone.',
  );
export type Drawn = z.infer<typeof Drawn>;

/** A row of `data/labels.csv`: what a person says of the tone of one mention toward one brand. */
export const Label = z.strictObject({
  mention: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe(
      '`id` of the mention, with the letter m before it, so that no spreadsheet takes it for a number.',
    ),
  brand: z.string().min(1).describe('`brand` of the mention: the tone is meant toward this brand.'),
  tone: Tone.describe('`negative`, `neutral` or `positive`, in any case of letters.'),
  drawn: Drawn,
  day: Day.optional().describe('The day on which it was labelled.'),
  by: z
    .string()
    .regex(
      /^[a-z0-9]{1,8}$/,
      'at most 8 letters and digits that tell people apart, such as a and b, and no name',
    )
    .optional()
    .describe(
      'A letter or two that tell people apart where several label the same mentions: a, b. No names.',
    ),
});
export type Label = z.infer<typeof Label>;

/** Columns of `labels.csv`, in the order in which Earshot writes them. */
export const labelColumns = ['mention', 'brand', 'tone', 'drawn', 'day', 'by'] as const;
export type LabelColumn = (typeof labelColumns)[number];

/** A mention's id as it stands in `labels.csv`: no spreadsheet reads it as a number such as 1234E5. */
export const labelMark = (id: string): string => `m${id}`;

/** Labels by lot that it takes before a confusion matrix corrects anything. */
export const fewestLabels = 200;

/** The label that counts for each mention and brand: the last row. It is by lot where any of its rows is. */
export function labelsThatCount(rows: readonly Label[]): Label[] {
  const last = new Map<string, Label>();
  for (const row of rows) {
    const key = `${row.mention} ${row.brand}`;
    const before = last.get(key);
    last.set(key, before?.drawn === 'random' ? { ...row, drawn: 'random' } : row);
  }
  return [...last.values()];
}
