import type { Failure, SourceBase, Terms, Unreadable } from '../types.ts';

/** A host that Earshot does not read, and the words that decide it. */
export type Forbidding = {
  host: string;
  /** What people call it. */
  name: string;
  /** Only addresses whose path begins so; all of the host when left out. */
  path?: string;
  quote: string;
  from: string;
  read: string;
  /** How else its words can come in. */
  instead?: string;
};

/**
 * Not asked by any source. Words, places and days as they were read in autumn 2026, mostly from stored copies; not legal
 * advice. `read` is the day of the record, where it states one. What a team may export there itself comes in by `import`.
 */
export const forbidding: readonly Forbidding[] = [
  {
    host: 'reddit.com',
    name: 'Reddit',
    quote: 'Traffic not using OAuth or login credentials will be blocked',
    from: 'Reddit Data API Wiki; reddit.com/robots.txt disallows everything',
    read: '2026-10-04',
  },
  {
    host: 'news.google.com',
    name: 'Google News',
    quote:
      'This XML feed is made available solely for the purpose of rendering Google News results within a personal feed reader for personal, non-commercial use. Any other use of the feed is expressly prohibited.',
    from: 'the <copyright> of the feed itself',
    read: '2026-06',
    instead: 'list the feeds of the papers themselves',
  },
  {
    host: 'bing.com',
    name: 'Bing News',
    path: '/news',
    quote:
      'These XML results may not be used, reproduced or transmitted in any manner or for any purpose other than rendering Bing results within an RSS aggregator for your personal, non-commercial use.',
    from: 'the <copyright> of the feed itself',
    read: '2026-09-21',
    instead: 'list the feeds of the papers themselves',
  },
  {
    host: 'google.com',
    name: 'Google Alerts',
    path: '/alerts',
    quote:
      'using automated means to access content from any of our services in violation of the machine-readable instructions on our web pages (for example, robots.txt files …)',
    from: 'policies.google.com/terms, in effect since 2026-07-30, which forbid that; an old copy of google.com/robots.txt disallows /alerts/. Provisional: what it says today was not seen',
    read: 'autumn 2026',
  },
  {
    host: 'youtube.com',
    name: 'YouTube',
    quote: 'Disallow: /feeds/videos.xml',
    from: 'youtube.com/robots.txt, for every user agent, last changed on 2026-07-22',
    read: 'autumn 2026',
  },
  {
    host: 'trustpilot.com',
    name: 'Trustpilot',
    quote:
      'You must not carry out in any way (including facilitating, permitting or authorising) any text mining, data mining or web scraping of our platform for any purpose without our express permission.',
    from: 'Trustpilot Terms of Use for Consumers, February 2025, section 4',
    read: 'autumn 2026',
    instead: 'export the reviews from your business account, and import them',
  },
  {
    host: 'lobste.rs',
    name: 'Lobsters',
    quote: 'User-agent: * / Crawl-delay: 1 / Disallow: /',
    from: 'lobste.rs/robots.txt',
    read: '2026-10-04',
  },
  {
    host: 'producthunt.com',
    name: 'Product Hunt',
    quote: 'The Product Hunt API must not be used for commercial purposes',
    from: 'api.producthunt.com/v2/docs',
    read: '2026-09-14',
  },
  {
    host: 'play.google.com',
    name: 'Google Play, its pages',
    quote:
      'using automated means to access content from any of our services in violation of the machine-readable instructions on our web pages (for example, robots.txt files …)',
    from: 'policies.google.com/terms, in effect since 2026-07-30, which forbid that; the robots.txt of Google Play was not found',
    read: 'autumn 2026',
    instead: 'the reviews of your own app come by its official API, or by import of the monthly export',
  },
  {
    host: 'mastodon.social',
    name: 'mastodon.social',
    quote: 'We also explicitly prohibit scraping, even though it was never allowed.',
    from: "a post of Mastodon's founder, 2025-06-17, on terms of this instance that were then put off. Provisional: what stands today was not found",
    read: 'autumn 2026',
    instead: 'instances whose administrators allow it',
  },
  {
    host: 'stackexchange.com',
    name: 'Stack Exchange, its feeds',
    path: '/feeds',
    quote: 'Show the author names for every question and answer',
    from: 'stackoverflow.blog/2009/06/25/attribution-required, of texts that are shown again: feeds hold them, and Earshot keeps no names',
    read: 'autumn 2026',
    instead: 'the type stack-exchange, which keeps title and link alone',
  },
  {
    host: 'api.steampowered.com',
    name: 'Steam Web API',
    quote: 'You will only retrieve Steam Data about a Steam end user as requested by the end user.',
    from: 'steamcommunity.com/dev/apiterms, July 2010; robots.txt of the host disallows everything',
    read: 'autumn 2026',
    instead: 'the type steam, which reads the reviews of a game from the store',
  },
];

/** A host whose feeds are read only once its terms are accepted. */
export type Condition = Pick<Forbidding, 'host' | 'path' | 'quote' | 'from' | 'read'>;

/** Hosts that a feed of could be listed by its address alone, though what a source type of their own says holds for them. */
export const conditions: readonly Condition[] = [
  {
    host: 'itunes.apple.com',
    quote:
      'You may not use any software, device, automated process, or any similar or equivalent manual process to scrape, copy, or perform measurement, analysis, or monitoring of, any portion of the Content or Services.',
    from: 'Apple Media Services terms; App Review Guideline 4.5.1 allows apps "approved Apple RSS feeds". For your own app only, whose reviews the types app-store and app-store-connect read',
    read: 'autumn 2026',
  },
  {
    host: 'dev.to',
    quote: 'for personal, non-commercial transitory viewing only',
    from: 'dev.to/terms, of what may be downloaded there',
    read: '2026-10-04',
  },
];

/** Other names of the same hosts, and hosts that hand on what those have. */
const alsoCalled: readonly [RegExp, string][] = [
  [/(?<=^|\.)(?:redd\.it|photon-reddit\.com)$/, 'reddit.com'],
  [/(?<=^|\.)youtu\.be$/, 'youtube.com'],
  [/(?<=^|\.)google\.(?:cat|[a-z]{2}|com?\.[a-z]{2})$/, 'google.com'],
  [
    /(?<=^|\.)(?:stackoverflow|superuser|serverfault|askubuntu|stackapps)\.com$|(?<=^|\.)mathoverflow\.net$/,
    'stackexchange.com',
  ],
];

/** The host that an address belongs to, by the name that the lists have for it. */
function hostOf(url: URL): string {
  const host = url.hostname.replace(/\.$/, '');
  const other = alsoCalled.find(([pattern]) => pattern.test(host));
  return other ? host.replace(...other) : host;
}

/** The path as a server would read it, so that no other spelling of it slips by. */
function pathOf(url: URL): string {
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // What is no proper escape is looked at as it stands.
  }
  return path.toLowerCase().replace(/\/+/g, '/');
}

const isUnder = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`);

function entryFor<Entry extends Pick<Forbidding, 'host' | 'path'>>(
  address: string,
  entries: readonly Entry[],
): Entry | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const host = hostOf(url);
  return entries.find(
    (entry) =>
      (host === entry.host || host.endsWith(`.${entry.host}`)) &&
      (entry.path === undefined || isUnder(pathOf(url), entry.path)),
  );
}

/** What forbids reading an address, if anything does. */
export const forbiddenBy = (address: string): Forbidding | undefined => entryFor(address, forbidding);

/** The same as a refusal. */
export function forbidden(address: string): Failure | undefined {
  const terms = forbiddenBy(address);
  if (!terms) return undefined;
  const instead = terms.instead === undefined ? '' : `; instead: ${terms.instead}`;
  return {
    kind: 'failure',
    status: 'refused',
    reason: 'terms_forbid',
    detail: `${terms.host} does not allow it: "${terms.quote}" (${terms.from}; read ${terms.read})${instead}`,
  };
}

/** What has to be accepted before an address is read as a feed, if anything has. */
export const conditionOf = (address: string): Condition | undefined => entryFor(address, conditions);

/** The same as a refusal, as long as `accept:` does not say which condition is met. */
export function unaccepted(address: string, accept: string | undefined): Unreadable | undefined {
  const terms = accept === undefined ? conditionOf(address) : undefined;
  if (!terms) return undefined;
  return {
    status: 'refused',
    reason: 'terms_not_accepted',
    detail: `off until brand.yml says "accept:": "${terms.quote}" (${terms.from}; read ${terms.read})`,
  };
}

/** The terms of one source: those of its type, or what has to be accepted of the host of a feed. */
export function termsOf(source: SourceBase, ofType: Terms): Terms {
  const { url } = source;
  const condition = source.type === 'feed' && typeof url === 'string' ? conditionOf(url) : undefined;
  if (!condition) return ofType;
  const { quote, from, read } = condition;
  return { verdict: 'opt-in', quote, from, read };
}
