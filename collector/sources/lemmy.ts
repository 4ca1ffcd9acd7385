import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { apiError, Count, Id, itemsOf, jsonOf, Text } from './json-answer.ts';
import { textOfMarkdown } from './markdown-text.ts';
import { notBefore, reachesBack } from './newest-first.ts';
import { addressOf, askedIn, ledElsewhere, Search, searchesFor } from './search.ts';
import { defineSource } from './source-type.ts';

const onAPage = 50; // the most that Lemmy gives
const pauseMs = 6500; // searches are limited to 100 in ten minutes
const knownInstance = 'lemmy.world';
const kinds = ['posts', 'comments'] as const;
type Kind = (typeof kinds)[number];
type Found = { term: string; kind: Kind };

/** Older servers state UTC without saying so. */
const When = z
  .string()
  .transform((stated) => (/\d$/.test(stated) ? `${stated}Z` : stated))
  .optional()
  .catch(undefined);
const Flag = z.boolean().optional().catch(undefined);
const Address = z.url({ protocol: /^https?$/ }).max(2048);
const Creator = z.object({ name: Text, display_name: Text }).optional().catch(undefined);
const Community = z.object({
  name: z.string().min(1),
  actor_id: Address,
  nsfw: Flag,
  removed: Flag,
  deleted: Flag,
});
const flags = { nsfw: Flag, removed: Flag, deleted: Flag };
const Post = z.object({
  post: z.object({
    id: Id,
    ap_id: Address,
    name: z.string(),
    body: Text,
    published: When,
    ...flags,
  }),
  community: Community,
  creator: Creator,
  counts: z.object({ score: Count, comments: Count }).optional().catch(undefined),
});
const Comment = z.object({
  comment: z.object({ id: Id, ap_id: Address, content: z.string(), published: When, ...flags }),
  post: z.object(flags).optional().catch(undefined),
  community: Community,
  creator: Creator,
  counts: z.object({ score: Count, child_count: Count }).optional().catch(undefined),
});

const Failed = z.object({ error: z.string() });

const isHidden = (part: { [flag in keyof typeof flags]?: boolean | undefined } | undefined): boolean =>
  part?.nsfw === true || part?.removed === true || part?.deleted === true;

const siteOf = ({ actor_id, name }: z.infer<typeof Community>): string =>
  `${new URL(actor_id).hostname}/c/${name}`;

const authorsOf = (creator: z.infer<typeof Creator>) =>
  namesOfAuthors([creator?.name, creator?.display_name]);

/** The link leads to the discussion, also where the post is about a page elsewhere. */
function itemOfPost({ post, community, creator, counts }: z.infer<typeof Post>): RawItem | undefined {
  if (isHidden(post) || isHidden(community)) return undefined;
  return {
    title: post.name,
    text: post.body === undefined ? undefined : textOfMarkdown(post.body),
    html: false,
    link: post.ap_id,
    guid: post.ap_id,
    published: post.published,
    attention: { points: counts?.score, comments: counts?.comments },
    site: siteOf(community),
    authors: authorsOf(creator),
  };
}

/** Without the title of the post: that a post names a brand does not mean that each answer to it does. */
function itemOfComment(found: z.infer<typeof Comment>): RawItem | undefined {
  const { comment, post, community, creator, counts } = found;
  if (isHidden(comment) || isHidden(post) || isHidden(community)) return undefined;
  return {
    text: textOfMarkdown(comment.content),
    html: false,
    link: comment.ap_id,
    guid: comment.ap_id,
    published: comment.published,
    attention: { points: counts?.score, comments: counts?.child_count },
    site: siteOf(community),
    authors: authorsOf(creator),
  };
}

const read = (kind: Kind, entries: readonly unknown[]) =>
  kind === 'posts'
    ? itemsOf(entries, {
        shape: Post,
        itemOf: itemOfPost,
        what: 'posts',
        lacks: 'an id, a title, an address or a community',
      })
    : itemsOf(entries, {
        shape: Comment,
        itemOf: itemOfComment,
        what: 'comments',
        lacks: 'an id, a text, an address or a community',
      });

const settings = z
  .strictObject({
    ...sourceKeys,
    type: z.literal('lemmy'),
    instance: z
      .string()
      .regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/, 'a host alone: lemmy.world')
      .default(knownInstance)
      .describe('Server that is searched; what it knows of others is found there too.'),
    search: Search,
    what: z.enum(kinds).optional().describe('What is searched; both when left out.'),
  })
  .refine(({ instance, accept }) => instance === knownInstance || accept !== undefined, {
    path: ['accept'],
    message: `a sentence that says why this server may be read: only the terms of ${knownInstance} are known to allow it, so read those of the server and ask its admins`,
  });
type Settings = z.infer<typeof settings>;

const searchesOf = (settings: Settings, { brands }: Asking): Found[] =>
  searchesFor(settings, brands).flatMap((term) =>
    (settings.what === undefined ? kinds : [settings.what]).map((kind) => ({ term, kind })),
  );

const nameOf = (kind: Kind) => (kind === 'posts' ? 'Posts' : 'Comments');

const pageOf = ({ instance }: Settings, { term, kind }: Found, page: number): Request => ({
  url: addressOf(`https://${instance}/api/v3/search`, {
    q: term,
    type_: nameOf(kind),
    sort: 'New',
    limit: onAPage,
    page,
  }),
  accept: 'application/json',
  pauseMs,
});

const changed = (detail: string): Unreadable => ({ status: 'changed', reason: 'not_lemmy', detail });

/** Posts and comments of a Lemmy server that its search finds, the newest first. */
export const lemmy = defineSource({
  settings,
  group: 'forum',
  maxPages: 10,
  nightly: true,
  terms: {
    verdict: 'default-on',
    quote: "and it's API's … any provided method … in good faith",
    from: 'legal.lemmy.world/tos, revised 2025-06-09, seen in fragments alone: what the terms cover, how it may be read, and in what spirit. Of lemmy.world only; other servers need "accept:"',
    read: '2026-09-15',
  },
  asksSince: true,
  label: ({ instance }) => `Lemmy, ${instance}`,
  firstRequest: (settings, asking) => pageOf(settings, searchesOf(settings, asking)[0] as Found, 1),
  read(answer, settings, asking): Page | Unreadable {
    const asked = askedIn(answer);
    const searches = searchesOf(settings, asking);
    const at = searches.findIndex(
      ({ term, kind }) => term === asked.get('q') && nameOf(kind) === asked.get('type_'),
    );
    const found = searches[at];
    if (!found) return ledElsewhere;
    const json = jsonOf(answer);
    if (!('value' in json)) return json;
    const failed = Failed.safeParse(json.value);
    if (failed.success) return apiError(settings.instance, failed.data.error);
    const entries = z.object({ [found.kind]: z.array(z.unknown()) }).safeParse(json.value).data?.[found.kind];
    if (!entries)
      return changed(`the JSON holds no list of ${found.kind} as version 3 of Lemmy's API has it`);
    const page = read(found.kind, entries);
    if (!('items' in page)) return page;
    const isMore = entries.length >= onAPage && !reachesBack(asking.since, page.items);
    const then = searches[at + 1];
    return {
      items: notBefore(asking.since, page.items),
      whole: json.whole,
      ...page.told,
      ...(isMore ? { next: pageOf(settings, found, Number(asked.get('page')) + 1) } : {}),
      ...(then ? { then: pageOf(settings, then, 1) } : {}),
    };
  },
});
