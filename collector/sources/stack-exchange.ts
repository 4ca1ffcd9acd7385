import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Answer, Asking, Page, RawItem, Request, Unreadable } from '../types.ts';
import { namesOfAuthors } from './feed/item-fields.ts';
import { apiError, Count, Epoch, Id, itemsOf, jsonOf, Link, Text } from './json-answer.ts';
import { addressOf, askedIn, ledElsewhere, Search, searchesFor } from './search.ts';
import { defineSource } from './source-type.ts';

const api = 'https://api.stackexchange.com/2.3/search/advanced';
const onAPage = 100;
const usualPauseMs = 1000;
/** A longer wait than this is not sat out within a night. */
const longestPauseMs = 60_000;
const dayMs = 86_400_000;

const Question = z.object({
  question_id: Id,
  link: Link,
  title: z.string(),
  creation_date: Epoch,
  score: z.int().optional().catch(undefined),
  answer_count: Count,
  view_count: Count,
  owner: z.object({ display_name: Text }).optional().catch(undefined),
});
const Answered = z.object({
  items: z.array(z.unknown()),
  has_more: z.boolean().catch(false),
  backoff: Count,
  quota_remaining: z.int().optional().catch(undefined),
});
const Failed = z.object({ error_id: z.int(), error_name: Text, error_message: Text });

const Site = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, 'a site as the API calls it: stackoverflow, coffee, ru.stackoverflow');
const settings = z.strictObject({
  ...sourceKeys,
  type: z.literal('stack-exchange'),
  search: Search,
  sites: z
    .array(Site)
    .min(1)
    .max(20)
    .default(['stackoverflow'])
    .describe('Sites of the network as its API calls them: stackoverflow, coffee.'),
});
type Settings = z.infer<typeof settings>;
/** One search: a phrase on one site. */
type Wanted = { site: string; phrase: string };

/**
 * Title and link alone: a body may only be shown beside the names of those who wrote it, which Earshot does not keep.
 * The words of the title at the end of a link change with the title, and the link leads there without them. Titles come
 * escaped as HTML.
 */
const itemOf = (question: z.infer<typeof Question>): RawItem => {
  const link = question.link.replace(/^(https?:\/\/[^/?#]+\/questions\/\d+)\/[^/?#]*$/, '$1');
  return {
    title: question.title,
    html: true,
    link,
    guid: link,
    published: question.creation_date,
    attention: { points: question.score, comments: question.answer_count, views: question.view_count },
    authors: namesOfAuthors([question.owner?.display_name]),
  };
};

const listOf = (settings: Settings, { brands }: Asking): Wanted[] =>
  settings.sites.flatMap((site) => searchesFor(settings, brands).map((phrase) => ({ site, phrase })));

/** The newest questions with the words in their title, or those up to a second, which is looked at again. */
function request({ site, phrase }: Wanted, asking: Asking, upTo: number, pauseMs = usualPauseMs): Request {
  const key = asking.secrets['STACK_EXCHANGE_KEY'];
  return {
    url: addressOf(api, {
      site,
      title: phrase,
      fromdate: Math.floor(asking.since.getTime() / 1000),
      todate: upTo,
      sort: 'creation',
      order: 'desc',
      pagesize: onAPage,
      ...(key === undefined ? {} : { key }),
    }),
    accept: 'application/json',
    pauseMs,
  };
}

/** The end of the second that it is now: what is asked last belongs to it. */
const nowSeconds = ({ now }: Asking): number => Math.ceil(now.getTime() / 1000);

/** How long it wants to be left alone: for a moment, or until tomorrow. Quotas are counted by days of UTC. */
function waitOf(
  backoff: number,
  quota: number | undefined,
  now: Date,
): { pauseMs: number; restUntil?: Date } {
  const pauseMs = Math.max(backoff * 1000, usualPauseMs);
  if (quota !== undefined && quota <= 0) {
    const tomorrow = new Date((Math.floor(now.getTime() / dayMs) + 1) * dayMs);
    return { pauseMs, restUntil: tomorrow };
  }
  if (pauseMs <= longestPauseMs) return { pauseMs };
  return { pauseMs, restUntil: new Date(now.getTime() + Math.min(pauseMs, dayMs)) };
}

function read(answer: Answer, settings: Settings, asking: Asking): Page | Unreadable {
  const list = listOf(settings, asking);
  const asked = askedIn(answer);
  const at = list.findIndex(
    ({ site, phrase }) => site === asked.get('site') && phrase === asked.get('title'),
  );
  const upTo = Number(asked.get('todate') ?? Number.NaN);
  const [wanted, next] = at === -1 ? [] : list.slice(at);
  if (wanted === undefined || Number.isNaN(upTo)) return ledElsewhere;
  const json = jsonOf(answer);
  if (!('value' in json)) return json;
  const failed = Failed.safeParse(json.value);
  if (failed.success) {
    const { error_name: name, error_message: message } = failed.data;
    const told = apiError('Stack Exchange', message ?? name ?? '');
    return name === 'throttle_violation' ? { ...told, status: 'refused', reason: 'rate_limited' } : told;
  }
  const answered = Answered.safeParse(json.value);
  if (!answered.success) {
    return { status: 'changed', reason: 'not_questions', detail: 'the JSON holds no list of questions' };
  }
  const { items, has_more, backoff = 0, quota_remaining } = answered.data;
  const found = itemsOf(items, {
    shape: Question,
    itemOf,
    what: 'questions',
    lacks: 'an id, a link, a title or a date',
  });
  if (!('items' in found)) return found;
  const { pauseMs, restUntil } = waitOf(backoff, quota_remaining, asking.now);
  // Not all questions of the oldest second may have had room.
  const oldest = found.entries.reduce((least, question) => Math.min(least, question.creation_date), upTo);
  const goesOn = has_more && oldest + 1 < upTo;
  return {
    items: found.items,
    whole: json.whole,
    ...found.told,
    ...(goesOn ? { next: request(wanted, asking, oldest + 1, pauseMs) } : {}),
    ...(has_more && !goesOn ? { capped: 'result_cap' } : {}),
    ...(next === undefined ? {} : { then: request(next, asking, nowSeconds(asking), pauseMs) }),
    ...(restUntil === undefined ? {} : { restUntil }),
  };
}

/** Questions on the sites of Stack Exchange whose title has the words: title and link. */
export const stackExchange = defineSource({
  settings,
  group: 'forum',
  maxPages: 20,
  nightly: true,
  invitesPrograms: true,
  terms: {
    verdict: 'default-on',
    quote:
      'All Applications must ensure they visually indicate that the Stack Exchange Network is the source of the content provided through the API Services.',
    from: 'stackoverflow.com/legal/api-terms-of-use. Of texts their authors would have to be named, so only titles and links are kept',
    read: '2026-10-04',
  },
  attribution: 'Stack Exchange Network (https://stackexchange.com/): questions under CC BY-SA',
  secrets: [
    {
      name: 'STACK_EXCHANGE_KEY',
      needed: false,
      what: 'a free key of stackapps.com: 10,000 requests a day instead of 300 for all who share the address',
    },
  ],
  asksSince: true,
  label: ({ sites }) => `Stack Exchange, ${sites.join(', ')}`,
  place: ({ sites }) => `${api}?site=${sites.join(';')}`,
  firstRequest: (settings, asking) =>
    request(listOf(settings, asking)[0] as Wanted, asking, nowSeconds(asking)),
  read,
});
