import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Answer, Page, RawItem, Unreadable } from '../types.ts';
import { decodeText } from './feed/decode-text.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { parseExactly } from './feed/read-json.ts';
import { isPageAt } from './feed/web-page.ts';
import { defineSource } from './source-type.ts';

const mostPages = 10; // what Apple gives of one country, of 50 reviews each
const reviewsOnAPage = 50;
/** A stray review is left out; where more of a page than this is odd, Apple has changed what it gives. */
const mostOddShare = 0.1;

const Label = z.looseObject({ label: z.string() }).transform(({ label }) => label);
const Review = z.looseObject({
  id: Label.pipe(z.string().min(1)),
  'im:rating': Label.pipe(z.string().regex(/^[1-5]$/)).transform(Number),
  'im:version': Label.optional().catch(undefined),
  'im:voteSum': Label.pipe(z.string().regex(/^\d{1,9}$/))
    .transform(Number)
    .optional()
    .catch(undefined),
  title: Label.optional().catch(undefined),
  content: Label.optional().catch(undefined),
  updated: Label.optional().catch(undefined),
  author: z.looseObject({ name: Label }).optional().catch(undefined),
});
/** `entry` is a list, a single object where there is one review, or absent where there is none. */
const Answered = z.looseObject({
  feed: z.looseObject({
    entry: z
      .union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((one) => [one])])
      .default([]),
  }),
});

const changed = (detail: string): Unreadable => ({ status: 'changed', reason: 'not_reviews', detail });

/** The app itself and stray links are entries as well; only what has a rating is meant to be a review. */
const isMeantAsReview = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && Object.hasOwn(entry, 'im:rating');

/** The link of a review leads to the app, the same for all, so it is left out: the id tells reviews apart. */
function itemOf(review: z.infer<typeof Review>): RawItem {
  return {
    title: review.title,
    text: review.content,
    html: false,
    guid: `app-store-review:${review.id}`,
    published: review.updated,
    rating: { value: review['im:rating'], of: 5 },
    version: review['im:version'],
    attention: review['im:voteSum'] === undefined ? undefined : { points: review['im:voteSum'] },
    authors: namesOfAuthors([review.author?.name]),
  };
}

function readReviews(answer: Answer): { reviews: RawItem[]; odd: number } | Unreadable {
  const decoded = decodeText(answer.body, answer.headers['content-type']);
  if (!('text' in decoded)) return decoded;
  if (decoded.text.trim() === '')
    return { status: 'failed', reason: 'empty_body', detail: 'the answer is empty' };
  if (/^\s*</.test(decoded.text)) {
    return /<html|<!doctype html/i.test(decoded.text.slice(0, 2000))
      ? isPageAt(decoded.text)
      : changed('XML came instead of JSON');
  }
  const parsed = parseExactly(decoded.text);
  if (!parsed) return changed('the answer is no JSON');
  const answered = Answered.safeParse(parsed.value);
  if (!answered.success) return changed('the JSON holds no feed of reviews');
  const entries = answered.data.feed.entry.filter(isMeantAsReview);
  const reviews = entries.flatMap((entry) => {
    const review = Review.safeParse(entry);
    return review.success ? [itemOf(review.data)] : [];
  });
  if (entries.length > 0 && reviews.length === 0)
    return changed('no review has an id and 1 to 5 stars any more');
  return { reviews, odd: entries.length - reviews.length };
}

function oddness(odd: number, of: number, page: number): Pick<Page, 'odd' | 'notices'> {
  if (odd === 0) return {};
  const found = `${odd} of ${of} reviews on page ${page} lack an id or 1 to 5 stars`;
  return odd > of * mostOddShare ? { odd: found } : { notices: [found] };
}

const address = (app: string | number, country: string, page: number) =>
  `https://itunes.apple.com/${country}/rss/customerreviews/page=${page}/id=${app}/sortBy=mostRecent/json`;

/** Reviews of one's own app in the App Store of one country: the newest 500 at most. */
export const appStore = defineSource({
  settings: z.strictObject({
    ...sourceKeys,
    type: z.literal('app-store'),
    app: z
      .union([z.int().positive(), z.string().regex(/^\d{1,12}$/, 'the digits of the app id')])
      .describe('Number in the address of the app: apps.apple.com/us/app/id123456789.'),
    country: z
      .string()
      .regex(/^[a-z]{2}$/, 'two small letters: us')
      .describe('Country of the store, two letters.'),
  }),
  group: 'reviews',
  maxPages: mostPages,
  nightly: true,
  terms: {
    verdict: 'opt-in',
    quote:
      'You may not use any software, device, automated process, or any similar or equivalent manual process to scrape, copy, or perform measurement, analysis, or monitoring of, any portion of the Content or Services.',
    from: 'Apple Media Services terms; App Review Guideline 4.5.1 allows apps "approved Apple RSS feeds". For your own app only',
    read: 'autumn 2026',
  },
  label: ({ country }) => `App Store, ${country.toUpperCase()}`,
  firstRequest: ({ app, country }) => ({ url: address(app, country, 1), accept: 'application/json' }),
  read(answer, { app, country }): Page | Unreadable {
    const read = readReviews(answer);
    if (!('reviews' in read)) return read;
    const { reviews, odd } = read;
    const page = Number(/\/page=(\d+)\//.exec(answer.url)?.[1] ?? mostPages);
    const mayGoOn = reviews.length > 0 && page < mostPages;
    return {
      items: reviews,
      whole: answer.whole,
      ...(mayGoOn ? { next: { url: address(app, country, page + 1), accept: 'application/json' } } : {}),
      ...(page >= mostPages && reviews.length >= reviewsOnAPage ? { capped: 'page_cap' } : {}),
      ...oddness(odd, reviews.length + odd, page),
    };
  },
});
