import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Case } from './case.ts';
import { captcha, consent, feedOf, login, rss, rssItem } from './documents.ts';
import { type Play, say, sayRaw } from './server.ts';

const xml = { 'content-type': 'application/rss+xml' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const three = feedOf(3);
const refused = (reason: string) => [{ status: 'refused', reason }] as const;
const failed = (reason: string) => [{ status: 'failed', reason }] as const;
const ok = (kept: number) => ({ status: 'ok', kept }) as const;
const to = (location: string, status = 302): Play => say('', { location }, status);

/** Two whole items, the start of a third, and no end. */
const twoAndAHalf = rss(rssItem(1) + rssItem(2) + rssItem(3).slice(0, 40), { end: '' });
const head = (fields: string) => `HTTP/1.1 200 OK\r\n${fields}\r\n\r\n`;

/** One answer after the other, the last for good. */
const inTurn = (...plays: Play[]): Play => {
  let asked = 0;
  return (exchange) => (plays[Math.min(asked++, plays.length - 1)] as Play)(exchange);
};

/** Half a gigabyte of zeros in half a megabyte: gzip files one behind the other are one file. */
const bomb: Buffer = (() => {
  const part = gzipSync(Buffer.alloc(8_000_000));
  return Buffer.concat(Array.from({ length: 64 }, () => part));
})();
const packed = (coding: string, body: Uint8Array): Play => say(body, { ...xml, 'content-encoding': coding });

const notPublic = [
  'http://169.254.169.254/latest/meta-data',
  'http://127.0.0.2/feed',
  'http://[::1]/feed',
  'http://10.1.2.3/feed',
  'http://172.16.0.1/feed',
  'http://192.168.1.1/feed',
  'http://100.64.0.1/feed',
  'http://[fd00::1]/feed',
  'http://[::ffff:10.0.0.1]/feed',
  'http://0.0.0.0/feed',
  'http://167772161/feed',
  'http://0xa000001/feed',
  'http://012.0.0.1/feed',
];
const waits = [
  '3600',
  'Fri, 20 Nov 2026 09:00:00 GMT',
  '-5',
  'never',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  '1000000000',
];

/** Part A: what servers do. The status of one night, or of two in a row. */
export const httpCases: readonly Case[] = [
  { id: 'A05', what: 'accepts and never answers', play: () => {}, gives: failed('header_timeout') },
  {
    id: 'A06',
    what: 'drips a byte at a time',
    play: ({ response, request }) => {
      response.writeHead(200, xml);
      const drip = setInterval(() => response.write('<'), 200);
      request.socket.on('close', () => clearInterval(drip));
    },
    gives: failed('timeout'),
  },
  {
    id: 'A07',
    what: 'says 100000 bytes and hangs up after two items and a half',
    play: sayRaw(`${head('content-length: 100000')}${twoAndAHalf}`),
    gives: [{ status: 'cut', reason: 'broke_off', kept: 2 }],
  },
  {
    id: 'A07',
    what: 'says 1000 bytes and hangs up after 3',
    play: sayRaw(`${head('content-length: 1000')}<rs`),
    gives: [{ status: 'cut', reason: 'broke_off', kept: 0 }],
  },
  {
    id: 'A08',
    what: 'sends chunks without the last one, and a validator that must not be believed',
    play: inTurn(
      sayRaw(
        `${head('transfer-encoding: chunked\r\netag: "half"')}${twoAndAHalf.length.toString(16)}\r\n${twoAndAHalf}\r\n`,
      ),
      say(three, { ...xml, etag: '"half"' }),
    ),
    gives: [{ status: 'cut', reason: 'broke_off', kept: 2 }, ok(1)],
    conditional: [false, false],
  },
  {
    id: 'A09',
    what: 'answers 200 without a byte, where it had items the night before',
    play: inTurn(say(three, xml), say('', xml)),
    gives: [ok(3), { status: 'failed', reason: 'empty_body' }],
  },
  { id: 'A10', what: 'answers 204', play: say('', {}, 204), gives: failed('empty_body') },
  {
    id: 'A11',
    what: 'answers 304 though no version was named',
    play: inTurn(say('', {}, 304), say(three, xml)),
    gives: [{ status: 'failed', reason: 'bad_304' }, ok(3)],
    conditional: [false, false],
  },
  {
    id: 'A12',
    what: 'answers 304 to its own validator',
    play: (exchange) =>
      exchange.asked.headers['if-none-match'] === '"1"'
        ? say('', {}, 304)(exchange)
        : say(three, { ...xml, etag: '"1"' })(exchange),
    gives: [ok(3), { status: 'not_modified', kept: 0, covers: true }],
    conditional: [false, true],
  },
  {
    id: 'A13',
    what: 'gives the same bytes under another validator',
    play: inTurn(say(three, { ...xml, etag: '"1"' }), say(three, { ...xml, etag: '"2"' })),
    gives: [ok(3), { status: 'not_modified', reason: 'same_bytes', kept: 0, covers: true }],
  },
  {
    id: 'A14',
    what: 'sends a validator of ten kilobytes',
    play: say(three, { ...xml, etag: `"${'x'.repeat(10_000)}"` }),
    gives: [ok(3)],
    conditional: [false, false],
  },
  {
    id: 'A15',
    what: 'has moved for good',
    play: (exchange) =>
      exchange.asked.path === '/new' ? say(three, xml)(exchange) : to('/new', 301)(exchange),
    gives: [ok(3)],
    notice: /has moved for good: use .*\/new/,
  },
  { id: 'A16', what: 'redirects in a circle', play: to('/feed'), gives: failed('redirect_loop') },
  ...['file:///etc/passwd', 'data:text/xml,<rss/>', 'ftp://town.example/feed', 'gopher://town.example/'].map(
    (location): Case => ({
      id: 'A17',
      what: `redirects to ${location}`,
      play: to(location),
      gives: failed('scheme'),
    }),
  ),
  ...notPublic.map(
    (location): Case => ({
      id: 'A18',
      what: `redirects to ${location}`,
      play: to(location),
      gives: failed('non_public'),
    }),
  ),
  ...['http://169.254.169.254:8888\\@example.com/', 'http://a@b@c/', 'https://user:word@town.example/'].map(
    (location): Case => ({
      id: 'A20',
      what: `redirects to ${location}`,
      play: to(location),
      gives: failed('bad_url'),
    }),
  ),
  { id: 'A22', what: 'sends a gzip bomb', play: packed('gzip', bomb), gives: failed('too_big') },
  {
    id: 'A23',
    what: 'sends a bomb that is compressed twice',
    play: packed('gzip, gzip', gzipSync(bomb)),
    gives: failed('too_big'),
  },
  {
    id: 'A24',
    what: 'compresses fifty times',
    play: packed(Array(50).fill('gzip').join(', '), gzipSync(three)),
    gives: failed('encoding'),
  },
  ...[
    ['gzip', three],
    ['br', 'not brotli at all'],
    ['zstd', 'not zstd at all'],
  ].map(
    ([coding = '', body = '']): Case => ({
      id: 'A25',
      what: `calls ${coding} what is not`,
      play: packed(coding, Buffer.from(body)),
      gives: failed('encoding'),
    }),
  ),
  {
    id: 'A25',
    what: 'sends deflate without its wrapper',
    play: packed('deflate', deflateRawSync(three)),
    gives: [ok(3)],
  },
  {
    id: 'A26',
    what: 'sends 300 header fields',
    play: sayRaw(
      `HTTP/1.1 200 OK\r\n${Array.from({ length: 300 }, (_, n) => `x-${n}: 1\r\n`).join('')}content-length: ${three.length}\r\n\r\n${three}`,
    ),
    gives: failed('headers'),
  },
  {
    id: 'A26',
    what: 'sends a header of 100 kB',
    play: sayRaw(`${head(`x-long: ${'a'.repeat(100_000)}\r\ncontent-length: ${three.length}`)}${three}`),
    gives: failed('headers'),
  },
  {
    id: 'A26',
    what: 'sends 150 cookies',
    play: say(three, { ...xml, 'set-cookie': Array.from({ length: 150 }, (_, n) => `c${n}=1`) }),
    gives: [ok(3)],
  },
  ...waits.map(
    (wait): Case => ({
      id: 'A27',
      what: `answers 429 with Retry-After: ${wait}`,
      play: say('', { 'retry-after': wait }, 429),
      gives: refused('rate_limited'),
      rests: { leastHours: 1, mostHours: 7 * 24 },
    }),
  ),
  ...[429, 503].map(
    (status): Case => ({
      id: 'A28',
      what: `answers ${status} and does not say until when`,
      play: say('', {}, status),
      gives: status === 429 ? refused('rate_limited') : failed('http_503'),
      rests: { leastHours: 6, mostHours: 60 },
    }),
  ),
  {
    id: 'A30',
    what: 'is not found tonight and back the next night',
    play: inTurn(say('', {}, 404), say(three, xml)),
    gives: [{ status: 'failed', reason: 'not_found' }, ok(3)],
  },
  {
    id: 'A31',
    what: 'is gone for good',
    play: say('', {}, 410),
    gives: failed('gone'),
    rests: { leastHours: 7 * 24, mostHours: 7 * 24 },
  },
  {
    id: 'A32',
    what: 'wants proof of a browser',
    play: say(captcha, { ...html, 'cf-mitigated': 'challenge' }, 403),
    gives: refused('blocked_challenge'),
  },
  ...Object.entries({ login, consent, captcha }).map(
    ([name, page]): Case => ({
      id: 'A33',
      what: `sends a ${name} page with 200`,
      play: say(page, html),
      gives: refused('html_not_feed'),
    }),
  ),
  {
    id: 'A34',
    what: 'asks for a login',
    play: say('', { 'www-authenticate': 'Basic realm="x"' }, 401),
    gives: refused('auth'),
  },
  ...['application/json', 'text/html; charset=utf-8', 'image/png'].map(
    (type): Case => ({
      id: 'A35',
      what: `sends RSS as ${type}`,
      play: say(three, { 'content-type': type }),
      gives: [ok(3)],
    }),
  ),
  {
    id: 'A37',
    what: 'does not allow its feed in robots.txt',
    play: say(three, xml),
    robots: say('User-agent: Earshot\nDisallow: /feed\n'),
    gives: refused('robots'),
    never: '/feed',
  },
  {
    id: 'A38',
    what: 'has a robots.txt of a megabyte, that allows us',
    play: say(three, xml),
    robots: say(`User-agent: *\nDisallow: /x\n${'# padding\n'.repeat(100_000)}`),
    gives: [ok(3)],
  },
  {
    id: 'A38',
    what: 'has a robots.txt of random bytes',
    play: say(three, xml),
    robots: say(Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)),
    gives: [ok(3)],
  },
  {
    id: 'A38',
    what: 'has no robots.txt but an error',
    play: say(three, xml),
    robots: say('', {}, 500),
    gives: failed('http_500'),
    never: '/feed',
  },
  {
    id: 'A38',
    what: 'redirects its robots.txt in a circle',
    play: say(three, xml),
    robots: to('/robots.txt'),
    gives: [ok(3)],
  },
];
