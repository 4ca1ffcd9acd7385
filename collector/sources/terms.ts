/** A host that Earshot does not read, and the words that decide it. */
export type Forbidding = {
  host: string;
  /** Only addresses whose path begins so; all of the host when left out. */
  path?: string;
  quote: string;
  from: string;
  read: string;
};

/** Read in autumn 2026; not legal advice. What a team may export there itself comes in by `import`. */
export const forbidding: readonly Forbidding[] = [
  {
    host: 'reddit.com',
    quote: 'Traffic not using OAuth or login credentials will be blocked',
    from: 'Reddit Data API Wiki; reddit.com/robots.txt disallows everything',
    read: '2026-10-04',
  },
  {
    host: 'news.google.com',
    quote:
      'This XML feed is made available solely for the purpose of rendering Google News results within a personal feed reader for personal, non-commercial use. Any other use of the feed is expressly prohibited.',
    from: 'the <copyright> of the feed itself',
    read: '2026-06',
  },
  {
    host: 'bing.com',
    path: '/news/',
    quote:
      'These XML results may not be used, reproduced or transmitted in any manner or for any purpose other than rendering Bing results within an RSS aggregator for your personal, non-commercial use.',
    from: 'the <copyright> of the feed itself',
    read: '2026-09-21',
  },
  {
    host: 'google.com',
    path: '/alerts/',
    quote:
      'using automated means to access content from any of our services in violation of the machine-readable instructions on our web pages (for example, robots.txt files …)',
    from: 'policies.google.com/terms, which forbids it; google.com/robots.txt disallows /alerts/',
    read: '2026-07-30',
  },
  {
    host: 'youtube.com',
    quote: 'Disallow: /feeds/videos.xml',
    from: 'youtube.com/robots.txt, for every user agent',
    read: '2026-07-22',
  },
  {
    host: 'trustpilot.com',
    quote:
      'You must not carry out in any way (including facilitating, permitting or authorising) any text mining, data mining or web scraping of our platform for any purpose without our express permission.',
    from: 'Trustpilot Terms of Use for Consumers, section 4',
    read: '2025-02',
  },
  {
    host: 'lobste.rs',
    quote: 'User-agent: * / Disallow: /',
    from: 'lobste.rs/robots.txt',
    read: '2026-10-04',
  },
  {
    host: 'producthunt.com',
    quote: 'The Product Hunt API must not be used for commercial purposes',
    from: 'api.producthunt.com/v2/docs',
    read: '2026-09-14',
  },
];

/** What forbids reading an address, if anything does. */
export function forbiddenBy(address: string): Forbidding | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const host = url.hostname.replace(/\.$/, '');
  return forbidding.find(
    (entry) =>
      (host === entry.host || host.endsWith(`.${entry.host}`)) &&
      (entry.path === undefined || url.pathname.startsWith(entry.path)),
  );
}
