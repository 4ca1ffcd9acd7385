import { escapeUTF8 } from 'entities';
import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { Count, Id, itemsOf, jsonOf, Text } from './json-answer.ts';
import { notBefore } from './newest-first.ts';
import { addressOf, askedIn, ledElsewhere, Search, searchesFor } from './search.ts';
import { defineSource } from './source-type.ts';

const Post = z.object({
  id: Id,
  topic_id: z.int().positive(),
  post_number: z.int().positive(),
  blurb: Text,
  created_at: Text,
  like_count: Count,
  name: Text,
  username: Text,
});
const Topic = z.object({ id: z.int().positive(), title: z.string() });
const Answered = z.object({
  posts: z.array(z.unknown()),
  topics: z.array(z.unknown()).optional().catch(undefined),
  grouped_search_result: z
    .object({ error: Text, more_full_page_results: z.boolean().optional().catch(undefined) })
    .nullish(),
});
const Failed = z.object({ errors: z.array(z.string()).min(1), error_type: Text });

const Forum = z
  .string()
  .max(300)
  .regex(
    /^https:\/\/(?=[^/]{4,253}(\/|$))([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}(\/[\w-]+)*\/?$/,
    'the address of the forum, with https:// and nothing behind it: https://forum.example.com',
  )
  .transform((address) => address.replace(/\/$/, ''));

const settings = z.strictObject({
  ...sourceKeys,
  type: z.literal('discourse'),
  forum: Forum.describe('Address of the forum: https://forum.example.com.'),
  search: Search,
});
type Settings = z.infer<typeof settings>;

/** Several words are meant as a phrase. */
const queriesOf = (settings: Settings, { brands, since }: Asking): string[] =>
  searchesFor(settings, brands).map(
    (term) =>
      `${/\s/.test(term) ? `"${term}"` : term} after:${since.toISOString().slice(0, 10)} order:latest`,
  );

const pageOf = ({ forum }: Settings, q: string, page: number): Request => ({
  url: addressOf(`${forum}/search.json`, { q, page }),
  accept: 'application/json',
});

/**
 * The address of a post without the words of its title: Discourse leads on from there, and it stays the same when
 * somebody gives the topic another title.
 */
function itemOf(post: z.infer<typeof Post>, forum: string, titles: ReadonlyMap<number, string>): RawItem {
  const title = titles.get(post.topic_id);
  return {
    title: title === undefined ? undefined : escapeUTF8(title),
    text: post.blurb,
    html: true,
    link: `${forum}/t/-/${post.topic_id}/${post.post_number}`,
    guid: `${forum}/p/${post.id}`,
    published: post.created_at,
    attention: { likes: post.like_count },
    authors: namesOfAuthors([post.name, post.username]),
  };
}

function titlesOf(topics: readonly unknown[]): Map<number, string> {
  const read = topics.map((topic) => Topic.safeParse(topic)).filter((topic) => topic.success);
  return new Map(read.map(({ data }) => [data.id, data.title]));
}

const changed = (detail: string): Unreadable => ({ status: 'changed', reason: 'not_discourse', detail });

/** What the forum says instead of posts, or nothing where it says posts. */
function saidInstead(value: unknown): Unreadable | undefined {
  const failed = Failed.safeParse(value);
  if (!failed.success) return undefined;
  const { errors, error_type: type } = failed.data;
  const detail = `the forum says: "${errors.join(' ')}"`;
  const isClosed = type === 'not_logged_in' || type === 'invalid_access';
  return isClosed
    ? { status: 'refused', reason: 'auth', detail }
    : { status: 'failed', reason: 'api_error', detail };
}

/** Posts of a forum that runs Discourse, as its own search finds them: title and the words around what was found. */
export const discourse = defineSource({
  settings,
  group: 'forum',
  maxPages: 10, // further Discourse does not go
  nightly: true,
  terms: {
    verdict: 'opt-in',
    quote:
      'The standard Discourse licence is CC BY-NC-SA 3.0 (Attribution-NonCommercial-ShareAlike 3.0 Unported)',
    from: 'experts.feverbee.com, of what forums usually say; right for a forum of your own, else read its /tos',
    read: 'autumn 2026',
  },
  asksSince: true,
  label: ({ forum }) => forum.replace('https://', ''),
  place: ({ forum, search }) => `${forum}/search.json ${[search ?? []].flat().join(' | ')}`.trim(),
  firstRequest: (settings, asking) => pageOf(settings, queriesOf(settings, asking)[0] as string, 1),
  read(answer, settings, asking): Page | Unreadable {
    const json = jsonOf(answer);
    if (!('value' in json)) return json;
    const instead = saidInstead(json.value);
    if (instead) return instead;
    const asked = askedIn(answer);
    const queries = queriesOf(settings, asking);
    const at = queries.indexOf(asked.get('q') ?? '');
    const query = queries[at];
    if (query === undefined) return ledElsewhere;
    const answered = Answered.safeParse(json.value);
    if (!answered.success) return changed('the JSON holds no posts as the search of Discourse gives them');
    const { posts, topics = [], grouped_search_result: result } = answered.data;
    if (result?.error)
      return { status: 'failed', reason: 'api_error', detail: `the forum says: "${result.error}"` };
    const titles = titlesOf(topics);
    const page = itemsOf(posts, {
      shape: Post,
      itemOf: (post) => itemOf(post, settings.forum, titles),
      what: 'posts',
      lacks: 'an id, a topic or a number',
    });
    if (!('items' in page)) return page;
    const isMore = result?.more_full_page_results === true && posts.length > 0;
    const then = queries[at + 1];
    return {
      items: notBefore(asking.since, page.items),
      whole: json.whole,
      ...page.told,
      ...(isMore ? { next: pageOf(settings, query, Number(asked.get('page')) + 1) } : {}),
      ...(then === undefined ? {} : { then: pageOf(settings, then, 1) }),
    };
  },
});
