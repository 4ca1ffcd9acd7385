import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Answer, Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { apiError, Count, Id, itemsOf, jsonOf, Link, Text } from './json-answer.ts';
import { addressOf, askedIn, ledElsewhere } from './search.ts';
import { defineSource } from './source-type.ts';
import { forbiddenBy } from './terms.ts';

const onAPage = 40; // the most that Mastodon gives
const pauseMs = 1100; // servers allow 300 requests in five minutes

const Account = z.object({
  acct: Text,
  username: Text,
  display_name: Text,
  note: Text,
  bot: z.boolean().nullish().catch(undefined),
  noindex: z.boolean().nullish().catch(undefined),
});
const Status = z.object({
  id: Id,
  created_at: z.iso.datetime({ offset: true }),
  uri: z.string().min(1),
  url: Link.nullish().catch(undefined),
  content: z.string(),
  visibility: z.string(),
  sensitive: z.boolean().catch(false),
  language: Text,
  reblog: z.unknown().optional(),
  replies_count: Count,
  favourites_count: Count,
  account: Account,
});
const Failed = z.object({ error: z.string() });
type Status = z.infer<typeof Status>;

const apiOf = (instance: string) => `https://${instance}/api/v1/timelines/tag/`;

const Instance = z
  .string()
  .regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/, 'a host alone: social.example')
  .superRefine((instance, context) => {
    const terms = forbiddenBy(apiOf(instance));
    if (!terms) return;
    const message = `${terms.host} does not allow it: "${terms.quote}" (${terms.from}, read ${terms.read})`;
    context.addIssue({ code: 'custom', message });
  });
const Tag = z.string().regex(/^[\p{L}\p{M}\p{N}_]{1,100}$/u, 'a tag without the # before it');
const settings = z.strictObject({
  ...sourceKeys,
  type: z.literal('mastodon'),
  instance: Instance.describe('Server whose admins allow it; what it knows of others is found there too.'),
  tags: z
    .union([Tag, z.array(Tag).min(1).max(20)])
    .describe('Hashtags to follow, without #. A post is kept where its text matches a query of the panel.'),
});
type Settings = z.infer<typeof settings>;

/** Words by which people ask machines to leave their profile alone. */
const asksToBeLeftAlone = (account: Status['account']): boolean =>
  account.noindex === true ||
  /#(nobots?|noindex|noarchive|nosearch)\b/i.test(account.note?.replace(/<[^>]*>/g, '') ?? '');

/**
 * What people said to everybody: no repeated posts, none behind a warning, none by machines, and none of those who ask not to
 * be found by machines.
 */
const isForAll = ({ visibility, sensitive, reblog, account }: Status): boolean =>
  visibility === 'public' &&
  !sensitive &&
  (reblog === undefined || reblog === null) &&
  account.bot !== true &&
  !asksToBeLeftAlone(account);

function itemOf(status: Status, instance: string): RawItem | undefined {
  if (!isForAll(status)) return undefined;
  const { acct, username, display_name } = status.account;
  return {
    text: status.content,
    html: true,
    link: status.url ?? undefined,
    guid: status.uri,
    published: status.created_at,
    language: status.language,
    attention: { comments: status.replies_count, likes: status.favourites_count },
    site: instance,
    authors: namesOfAuthors([acct, username, display_name]),
  };
}

const tagsOf = ({ tags }: Settings): string[] => {
  const all = [tags].flat();
  return all.filter((tag, at) => all.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === at);
};

const request = (instance: string, tag: string, before?: string): Request => ({
  url: addressOf(`${apiOf(instance)}${encodeURIComponent(tag)}`, {
    limit: onAPage,
    ...(before === undefined ? {} : { max_id: before }),
  }),
  accept: 'application/json',
  pauseMs,
});

/** The id that the next page begins below. The server's own word goes first, since ids need not be in order. */
function nextBefore({ headers }: Answer, statuses: readonly Status[]): string | undefined {
  const { link } = headers;
  if (link === undefined) return statuses.at(-1)?.id;
  const next = link.split(',').find((part) => /;\s*rel="?next"?/.test(part));
  return /[?&]max_id=([\w-]{1,64})\b/.exec(next ?? '')?.[1];
}

function read(answer: Answer, settings: Settings, { since }: Asking): Page | Unreadable {
  const { instance } = settings;
  const tags = tagsOf(settings);
  const asked = new URL(answer.url);
  const at = tags.findIndex((tag) => asked.pathname.endsWith(`/timelines/tag/${encodeURIComponent(tag)}`));
  const [tag, then] = at === -1 ? [] : tags.slice(at);
  if (tag === undefined) return ledElsewhere;
  const json = jsonOf(answer);
  if (!('value' in json)) return json;
  if (!Array.isArray(json.value)) {
    const failed = Failed.safeParse(json.value);
    if (failed.success) return apiError(instance, failed.data.error);
    return { status: 'changed', reason: 'not_statuses', detail: 'the JSON is no list of posts' };
  }
  const found = itemsOf<Status>(json.value, {
    shape: Status,
    itemOf: (status) => itemOf(status, instance),
    what: 'posts',
    lacks: 'an id, an address, a date or a text',
  });
  if (!('items' in found)) return found;
  const before = nextBefore(answer, found.entries);
  const last = found.entries.at(-1);
  // Pages may be short, since posts are left out after they were counted: only an empty one is the end.
  const goesOn =
    last !== undefined &&
    Date.parse(last.created_at) >= since.getTime() &&
    before !== undefined &&
    before !== askedIn(answer).get('max_id');
  return {
    items: found.items,
    whole: json.whole,
    ...found.told,
    ...(goesOn ? { next: request(instance, tag, before) } : {}),
    ...(then === undefined ? {} : { then: request(instance, then) }),
  };
}

/** Public posts under hashtags, as one server of Mastodon knows them. */
export const mastodon = defineSource({
  settings,
  group: 'social',
  maxPages: 40,
  nightly: true,
  terms: {
    verdict: 'opt-in',
    quote: 'You may not, without our prior written permission, scrape the Instance',
    from: 'the terms that Mastodon ships for its servers. For a server of your own, or whose admins gave leave',
    read: 'autumn 2026',
  },
  asksSince: true,
  label: ({ instance }) => `Mastodon, ${instance}`,
  place: (settings) => `${apiOf(settings.instance)}${tagsOf(settings).join(',')}`,
  firstRequest: (settings) => request(settings.instance, tagsOf(settings)[0] as string),
  read,
});
