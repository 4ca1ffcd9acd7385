import iconv from 'iconv-lite';
import type { Case } from './case.ts';
import {
  atomEntry,
  billionLaughs,
  feedOf,
  jsonFeed,
  jsonItem,
  microdata,
  rss,
  rssItem,
  sitemap,
} from './documents.ts';
import { say } from './server.ts';

const failed = (reason: string) => [{ status: 'failed', reason }] as const;
const ok = (kept: number) => [{ status: 'ok', kept }] as const;
const cut = (kept: number) => [{ status: 'cut', reason: 'broke_off', kept }] as const;

/** A document, as whatever the host calls it. */
const sends = (
  id: string,
  what: string,
  body: string | Uint8Array,
  gives: Case['gives'],
  more: Partial<Case> & { type?: string } = {},
): Case => {
  const { type = 'application/xml', ...others } = more;
  const play: Case['play'] = (exchange) => say(body, { 'content-type': type })(exchange);
  return { id, what, play, gives, ...others };
};

const titled = (title: string, id: string, what: string, stored: string): Case =>
  sends(id, what, rss(rssItem(1, { title })), ok(1), { titles: [stored] });
const one = feedOf(1);
const manyItems = rss(
  Array.from(
    { length: 100_000 },
    (_, n) => `<item><title>Saltmarsh Bakery ${n}</title><guid>${n}</guid></item>`,
  ).join(''),
);
const doctype = (declared: string): string => one.replace('<rss', `<!DOCTYPE rss [${declared}]><rss`);

/** The same few words as a feed in another encoding, and how they must read. */
const encodings: readonly [encoding: string, label: string, words: string][] = [
  ['windows-1252', 'windows-1252', 'Café naïve “crème”'],
  ['windows-1251', 'windows-1251', 'Свежий хлеб'],
  ['koi8-r', 'KOI8-R', 'Свежий хлеб'],
  ['shift_jis', 'Shift_JIS', '新しいパン屋'],
  ['gb18030', 'GB18030', '新鲜的面包'],
  ['euc-kr', 'EUC-KR', '새로운 빵집'],
  ['big5', 'Big5', '新鮮的麵包'],
  ['utf-16le', 'UTF-16', 'Café 新'],
  ['utf-16be', 'UTF-16', 'Café 新'],
];
const encoded = ([encoding, label, words]: (typeof encodings)[number], id: string): Case => {
  const text = rss(rssItem(1, { title: `Saltmarsh Bakery: ${words}` })).replace(
    '<?xml version="1.0"?>',
    `<?xml version="1.0" encoding="${label}"?>`,
  );
  const wide = encoding.startsWith('utf-16');
  const body = iconv.encode(text, encoding, { addBOM: wide });
  return sends(id, `is written in ${encoding}`, body, ok(1), {
    type: wide ? 'text/xml' : `text/xml; charset=${label}`,
    titles: [`Saltmarsh Bakery: ${words}`],
  });
};

const dialects: readonly [name: string, text: string][] = [
  ['RSS 0.91', one.replace('version="2.0"', 'version="0.91"')],
  ['RSS 0.92', one.replace('version="2.0"', 'version="0.92"')],
  [
    'RSS 1.0',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://town.example/"><title>t</title></channel>${rssItem(1)}</rdf:RDF>`,
  ],
  ['Atom 1.0', `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>${atomEntry(1)}</feed>`],
  [
    'Atom 0.3',
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title>${atomEntry(1)
      .replace('<updated>', '<modified>')
      .replace('</updated>', '</modified>')}</feed>`,
  ],
  ['Atom without its namespace', `<feed><title>t</title>${atomEntry(1)}</feed>`],
  ['JSON Feed 1', jsonFeed([jsonItem(1)], 'https://jsonfeed.org/version/1')],
  ['JSON Feed 1.1', jsonFeed([jsonItem(1)])],
];

/** Part B: what documents hold. `bait` is an address on this web that nothing may ask for. */
export const documentCases = (bait: string): readonly Case[] => [
  sends('B01', 'laughs a billion times', billionLaughs(one), failed('doctype_entities')),
  sends(
    'B02',
    'repeats one long entity',
    doctype(`<!ENTITY a "${'x'.repeat(50_000)}">`).replace('Bread.', '&a;'.repeat(50_000)),
    failed('doctype_entities'),
  ),
  sends(
    'B03',
    'floods a field with a million numeric entities',
    rss(rssItem(1, { text: '&#65;'.repeat(1_000_000) })),
    ok(1),
  ),
  sends(
    'B04',
    'has two document types',
    one.replace('<rss', '<!DOCTYPE rss><!DOCTYPE rss><rss'),
    failed('doctype_entities'),
  ),
  sends(
    'B05',
    'has parameter entities',
    doctype(`<!ENTITY % p SYSTEM "${bait}">%p;`),
    failed('doctype_entities'),
  ),
  ...['file:///etc/passwd', bait].map((place) =>
    sends(
      'B06',
      `declares an entity that lies at ${place.startsWith('file') ? 'a file' : 'an address'}`,
      doctype(`<!ENTITY x SYSTEM "${place}">`).replace('Bread.', '&x;'),
      failed('doctype_entities'),
    ),
  ),
  sends(
    'B07',
    'includes a file, names a style sheet and a DTD elsewhere',
    one
      .replace('<rss', `<?xml-stylesheet href="${bait}"?><!DOCTYPE rss SYSTEM "${bait}"><rss`)
      .replace('<channel>', `<channel><xi:include href="${bait}" parse="text"/>`),
    ok(1),
  ),
  sends(
    'B08',
    'nests 100,000 elements',
    rss(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
    failed('too_deep'),
  ),
  sends(
    'B09',
    'has 50,000 attributes on one element',
    rss(`<item ${Array.from({ length: 50_000 }, (_, n) => `a${n}="1"`).join(' ')}></item>`),
    failed('too_complex'),
  ),
  sends('B10', 'lists 100,000 items', manyItems, [{ status: 'capped', reason: 'item_cap', kept: 1000 }]),
  sends(
    'B11',
    'has a title of two megabytes, a guid of two and a link of 60 kB',
    rss(
      rssItem(1, { title: `Saltmarsh Bakery ${'long '.repeat(400_000)}` }) +
        rssItem(2, { guid: 'g'.repeat(2_000_000) }) +
        rssItem(3, { link: `https://town.example/${'x'.repeat(60_000)}` }),
    ),
    ok(2),
  ),
  sends(
    'B12',
    'names elements and keys after prototypes',
    rss(
      rssItem(1, {
        more: '<__proto__><polluted>1</polluted></__proto__><constructor><prototype><polluted>1</polluted></prototype></constructor>',
      }),
    ),
    ok(1),
  ),
  sends(
    'B12',
    'has a JSON feed with the key __proto__',
    jsonFeed([jsonItem(1)]).replace('{"version"', '{"__proto__":{"polluted":1},"version"'),
    ok(1),
  ),
  sends(
    'B13',
    'names elements after methods of objects',
    rss(
      ['toString', 'hasOwnProperty', 'then', 'length', 'constructor', 'valueOf']
        .map((name, n) => rssItem(n + 1, { more: `<${name}>x</${name}>` }))
        .join(''),
      { attributes: ' toString="1" constructor="2"' },
    ),
    ok(6),
  ),
  sends(
    'B14',
    'never closes a CDATA',
    rss(`${rssItem(1)}<item><title><![CDATA[Saltmarsh Bakery`, { end: '' }),
    cut(1),
  ),
  sends('B15', 'ends within an item', rss(rssItem(1) + rssItem(2).slice(0, -30), { end: '' }), cut(1)),
  sends('B16', 'floods a text with <', rss(rssItem(1, { text: '&lt;<'.repeat(100_000) })), ok(1)),
  sends('B17', 'never closes a comment', rss(`${rssItem(1)}<!-- and so on ${rssItem(2)}`), cut(1)),
  sends('B18', 'goes on after its root', `${one}<item><title>Saltmarsh Bakery again</title></item>`, ok(1)),
  sends(
    'B19',
    'has the mark of UTF-8 and calls itself UTF-16',
    `\ufeff${one.replace('"1.0"', '"1.0" encoding="UTF-16"')}`,
    ok(1),
  ),
  sends('B19', 'calls itself UTF-7', one.replace('"1.0"', '"1.0" encoding="UTF-7"'), failed('encoding')),
  ...encodings.slice(-2).map((encoding) => encoded(encoding, 'B19')),
  ...encodings.slice(0, -2).map((encoding) => encoded(encoding, 'B20')),
  sends(
    'B21',
    'holds bytes that are no UTF-8',
    Buffer.concat([
      Buffer.from(one.slice(0, one.indexOf('opens'))),
      Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xff]),
      Buffer.from(' – “é” '),
      Buffer.from(one.slice(one.indexOf('opens'))),
    ]),
    ok(1),
  ),
  titled(
    'Saltmarsh Bakery &#xD800;&#0;&#x110000; end',
    'B21',
    'writes code points that are none',
    'Saltmarsh Bakery \ufffd\ufffd\ufffd end',
  ),
  titled(
    'Saltmarsh \u0000Bakery\u0008 \u001b[2J\u0007\u007f one\u0085two\u2028three\u000bfour',
    'B22',
    'holds control characters',
    'Saltmarsh Bakery [2J one two three four',
  ),
  titled(
    'Saltmarsh \u202eBakery\u200b\u2066 end',
    'B23',
    'turns the direction of its text',
    'Saltmarsh Bakery end',
  ),
  titled(
    `Saltmarsh Bakery ${'z\u0301'}${'\u0301'.repeat(500)}`,
    'B23',
    'heaps 500 marks on a letter',
    `Saltmarsh Bakery ź${'\u0301'.repeat(3)}`,
  ),
  ...dialects.map(([name, text]) => sends('B24', `is ${name}`, text, ok(1))),
  sends(
    'B25',
    'uses prefixes that it does not declare',
    rss(rssItem(1, { more: '<media:title>x</media:title><content:encoded>More bread</content:encoded>' })),
    ok(1),
  ),
  titled('Saltmarsh Bakery &amp;lt;b&amp;gt;', 'B26', 'is escaped twice', 'Saltmarsh Bakery'),
  titled(
    'Saltmarsh Bakery &amp;amp;amp;lt;b&amp;amp;amp;gt;',
    'B26',
    'is escaped four times over',
    'Saltmarsh Bakery &lt;b&gt;',
  ),
  sends(
    'B27',
    'is JSON with a number that no double holds',
    jsonFeed([jsonItem(1)]).replace('"id":"1"', '"id":1e400'),
    ok(1),
  ),
  sends(
    'B27',
    'is JSON whose ids differ only beyond what a double holds',
    jsonFeed([jsonItem(1, { url: undefined }), jsonItem(2, { url: undefined })])
      .replace('"id":"1"', '"id":12345678901234567890')
      .replace('"id":"2"', '"id":12345678901234567891'),
    ok(2),
  ),
  sends(
    'B27',
    'is JSON with a key twice',
    jsonFeed([jsonItem(1)]).replace('"title"', '"title":"x","title"'),
    ok(1),
  ),
  ...[
    ['NaN', jsonFeed([jsonItem(1)]).replace('"id":"1"', '"id":NaN')],
    ['a comment', `{/* hello */${jsonFeed([jsonItem(1)]).slice(1)}`],
    ['a trailing comma', `${jsonFeed([jsonItem(1)]).slice(0, -1)},}`],
  ].map(([what = '', text = '']) => sends('B27', `is JSON with ${what}`, text, failed('bad_json'))),
  sends(
    'B27',
    'is a JSON array of millions of numbers',
    `[${'1,'.repeat(4_900_000)}1]`,
    failed('too_complex'),
  ),
  sends('B28', 'is a page with microdata', microdata, [{ status: 'refused', reason: 'html_not_feed' }]),
  sends('B28', 'is a sitemap', sitemap, [{ status: 'changed', reason: 'not_a_feed' }]),
  sends(
    'B29',
    'has relative links, one without an address and one in Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://town.example/news/"><title>t</title>${atomEntry(1).replace('https://town.example/1', '1')}${atomEntry(2).replace(' href="https://town.example/2"', '')}</feed>`,
    ok(2),
    { urls: ['https://town.example/news/1', null] },
  ),
  sends(
    'B29',
    'has an empty link beside one in Atom',
    rss(
      rssItem(1).replace(
        '<link>https://town.example/1</link>',
        '<link/><atom:link href="https://town.example/atom"/>',
      ),
      {
        attributes: ' xmlns:atom="http://www.w3.org/2005/Atom"',
      },
    ),
    ok(1),
    { urls: ['https://town.example/atom'] },
  ),
  sends(
    'B30',
    'has links without a scheme, with a backslash and without slashes',
    rss(
      ['//evil.example/x', '/\\evil.example/y', 'https:evil.example/z', 'javascript:alert(1)']
        .map((link, n) => rssItem(n + 1, { link, guid: `urn:x:${n}` }))
        .join(''),
    ),
    ok(4),
    { urls: ['http://evil.example/x', 'http://evil.example/y', 'https://evil.example/z', null] },
  ),
];
