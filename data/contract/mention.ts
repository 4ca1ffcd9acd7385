import { z } from 'zod';
import { Instant } from './time.ts';

export const DateFlag = z
  .enum(['date_inferred', 'date_clamped'])
  .describe(
    '`date_inferred`: the item stated no usable date, so the time of the fetch stands in. `date_clamped`: it stated one up to 24 hours ahead, which was set to the time of the fetch.',
  );

export const Rating = z
  .strictObject({
    value: z.number().min(0).describe('The rating given; 0 or 1 for a thumb.'),
    of: z.number().positive().describe('The best rating that can be given: 5 for stars, 1 for a thumb.'),
  })
  .refine((rating) => rating.value <= rating.of, 'a rating is at most its scale')
  .describe('What the author gave, on its own scale.');

export const Attention = z
  .strictObject({
    points: z.int().min(0).optional().describe('Votes or points, as the source stated.'),
    comments: z.int().min(0).optional().describe('Number of comments, as the source stated.'),
    views: z.int().min(0).optional().describe('Number of views, as the source stated.'),
    likes: z.int().min(0).optional().describe('Number of likes, as the source stated.'),
  })
  .describe('How much attention the item had when it was first seen; never updated.');

/** A fact: this brand was named there, then. Written once, never changed. */
export const Mention = z.strictObject({
  v: z.literal(1).describe('Version of this shape.'),
  id: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Hash of the source and the identity key of the item. With `brand`, the key of the line.'),
  doc: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Hash of the canonical link or guid: the same document in several sources has one `doc`.'),
  brand: z.string().nullable().describe('Id of the brand that is named; null for talk of the category.'),
  source: z.string().describe('Id of the source that carried it.'),
  group: z.string().describe('Group of the source at the time: news, forum, reviews …'),
  site: z
    .string()
    .describe('Domain of the link without `www.`, or the community it was said in; empty if unknown.'),
  url: z.string().nullable().describe('Canonical http(s) link, or null where the item has none.'),
  title: z.string().describe('Plain text, at most 300 code points; may be empty.'),
  excerpt: z
    .string()
    .describe(
      'Plain text around the first match, cut at word boundaries; its length is set in `privacy.excerpt`. @handles, links to profiles, e-mail addresses, telephone numbers and those of cards and bank accounts are masked.',
    ),
  publishedAt: Instant.describe('When it was published, in UTC; see `dateFlag`.'),
  firstSeenAt: Instant.describe('When Earshot first saw it, in UTC. Its month decides the file.'),
  dateFlag: DateFlag.optional(),
  rating: Rating.optional(),
  version: z.string().max(40).optional().describe('Version of the app that was reviewed.'),
  attentionAtFirstSight: Attention.optional(),
});
export type Mention = z.infer<typeof Mention>;
export type Rating = z.infer<typeof Rating>;
export type Attention = z.infer<typeof Attention>;
export type DateFlag = z.infer<typeof DateFlag>;

/** Whether words and link of a mention were taken out (`forget --before`): nothing can be judged by it any more. */
export const isWithoutText = ({ url, title, excerpt }: Pick<Mention, 'url' | 'title' | 'excerpt'>): boolean =>
  url === null && title === '' && excerpt === '';

/** The key under which a mention is unique. */
export const mentionKey = (line: { id: string; brand: string | null }): string =>
  `${line.id} ${line.brand ?? ''}`;
