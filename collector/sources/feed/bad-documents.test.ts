import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../normalise/canonical-url.ts';
import { cleanText, cutTitle } from '../../normalise/clean-text.ts';
import { readDocument } from './read-document.ts';

const read = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  readDocument({ body: Buffer.from(body), headers, url: 'https://feeds.example/a/feed', whole: true });
const items = (body: string) => {
  const page = read(body);
  if (!('items' in page)) throw new Error(page.reason);
  return page.items;
};
const rss = (inner: string, head = '') => `${head}<rss version="2.0"><channel>${inner}</channel></rss>`;
const item = (inner: string) => `<item><title>T</title><guid isPermaLink="false">g</guid>${inner}</item>`;
/** The text as it would be stored. */
const stored = (raw: { title?: string | undefined; html: boolean } | undefined) =>
  cleanText(raw?.title ?? '', raw ?? { html: true });
/** The link as it would be stored. */
const linkOf = (inner: string) => {
  const link = items(rss(item(inner)))[0]?.link;
  const made = link === undefined ? undefined : canonicalUrl(link, 'https://feeds.example/a/feed');
  return made !== undefined && 'url' in made ? made.url : undefined;
};

describe('documents that mean harm', () => {
  it('B01: a billion laughs fail at once, with nothing expanded', () => {
    const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    );
    const started = performance.now();
    const page = read(rss(item('&l10;'), `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]>`));
    expect(page).toMatchObject({ status: 'failed', reason: 'doctype_entities' });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('B02: an entity of a megabyte, used a thousand times, fails at once', () => {
    const page = read(
      rss(item('&a;'.repeat(1000)), `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(1_000_000)}">]>`),
    );
    expect(page).toMatchObject({ status: 'failed', reason: 'doctype_entities' });
  });

  it('B03: a flood of numeric entities is read, and its title cut as any other', () => {
    const [only] = items(rss(`<item><title>${'&#65;'.repeat(1_000_000)}</title></item>`));
    expect([...cutTitle(stored(only))].length).toBeLessThanOrEqual(300);
  });

  it('B07: XInclude, a style sheet and an external DTD lead nowhere and change nothing', () => {
    const head =
      '<?xml-stylesheet href="http://127.0.0.1/x.xsl"?><!DOCTYPE rss SYSTEM "http://127.0.0.1/rss-0.91.dtd">';
    const include =
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>';
    expect(items(rss(item(include), head))).toMatchObject([{ title: 'T', text: undefined }]);
  });

  it('B11: a title of 10 MB, a guid of 2 MB and an address of 60 kB are cut, hashed and dropped', () => {
    const started = performance.now();
    const long = `<item><title>${'word '.repeat(2_000_000)}</title><guid isPermaLink="false">${'g'.repeat(2_000_000)}</guid><link>https://x.example/${'u'.repeat(60_000)}</link></item>`;
    const [only] = items(rss(long));
    expect([...cutTitle(stored(only))].length).toBeLessThanOrEqual(300);
    expect(only?.guid).toHaveLength(2_000_000);
    expect(canonicalUrl(only?.link ?? '', 'https://x.example/')).toEqual({ refused: 'url_too_long' });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('B18: what stands behind the root is no part of the feed', () => {
    expect(read(`${rss(item(''))}<item><title>Later</title></item> and words`)).toMatchObject({
      whole: true,
      items: { length: 1 },
    });
  });

  it('B22: control signs and line ends of all kinds are gone from what is stored', () => {
    const [only] = items(
      rss('<item><title>a&#8;&#27;[2J&#7;&#127;\u0085b\u2028c\u2029d&#11;e&#12;f</title></item>'),
    );
    const title = stored(only);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(title).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    expect(title).toMatch(/^a ?\[2J b c d e f$/);
  });

  it('B23: turns of direction are gone from what is stored, and heaps of marks are low', () => {
    const zalgo = '\u0300\u0301\u0302\u0303\u0304'.repeat(100);
    const [only] = items(rss(`<item><title>c\u202ed\u2066\u200b e${zalgo}f</title></item>`));
    const title = stored(only);
    expect(title).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(title.normalize('NFD').match(/\p{M}+/u)?.[0].length).toBeLessThanOrEqual(4);
    expect(title).toMatch(/f$/);
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    const [many] = items(rss(`<item><title>${family.repeat(10_000)}</title></item>`));
    expect(Array.from(cutTitle(stored(many))).length).toBeLessThanOrEqual(300);
  });

  it('B26: what was escaped twice is text in the end, whatever it says', () => {
    const [only] = items(
      rss('<item><title>&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; &amp;amp;lt;i&amp;amp;gt;</title></item>'),
    );
    expect(stored(only)).not.toMatch(/<b>bold|<script/);
    expect(stored(only)).toContain('bold');
  });

  it.each([
    ['NaN', '{"version":"https://jsonfeed.org/version/1","items":[{"id":NaN}]}'],
    ['a comment', '{"version":"https://jsonfeed.org/version/1",/* x */"items":[]}'],
    ['a comma at the end', '{"version":"https://jsonfeed.org/version/1","items":[{"id":"a"},]}'],
  ])('B27: JSON with %s is no JSON', (_, document) => {
    expect(read(document)).toMatchObject({ status: 'failed', reason: 'bad_json' });
  });

  it('B27: of keys that stand twice the last holds, and a number beyond all numbers stays as it is written', () => {
    expect(
      items('{"version":"https://jsonfeed.org/version/1","items":[{"id":"a","id":"b"},{"id":1e400}]}'),
    ).toMatchObject([{ guid: 'b' }, { guid: expect.stringMatching(/^1e400$/i) }]);
  });

  it('B28: a page with microdata is a page, and no feed', () => {
    const page =
      '<!DOCTYPE html><html itemscope itemtype="https://schema.org/Blog"><body><article itemprop="blogPost"><h1>T</h1></article></body></html>';
    expect(read(page)).toMatchObject({ status: 'refused', reason: 'html_not_feed' });
  });

  it('B29: links are resolved against the feed, and one that leads nowhere is left out', () => {
    expect(linkOf('<link>b/1</link>')).toBe('https://feeds.example/a/b/1');
    expect(linkOf('<link/><atom:link href="https://feeds.example/2"/>')).toBe('https://feeds.example/2');
    expect(linkOf('<link/>')).toBeUndefined();
    expect(linkOf('<atom:link rel="alternate"/>')).toBeUndefined();
  });

  it.each([
    ['//evil.example/x', 'https://evil.example/x'],
    ['/\\evil.example', 'https://evil.example/'],
    ['https:evil.example', 'https://feeds.example/a/evil.example'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
  ])(
    'B30: a link written %j is read as a browser would read it, and only on the web',
    (written, expected) => {
      expect(linkOf(`<link>${written}</link>`)).toBe(expected);
    },
  );
});

describe('pages that come instead of a feed', () => {
  it.each([
    ['A33: a login', '<!DOCTYPE html><form action="/login"><input type="password"></form>', 'a login page'],
    ['A33: a consent', '<!DOCTYPE html><title>Before you continue</title><p>cookies', 'a consent page'],
    ['A33: a fault', '<!DOCTYPE html><title>404 Not Found</title>', 'an error page'],
    ['A33: any other', '<!DOCTYPE html><title>Welcome</title>', 'a web page'],
  ])('%s page is told in words', (_, document, kind) => {
    expect(read(document)).toEqual({
      status: 'refused',
      reason: 'html_not_feed',
      detail: `${kind} came instead of a feed`,
    });
  });

  it.each([
    '<!DOCTYPE html><title>Just a moment...</title>',
    '<html><script src="https://challenges.example/x" data-x="g-recaptcha"></script></html>',
    '<html><p>Verify you are human</p><input type="password"></html>',
  ])('A32, A33: a challenge is told from them: %#', (document) => {
    expect(read(document)).toMatchObject({ status: 'refused', reason: 'blocked_challenge' });
  });
});
