import type { Chance } from '../web/chance.ts';
import {
  atomEntry,
  consent,
  feedOf,
  jsonFeed,
  jsonItem,
  login,
  microdata,
  rss,
  rssItem,
  sitemap,
} from '../web/documents.ts';

/** Documents that mutation starts from: one or more of every kind that is met in the place of a feed. */
const opml =
  '<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="Town" type="rss" xmlUrl="https://town.example/rss"/></body></opml>';
const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://town.example/"><title>t</title></channel><item rdf:about="https://town.example/1"><title>Saltmarsh Bakery</title><dc:date>2026-11-19T10:00:00Z</dc:date></item></rdf:RDF>`;
const rich = rss(
  rssItem(1, {
    text: '<![CDATA[<p>Saltmarsh Bakery &amp; <a href="x">more</a><br/>e&#769;&#x1F468;&zwj;&#x1F469;</p>]]>',
    guid: 'https://town.example/1?a=1&amp;b=2',
    more: '<dc:creator>Ann Lee</dc:creator><media:group><media:title>T</media:title><media:description>D</media:description></media:group><slash:comments>7</slash:comments><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>',
  }) + rssItem(2, { date: '31 Feb 2026', link: '//town.example/2' }),
  { attributes: ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"' },
);
const atom = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://town.example/a/" xml:lang="en"><title>t</title>${atomEntry(1, '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Saltmarsh</p></div></content>')}${atomEntry(2, '<summary type="html">&lt;b&gt;x&lt;/b&gt;</summary>')}</feed>`;
const json = jsonFeed([
  jsonItem(1),
  jsonItem(2, { content_html: '<p>Saltmarsh Bakery</p>', authors: [{ name: 'Ann' }] }),
  jsonItem(3, { id: 12345678901234567890n.toString(), date_published: 1e12 }),
]);

export const seeds: readonly string[] = [
  feedOf(3),
  rich,
  atom,
  json,
  rdf,
  opml,
  login,
  consent,
  microdata,
  sitemap,
];

/** Pieces that break things: markup that never ends, entities, dates, addresses, prototypes, code points that are none. */
export const splices: readonly string[] = [
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE rss [<!ENTITY a "b">]>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<item>',
  '</item>',
  '<entry>',
  '</channel></rss>',
  '<title>',
  '</title>',
  '<link>javascript:alert(1)</link>',
  '<link>https://a@b@c/</link>',
  `<link>https://town.example/${'%61'.repeat(300)}</link>`,
  '<link>http://[::1</link>',
  '<link>https://xn--/</link>',
  '<guid isPermaLink="true">https://\u0000/</guid>',
  '<pubDate>Thu, 31 Feb 99999 25:61:61 +9999</pubDate>',
  '<pubDate>-271821-04-20T00:00:00Z</pubDate>',
  '<pubDate>+275760-09-13T00:00:00.001Z</pubDate>',
  '<pubDate>1e400</pubDate>',
  '"date_published":"+999999-01-01"',
  '<updated>0000-00-00T00:00:00Z</updated>',
  '&#xD800;',
  '&#0;',
  '&#x110000;',
  '&#99999999999999999999;',
  '&amp;amp;amp;lt;script&amp;gt;',
  '&nosuch;',
  '&',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\u2028',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\ufffe',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  '\u200d\u200d\u200d',
  '__proto__',
  '"__proto__":{"items":[]}',
  'constructor',
  '1e400',
  '{"version":"https://jsonfeed.org/version/1","items":[',
  '[[[[[[[[[[',
  '{"a":',
  ']}',
  '@ann@host.example ann@mail.example +49 30 1234567',
  ' xmlns="http://www.w3.org/2005/Atom"',
  ' xmlns:a="http://purl.org/rss/1.0/"',
  ' xml:base="http://[/"',
  ' type="application/octet-stream" mode="base64"',
];

const bytesOf = (text: string): Buffer => Buffer.from(text);

type Mutation = (body: Buffer, chance: Chance) => Buffer;
const placeIn = (body: Buffer, chance: Chance): number => chance.whole(0, body.length);
const insert = (body: Buffer, at: number, piece: Buffer): Buffer =>
  Buffer.concat([body.subarray(0, at), piece, body.subarray(at)]);

/** What may be done to a document, each by a chance of its own. */
export const mutations: Readonly<Record<string, Mutation>> = {
  flip(body, chance) {
    const flipped = Buffer.from(body);
    for (let n = chance.whole(1, 8); n > 0 && flipped.length > 0; n--) {
      const at = chance.whole(0, flipped.length - 1);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.whole(0, 7));
    }
    return flipped;
  },
  truncate: (body, chance) => body.subarray(0, placeIn(body, chance)),
  behead: (body, chance) => body.subarray(chance.whole(0, Math.min(200, body.length))),
  splice: (body, chance) => insert(body, placeIn(body, chance), bytesOf(chance.pick(splices))),
  crowd(body, chance) {
    const piece = chance.pick(splices);
    return insert(body, placeIn(body, chance), bytesOf(piece.repeat(chance.whole(2, 400))));
  },
  cross(body, chance) {
    const other = bytesOf(chance.pick(seeds));
    return Buffer.concat([body.subarray(0, placeIn(body, chance)), other.subarray(placeIn(other, chance))]);
  },
  repeat(body, chance) {
    const [a, b] = [placeIn(body, chance), placeIn(body, chance)].sort((x, y) => x - y) as [number, number];
    const piece = body.subarray(a, Math.min(b, a + 2000));
    return Buffer.concat([body.subarray(0, a), ...Array(chance.whole(2, 60)).fill(piece), body.subarray(a)]);
  },
  drop(body, chance) {
    const [a, b] = [placeIn(body, chance), placeIn(body, chance)].sort((x, y) => x - y) as [number, number];
    return Buffer.concat([body.subarray(0, a), body.subarray(Math.min(b, a + 100))]);
  },
  tag(body, chance) {
    const text = body.toString('latin1');
    const tags = [...text.matchAll(/<\/?[a-z:]+/gi)];
    if (tags.length === 0) return body;
    const { index, 0: found } = chance.pick(tags);
    const name = chance.pick([
      'item',
      'entry',
      'title',
      '__proto__',
      'a:b',
      'link',
      'content',
      'html',
      'x'.repeat(5000),
    ]);
    const written = `${found.startsWith('</') ? '</' : '<'}${name}`;
    return Buffer.from(text.slice(0, index) + written + text.slice(index + found.length), 'latin1');
  },
  nest(body, chance) {
    const depth = chance.whole(2, 3000);
    const name = chance.pick(['a', 'item', 'title', 'div']);
    const end = chance.percent(50) ? `</${name}>`.repeat(depth) : '';
    return insert(body, placeIn(body, chance), bytesOf(`<${name}>`.repeat(depth) + end));
  },
  lie(body, chance) {
    const label = chance.pick([
      'utf-16',
      'windows-1251',
      'shift_jis',
      'utf-7',
      'iso-2022-jp',
      'hz-gb-2312',
      'utf-32',
      'nonsense',
      'gb18030',
    ]);
    return bytesOf(
      body.toString('latin1').replace(/encoding="[^"]*"|version="1.0"/, `version="1.0" encoding="${label}"`),
    );
  },
  recode: (body, chance) =>
    chance.percent(50)
      ? Buffer.from(`\ufeff${body.toString()}`, 'utf16le')
      : Buffer.from(body.toString(), 'utf16le').swap16(),
};

/** A document that a seed decides, and what was done to it. */
export function mutate(chance: Chance): { body: Buffer; done: string[] } {
  let body = bytesOf(chance.pick(seeds));
  const done: string[] = [];
  for (let n = chance.whole(1, 5); n > 0; n--) {
    const name = chance.pick(Object.keys(mutations));
    done.push(name);
    body = (mutations[name] as Mutation)(body, chance);
    if (body.length > largest) body = body.subarray(0, largest);
  }
  return { body, done };
}
/** Larger documents are played by the cases; here there are to be many. */
const largest = 120_000;

export const contentTypes = [
  'application/rss+xml',
  'text/xml; charset=utf-8',
  'text/html; charset=windows-1252',
  'application/json; charset=utf-16',
  'text/xml; charset="iso-2022-jp"',
  'text/xml; charset=x-user-defined',
  undefined,
] as const;
