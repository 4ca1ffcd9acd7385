import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sourceKeys } from '#contract';
import type { Page, SourceBase, SourceState, Unreadable } from '../types.ts';
import { decodeText } from './feed/decode-text.ts';
import { Address, faultOf, feed, isOnNetwork } from './feed.ts';
import { readOutlines } from './opml-outlines.ts';
import { defineSource } from './source-type.ts';
import { forbiddenBy } from './terms.ts';

/** Feeds taken from one list; the contract of `state.json` holds no more. */
export const mostFeeds = 500;
const hostsNamed = 8;

type ListedFeed = NonNullable<SourceState['feeds']>[number];

const slug = (text: string, longest: number): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');

/**
 * Id of a feed that a list names: the same on every night and at every place in the list, at most 40 characters.
 * The hash is of the list's whole id and of the address, so that what is cut off for people is told apart all the same.
 */
export function listedId(list: string, url: string): string {
  const { hostname, pathname } = new URL(url);
  const hash = createHash('sha256').update(`${list} ${url}`).digest('hex').slice(0, 8);
  const place = slug(`${hostname.replace(/^www\./, '')}${pathname}`, 16) || 'feed';
  return `${slug(list, 14)}-${place}-${hash}`;
}

/** The address as it is asked, or why this one is left out. One without TLS is for the door to judge, which knows `network.http`. */
function judgeAddress(written: string): { url: string } | { because: string; host: string } {
  const url = URL.parse(written);
  const host = url?.host || 'no host';
  const terms = forbiddenBy(written);
  if (terms) return { because: 'whose host does not allow it', host };
  // A list from elsewhere must not choose a file of this repository.
  if (!url || !isOnNetwork(written) || faultOf(written) !== undefined || written.length > 2048) {
    return { because: 'whose address can not be used', host };
  }
  url.hash = '';
  return { url: url.href };
}

/** Reads a list of feeds. What it can not use is counted and named, and never silently left out. */
export function readList(text: string, list: string): (Page & { feeds: ListedFeed[] }) | Unreadable {
  const outlines = readOutlines(text);
  if (!('addresses' in outlines)) return outlines;
  const feeds = new Map<string, ListedFeed>();
  const left = new Map<string, string[]>();
  const leave = (because: string, host: string) => {
    const hosts = left.get(because) ?? [];
    hosts.push(host);
    left.set(because, hosts);
  };
  let twice = 0;
  let beyond = 0;
  for (const address of outlines.addresses) {
    const judged = judgeAddress(address);
    if ('because' in judged) {
      leave(judged.because, judged.host);
      continue;
    }
    const id = listedId(list, judged.url);
    if (feeds.has(id)) twice += 1;
    else if (feeds.size >= mostFeeds) beyond += 1;
    else feeds.set(id, { id, url: judged.url });
  }
  const notices = [...left].map(
    ([because, hosts]) => `${counted(hosts.length, 'feed')} ${because}: ${named(hosts)}`,
  );
  if (outlines.withoutAddress > 0)
    notices.push(`${counted(outlines.withoutAddress, 'outline')} without xmlUrl`);
  if (feeds.size === 0) {
    const all = counted(outlines.outlines, 'outline');
    const detail =
      outlines.outlines === 0
        ? 'it holds no outline, and so names no feed'
        : `it names no feed that can be read, in ${all}: ${notices.join('; ')}`;
    return { status: 'changed', reason: 'no_feeds', detail };
  }
  if (twice > 0) notices.push(`${twice} listed twice`);
  if (beyond > 0) notices.push(`${beyond} beyond the first ${mostFeeds}`);
  return {
    items: [],
    feeds: [...feeds.values()],
    whole: outlines.whole,
    notices: notices.map((notice) => `left out of the list: ${notice}`),
    ...(beyond > 0 ? { capped: 'feed_cap' } : {}),
  };
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function named(hosts: readonly string[]): string {
  const different = [...new Set(hosts)];
  const more = different.length - hostsNamed;
  return `${different.slice(0, hostsNamed).join(', ')}${more > 0 ? ` and ${more} more hosts` : ''}`;
}

/**
 * The feeds that a list stands for after tonight. One that broke off may have lost what follows: what it named the night
 * before is then still read.
 */
export function feedsAfter(
  tonight: readonly ListedFeed[],
  before: readonly ListedFeed[] = [],
  whole: boolean,
): ListedFeed[] {
  if (whole) return [...tonight];
  const all = new Map([...before, ...tonight].map((listed) => [listed.id, listed]));
  return [...all.values()].slice(0, mostFeeds);
}

/**
 * The feeds that lists name, as sources of their own: group, brand, category and accepted terms are those of the list.
 * A feed that stands in brand.yml itself, or in an earlier list, is not read a second time.
 */
export function listedSources(
  sources: readonly SourceBase[],
  feedsOf: (list: string) => readonly ListedFeed[],
): SourceBase[] {
  const taken = new Set<unknown>(sources.flatMap((source) => [source.id, source.url]));
  const found: SourceBase[] = [];
  for (const list of sources.filter(({ type }) => type === 'opml')) {
    const { type: _, url: __, ...inherited } = list;
    for (const { id, url } of feedsOf(list.id)) {
      if (taken.has(id) || taken.has(url)) continue;
      taken.add(id).add(url);
      found.push({ ...inherited, id, type: 'feed', url });
    }
  }
  return found;
}

/** A list of feeds as other readers export it. It gives no items itself: each feed is a source of its own. */
export const opml = defineSource({
  settings: z.strictObject({
    ...sourceKeys,
    type: z.literal('opml'),
    url: Address.describe(
      'Address of the list of feeds, or the path of a file in the repository: feeds.opml.',
    ),
    language: feed.settings.shape.language,
  }),
  group: feed.group,
  maxPages: 1,
  nightly: true,
  listsFeeds: true,
  terms: feed.terms,
  label: ({ url }) => `List of feeds, ${URL.parse(url)?.host.replace(/^www\./, '') ?? url}`,
  firstRequest: ({ url }) => ({ url }),
  read(answer, { id }) {
    const decoded = decodeText(answer.body, answer.headers['content-type']);
    if (!('text' in decoded)) return decoded;
    const page = readList(decoded.text, id);
    return 'items' in page ? { ...page, whole: page.whole && answer.whole } : page;
  },
});
