import { z } from 'zod';
import { Instant } from './time.ts';

export const statuses = [
  'ok',
  'not_modified',
  'empty',
  'capped',
  'cut',
  'refused',
  'failed',
  'changed',
] as const;
export const Status = z
  .enum(statuses)
  .describe(
    'What became of the attempt; the table is in data/README.md. Exactly one per source and attempt.',
  );
export type Status = z.infer<typeof Status>;

/** One line of the coverage ledger: one source, one attempt. */
export const Run = z.strictObject({
  at: Instant.describe('When the run began; all sources of a run share it.'),
  source: z.string().describe('Id of the source.'),
  status: Status,
  reason: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional()
    .describe('Code of the reason, for every status but `ok`, `empty` and a plain `not_modified`.'),
  http: z.int().min(100).max(599).optional().describe('Last HTTP status, where there was one.'),
  coversFrom: Instant.optional().describe('First moment that this attempt accounts for.'),
  coversTo: Instant.optional().describe('Last moment that this attempt accounts for.'),
  read: z.int().min(0).describe('Items read.'),
  kept: z.int().min(0).describe('New mentions stored.'),
  edited: z.int().min(0).describe('Known items whose title or text differs from the stored line.'),
  dropped: z
    .record(z.string(), z.int().positive())
    .describe(
      'Items not stored, by reason: `known`, `no_match`, `excluded`, `no_identity`, `url_too_long` …',
    ),
  overflow: z
    .boolean()
    .optional()
    .describe(
      "True where items may have left the source's window unread: what lies before `coversFrom` is a gap.",
    ),
  bytes: z.int().min(0).describe('Bytes of the decompressed answers.'),
});
export type Run = z.infer<typeof Run>;

/** Statuses that account for time: see `coversFrom` and `coversTo`. */
export const coveringStatuses: readonly Status[] = ['ok', 'not_modified', 'empty', 'capped'];
/** Statuses of a source that answered, if not always with what it promises. */
export const answeringStatuses: readonly Status[] = [
  'ok',
  'not_modified',
  'empty',
  'capped',
  'cut',
  'changed',
];
