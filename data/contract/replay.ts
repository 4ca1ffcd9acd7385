import { z } from 'zod';
import { Instant } from './time.ts';

const Judge = {
  by: z.string().describe('Scorer and its version: `afinn@5.0.2`.'),
  config: z.string().describe('Hash of the parts of the config that its judgements depend on.'),
};

/**
 * Folder under data/ that a replay leaves where it is stopped while it moves its scores to their places: what lies in it
 * (`scores/`, `replays.jsonl`) stands in for the part of the same name until the next run has moved it.
 */
export const replayFolder = 'replay.next';

/** All scores were made anew: a dated break in every figure that is made of them. */
export const Replay = z.strictObject({
  v: z.literal(1).describe('Version of this shape.'),
  at: Instant.describe('When the scores were made anew; no two replays share it.'),
  scores: z.int().min(0).describe('Scores that were made.'),
  changed: z
    .int()
    .min(0)
    .describe('How many of them say something else than before. Where none does, no figure moved.'),
  ...Judge,
  from: z
    .array(z.strictObject({ ...Judge, scores: z.int().positive().describe('Scores that it had made.') }))
    .describe('Scorers and configs whose scores were replaced, most frequent first.'),
});
export type Replay = z.infer<typeof Replay>;
