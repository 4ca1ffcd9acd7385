import type { Failure } from '../types.ts';

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

/** Read in autumn 2026; not legal advice. What a team may export there itself comes in by `import`. */
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
    from: 'policies.google.com/terms, which forbids it; google.com/robots.txt disallows /alerts/',
    read: '2026-07-30',
  },
  {
    host: 'youtube.com',
    name: 'YouTube',
    quote: 'Disallow: /feeds/videos.xml',
    from: 'youtube.com/robots.txt, for every user agent',
    read: '2026-07-22',
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
    quote: 'User-agent: * / Disallow: /',
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
    from: 'policies.google.com/terms, of 2026-07-30, which forbids it',
    read: 'autumn 2026',
    instead: 'the reviews of your own app come by its official API, or by import of the monthly export',
  },
  {
    host: 'mastodon.social',
    name: 'mastodon.social',
    quote: 'We also explicitly prohibit scraping, even though it was never allowed.',
    from: "Mastodon's founder, 2025-06-17, on the terms of this instance",
    read: 'autumn 2026',
    instead: 'instances whose administrators allow it',
  },
];

/** Other names of the same hosts. */
const alsoCalled: Readonly<Record<string, string>> = { 'redd.it': 'reddit.com', 'youtu.be': 'youtube.com' };

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

/** What forbids reading an address, if anything does. */
export function forbiddenBy(address: string): Forbidding | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const written = url.hostname.replace(/\.$/, '');
  const host = alsoCalled[written] ?? written;
  return forbidding.find(
    (entry) =>
      (host === entry.host || host.endsWith(`.${entry.host}`)) &&
      (entry.path === undefined || isUnder(pathOf(url), entry.path)),
  );
}

/** The same as a refusal. */
export function forbidden(address: string): Failure | undefined {
  const terms = forbiddenBy(address);
  return (
    terms && {
      kind: 'failure',
      status: 'refused',
      reason: 'terms_forbid',
      detail: `${terms.host} does not allow it: "${terms.quote}" (${terms.from}, read ${terms.read})`,
    }
  );
}
