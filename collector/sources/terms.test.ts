import { describe, expect, it } from 'vitest';
import { sourceTypes } from './registry.ts';
import { forbiddenBy, forbidding } from './terms.ts';

describe('terms', () => {
  it.each(Object.entries(sourceTypes))(
    'of the type %s are quoted, with their place and the time they were read',
    (_, { terms }) => {
      expect(terms.quote.length).toBeGreaterThan(10);
      expect(terms.from.length).toBeGreaterThan(10);
      expect(terms.read).toMatch(/(19|20)\d\d/);
    },
  );

  it('of what is not read are quoted likewise', () => {
    for (const { host, name, quote, from, read } of forbidding) {
      expect(`${host} ${name}`).not.toMatch(/undefined/);
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
  ])('%s is not read', (address, host) => {
    expect(forbiddenBy(address)?.host).toBe(host);
  });

  it.each([
    'https://notreddit.com/rss',
    'https://reddit.com.example/rss',
    'https://blog.google/rss',
    'https://www.google.com/alertsome',
    'https://www.bing.com/newsletter.xml',
    'https://mastodon.example/tags/coffee.rss',
    'https://paper.example/%ff',
    'feeds/reddit.com.xml',
  ])('%s is none of those', (address) => {
    expect(forbiddenBy(address)).toBeUndefined();
  });
});
