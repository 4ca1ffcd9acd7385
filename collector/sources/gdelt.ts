import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Answer, Asking, Page, RawItem, Request, SourceBase, Unreadable } from '../types.ts';
import { itemsOf, jsonIn, Link, Text, textOf } from './json-answer.ts';
import { addressOf, askedIn, ledElsewhere, Search, searchesFor } from './search.ts';
import { defineSource } from './source-type.ts';

const api = 'https://api.gdeltproject.org/api/v2/doc/doc';
const mostArticles = 250; // of one answer
const pauseMs = 5500; // "Please limit requests to one every 5 seconds"
const longestQueryBytes = 240; // it refuses queries of about 250
const shortestPhrase = 5; // characters; "The specified phrase is too short"
const dayMs = 86_400_000;
/** How far back it can be asked: "must be within the last 3 months". */
const historyMs = 89 * dayMs;
/** GDELT refuses spans of less than a quarter of an hour. */
const shortestSpanMs = 3_600_000;

/** GDELT's names of the languages that most of its articles are in. */
const languages: Readonly<Record<string, string>> = {
  Albanian: 'sq',
  Arabic: 'ar',
  Bulgarian: 'bg',
  Catalan: 'ca',
  Chinese: 'zh',
  Croatian: 'hr',
  Czech: 'cs',
  Danish: 'da',
  Dutch: 'nl',
  English: 'en',
  Estonian: 'et',
  Finnish: 'fi',
  French: 'fr',
  German: 'de',
  Greek: 'el',
  Hebrew: 'he',
  Hindi: 'hi',
  Hungarian: 'hu',
  Indonesian: 'id',
  Italian: 'it',
  Japanese: 'ja',
  Korean: 'ko',
  Latvian: 'lv',
  Lithuanian: 'lt',
  Norwegian: 'no',
  Persian: 'fa',
  Polish: 'pl',
  Portuguese: 'pt',
  Romanian: 'ro',
  Russian: 'ru',
  Serbian: 'sr',
  Slovak: 'sk',
  Slovenian: 'sl',
  Spanish: 'es',
  Swedish: 'sv',
  Thai: 'th',
  Turkish: 'tr',
  Ukrainian: 'uk',
  Vietnamese: 'vi',
};

const stamp = /^(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)Z?$/;
const asIso = (text: string): string => text.replace(stamp, '$1-$2-$3T$4:$5:$6Z');
const asStamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '');

const Article = z.object({
  url: Link,
  title: z.string(),
  seendate: z
    .string()
    .regex(/^\d{8}T\d{6}Z$/)
    .transform(asIso)
    .refine((iso) => !Number.isNaN(Date.parse(iso))),
  language: Text,
});
/** Where nothing is found, there is no list either. */
const Answered = z.union([
  z.object({ articles: z.array(z.unknown()) }),
  z.strictObject({}).transform(() => ({ articles: [] })),
]);

/** GDELT puts a blank on both sides of what is no letter. */
const joined = (title: string): string =>
  title
    .replace(/ +([,.;:!?%)\]])/g, '$1')
    .replace(/([([]) +/g, '$1')
    .replace(/ +(['’]) ?(s|t|re|ve|ll|d|m)\b/g, '$1$2');

/** The title is all that GDELT gives of an article, and all that its publisher would have us keep. */
const itemOf = ({ url, title, seendate, language }: z.infer<typeof Article>): RawItem => ({
  title: joined(title),
  html: false,
  link: url,
  guid: url,
  published: seendate,
  language: language !== undefined && Object.hasOwn(languages, language) ? languages[language] : undefined,
});

type Searched = Pick<SourceBase, 'brand'> & { search?: z.infer<typeof Search> };
type Queries = { queries: [string, ...string[]]; tooShort: string[] };

/** As few queries as hold all phrases: `("one" OR "another")`. Phrases that GDELT takes for too short are left out. */
function queriesFor(settings: Searched, { brands }: Asking): Queries {
  const phrases = searchesFor(settings, brands);
  const long = phrases.filter((phrase) => [...phrase].length >= shortestPhrase);
  const groups: string[][] = [];
  for (const phrase of long.length > 0 ? long : phrases) {
    const last = groups.at(-1);
    if (last && Buffer.byteLength(queryOf([...last, phrase])) <= longestQueryBytes) last.push(phrase);
    else groups.push([phrase]);
  }
  const [first = '', ...others] = groups.map(queryOf);
  return { queries: [first, ...others], tooShort: phrases.filter((phrase) => !long.includes(phrase)) };
}

function queryOf(phrases: readonly string[]): string {
  const quoted = phrases.map((phrase) => `"${phrase}"`);
  return quoted.length === 1 ? quoted.join() : `(${quoted.join(' OR ')})`;
}

/** Where a first reading asks for more than GDELT has, it begins with what there is. */
const beginMs = ({ since, now }: Asking): number => Math.max(since.getTime(), now.getTime() - historyMs);

/** Now, to the second. */
const startMs = ({ now }: Asking): number => Math.floor(now.getTime() / 1000) * 1000;

/** What was seen up to a moment, the newest first. */
const request = (query: string, asking: Asking, endMs: number): Request => ({
  url: addressOf(api, {
    query,
    mode: 'ArtList',
    format: 'json',
    sort: 'datedesc',
    maxrecords: mostArticles,
    startdatetime: asStamp(Math.min(beginMs(asking), endMs - shortestSpanMs)),
    enddatetime: asStamp(endMs),
  }),
  accept: 'application/json',
  pauseMs,
});

/** Refusals come as a sentence under HTTP 200. */
function refusalIn(text: string): Unreadable | undefined {
  if (/^[<{[]/.test(text)) return undefined;
  const detail = `GDELT says: "${text.slice(0, 200).toWellFormed()}"`;
  return /limit requests/i.test(text)
    ? { status: 'refused', reason: 'rate_limited', detail }
    : { status: 'failed', reason: 'bad_search', detail };
}

/** Titles are known to hold backslashes and control characters, which JSON may not hold as they are. */
const cleaned = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\\(?:(["\\/bfnrt]|u[\da-fA-F]{4})|)/g, (found, sound) => (sound === undefined ? '' : found));

function read(answer: Answer, { queries, tooShort }: Queries, asking: Asking): Page | Unreadable {
  const asked = askedIn(answer);
  const at = queries.indexOf(asked.get('query') ?? '');
  const [query, then] = at === -1 ? [] : queries.slice(at);
  const endMs = Date.parse(asIso(asked.get('enddatetime') ?? ''));
  if (query === undefined || Number.isNaN(endMs)) return ledElsewhere;
  const body = textOf(answer);
  if (!('text' in body)) return body;
  const json = refusalIn(body.text) ?? jsonIn(cleaned(body.text));
  if (!('value' in json)) return json;
  const answered = Answered.safeParse(json.value);
  if (!answered.success) {
    return { status: 'changed', reason: 'not_articles', detail: 'the JSON holds no list of articles' };
  }
  const { articles } = answered.data;
  const found = itemsOf(articles, {
    shape: Article,
    itemOf,
    what: 'articles',
    lacks: 'an address, a title or a date',
  });
  if (!('items' in found)) return found;

  const begin = beginMs(asking);
  const seen = found.entries.map(({ seendate }) => Date.parse(seendate));
  const oldestMs = seen.reduce((least, time) => Math.min(least, time), endMs);
  const isMore = articles.length >= mostArticles && oldestMs >= begin;
  // The oldest moment is looked at again: not all that was seen then may have had room.
  const upToMs = oldestMs + 1000;
  const goesOn = isMore && upToMs < endMs;
  const isFirst = at === 0 && endMs === startMs(asking);
  const short = `GDELT can't look for what is shorter than ${shortestPhrase} characters: ${tooShort.join(', ')}`;
  return {
    items: found.items,
    whole: json.whole && answer.whole,
    ...found.told,
    ...(isFirst && tooShort.length > 0 ? { notices: [...(found.told.notices ?? []), short] } : {}),
    ...(goesOn ? { next: request(query, asking, upToMs) } : {}),
    ...(isMore && !goesOn ? { capped: 'article_cap' } : {}),
    ...(begin > asking.since.getTime() ? { reachesTo: new Date(begin) } : {}),
    ...(then === undefined ? {} : { then: request(then, asking, startMs(asking)) }),
  };
}

/** News of the whole world, as the GDELT Project finds them by full text: title and link. */
export const gdelt = defineSource({
  settings: z.strictObject({ ...sourceKeys, type: z.literal('gdelt'), search: Search }),
  group: 'news',
  maxPages: 40,
  nightly: true,
  invitesPrograms: true,
  terms: {
    verdict: 'default-on',
    quote:
      'available for unlimited and unrestricted use for any academic, commercial, or governmental use of any kind without fee … any use or redistribution of the data must include a citation to the GDELT Project and a link to this website',
    from: 'gdeltproject.org/about.html#termsofuse, of its own data: of the articles only title, link and date are kept',
    read: '2026-10-07',
  },
  attribution: 'The GDELT Project (https://www.gdeltproject.org/)',
  asksSince: true,
  label: () => 'GDELT, news',
  place: () => api,
  firstRequest: (settings, asking) =>
    request(queriesFor(settings, asking).queries[0], asking, startMs(asking)),
  read: (answer, settings, asking) => read(answer, queriesFor(settings, asking), asking),
});
