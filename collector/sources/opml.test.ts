import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { State } from '#contract';
import { feedsAfter, listedId, listedSources, mostFeeds, readList } from './opml.ts';

const list = (...outlines: string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Trade</title></head><body>${outlines.join('')}</body></opml>`;
const outline = (url: string) => `<outline text="x" type="rss" xmlUrl="${url}"/>`;
const read = (text: string) => {
  const page = readList(text, 'trade');
  if (!('items' in page)) throw new Error(`${page.reason}: ${page.detail}`);
  return page;
};
const urls = (text: string) => read(text).feeds.map(({ url }) => url);
const ofSite = (n: number) => `https://paper${n}.example/rss`;

describe('a list of feeds', () => {
  it('names feeds in folders of any depth, and gives no items itself', () => {
    const page = read(
      list(
        outline(ofSite(1)),
        `<outline text="Coffee"><outline text="EU">${outline(ofSite(2))}</outline></outline>`,
      ),
    );
    expect(page).toMatchObject({ items: [], whole: true, notices: [] });
    expect(page.feeds.map(({ url }) => url)).toEqual([ofSite(1), ofSite(2)]);
    expect(page.feeds[0]?.id).toMatch(/^trade-paper1-example-r-[0-9a-f]{8}$/);
  });

  it('reads addresses with escaped signs, and drops what follows #', () => {
    expect(urls(list(outline('https://a.example/rss?x=1&amp;y=2#top')))).toEqual([
      'https://a.example/rss?x=1&y=2',
    ]);
  });

  it('gives a feed the same id whatever its place in the list, and another in another list', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }), (order) => {
        const ids = new Map(
          read(list(...order.map((n) => outline(ofSite(n))))).feeds.map(({ id, url }) => [url, id]),
        );
        for (const n of order) expect(ids.get(ofSite(n))).toBe(listedId('trade', ofSite(n)));
      }),
    );
    expect(listedId('trade', ofSite(1))).not.toBe(listedId('trade-press', ofSite(1)));
  });

  it('makes ids that files and the contract can hold, of any list and address', () => {
    const long = 'a'.repeat(40);
    for (const [id, url] of [
      ['trade', 'https://www.paper.example/feed/'],
      [long, `https://${'b'.repeat(60)}.example/${'c'.repeat(500)}?d=1`],
      ['x', 'https://münchen.example/ÄÖ'],
      ['9-', 'https://[2001:db8::1]/'],
    ] as const) {
      expect(listedId(id, url)).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
    }
    expect(listedId(long, ofSite(1))).not.toBe(listedId(`${long.slice(0, 39)}b`, ofSite(1)));
  });

  it('says what it left out, and of which hosts', () => {
    const page = read(
      list(
        outline(ofSite(1)),
        outline(`${ofSite(1)}#again`),
        outline('https://www.reddit.com/r/coffee/.rss'),
        outline('https://user:word@secret.example/rss'),
        outline('feeds/own.xml'),
        outline('file:///etc/passwd'),
        '<outline text="a note"/>',
        '<outline text="an empty folder"></outline>',
      ),
    );
    expect(page.feeds.map(({ url }) => url)).toEqual([ofSite(1)]);
    const told = page.notices?.join('\n') ?? '';
    expect(told).toContain('1 feed whose host does not allow it: www.reddit.com');
    expect(told).toContain('3 feeds whose address can not be used: secret.example, no host');
    expect(told).toContain('2 outlines without xmlUrl');
    expect(told).toContain('1 listed twice');
    expect(told).not.toContain('word');
  });

  it('takes feeds without TLS, for the door to read where network.http names their host, and else to refuse by name', () => {
    expect(urls(list(outline('http://plain.example/rss')))).toEqual(['http://plain.example/rss']);
  });

  it('whose feeds are all refused says of how many, and why', () => {
    const page = readList(
      list(
        outline('https://www.reddit.com/r/coffee/.rss'),
        outline('https://stackoverflow.com/feeds/tag/coffee'),
        outline('https://user:word@secret.example/rss'),
        '<outline text="a note"/>',
      ),
      'trade',
    );
    expect(page).toMatchObject({
      reason: 'no_feeds',
      detail:
        'it names no feed that can be read, in 4 outlines: 2 feeds whose host does not allow it: www.reddit.com, stackoverflow.com; 1 feed whose address can not be used: secret.example; 1 outline without xmlUrl',
    });
    expect(readList(list(), 'trade')).toMatchObject({ detail: 'it holds no outline, and so names no feed' });
  });

  it('of 100,000 outlines is read to the first 500 in little time, and says so', () => {
    const started = performance.now();
    const page = read(list(...Array.from({ length: 100_000 }, (_, n) => outline(ofSite(n)))));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(page).toMatchObject({ feeds: { length: mostFeeds }, capped: 'feed_cap' });
    expect(page.notices).toContain('left out of the list: 99500 beyond the first 500');
    const state = { v: 1, sources: { trade: { feeds: page.feeds } } };
    expect(State.safeParse(state).success).toBe(true);
  });

  it('that broke off gives what it named so far', () => {
    const text = list(outline(ofSite(1)), outline(ofSite(2)));
    expect(read(text.slice(0, -12))).toMatchObject({ whole: false, feeds: { length: 2 } });
  });

  it.each([
    ['', 'failed', 'empty_body'],
    [list(), 'changed', 'no_feeds'],
    [list(outline('file:///etc/passwd')), 'changed', 'no_feeds'],
    ['<rss><channel/></rss>', 'changed', 'not_a_list'],
    ['{"feeds":[]}', 'changed', 'not_a_list'],
    ['<!DOCTYPE html><html><title>Log in</title></html>', 'refused', 'html_not_feed'],
    [`<!DOCTYPE opml [<!ENTITY a "b">]>${list(outline('&a;'))}`, 'failed', 'doctype_entities'],
    [list('<outline text="x">'.repeat(100_000)), 'failed', 'too_deep'],
    [
      list(`<outline ${Array.from({ length: 300 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
      'failed',
      'too_complex',
    ],
  ])('is never taken for an empty one: %#', (text, status, reason) => {
    expect(readList(text, 'trade')).toMatchObject({ status, reason });
  });
});

describe('the feeds of a list', () => {
  const feed = (n: number) => ({ id: `f${n}`, url: ofSite(n) });

  it('are those of tonight, and those of last time too where the list broke off', () => {
    expect(feedsAfter([feed(2)], [feed(1)], true)).toEqual([feed(2)]);
    expect(feedsAfter([feed(2)], [feed(1), feed(2)], false)).toEqual([feed(1), feed(2)]);
  });

  it('are sources with the group, brand and conditions of the list; what brand.yml names itself is not read twice', () => {
    const own = { id: 'paper', type: 'feed', url: ofSite(1) };
    const trade = { id: 'trade', type: 'opml', url: 'feeds.opml', group: 'press', category: true };
    const other = { id: 'other', type: 'opml', url: 'other.opml', brand: 'northwind' };
    const found = listedSources([own, trade, other], (list) =>
      list === 'trade' ? [feed(1), feed(2)] : [feed(2), feed(3)],
    );
    expect(found).toEqual([
      { id: 'f2', type: 'feed', url: ofSite(2), group: 'press', category: true },
      { id: 'f3', type: 'feed', url: ofSite(3), brand: 'northwind' },
    ]);
  });
});
