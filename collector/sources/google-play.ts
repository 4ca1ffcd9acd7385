import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { parseExactly } from './feed/read-json.ts';
import { Count, itemsOf, jsonOf, Text } from './json-answer.ts';
import { addressOf, askedIn } from './search.ts';
import { readPrivateKey, signJwt } from './sign-jwt.ts';
import { defineSource } from './source-type.ts';

const name = 'GOOGLE_PLAY_SERVICE_ACCOUNT';
/** Never the `token_uri` of the key: who could change that would get what is signed with it. */
const tokenAddress = 'https://oauth2.googleapis.com/token';
const scope = 'https://www.googleapis.com/auth/androidpublisher';
const tokenSeconds = 3600;
const daysOffered = 7;

const Account = z.object({
  client_email: z.string().min(3).max(320),
  private_key: z.string(),
  private_key_id: z.string().max(200),
});
/** Signs that a header may hold. */
const Login = z.object({ access_token: z.string().regex(/^[\x21-\x7e]{1,4096}$/) });

const Seconds = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^\d{1,11}$/)
    .transform(Number),
]);
const UserComment = z.object({
  text: z.string(),
  starRating: z.int().min(1).max(5),
  lastModified: z.object({ seconds: Seconds }).optional().catch(undefined),
  reviewerLanguage: Text,
  appVersionName: Text,
  thumbsUpCount: Count,
});
/** Beside what the author wrote there may be an answer of the team. */
const Review = z
  .object({
    reviewId: z.string().min(1).max(300),
    authorName: Text,
    comments: z.array(z.object({ userComment: UserComment.optional().catch(undefined) })),
  })
  .transform(({ comments, ...review }, context) => {
    const said = comments.flatMap(({ userComment }) => userComment ?? [])[0];
    if (said) return { ...review, said };
    context.addIssue({ code: 'custom', message: 'nothing that the author said' });
    return z.NEVER;
  });
/** Where there are no reviews Google leaves the list out, and nothing but these may stand there then. */
const Answered = z.union([
  z.object({
    reviews: z.array(z.unknown()),
    tokenPagination: z.object({ nextPageToken: Text }).optional().catch(undefined),
  }),
  z
    .strictObject({ pageInfo: z.unknown().optional(), tokenPagination: z.unknown().optional() })
    .transform(() => ({ reviews: [], tokenPagination: undefined })),
]);

/** Title and text come as one, with a tab between them. */
function itemOf({ reviewId, authorName, said }: z.infer<typeof Review>): RawItem {
  const tab = said.text.indexOf('\t');
  return {
    title: tab === -1 ? undefined : said.text.slice(0, tab),
    text: said.text.slice(tab + 1),
    html: false,
    guid: `google-play-review:${reviewId}`,
    published: said.lastModified?.seconds,
    language: said.reviewerLanguage?.replaceAll('_', '-'),
    rating: { value: said.starRating, of: 5 },
    version: said.appVersionName,
    attention: { points: said.thumbsUpCount },
    site: 'play.google.com',
    authors: namesOfAuthors([authorName]),
  };
}

const reviewsOf = (app: string) =>
  `https://androidpublisher.googleapis.com/androidpublisher/v3/applications/${app}/reviews`;

/** The key of the service account, or nothing where the secret holds none. */
function accountOf({ secrets }: Asking) {
  const account = Account.safeParse(parseExactly(secrets[name] ?? '')?.value);
  const key = account.success && readPrivateKey(account.data.private_key, 'RS256');
  return key ? { key, email: account.data.client_email, keyId: account.data.private_key_id } : undefined;
}

/** A login by a token that the service account signs itself (RFC 7523). */
function login(asking: Asking): Request {
  const account = accountOf(asking);
  if (!account) throw new Error(`${name} holds no key`);
  const iat = Math.floor(asking.now.getTime() / 1000);
  const claims = { iss: account.email, scope, aud: tokenAddress, iat, exp: iat + tokenSeconds };
  return {
    url: tokenAddress,
    accept: 'application/json',
    form: {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: signJwt({ alg: 'RS256', kid: account.keyId }, claims, account.key),
    },
  };
}

function readLogin(value: unknown, whole: boolean, app: string): Page | Unreadable {
  const token = Login.safeParse(value).data?.access_token;
  if (token === undefined) {
    return {
      status: 'changed',
      reason: 'not_login',
      detail: 'the answer to the login holds no access token',
    };
  }
  const then = {
    url: addressOf(reviewsOf(app), { maxResults: 100 }),
    accept: 'application/json',
    authorization: `Bearer ${token}`,
  };
  return { items: [], whole, then };
}

/** Reviews of one's own app on Google Play, by the interface that Google makes for the makers of apps. */
export const googlePlay = defineSource({
  settings: z.strictObject({
    ...sourceKeys,
    type: z.literal('google-play'),
    app: z
      .string()
      .max(200)
      .regex(/^[a-zA-Z]\w*(\.[a-zA-Z]\w*)+$/, 'the name of the package: com.example.app')
      .describe('Name of the package: play.google.com/store/apps/details?id=com.example.app.'),
  }),
  group: 'reviews',
  maxPages: 20, // Google allows 200 requests an hour
  nightly: true,
  invitesPrograms: true,
  terms: {
    verdict: 'opt-in',
    quote: 'The Reply to Reviews API allows you to access feedback only for production versions of your app.',
    from: 'developers.google.com/android-publisher/reply-to-reviews; for your own app',
    read: 'autumn 2026',
  },
  secrets: [
    {
      name,
      needed: true,
      what: 'JSON of the key of a service account that Play Console lets reply to reviews',
    },
  ],
  asksSince: true,
  label: ({ app }) => `Google Play, ${app}`,
  place: ({ app }) => reviewsOf(app),
  hindrance(_, asking): Unreadable | undefined {
    if (accountOf(asking)) return undefined;
    const detail = `${name} is no key of a service account: the whole JSON file, with client_email and private_key`;
    return { status: 'refused', reason: 'no_key', detail };
  },
  firstRequest: (_, asking) => login(asking),
  read(answer, { app }, { since, now }): Page | Unreadable {
    const json = jsonOf(answer);
    if (!('value' in json)) return json;
    if (answer.url === tokenAddress) return readLogin(json.value, json.whole, app);
    const answered = Answered.safeParse(json.value);
    if (!answered.success) {
      return { status: 'changed', reason: 'not_reviews', detail: 'the JSON holds no list of reviews' };
    }
    const { reviews, tokenPagination } = answered.data;
    const page = itemsOf(reviews, {
      shape: Review,
      itemOf,
      what: 'reviews',
      lacks: 'an id, a text or 1 to 5 stars',
    });
    if (!('items' in page)) return page;
    const offeredFrom = new Date(now.getTime() - daysOffered * 86_400_000);
    const asked = askedIn(answer).get('token');
    const token = tokenPagination?.nextPageToken;
    const isMore = token !== undefined && token !== '' && token !== asked && reviews.length > 0;
    const lost = `Google gives the reviews of the last ${daysOffered} days alone: what was written before ${offeredFrom.toISOString().slice(0, 10)} stays a gap`;
    return {
      items: page.items,
      whole: json.whole,
      ...page.told,
      reachesTo: offeredFrom,
      ...(since < offeredFrom && asked === null ? { notices: [...(page.told.notices ?? []), lost] } : {}),
      ...(isMore
        ? { next: { url: addressOf(reviewsOf(app), { maxResults: 100, token }), accept: 'application/json' } }
        : {}),
    };
  },
});
