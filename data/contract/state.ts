import { z } from 'zod';
import { Instant } from './time.ts';

/** What the collector remembers of one address between nights. */
export const Validators = z.strictObject({
  etag: z.string().max(1024).optional().describe('Opaque, sent back as If-None-Match.'),
  lastModified: z.string().max(128).optional().describe('Opaque, sent back as If-Modified-Since.'),
  body: z.string().optional().describe('Hash of the last whole body: the same bytes need no second reading.'),
});
export type Validators = z.infer<typeof Validators>;

export const SourceState = z.strictObject({
  asked: z
    .string()
    .optional()
    .describe(
      'Hash of the queries and settings that it was last read with. Where they changed, validators are not sent: what it holds has to be looked through anew.',
    ),
  address: z
    .string()
    .optional()
    .describe(
      'Its address when it was last read. Where that changed, nothing below counts any more: it was of the other address.',
    ),
  addresses: z.record(z.string(), Validators).optional().describe('Validators by address.'),
  window: z
    .array(z.string())
    .optional()
    .describe(
      "Short hashes of the newest items of the last whole answer: tells whether the source's window ran over.",
    ),
  shared: z
    .array(z.string())
    .max(500)
    .optional()
    .describe('Hashes of links and guids that several of its items were seen to share: they identify none.'),
  feeds: z
    .array(
      z.strictObject({
        id: z.string().describe('Id of the feed as a source, made of the list and the address.'),
        url: z.string().max(2048).describe('Its address.'),
      }),
    )
    .max(500)
    .optional()
    .describe(
      'Of a list of feeds: those that it named when it was last read. They are read also while the list is not.',
    ),
  shape: z
    .array(z.enum(['date', 'link']))
    .optional()
    .describe(
      'What most items of its last whole answer had. Where none has it any more, the source has changed.',
    ),
  lost: z
    .int()
    .min(0)
    .optional()
    .describe('Nights in a row on which none had it; after seven it is not expected any more.'),
  rhythm: z
    .strictObject({
      newest: Instant.describe('Date of the newest item that it was seen to have.'),
      pauseHours: z.int().min(1).describe('The usual time between two of its items, in hours.'),
    })
    .optional()
    .describe('How often it has something new: tells a source that is quiet from one that always was.'),
  hollow: z
    .boolean()
    .optional()
    .describe(
      'True while it lists nothing, though it did before: what that covers is told once it lists something again.',
    ),
  nextAllowedAt: Instant.optional().describe('Not to be asked before this moment (Retry-After, clamped).'),
  restOf: z
    .string()
    .max(300)
    .optional()
    .describe('Host that named that moment itself: no other source asks it before, either.'),
  refusals: z.int().min(0).optional().describe('Refusals or failures in a row.'),
});
export type SourceState = z.infer<typeof SourceState>;

/** `data/state.json`: may be deleted; the next night then asks for everything once. */
export const State = z.strictObject({
  v: z.literal(1),
  sources: z.record(z.string(), SourceState),
});
export type State = z.infer<typeof State>;

/** The text of `data/state.json`: a line for each source, in order, so that a night's change is a small one to git. */
export function stateText(state: State, toJson: (value: unknown) => string = JSON.stringify): string {
  const { sources, ...rest } = state;
  const lines = Object.entries(sources)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, source]) => `${toJson(id)}:${toJson(source)}`);
  const list = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
  return `${toJson(rest).replace(/\}$/, '')},"sources":${list}}\n`;
}
