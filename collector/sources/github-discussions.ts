import { z } from 'zod';
import type { Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { apiError, Count, itemsOf, Link, Text } from './json-answer.ts';
import { ledElsewhere } from './search.ts';

const url = 'https://api.github.com/graphql';
const onAPage = 100;
const mostDiscussions = 1000; // of one search, on however many pages

const Total = z.object({ totalCount: Count }).optional().catch(undefined);
const Discussion = z.object({
  id: z.string().min(1).max(200),
  url: Link,
  title: z.string(),
  bodyText: Text,
  createdAt: z.iso.datetime({ offset: true }),
  upvoteCount: Count,
  comments: Total,
  reactions: Total,
  author: z.object({ login: Text, __typename: Text }).nullish().catch(undefined),
  repository: z.object({ nameWithOwner: z.string(), isPrivate: z.boolean() }),
});
const Found = z.object({
  discussionCount: z.int().min(0).catch(0),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: Text }),
  nodes: z.array(z.unknown()),
});
const Answered = z.object({ data: z.record(z.string(), z.unknown()) });
const Faults = z.object({ errors: z.array(z.object({ type: Text, message: Text })).min(1) });

const fields = `discussionCount pageInfo { hasNextPage endCursor } nodes { ... on Discussion {
  id url title bodyText createdAt upvoteCount comments { totalCount } reactions(content: THUMBS_UP) { totalCount }
  author { login __typename } repository { nameWithOwner isPrivate } } }`;

/**
 * REST knows no search of discussions. The answer to a question in GraphQL comes from the same address as any other, so
 * the name that its list is to have says which search it answers.
 */
export const askDiscussions = (q: string, at: number, after?: string): Pick<Request, 'url' | 'json'> => ({
  url,
  json: {
    query: `query ($q: String!, $after: String) { search${at}: search(type: DISCUSSION, first: ${onAPage}, query: $q, after: $after) { ${fields} } }`,
    variables: { q, after: after ?? null },
  },
});

const itemOf = ({ author, ...discussion }: z.infer<typeof Discussion>): RawItem => ({
  title: discussion.title,
  text: discussion.bodyText,
  html: false,
  link: discussion.url,
  guid: `github:${discussion.id}`,
  published: discussion.createdAt,
  attention: {
    points: discussion.upvoteCount,
    comments: discussion.comments?.totalCount,
    likes: discussion.reactions?.totalCount,
  },
  authors: namesOfAuthors([author?.login]),
});

/** GitHub's answer under HTTP 200 to a question that it could not, or would not, answer. */
function faultIn(value: unknown): Unreadable | undefined {
  const faults = Faults.safeParse(value);
  if (!faults.success) return undefined;
  const { type, message = 'something went wrong' } = faults.data.errors[0] ?? {};
  const told = apiError('GitHub', message);
  const isTooOften = type === 'RATE_LIMITED' || type === 'RATE_LIMIT';
  return isTooOften ? { ...told, status: 'refused', reason: 'rate_limited' } : told;
}

/**
 * Reads an answer in GraphQL: the number of the search that it answers, its discussions, and where the next page begins.
 * @param isKept whether a repository, named owner/repository, and what wrote in it are wanted
 */
export function readDiscussions(
  value: unknown,
  isKept: (repository: string, kindOfAuthor: string | undefined) => boolean,
): { at: number; page: Pick<Page, 'items' | 'odd' | 'notices' | 'capped'>; after?: string } | Unreadable {
  const fault = faultIn(value);
  if (fault) return fault;
  const [[name, list] = ['', null]] = Object.entries(Answered.safeParse(value).data?.data ?? {});
  const at = /^search(\d+)$/.exec(name)?.[1];
  if (at === undefined) return ledElsewhere;
  const read = Found.safeParse(list);
  if (!read.success) {
    return { status: 'changed', reason: 'not_results', detail: 'the JSON holds no list of discussions' };
  }
  const { nodes, pageInfo, discussionCount } = read.data;
  const found = itemsOf(nodes, {
    shape: Discussion,
    itemOf: (discussion) => {
      const { isPrivate, nameWithOwner } = discussion.repository;
      return !isPrivate && isKept(nameWithOwner, discussion.author?.__typename)
        ? itemOf(discussion)
        : undefined;
    },
    what: 'discussions',
    lacks: 'an id, an address, a title or a date',
  });
  if (!('items' in found)) return found;
  const capped = discussionCount > mostDiscussions ? { capped: 'result_cap' } : {};
  const page = { items: found.items, ...found.told, ...capped };
  const after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  return { at: Number(at), page, ...(after === undefined ? {} : { after }) };
}
