import { z } from 'zod';
import { Day } from './time.ts';

/** A daily count that is no mention, such as the views of an encyclopedia's article. Written once, never changed. */
export const Signal = z.strictObject({
  v: z.literal(1).describe('Version of this shape.'),
  day: Day.describe(
    'The day that was counted, in the time zone of whoever counted it (Wikimedia: UTC). Its month decides the file.',
  ),
  source: z.string().describe('Id of the source that counted.'),
  brand: z.string().describe('Id of the brand that it is about.'),
  what: z.enum(['views']).describe('What was counted.'),
  of: z.string().describe('The thing counted: en.wikipedia.org/Name.'),
  value: z.int().min(0).describe('The count, as stated when it was first read.'),
});
export type Signal = z.infer<typeof Signal>;

export const signalKey = ({ day, source, brand, what, of }: Signal): string =>
  `${day} ${source} ${brand} ${what} ${of}`;
