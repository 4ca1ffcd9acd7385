import { escapeUTF8 } from 'entities';
import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Answer, Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { apiError, Count, Epoch, Id, itemsOf, jsonOf, Text } from './json-answer.ts';
import { addressOf, askedIn, ledElsewhere, Search, searchesFor } from './search.ts';
import { defineSource } from './source-type.ts';

const api = 'https://hn.algolia.com/api/v1/search_by_date';
const mostHits = 1000; // what the index gives for one question, on however many pages

const Hit = z
  .object({
    objectID: Id,
    created_at_i: Epoch,
    author: Text,
    title: Text,
    story_text: Text,
    comment_text: Text,
    points: Count,
    num_comments: Count,
  })
  .refine(({ title, comment_text }) => (title ?? comment_text) !== undefined);
const Answered = z.object({ hits: z.array(z.unknown()), nbHits: z.int().min(0).catch(0) });
const Failed = z.object({ message: z.string() });
type Hit = z.infer<typeof Hit>;

/**
 * The mention is what stands on Hacker News, so the link leads to the discussion: the article that a story points to is a
 * document of its own. A comment has no title, since the one of its story names what the comment may not speak of.
 */
function itemOf(hit: Hit): RawItem {
  const text = hit.title === undefined ? hit.comment_text : hit.story_text;
  const html = text !== undefined;
  return {
    title: hit.title !== undefined && html ? escapeUTF8(hit.title) : hit.title,
    text,
    html,
    link: `https://news.ycombinator.com/item?id=${hit.objectID}`,
    guid: `hacker-news:${hit.objectID}`,
    published: hit.created_at_i,
    attention: { points: hit.points, comments: hit.num_comments },
    authors: namesOfAuthors([hit.author]),
  };
}

/** The newest hits, or those up to a second, which is looked at again: not all of its hits may have had room. */
function request(phrase: string, { since }: Asking, upTo?: number): Request {
  const from = Math.floor(since.getTime() / 1000);
  return {
    url: addressOf(api, {
      query: `"${phrase}"`,
      tags: '(story,comment)',
      numericFilters: `created_at_i>=${from}${upTo === undefined ? '' : `,created_at_i<=${upTo}`}`,
      hitsPerPage: mostHits,
    }),
    accept: 'application/json',
  };
}

function read(answer: Answer, searches: readonly string[], asking: Asking): Page | Unreadable {
  const asked = askedIn(answer);
  const at = searches.findIndex((phrase) => asked.get('query') === `"${phrase}"`);
  const [phrase, then] = at === -1 ? [] : searches.slice(at);
  if (phrase === undefined) return ledElsewhere;
  const json = jsonOf(answer);
  if (!('value' in json)) return json;
  const answered = Answered.safeParse(json.value);
  if (!answered.success) {
    const failed = Failed.safeParse(json.value);
    if (failed.success) return apiError('hn.algolia.com', failed.data.message);
    return { status: 'changed', reason: 'not_hits', detail: 'the JSON holds no hits' };
  }
  const { hits, nbHits } = answered.data;
  const found = itemsOf(hits, { shape: Hit, itemOf, what: 'hits', lacks: 'an id, a date or a text' });
  if (!('items' in found)) return found;
  const upTo = Number(/created_at_i<=(\d+)/.exec(asked.get('numericFilters') ?? '')?.[1] ?? Number.MAX_VALUE);
  const oldest = found.entries.reduce((least, hit) => Math.min(least, hit.created_at_i), upTo);
  const isMore = hits.length >= mostHits || nbHits > hits.length;
  return {
    items: found.items,
    whole: json.whole,
    ...found.told,
    ...(isMore && oldest < upTo ? { next: request(phrase, asking, oldest) } : {}),
    // A second with more hits than the index gives can't be passed.
    ...(isMore && oldest >= upTo ? { capped: 'hit_cap' } : {}),
    ...(then === undefined ? {} : { then: request(then, asking) }),
  };
}

/** Stories and comments on Hacker News, by the search that Algolia runs for it. */
export const hackerNews = defineSource({
  settings: z.strictObject({ ...sourceKeys, type: z.literal('hacker-news'), search: Search }),
  group: 'forum',
  maxPages: 20,
  nightly: true,
  invitesPrograms: true,
  terms: {
    verdict: 'default-on',
    quote: "we're making the public Hacker News data available in near real time",
    from: 'the README of github.com/HackerNews/API, in an old copy. The terms of the site forbid scraping its pages, which are not read',
    read: 'autumn 2026',
  },
  attribution: 'Hacker News (news.ycombinator.com), by the search of Algolia (hn.algolia.com)',
  asksSince: true,
  label: () => 'Hacker News',
  place: () => api,
  firstRequest: (settings, asking) => request(searchesFor(settings, asking.brands)[0], asking),
  read: (answer, settings, asking) => read(answer, searchesFor(settings, asking.brands), asking),
});
