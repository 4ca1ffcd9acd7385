import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page, RawItem, Unreadable } from '../../types.ts';
import { readDocument } from './read-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  whole = true,
): Page | Unreadable =>
  readDocument({
    body: typeof body === 'string' ? bytes(body) : body,
    headers,
    url: 'https://feeds.example/feed',
    whole,
  });
const items = (...args: Parameters<typeof read>): RawItem[] => {
  const page = read(...args);
  if (!('items' in page)) throw new Error(page.reason);
  return page.items;
};
const saved = (name: string) => items(readFileSync(new URL(`../answers/${name}`, import.meta.url)));
const rss = (inner: string, head = '') => `${head}<rss version="2.0"><channel>${inner}</channel></rss>`;
const item = (n: number) => `<item><title>Item ${n}</title><guid>g${n}</guid></item>`;

describe('saved answers', () => {
  it('of a blog give title, link, guid, the longer text, date, language and comments', () => {
    const [first, second] = saved('wordpress.rss');
    expect(first).toMatchObject({
      title: 'Northwind’s new roastery & what it means',
      link: 'https://harbour-notes.example/2026/11/northwind-roastery/?utm_source=rss&utm_medium=rss',
      guid: 'https://harbour-notes.example/?p=4127',
      published: 'Wed, 18 Nov 2026 09:10:41 +0000',
      language: 'en-GB',
      html: true,
      attention: { comments: 3 },
    });
    expect(first?.text).toContain('<b>forty</b>');
    expect(second?.text).toBe('<p>Short answer: yes, before nine.</p>');
  });

  it('B07, B24: of RSS 0.91 ignore the DTD and the logo, and keep the umlauts', () => {
    expect(saved('plain-rss-091.rss')).toMatchObject([
      { title: 'Café eröffnet am Markt', text: 'Die Rösterei zieht um.', language: 'de' },
      { title: 'Milchpreise steigen' },
    ]);
  });

  it('B24: of RDF take the address as guid', () => {
    expect(saved('station.rdf')).toMatchObject([
      { guid: 'https://station.example/a', published: '2026-11-19T16:14:28+01:00', language: 'de-DE' },
      { title: 'Northwind übernimmt Filialen' },
    ]);
  });

  it('B24, B29: of Atom keep xml:base for relative links, plain titles plain and the words of other feeds out', () => {
    const [first, second] = saved('releases.atom');
    expect(first).toMatchObject({
      link: 'app/releases/tag/v3.9.0',
      base: 'https://code.example/northwind/',
      title: 'v3.9.0: orders &lt; 5 € are free &amp; quick',
      text: '<p>Orders below &lt; 5 € are free</p>',
      html: true,
      published: '2026-11-12T23:49:41+02:00',
    });
    expect(second).toMatchObject({
      guid: 'tag:code.example,2008:Repository/1/v3.8.0',
      published: '2026-10-01T08:00:00Z',
      title: '<div>v3.8.0 <em>fixes</em></div>',
      text: 'Plain words, 3 &gt; 2',
    });
  });

  it('B24: of Atom 0.3 know escaped titles and XHTML bodies', () => {
    expect(saved('old.atom')).toMatchObject([
      {
        title: 'Le caf&eacute; du coin',
        published: '2026-11-01T09:30:00Z',
        text: '<div>Un <strong>bon</strong> caf&#233;, 2 &lt; 3</div>',
        language: 'fr',
      },
    ]);
  });

  it('of a board, a forum, a podcast, a social network and a video channel are read', () => {
    expect(saved('threads.atom')[0]).toMatchObject({ guid: 't3_abc123', attention: { comments: 12 } });
    expect(saved('forum.rss')[0]).toMatchObject({ link: 'https://barista.example/t/stale/407' });
    expect(saved('podcast.rss')).toMatchObject([
      {
        guid: '5f0f56c3-slow-41',
        text: 'We speak of water, of filters, and of the Northwind kettle.',
        link: undefined,
      },
      { link: 'https://slowpour.example/40' },
    ]);
    expect(saved('toots.rss')[0]).toMatchObject({
      title: undefined,
      link: 'https://social.example/@ann/1115448',
    });
    expect(saved('videos.atom')[0]).toMatchObject({
      text: 'What is inside, and what breaks first.',
      attention: { views: 304321 },
    });
  });

  it('of store reviews give stars and version, and no link that all reviews share', () => {
    expect(saved('reviews.atom')[0]).toMatchObject({
      rating: { value: 1, of: 5 },
      version: '288.0',
      guid: '6440274534',
      link: undefined,
    });
  });

  it('B25: without namespaces are read by the usual meaning of the prefixes', () => {
    expect(saved('without-namespaces.rss')).toMatchObject([
      {
        link: 'https://loose.example/one',
        text: '<p>the long text of one</p>',
        published: '2026-11-19T08:00:00Z',
      },
      { title: 'Two \u00a0 é', link: 'https://loose.example/two?a=1&b=2&copy=3' },
    ]);
  });

  it('B27: of JSON Feed keep long ids exact, plain text plain, and drop odd types', () => {
    expect(saved('journal.json')).toMatchObject([
      {
        guid: '90071992547409931234',
        title: '5 &lt; 6 cups',
        text: '<p>Northwind &amp; friends</p>',
        html: true,
      },
      {
        guid: 'two',
        link: 'https://elsewhere.example/2',
        text: 'Plain <b> words',
        html: false,
        language: 'de',
      },
      { guid: 'three', link: undefined, title: undefined },
    ]);
  });
});

describe('who wrote an item', () => {
  const authorsOf = (document: string) => items(document).map(({ authors }) => authors);

  it('is named as the feed states it, so that the name can be masked in the text', () => {
    const head = '<rss xmlns:dc="http://purl.org/dc/elements/1.1/">';
    const written = [
      '<author>ann@paper.example (Ann Lee)</author>',
      '<author>ben@paper.example</author>',
      '<dc:creator><![CDATA[Cy  Öz]]></dc:creator><dc:creator>Di &amp; Co</dc:creator>',
      '<itunes:author>Eve</itunes:author><dc:creator>Eve</dc:creator>',
      '<author> </author>',
      '',
    ];
    const entries = written.map((author) => `<item><title>T</title>${author}</item>`).join('');
    expect(authorsOf(`${head}<channel><dc:creator>The House</dc:creator>${entries}</channel></rss>`)).toEqual(
      [['Ann Lee'], ['ben@paper.example'], ['Cy Öz', 'Di & Co'], ['Eve'], undefined, undefined],
    );
  });

  it('is named by the name of an Atom person alone, also under another prefix', () => {
    const person = '<uri>https://a.example/ann</uri><name>Ann &amp; Ben</name><email>a@a.example</email>';
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><author>${person}</author><author><name>Cy</name></author><source><author><name>Elsewhere</name></author></source></entry></feed>`;
    expect(authorsOf(atom)).toEqual([['Ann & Ben', 'Cy']]);
    const prefixed = `<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><item><title>T</title><a:author><a:name>Ann</a:name></a:author></item></channel></rss>`;
    expect(authorsOf(prefixed)).toEqual([['Ann']]);
    expect(saved('releases.atom').map(({ authors }) => authors)).toEqual([['contra'], undefined]);
  });

  it('is named by JSON Feed of both versions, and oddities name nobody', () => {
    const json = (author: object) =>
      authorsOf(
        JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', ...author }] }),
      )[0];
    expect(json({ author: { name: 'Ann' }, authors: [{ name: 'Ann' }, { name: 'Ben' }] })).toEqual([
      'Ann',
      'Ben',
    ]);
    expect(json({ authors: [{ name: 7 }, 'x', null, { url: 'https://a.example' }] })).toBeUndefined();
    expect(json({ author: 'Ann' })).toBeUndefined();
  });

  it('costs no time where it is a megabyte of signs that look like an address', () => {
    const started = performance.now();
    expect(authorsOf(rss(`<item><author>${'@'.repeat(1_000_000)}</author></item>`))).toEqual([undefined]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is at most twenty names of at most 200 characters', () => {
    const many = Array.from({ length: 30 }, (_, i) => `<author>N${i}</author>`).join('');
    const [first] = authorsOf(rss(`<item><author>${'x'.repeat(201)}</author>${many}</item>`));
    expect(first).toHaveLength(20);
    expect(first?.[0]).toBe('N0');
  });
});

describe('documents that end too early', () => {
  it('B15: are cut and give their complete items', () => {
    const whole = rss([1, 2, 3, 4].map(item).join(''));
    const cut = read(whole.slice(0, whole.indexOf('Item 3') + 4));
    expect(cut).toMatchObject({ whole: false, items: [{ guid: 'g1' }, { guid: 'g2' }] });
  });

  it('are cut where only the end of the feed is missing, or where the connection broke', () => {
    expect(read(`<rss><channel>${item(1)}`)).toMatchObject({ whole: false, items: [{ guid: 'g1' }] });
    expect(read(rss(item(1)), {}, false)).toMatchObject({ whole: false });
  });

  it.each([
    ['B14: an unclosed CDATA', `<rss><channel>${item(1)}<item><title><![CDATA[ x`],
    ['B17: an unclosed comment', `<rss><channel>${item(1)}<!-- x`],
    ['B15: an unclosed attribute', `<rss><channel>${item(1)}<item a="x`],
  ])('%s: there a document is cut', (_, document) => {
    expect(read(document)).toMatchObject({ whole: false, items: [{ guid: 'g1' }] });
  });

  it('are cut where they end before they can tell what they are', () => {
    expect(read('<?xml version="1.0"?>', {}, false)).toEqual({ items: [], whole: false });
    expect(read('{"version":"https://json', {}, false)).toEqual({ items: [], whole: false });
  });

  it('are cut in JSON behind the last complete item', () => {
    const json = readFileSync(new URL('../answers/journal.json', import.meta.url), 'utf8');
    const cut = read(json.slice(0, json.indexOf('"three"') + 3));
    expect(cut).toMatchObject({ whole: false, items: [{ guid: '90071992547409931234' }, { guid: 'two' }] });
  });

  it('never give an item that the whole does not have', () => {
    const names = ['wordpress.rss', 'station.rdf', 'releases.atom', 'journal.json'];
    const documents = names.map((name) => readFileSync(new URL(`../answers/${name}`, import.meta.url)));
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (body, share) => {
          const page = read(body.subarray(0, Math.floor(body.length * share)));
          if (!('items' in page)) return;
          const whole = items(body);
          expect(whole.slice(0, page.items.length).map(({ guid }) => guid)).toEqual(
            page.items.map(({ guid }) => guid),
          );
        },
      ),
    );
  });
});

describe('hostile documents', () => {
  const entities = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';

  it.each([
    ['B01, B02: entities of its own', rss(`<item><title>&b;</title></item>`, entities), 'doctype_entities'],
    [
      'B06: an external entity',
      rss(item(1), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'doctype_entities',
    ],
    ['B05: parameter entities', rss(item(1), '<!DOCTYPE rss [<!ENTITY % x "y"> %x;]>'), 'doctype_entities'],
    [
      'B05: entities behind other declarations',
      rss(item(1), '<!DOCTYPE rss [<!ELEMENT a ANY><!ENTITY x "y">]>'),
      'doctype_entities',
    ],
    ['B04: two doctypes', rss(item(1), '<!DOCTYPE rss><!DOCTYPE rss>'), 'doctype_entities'],
    ['B08: 100,000 levels', rss(`<item>${'<a>'.repeat(100_000)}</item>`), 'too_deep'],
    [
      'B08: 100,000 levels in JSON',
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(100_000)}`,
      'bad_json',
    ],
    [
      'B09: 50,000 attributes',
      rss(`<item ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
      'too_complex',
    ],
    ['B19: UTF-7', '<?xml version="1.0" encoding="UTF-7"?><rss/>', 'encoding'],
    ['A09: nothing', '', 'empty_body'],
    ['A09: blanks only', ' \n\t ', 'empty_body'],
  ])('%s in a document: it fails in little time', (_, document, reason) => {
    const started = performance.now();
    expect(read(document)).toMatchObject({ status: 'failed', reason });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each([
    ['B16: stray angle brackets', rss(`<item><title>${'<'.repeat(300_000)}`)],
    ['B16: half-open tags', `<rss><channel><item><title>${'<a '.repeat(200_000)}`],
    ['B03: ampersands', rss(`<item><title>${'&'.repeat(300_000)}</title></item>`)],
    ['B03: a million numeric entities', rss(`<item><title>${'&#65;'.repeat(1_000_000)}</title></item>`)],
    ['B15: open items', `<rss><channel>${'<item><title>x'.repeat(20_000)}`],
    ['B17: open comments', `<rss><channel>${'<!-- x '.repeat(200_000)}</channel></rss>`],
    ['B09: blanks in a tag', rss(`<item a${' '.repeat(200_000)}"x"/>`)],
    ['B07: an open xml declaration', `<?xml ${'encoding '.repeat(100_000)}`],
  ])('%s: a document full of them is read in little time', (_, document) => {
    const started = performance.now();
    read(document);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('B10: with more than 1,000 items give the first 1,000 and say that they are capped', () => {
    const many = (count: number) => read(rss(Array.from({ length: count }, (_, i) => item(i)).join('')));
    expect(many(1000)).not.toHaveProperty('capped');
    expect(many(1000)).toMatchObject({ items: { length: 1000 } });
    expect(many(1001)).toMatchObject({ items: { length: 1000 }, capped: 'item_cap', whole: true });
  });

  const holding = (names: string[]) =>
    rss(
      `<item>${names.map((name) => `<${name}><polluted>yes</polluted></${name}>`).join('')}<title>x</title></item>`,
    );
  it('B12: with the names of prototypes change none', () => {
    expect(items(holding(['__proto__', 'constructor', 'prototype']))).toMatchObject([{ title: 'x' }]);
    expect(
      items(rss('<item><constructor><prototype><polluted>1</polluted></prototype></constructor></item>')),
    ).toHaveLength(1);
    const json =
      '{"version":"https://jsonfeed.org/version/1","__proto__":{"polluted":1},"items":[{"id":"a","__proto__":{"polluted":1}}]}';
    expect(items(json)).toMatchObject([{ guid: 'a' }]);
    expect('polluted' in {}).toBe(false);
  });

  it('B13: with the names that all objects know are read as any others, as elements and as attributes', () => {
    const names = ['toString', 'hasOwnProperty', 'valueOf', 'then', 'length'];
    expect(items(holding(names))).toEqual(items(holding(['a', 'b'])));
    const attributes = names.map((name) => `${name}="1"`).join(' ');
    expect(items(rss(`<item ${attributes}><title ${attributes}>x</title></item>`))).toMatchObject([
      { title: 'x' },
    ]);
    const fields = Object.fromEntries(names.map((name) => [name, 1]));
    const json = { version: 'https://jsonfeed.org/version/1', ...fields, items: [{ id: 'a', ...fields }] };
    expect(items(JSON.stringify(json))).toMatchObject([{ guid: 'a' }]);
  });

  it('B21: with impossible characters give well-formed text', () => {
    const [only] = items(rss('<item><title>a&#xD800;b&#0;c&#x110000;d</title></item>'));
    expect(only?.title).toBe('a\ufffdb\ufffdc\ufffdd');
    expect(only?.title?.isWellFormed()).toBe(true);
  });

  it('of any bytes never throw', () => {
    const words = [
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '&lt;',
      '{',
      '"items":[',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string())),
        fc.uint8Array(),
        (parts, tail) => {
          const page = read(Buffer.concat([Buffer.from(parts.join('')), tail]));
          expect('items' in page || page.reason.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe('documents that are no feed', () => {
  it.each([
    [
      'A33: a login page',
      '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>',
      'refused',
      'html_not_feed',
    ],
    [
      'A33: a page without its head',
      '<!DOCTYPE html><p>Please accept our cookies</p>',
      'refused',
      'html_not_feed',
    ],
    [
      'A32: a challenge',
      '<html lang="en-US"><head><title>Just a moment...</title></head></html>',
      'refused',
      'blocked_challenge',
    ],
    [
      'B28: a sitemap',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>',
      'changed',
      'not_a_feed',
    ],
    ['B28: another XML', '<feed xmlns="urn:animals"><title>hay</title></feed>', 'changed', 'not_a_feed'],
    [
      'B28: other RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><foaf:Person/></rdf:RDF>',
      'changed',
      'not_a_feed',
    ],
    ['B28: plain words', 'Service unavailable', 'changed', 'not_a_feed'],
    ['B28: other JSON', '{"error":"no such feed"}', 'changed', 'not_a_feed'],
    [
      'B27: broken JSON',
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":NaN}]}',
      'failed',
      'bad_json',
    ],
  ])('%s is never read as "no items"', (_, document, status, reason) => {
    expect(read(document)).toMatchObject({ status, reason });
  });

  it('A35: are told from feeds by their own beginning, not by what the server calls them', () => {
    expect(items(rss(item(1)), { 'content-type': 'text/html' })).toHaveLength(1);
    expect(items(rss(item(1)), { 'content-type': 'application/json' })).toHaveLength(1);
    expect(items(rss(item(1), '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd">'))).toHaveLength(1);
    const warned = `<br />\n<b>Warning</b>: Cannot modify header in <b>/x.php</b><br />\n${rss(item(1))}`;
    expect(items(warned)).toHaveLength(1);
  });

  it('differ from a feed without items', () => {
    expect(read(rss('<title>quiet</title>'))).toEqual({ items: [], whole: true });
  });
});

describe('bytes', () => {
  const text =
    '<?xml version="1.0" encoding="ENC"?><rss><channel><item><title>Zażółć „кофе“ – 5 €</title></item></channel></rss>';
  const title = (body: Uint8Array, headers?: Record<string, string>) => items(body, headers)[0]?.title;
  const declared = (encoding: string) => text.replace('ENC', encoding);

  it('B19: that are valid UTF-8 are UTF-8, whatever they call themselves', () => {
    for (const name of ['iso-8859-1', 'UTF-16', 'windows-1251', 'no-such-thing']) {
      expect(title(bytes(declared(name)), { 'content-type': 'text/xml; charset=koi8-r' })).toBe(
        'Zażółć „кофе“ – 5 €',
      );
    }
  });

  it('B19: are UTF-16 by their mark or their zeros', () => {
    const le = Buffer.from(declared('UTF-8'), 'utf16le');
    const be = Buffer.from(le).swap16();
    for (const body of [
      le,
      be,
      Buffer.concat([Buffer.from([0xff, 0xfe]), le]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), be]),
    ]) {
      expect(title(body)).toBe('Zażółć „кофе“ – 5 €');
    }
  });

  it.each([
    ['windows-1251', [0xea, 0xee, 0xf4, 0xe5], 'кофе'],
    ['KOI8-R', [0xcb, 0xcf, 0xc6, 0xc5], 'кофе'],
    ['Shift_JIS', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['EUC-KR', [0xc4, 0xbf, 0xc7, 0xc7], '커피'],
    ['Big5', [0xa9, 0x40, 0xb0, 0xd8], '咖啡'],
    ['gb2312', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
    ['ISO-8859-2', [0xbf, 0xf3, 0xb3, 0xe6], 'żółć'],
  ])('B20: in %s are read by the header, or else by the declaration', (name, letters, expected) => {
    const around = (encoding: string) => {
      const [before = '', after = ''] = declared(encoding).split(/Z.*€/);
      return Buffer.concat([Buffer.from(before), Buffer.from(letters), Buffer.from(after)]);
    };
    expect(title(around(name))).toBe(expected);
    expect(title(around('UTF-8'), { 'content-type': `text/xml; charset="${name}"` })).toBe(expected);
  });

  it('B20, B21: of no known kind are windows-1252, and nearly sound UTF-8 stays UTF-8', () => {
    expect(title(Buffer.from(rss('<item><title>caf\xe9 \x93x\x94</title></item>'), 'latin1'))).toBe(
      'café “x”',
    );
    const nearly = Buffer.concat([
      bytes(rss('<item><title>żółć').slice(0, -16)),
      Buffer.from([0xff]),
      bytes('</title></item></channel></rss>'),
    ]);
    expect(title(nearly)).toBe('żółć\ufffd');
  });

  it('of a gzip file are unpacked, but not without end', () => {
    expect(items(gzipSync(rss(item(1))))).toHaveLength(1);
    expect(read(gzipSync(Buffer.alloc(60_000_000)))).toMatchObject({ status: 'failed', reason: 'too_big' });
  });

  it('B27: of JSON with millions of values are refused before they hold up everything else', () => {
    const began = performance.now();
    for (const value of ['1', '1.5', '""', '{}', '[]']) {
      const flood = `[${`${value},`.repeat(1_000_000)}1]`;
      expect(read(flood)).toMatchObject({ status: 'failed', reason: 'too_complex' });
    }
    expect(read('['.repeat(1_000_000))).toMatchObject({ reason: 'too_complex' });
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('B10: of JSON with 100,000 items give the first thousand', () => {
    const many = Array.from(
      { length: 100_000 },
      (_, n) => `{"id":"${n}","title":"a, [b] {c}","url":"/${n}"}`,
    );
    const feed = `{"version":"https://jsonfeed.org/version/1.1","items":[${many.join(',')}]}`;
    expect(read(feed)).toMatchObject({ items: { length: 1000 }, capped: 'item_cap' });
  });
});
