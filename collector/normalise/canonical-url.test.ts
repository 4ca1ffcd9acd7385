import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, siteOf, urlKey } from './canonical-url.ts';

const base = 'https://paper.example/feeds/all.xml';
const stored = (link: string): string | undefined => {
  const result = canonicalUrl(link, base);
  return 'url' in result ? result.url : undefined;
};
const key = (link: string): string => urlKey(stored(link) ?? 'https://refused.example/');

describe('the stored link', () => {
  test.each([
    ['is made absolute', '/news/1', 'https://paper.example/news/1'],
    ['may leave the scheme out', '//blog.example/x', 'https://blog.example/x'],
    ['may use the wrong slash', '/\\blog.example/x', 'https://blog.example/x'],
    [
      'loses what says how a reader came',
      'https://a.example/x?utm_source=f&id=7&fbclid=1&gclid=2',
      'https://a.example/x?id=7',
    ],
    [
      'loses what the BBC’s feeds add',
      'https://a.example/x?at_medium=RSS&at_campaign=rss&at_link_id=1&at_bbc_team=e',
      'https://a.example/x',
    ],
    [
      'loses what says that it came from a feed',
      'https://a.example/x?ref=rss&partner=rss&cmp=rss&ito=1490&CMP=share_btn_tw',
      'https://a.example/x',
    ],
    [
      'keeps what may tell the page',
      'https://a.example/x?source=7&ref=main&cmp=acme&from=2&partner=bluebird&rss=3&source=rssa',
      'https://a.example/x?source=7&ref=main&cmp=acme&from=2&partner=bluebird&rss=3&source=rssa',
    ],
    ['loses its fragment', 'https://a.example/x#top', 'https://a.example/x'],
    ['keeps the number of a comment', 'https://a.example/x#comment-42', 'https://a.example/x#comment-42'],
    ['keeps the route of an old app', 'https://a.example/#!/thread/9', 'https://a.example/#!/thread/9'],
    ['loses the usual port', 'https://a.example:443/x', 'https://a.example/x'],
    [
      'is decoded where a feed escaped it twice',
      'https://a.example/x?a=1&amp;b=2',
      'https://a.example/x?a=1&b=2',
    ],
    ['keeps www, so that it still works', 'http://www.a.example/x/', 'http://www.a.example/x/'],
    ['shows its host in ASCII', 'https://b\u00fccher.example/', 'https://xn--bcher-kva.example/'],
  ])('%s', (_, link, url) => expect(stored(link)).toBe(url));

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \tjavascript:alert(1)',
    'java\nscript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'intent://x',
    'ms-msdt:x',
    'https://good.example@evil.example/',
    'https://user:secret@a.example/',
    'http://',
    '',
  ])('%j is none', (link) => expect(stored(link)).toBeUndefined());

  test('longer than 2,048 characters is refused as such', () =>
    expect(canonicalUrl(`https://a.example/${'x'.repeat(60_000)}`, base)).toEqual({
      refused: 'url_too_long',
    }));

  test('does not change when it is made canonical again', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
        (link) => {
          const once = stored(link);
          if (once !== undefined) expect(stored(once)).toBe(once);
        },
      ),
      { numRuns: 1000 },
    ));
});

describe('the key of a document', () => {
  const article = key('https://paper.example/news/1');
  test.each([
    'http://paper.example/news/1',
    'https://www.paper.example/news/1/',
    'https://m.paper.example/news/1',
    'https://amp.paper.example/news/1',
    'https://paper.example/news/1/amp',
    'https://paper.example/news/1?amp=1',
    'https://paper.example/news/1.amp.html',
    'https://paper.example/news/1?utm_medium=rss#top',
    'https://paper.example:443/news/%31',
    'https://www.google.com/amp/s/paper.example/news/1',
    'https://paper-example.cdn.ampproject.org/c/s/paper.example/news/1',
  ])('is the same for %s', (link) => expect(key(link)).toBe(article));

  test('is the same for a post of Medium, from its author’s feed and from a tag’s', () =>
    expect(key('https://medium.example/@ann/a-cup-1f2e?source=rss-0a1b2c3d4e5f------2')).toBe(
      key('https://medium.example/@ann/a-cup-1f2e?source=rss------coffee-5'),
    ));
  test('does not depend on the order of parameters', () =>
    expect(key('https://a.example/x?b=2&a=1')).toBe(key('https://a.example/x?a=1&b=2')));
  test('unites the mobile pages of Wikipedia', () =>
    expect(key('https://en.m.wikipedia.org/wiki/Coffee')).toBe(key('https://en.wikipedia.org/wiki/Coffee')));
  test.each([
    ['https://a.example/x?id=1', 'https://a.example/x?id=2'],
    ['https://a.example/X', 'https://a.example/x'],
    ['https://a.example/x#comment-1', 'https://a.example/x#comment-2'],
    ['https://a.example:8080/x', 'https://a.example/x'],
    ['https://blog.a.example/x', 'https://a.example/x'],
    ['https://m.example/x', 'https://example/x'],
  ])('differs between %s and %s', (one, other) => expect(key(one)).not.toBe(key(other)));
});

test('a site is its domain without www', () =>
  expect(siteOf('https://www.paper.example:8080/x')).toBe('paper.example'));
