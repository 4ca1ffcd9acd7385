import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Answer, Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { askDiscussions, readDiscussions } from './github-discussions.ts';
import { apiError, Count, itemsOf, jsonOf, Link, Text } from './json-answer.ts';
import { addressOf, askedIn, ledElsewhere, Search, searchesFor } from './search.ts';
import { defineSource } from './source-type.ts';

const api = 'https://api.github.com';
const onAPage = 100;
/** "30 requests per minute" with a token, 10 without. */
const pauseMs = { withToken: 2100, without: 6100 };
const kinds = ['issues', 'pull-requests', 'discussions'] as const;
type Kind = (typeof kinds)[number];
const qualifiers: Readonly<Record<Kind, string>> = {
  issues: 'in:title,body is:issue is:public',
  'pull-requests': 'in:title,body is:pr is:public',
  discussions: 'in:title,body is:public',
};

const When = z.iso.datetime({ offset: true });
const Author = z.object({ login: Text, type: Text, __typename: Text }).nullish().catch(undefined);
const Issue = z.object({
  node_id: z.string().min(1).max(200),
  html_url: Link,
  title: z.string(),
  body: Text,
  created_at: When,
  comments: Count,
  reactions: z.object({ '+1': Count }).optional().catch(undefined),
  user: Author,
  repository_url: Link,
});
const Found = z.object({
  total_count: z.int().min(0),
  incomplete_results: z.boolean().catch(false),
  items: z.array(z.unknown()),
});
const Failed = z.object({ message: z.string() });

const settings = z.strictObject({
  ...sourceKeys,
  type: z.literal('github'),
  search: Search,
  what: z
    .array(z.enum(kinds))
    .min(1)
    .default(['issues', 'discussions'])
    .describe('What is searched. Discussions need a token: GITHUB_TOKEN.'),
  not: z
    .array(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'owner/repository'))
    .max(100)
    .default([])
    .describe("Repositories to leave out, such as the team's own: owner/repository."),
});
type Settings = z.infer<typeof settings>;
/** One search: a phrase in one kind of thing. */
type Wanted = { phrase: string; kind: Kind };

const isKept =
  ({ not }: Settings) =>
  (repository: string, kindOfAuthor: string | undefined): boolean =>
    kindOfAuthor !== 'Bot' && !not.some((name) => name.toLowerCase() === repository.toLowerCase());

/** What machines file, such as updates of dependencies, is nothing that people say. */
const itemOf =
  (settings: Settings) =>
  (issue: z.infer<typeof Issue>): RawItem | undefined => {
    const repository = issue.repository_url.split('/').slice(-2).join('/');
    if (!isKept(settings)(repository, issue.user?.type)) return undefined;
    return {
      title: issue.title,
      text: issue.body,
      html: false,
      link: issue.html_url,
      guid: `github:${issue.node_id}`,
      published: issue.created_at,
      attention: { comments: issue.comments, likes: issue.reactions?.['+1'] },
      authors: namesOfAuthors([issue.user?.login]),
    };
  };

const second = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
const textOf = ({ phrase, kind }: Wanted): string => `"${phrase}" ${qualifiers[kind]}`;

const listOf = (settings: Settings, { brands }: Asking): Wanted[] =>
  searchesFor(settings, brands).flatMap((phrase) => settings.what.map((kind) => ({ phrase, kind })));

function common({ secrets }: Asking): Omit<Request, 'url'> {
  const token = secrets['GITHUB_TOKEN'];
  return {
    accept: 'application/vnd.github+json',
    pauseMs: token === undefined ? pauseMs.without : pauseMs.withToken,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

/** The newest, or those up to a second, which is looked at again: not all of it may have had room. */
const issues = (wanted: Wanted, asking: Asking, upTo: string): Request => ({
  ...common(asking),
  url: addressOf(`${api}/search/issues`, {
    q: `${textOf(wanted)} created:${second(asking.since)}..${upTo}`,
    sort: 'created',
    order: 'desc',
    per_page: onAPage,
  }),
});

const discussions = (wanted: Wanted, at: number, asking: Asking, after?: string): Request => ({
  ...common(asking),
  ...askDiscussions(`${textOf(wanted)} created:${second(asking.since)}..${second(asking.now)}`, at, after),
});

function requestAt(list: readonly Wanted[], at: number, asking: Asking): Request | undefined {
  const wanted = list[at];
  if (wanted === undefined) return undefined;
  return wanted.kind === 'discussions'
    ? discussions(wanted, at, asking)
    : issues(wanted, asking, second(asking.now));
}

/** When the allowance is filled up again, where it is used up. */
function restUntil({ headers }: Answer, { now }: Asking): Pick<Page, 'restUntil'> {
  if (headers['x-ratelimit-remaining'] !== '0') return {};
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
  const isSoon = reset > now.getTime() && reset < now.getTime() + 86_400_000;
  return { restUntil: new Date(isSoon ? reset : now.getTime() + 3_600_000) };
}

function readIssues(value: unknown, wanted: Wanted, upTo: string, settings: Settings, asking: Asking) {
  const read = Found.safeParse(value);
  if (!read.success) {
    const failed = Failed.safeParse(value);
    if (failed.success) return apiError('GitHub', failed.data.message);
    const detail = `the JSON holds no list of ${wanted.kind}`;
    return { status: 'changed', reason: 'not_results', detail } satisfies Unreadable;
  }
  const { items, total_count, incomplete_results } = read.data;
  const found = itemsOf(items, {
    shape: Issue,
    itemOf: itemOf(settings),
    what: wanted.kind,
    lacks: 'an id, an address, a title or a date',
  });
  if (!('items' in found)) return found;
  const oldest = found.entries.reduce((least, { created_at }) => {
    const at = second(new Date(created_at));
    return at < least ? at : least;
  }, upTo);
  const isMore = items.length >= onAPage || total_count > items.length;
  const goesOn = isMore && oldest < upTo;
  const capped = isMore && !goesOn ? 'result_cap' : incomplete_results ? 'incomplete' : undefined;
  return {
    items: found.items,
    ...found.told,
    ...(goesOn ? { next: issues(wanted, asking, oldest) } : {}),
    ...(capped === undefined ? {} : { capped }),
  };
}

function read(answer: Answer, settings: Settings, asking: Asking): Page | Unreadable {
  const json = jsonOf(answer);
  if (!('value' in json)) return json;
  const list = listOf(settings, asking);
  const rest = (at: number) => {
    const then = requestAt(list, at + 1, asking);
    return { whole: json.whole, ...(then === undefined ? {} : { then }), ...restUntil(answer, asking) };
  };
  const [, text, upTo] = /^(.*) created:\S+\.\.(\S+)$/.exec(askedIn(answer).get('q') ?? '') ?? [];
  if (text !== undefined && upTo !== undefined) {
    const at = list.findIndex((wanted) => wanted.kind !== 'discussions' && textOf(wanted) === text);
    const wanted = list[at];
    if (wanted === undefined) return ledElsewhere;
    const page = readIssues(json.value, wanted, upTo, settings, asking);
    return 'items' in page ? { ...page, ...rest(at) } : page;
  }
  const read = readDiscussions(json.value, isKept(settings));
  if (!('at' in read)) return read;
  const { at, page, after } = read;
  const wanted = list[at];
  if (wanted?.kind !== 'discussions') return ledElsewhere;
  const next = after === undefined ? {} : { next: discussions(wanted, at, asking, after) };
  return { ...page, ...next, ...rest(at) };
}

/** Issues, pull requests and discussions of public repositories on GitHub, by its own search of title and body. */
export const github = defineSource({
  settings,
  group: 'forum',
  maxPages: 30,
  nightly: true,
  invitesPrograms: true,
  terms: {
    verdict: 'default-on',
    quote:
      'Unless specifically set forth herein, these Terms do not restrict lawful access to or use of the contents of public repositories by third parties',
    from: 'GitHub Terms of Service, D.8; Acceptable Use 7, in an older copy: "Scraping does not refer to the collection of information through our API."',
    read: 'autumn 2026',
  },
  secrets: [
    {
      name: 'GITHUB_TOKEN',
      needed: false,
      what: "the workflow's own token: discussions are searched with one alone, and issues three times as fast",
    },
  ],
  asksSince: true,
  label: () => 'GitHub',
  place: () => `${api}/search`,
  hindrance({ what }, { secrets }) {
    if (secrets['GITHUB_TOKEN'] !== undefined || !what.includes('discussions')) return undefined;
    const detail =
      'the environment holds no GITHUB_TOKEN, without which discussions are not searched: "what: [issues]" does without';
    return { status: 'refused', reason: 'no_key', detail };
  },
  firstRequest: (settings, asking) => requestAt(listOf(settings, asking), 0, asking) as Request,
  read,
});
