import { z } from 'zod';
import { Instant } from './time.ts';

/** Something that was taken out of the data on request, and must not be collected again. */
export const Forgotten = z.strictObject({
  v: z.literal(1).describe('Version of this shape.'),
  at: Instant.describe('When it was forgotten.'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('The `id` or `doc` that the mention had. Nothing else of it is kept.'),
  what: z
    .enum(['id', 'doc'])
    .describe(
      'Which of the two: `doc` keeps the same document out in every source, `id` the item of this one.',
    ),
});
export type Forgotten = z.infer<typeof Forgotten>;

export const forgottenKey = ({ what, hash }: Pick<Forgotten, 'what' | 'hash'>): string => `${what} ${hash}`;
