import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { Id, itemsOf, jsonOf, Text } from './json-answer.ts';
import { notBefore, reachesBack } from './newest-first.ts';
import { readPrivateKey, signJwt } from './sign-jwt.ts';
import { defineSource } from './source-type.ts';

const host = 'https://api.appstoreconnect.apple.com';
const tokenSeconds = 19 * 60; // Apple takes none that lives longer than 20 minutes

const names = {
  keyId: 'APP_STORE_CONNECT_KEY_ID',
  issuer: 'APP_STORE_CONNECT_ISSUER_ID',
  key: 'APP_STORE_CONNECT_KEY',
} as const;

const Review = z.object({
  id: Id,
  attributes: z.object({
    rating: z.int().min(1).max(5),
    title: Text,
    body: Text,
    createdDate: Text,
    reviewerNickname: Text,
  }),
});
const Answered = z.object({
  data: z.array(z.unknown()),
  links: z.object({ next: Text }).optional().catch(undefined),
});

const itemOf = ({ id, attributes }: z.infer<typeof Review>): RawItem => ({
  title: attributes.title,
  text: attributes.body,
  html: false,
  guid: `app-store-connect-review:${id}`,
  published: attributes.createdDate,
  rating: { value: attributes.rating, of: 5 },
  site: 'apps.apple.com',
  authors: namesOfAuthors([attributes.reviewerNickname]),
});

const addressOf = (app: string | number) => `${host}/v1/apps/${app}/customerReviews`;

/** What is wrong with the secrets, in words that hold nothing of them. */
function faultOf({ secrets }: Asking): string | undefined {
  if (!/^[\w-]{1,64}$/.test(secrets[names.keyId] ?? ''))
    return `${names.keyId} is no id of a key: ten letters and digits`;
  if (!/^[\w-]{1,64}$/.test(secrets[names.issuer] ?? ''))
    return `${names.issuer} is no id of an issuer: a UUID`;
  return readPrivateKey(secrets[names.key] ?? '', 'ES256')
    ? undefined
    : `${names.key} is no private key as Apple gives it: the whole text of the .p8 file`;
}

function authorizationOf({ secrets, now }: Asking): string {
  const key = readPrivateKey(secrets[names.key] ?? '', 'ES256');
  if (!key) throw new Error(`${names.key} is no key`);
  const iat = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: secrets[names.issuer] ?? '',
    iat,
    exp: iat + tokenSeconds,
    aud: 'appstoreconnect-v1',
  };
  return `Bearer ${signJwt({ alg: 'ES256', kid: secrets[names.keyId] ?? '' }, claims, key)}`;
}

const request = (url: string, asking: Asking): Request => ({
  url,
  accept: 'application/json',
  authorization: authorizationOf(asking),
});

/** Reviews of one's own app in all countries, by the interface that Apple makes for the makers of apps. */
export const appStoreConnect = defineSource({
  settings: z.strictObject({
    ...sourceKeys,
    type: z.literal('app-store-connect'),
    app: z
      .union([z.int().positive(), z.string().regex(/^\d{1,12}$/, 'the digits of the app id')])
      .describe('Number in the address of the app: apps.apple.com/us/app/id123456789.'),
  }),
  group: 'reviews',
  maxPages: 25,
  nightly: true,
  invitesPrograms: true,
  terms: {
    verdict: 'opt-in',
    quote: 'Get the customer reviews for your app.',
    from: 'developer.apple.com/documentation/appstoreconnectapi/customer-reviews; for your own app, with a key of your own',
    read: 'autumn 2026',
  },
  secrets: [
    {
      name: names.keyId,
      needed: true,
      what: 'id of an API key of App Store Connect with the role Customer Support',
    },
    { name: names.issuer, needed: true, what: 'issuer id, above the list of keys in App Store Connect' },
    { name: names.key, needed: true, what: 'text of the .p8 file of that key' },
  ],
  asksSince: true,
  label: ({ app }) => `App Store Connect, ${app}`,
  place: ({ app }) => addressOf(app),
  hindrance(_, asking): Unreadable | undefined {
    const detail = faultOf(asking);
    return detail === undefined ? undefined : { status: 'refused', reason: 'no_key', detail };
  },
  firstRequest: ({ app }, asking) => request(`${addressOf(app)}?sort=-createdDate&limit=200`, asking),
  read(answer, { app }, asking): Page | Unreadable {
    const json = jsonOf(answer);
    if (!('value' in json)) return json;
    const answered = Answered.safeParse(json.value);
    if (!answered.success) {
      return { status: 'changed', reason: 'not_reviews', detail: 'the JSON holds no list of reviews' };
    }
    const { data, links } = answered.data;
    const page = itemsOf(data, { shape: Review, itemOf, what: 'reviews', lacks: 'an id or 1 to 5 stars' });
    if (!('items' in page)) return page;
    const isMore = links?.next !== undefined && data.length > 0 && !reachesBack(asking.since, page.items);
    // The key goes nowhere but to the reviews of this app.
    const isHere = links?.next?.startsWith(`${addressOf(app)}?`) === true;
    return {
      items: notBefore(asking.since, page.items),
      whole: json.whole,
      ...page.told,
      ...(isMore && isHere ? { next: request(links.next as string, asking) } : {}),
      ...(isMore && !isHere ? { capped: 'led_elsewhere' } : {}),
    };
  },
});
