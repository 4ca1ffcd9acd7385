import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Page, RawItem, Request, Unreadable } from '../types.ts';
import { Count, Epoch, Id, itemsOf, jsonOf, Text } from './json-answer.ts';
import { notBefore, reachesBack } from './newest-first.ts';
import { addressOf, askedIn } from './search.ts';
import { defineSource } from './source-type.ts';

/** Steam's own names of languages (partner.steamgames.com/doc/store/localization/languages). */
const languages: Readonly<Record<string, string>> = {
  arabic: 'ar',
  brazilian: 'pt-BR',
  bulgarian: 'bg',
  czech: 'cs',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  finnish: 'fi',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hungarian: 'hu',
  indonesian: 'id',
  italian: 'it',
  japanese: 'ja',
  koreana: 'ko',
  latam: 'es-419',
  norwegian: 'no',
  polish: 'pl',
  portuguese: 'pt',
  romanian: 'ro',
  russian: 'ru',
  schinese: 'zh-Hans',
  spanish: 'es',
  swedish: 'sv',
  tchinese: 'zh-Hant',
  thai: 'th',
  turkish: 'tr',
  ukrainian: 'uk',
  vietnamese: 'vi',
};

const blockTags =
  /\[(?:\/?(?:h[1-6]|list|olist|quote|code|table|tr|td|th|p)|\*|hr|\/hr|quote=[^[\]\n]{0,200})\]/gi;
const inlineTags = /\[(?:\/?(?:b|i|u|strike|spoiler|noparse|url|img)|url=[^[\]\n]{0,2000})\]/gi;

/** The text of a review without Steam's marks; other words in brackets are the author's. */
const plainOf = (review: string): string => review.replace(blockTags, '\n').replace(inlineTags, '');

/** Where votes were taken back Steam has been seen to state 4,294,967,295 of them. */
const Votes = z.int().min(0).max(1e9).optional().catch(undefined);
/** Of the author nothing is taken: the id of an account is a person's, and the link to a review holds it. */
const Review = z.object({
  recommendationid: Id,
  voted_up: z.boolean(),
  review: Text,
  language: Text,
  timestamp_created: Epoch.optional().catch(undefined),
  votes_up: Votes,
  comment_count: Count,
});
const Answered = z.object({
  success: z.literal(1),
  reviews: z.array(z.unknown()),
  cursor: Text,
});
const Refused = z.object({ success: z.union([z.int(), z.literal(false)]) });

const itemOf = (review: z.infer<typeof Review>): RawItem => ({
  text: review.review === undefined ? undefined : plainOf(review.review),
  html: false,
  guid: `steam-review:${review.recommendationid}`,
  published: review.timestamp_created,
  language:
    review.language && Object.hasOwn(languages, review.language) ? languages[review.language] : undefined,
  rating: { value: review.voted_up ? 1 : 0, of: 1 },
  attention: { points: review.votes_up, comments: review.comment_count },
  site: 'store.steampowered.com',
});

function unreadable(value: unknown, app: string | number): Unreadable {
  const refused = Refused.safeParse(value);
  if (!refused.success || refused.data.success === 1) {
    return { status: 'changed', reason: 'not_reviews', detail: 'the JSON holds no list of reviews' };
  }
  const detail = `Steam states success ${refused.data.success} instead of 1: is ${app} the number of the app?`;
  return { status: 'failed', reason: 'api_error', detail };
}

/** `recent` is by the day of writing; an edited review stays in its place and keeps its id. */
const pageAt = (app: string | number, cursor: string): Request => ({
  url: addressOf(`https://store.steampowered.com/appreviews/${app}`, {
    json: 1,
    filter: 'recent',
    language: 'all',
    purchase_type: 'all',
    num_per_page: 100,
    filter_offtopic_activity: 0, // what Steam holds to be off topic was said all the same
    cursor,
  }),
  accept: 'application/json',
});

/** Reviews of a game or program on Steam, in all languages: a thumb and a text. */
export const steam = defineSource({
  settings: z.strictObject({
    ...sourceKeys,
    type: z.literal('steam'),
    app: z
      .union([z.int().positive(), z.string().regex(/^\d{1,10}$/, 'the digits of the app id')])
      .describe('Number in the address of the game: store.steampowered.com/app/123456.'),
  }),
  group: 'reviews',
  maxPages: 50,
  nightly: true,
  terms: {
    verdict: 'default-on',
    quote:
      'You will only retrieve Steam Data about a Steam end user as requested by the end user. … distribute Steam Data to end users for their personal use via your Application',
    from: 'steamcommunity.com/dev/apiterms, July 2010: what must be, and what may be. They bind holders of a key; reviews are read without one, nothing about their authors is, and robots.txt of the store allows it',
    read: 'autumn 2026',
  },
  asksSince: true,
  label: ({ app }) => `Steam, ${app}`,
  firstRequest: ({ app }) => pageAt(app, '*'),
  read(answer, { app }, { since }): Page | Unreadable {
    const json = jsonOf(answer);
    if (!('value' in json)) return json;
    const answered = Answered.safeParse(json.value);
    if (!answered.success) return unreadable(json.value, app);
    const { reviews, cursor } = answered.data;
    const page = itemsOf(reviews, { shape: Review, itemOf, what: 'reviews', lacks: 'an id or a thumb' });
    if (!('items' in page)) return page;
    // A short page is not the end, but an empty one is, and so is a cursor that leads to itself.
    const isMore = reviews.length > 0 && cursor !== undefined && cursor !== askedIn(answer).get('cursor');
    return {
      items: notBefore(since, page.items),
      whole: json.whole,
      ...page.told,
      ...(isMore && !reachesBack(since, page.items) ? { next: pageAt(app, cursor) } : {}),
    };
  },
});
