import { describe, expect, it } from 'vitest';
import type { Answer } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { sourceTypes } from './registry.ts';
import { conditions, forbidden, forbiddenBy, forbidding, termsOf } from './terms.ts';

describe('terms', () => {
  it.each(Object.entries(sourceTypes).filter(([name]) => name !== 'import'))(
    'of the type %s are quoted, with their place and the time they were read',
    (_, { terms }) => {
      expect(terms.quote?.length).toBeGreaterThan(10);
      expect(terms.from.length).toBeGreaterThan(10);
      expect(terms.read).toMatch(/(19|20)\d\d/);
    },
  );

  it('of no platform stand for what a team exported itself, and nothing is quoted', () => {
    expect(sourceTypes.import.terms).toEqual({
      verdict: 'default-on',
      from: expect.stringContaining('No terms were read'),
    });
  });

  it('of what is not read, or not without leave, are quoted likewise', () => {
    for (const { host, quote, from, read } of [...forbidding, ...conditions]) {
      expect(host).toMatch(/^[a-z.-]+$/);
      expect(quote.length).toBeGreaterThan(10);
      expect(from.length).toBeGreaterThan(10);
      expect(read).toMatch(/(19|20)\d\d/);
    }
  });

  it.each([
    ['https://www.reddit.com/r/x/.rss', 'reddit.com'],
    ['https://old.reddit.com./r/x/.rss', 'reddit.com'],
    ['https://redd.it/abc', 'reddit.com'],
    ['https://news.google.com/rss/search?q=x', 'news.google.com'],
    ['https://www.bing.com/news/search?q=x&format=rss', 'bing.com'],
    ['https://www.bing.com//NEWS/search?q=x', 'bing.com'],
    ['https://www.google.com/alerts/feeds/1/2', 'google.com'],
    ['https://www.google.com/%61lerts/feeds/1/2', 'google.com'],
    ['https://m.youtube.com/feeds/videos.xml', 'youtube.com'],
    ['https://youtu.be/x', 'youtube.com'],
    ['https://uk.trustpilot.com/review/x', 'trustpilot.com'],
    ['https://lobste.rs/rss', 'lobste.rs'],
    ['https://www.producthunt.com/feed', 'producthunt.com'],
    ['https://play.google.com/store/apps/details?id=x', 'play.google.com'],
    ['https://mastodon.social/tags/coffee.rss', 'mastodon.social'],
    ['HTTPS://WWW.REDDIT.COM/.rss', 'reddit.com'],
    ['https://www.redd.it/abc', 'reddit.com'],
    ['https://arctic-shift.photon-reddit.com/api/posts/search', 'reddit.com'],
    ['https://www.google.de/alerts/feeds/1/2', 'google.com'],
    ['https://google.co.uk./alerts/feeds/1/2', 'google.com'],
    ['https://www.google.com.br/alerts/feeds/1/2', 'google.com'],
    ['https://api.steampowered.com/ISteamNews/GetNewsForApp/v2/', 'api.steampowered.com'],
    ['https://stackoverflow.com/feeds/tag/coffee', 'stackexchange.com'],
    ['https://ru.stackoverflow.com/feeds', 'stackexchange.com'],
    ['https://coffee.stackexchange.com/feeds', 'stackexchange.com'],
    ['https://mathoverflow.net/feeds/question/1', 'stackexchange.com'],
  ])('%s is not read', (address, host) => {
    expect(forbiddenBy(address)?.host).toBe(host);
  });

  it.each([
    'https://notreddit.com/rss',
    'https://reddit.com.example/rss',
    'https://blog.google/rss',
    'https://www.google.com/alertsome',
    'https://www.bing.com/newsletter.xml',
    'https://notgoogle.de/alerts/feeds/1/2',
    'https://google.de.example/alerts/feeds/1/2',
    'https://www.google.de/search',
    'https://store.steampowered.com/appreviews/1?json=1',
    'https://api.stackexchange.com/2.3/search/advanced',
    'https://stackoverflow.blog/feed/',
    'https://mastodon.example/tags/coffee.rss',
    'https://paper.example/%ff',
    'feeds/reddit.com.xml',
  ])('%s is none of those', (address) => {
    expect(forbiddenBy(address)).toBeUndefined();
  });
});

describe('a feed of a host that wants its terms to be accepted', () => {
  const listed = (url: string, accept?: string) =>
    sourceTypes.feed.settings.parse({ id: 'x', type: 'feed', url, ...(accept && { accept }) });
  const answerAt = (url: string): Answer => ({
    kind: 'answer',
    url,
    http: 200,
    headers: {},
    body: Buffer.from('<rss><channel><item><title>x</title></item></channel></rss>'),
    whole: true,
  });
  const addresses = [
    'https://itunes.apple.com/us/rss/customerreviews/id=1/json',
    'https://ITUNES.apple.com./gb/rss/customerreviews/id=1/xml',
    'https://dev.to/feed/tag/coffee',
    'https://www.dev.to/feed',
  ];

  it.each(addresses)('%s is not asked until brand.yml says which condition is met', (url) => {
    expect(sourceTypes.feed.hindrance?.(listed(url), asking())).toMatchObject({
      status: 'refused',
      reason: 'terms_not_accepted',
      detail: expect.stringMatching(/^off until brand\.yml says "accept:": ".*" \(.*; read .*\)$/),
    });
    const accepted = listed(url, 'it is our own app');
    expect(sourceTypes.feed.hindrance?.(accepted, asking())).toBeUndefined();
    expect(sourceTypes.feed.read(answerAt(url), accepted, asking())).toMatchObject({ items: { length: 1 } });
  });

  it('gives nothing where the address of another host led there', () => {
    const source = listed('https://short.example/reviews');
    expect(sourceTypes.feed.hindrance?.(source, asking())).toBeUndefined();
    expect(sourceTypes.feed.read(answerAt(addresses[0] ?? ''), source, asking())).toMatchObject({
      status: 'refused',
      reason: 'terms_not_accepted',
    });
  });

  it('shows those terms, and not the ones of feeds in general', () => {
    const { terms } = sourceTypes.feed;
    expect(termsOf(listed('https://dev.to/feed'), terms)).toMatchObject({
      verdict: 'opt-in',
      from: expect.stringContaining('dev.to/terms'),
    });
    expect(termsOf(listed('https://paper.example/rss'), terms)).toBe(terms);
  });

  it('leaves the source type that reads the same host alone', () => {
    const app = sourceTypes['app-store'].settings.parse({
      id: 'app',
      type: 'app-store',
      app: 1,
      country: 'gb',
      accept: 'it is our own app',
    });
    const { url } = sourceTypes['app-store'].firstRequest(app, asking());
    expect(URL.parse(url)?.host).toBe('itunes.apple.com');
    expect(forbidden(url)).toBeUndefined();
  });

  it('of Stack Exchange is refused with the way in that there is', () => {
    expect(forbidden('https://coffee.stackexchange.com/feeds')).toMatchObject({
      reason: 'terms_forbid',
      detail: expect.stringMatching(/; instead: the type stack-exchange/),
    });
  });
});
