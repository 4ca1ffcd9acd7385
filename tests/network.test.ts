import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '#contract';
import { run } from '../collector/commands/program.ts';
import { say, serve } from '../collector/http/loopback.fixture.ts';
import { quietWorld } from './quiet-world.ts';

/** What the nights make of servers that misbehave: whole runs of the collector against servers on this machine. */
const scratch = mkdtempSync(join(tmpdir(), 'earshot-network-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(scratch, 'case-'));
});

const item = (n: number) =>
  `<item><title>Saltmarsh Bakery story ${n}</title><link>https://paper.example/${n}</link><pubDate>Mon, 02 Nov 2026 08:0${n}:00 GMT</pubDate></item>`;
const feed = (...items: number[]) =>
  `<rss version="2.0"><channel><title>t</title>${items.map(item).join('')}</channel></rss>`;
/** The head of an answer that promises a whole feed, and a body that is not. */
const broken = feed(1, 2).slice(0, -60);

const nightAt = (night: number) => new Date(Date.UTC(2026, 10, 3 + night, 4, 17)).toISOString();

/** One night of sources at these addresses. */
async function collect(
  urls: Record<string, string>,
  night = 0,
  world: Parameters<typeof quietWorld>[0] = {},
  more = '',
) {
  const config = join(dir, 'brand.yml');
  const sources = Object.entries(urls).map(([id, url]) => `  - { id: ${id}, type: feed, url: "${url}" }\n`);
  writeFileSync(
    config,
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n${sources.join('')}${more}\n`,
  );
  const quiet = quietWorld({ pauseMs: 0, ...world });
  const now = world.clock ? [] : ['--now', nightAt(night)];
  const exit = await run(
    [
      'collect',
      '--config',
      config,
      '--data',
      join(dir, 'data'),
      '--allow-private',
      '127.0.0.1',
      '--json',
      ...now,
    ],
    quiet,
  );
  const printed = quiet.printed() === '' ? undefined : JSON.parse(quiet.printed());
  return { exit, said: quiet.said(), sources: (printed?.sources ?? []) as (Run & { notices: string[] })[] };
}

function lines<Line>(folder: string): Line[] {
  const path = join(dir, 'data', folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(path, name), 'utf8').trimEnd().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
const mentions = () => lines<{ url: string }>('mentions').map(({ url }) => url.replace(/.*\//, ''));
const state = () => readFileSync(join(dir, 'data/state.json'), 'utf8');
const bytesOf = (folder: string) =>
  createHash('sha256')
    .update(JSON.stringify(lines(folder)))
    .digest('hex');

/** A server whose answer to the feed's address is another every time it is asked; the last one stays. */
type Turn = (response: ServerResponse, request: IncomingMessage) => unknown;
async function taking(...turns: Turn[]) {
  let asked = 0;
  const sent: IncomingMessage['headers'][] = [];
  const site = await serve((request, response) => {
    sent.push(request.headers);
    turns[Math.min(asked++, turns.length - 1)]?.(response, request);
  });
  return { ...site, feed: `${site.url}/feed`, sent };
}
const ok =
  (body: string, headers: Record<string, string> = {}): Turn =>
  (response) =>
    response.writeHead(200, headers).end(body);
const status =
  (http: number, headers: Record<string, string> = {}): Turn =>
  (response) =>
    response.writeHead(http, headers).end('no');

describe('an answer that breaks off', () => {
  it.each([
    ['A07: by its length', `content-length: ${feed(1, 2).length}\r\n\r\n${broken}`],
    [
      'A08: for want of the last chunk',
      `transfer-encoding: chunked\r\n\r\n${broken.length.toString(16)}\r\n${broken}\r\n`,
    ],
  ])(
    '%s is cut: what is complete is kept, nothing is covered, and the whole is asked for next',
    async (_, rest) => {
      const url = await say(`HTTP/1.1 200 OK\r\netag: "1"\r\n${rest}`);
      const { sources } = await collect({ paper: url });
      expect(sources).toMatchObject([{ status: 'cut', kept: 1 }]);
      expect(sources[0]).not.toHaveProperty('coversTo');
      expect(mentions()).toEqual(['1']);
      expect(state()).not.toContain('etag');
    },
  );
});

describe('an answer without news', () => {
  it.each([
    ['A09', 200],
    ['A10', 204],
  ])('%s: of no bytes under %i fails, and leaves what was there', async (_, http) => {
    const site = await taking(ok(feed(1)), (response) => response.writeHead(http).end());
    await collect({ paper: site.feed });
    const before = bytesOf('mentions');
    const { sources } = await collect({ paper: site.feed }, 1);
    expect(sources).toMatchObject([{ status: 'failed', reason: 'empty_body' }]);
    expect(sources[0]).not.toHaveProperty('coversTo');
    expect(bytesOf('mentions')).toBe(before);
  });

  it('A11: that claims to be known though nobody asked fails, and is asked for whole again', async () => {
    const site = await taking(status(304), ok(feed(1)));
    expect((await collect({ paper: site.feed })).sources).toMatchObject([{ reason: 'bad_304' }]);
    expect((await collect({ paper: site.feed }, 1)).sources).toMatchObject([{ status: 'ok', kept: 1 }]);
    expect(site.sent[1]).not.toHaveProperty('if-none-match');
  });

  it('A12: by 304 to our validator counts as read, with nothing new', async () => {
    const site = await taking(ok(feed(1), { etag: '"1"' }), (response, request) =>
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 500).end(),
    );
    await collect({ paper: site.feed });
    const { exit, sources } = await collect({ paper: site.feed }, 1);
    expect(exit).toBe(0);
    expect(sources).toMatchObject([
      { status: 'not_modified', http: 304, kept: 0, coversTo: expect.any(String) },
    ]);
  });

  it('A13: by the same bytes under another validator counts as read, and no line is doubled', async () => {
    const site = await taking(ok(feed(1), { etag: '"1"' }), ok(feed(1), { etag: '"2"' }));
    await collect({ paper: site.feed });
    const before = bytesOf('mentions');
    const { sources } = await collect({ paper: site.feed }, 1);
    expect(sources).toMatchObject([{ status: 'not_modified', reason: 'same_bytes', kept: 0 }]);
    expect(bytesOf('mentions')).toBe(before);
  });

  it('A14: is not asked for by a validator that is endless', async () => {
    const site = await taking(ok(feed(1), { etag: `"${'x'.repeat(10_000)}"` }));
    await collect({ paper: site.feed });
    expect(state()).not.toContain('xxxx');
    await collect({ paper: site.feed }, 1);
    expect(site.sent[1]).not.toHaveProperty('if-none-match');
  });
});

describe('a host that turns us away', () => {
  it('A15: for good to another address is followed, and the team is told, its file untouched', async () => {
    const site = await serve((request, response) =>
      request.url === '/feed' ? response.writeHead(301, { location: '/new' }).end() : response.end(feed(1)),
    );
    const { sources, said } = await collect({ paper: `${site.url}/feed` });
    expect(sources).toMatchObject([{ status: 'ok', kept: 1 }]);
    expect(said).toContain(`use ${site.url}/new`);
    expect(readFileSync(join(dir, 'brand.yml'), 'utf8')).toContain(`${site.url}/feed`);
  });

  it.each([
    ['3600', 3600],
    ['never', 3600],
    ['-5', 3600],
    ['1000000000', 7 * 86_400],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 7 * 86_400],
    ['Wed, 04 Nov 2026 04:17:00 GMT', 86_400],
  ])('A27: with Retry-After: %s is left alone for %i seconds, over the nights', async (header, seconds) => {
    const site = await taking(status(429, { 'retry-after': header }), ok(feed(1)));
    expect((await collect({ paper: site.feed })).sources).toMatchObject([{ reason: 'rate_limited' }]);
    const until = new Date(Date.parse(nightAt(0)) + seconds * 1000).toISOString().replace('.000', '');
    expect(JSON.parse(state()).sources.paper.nextAllowedAt).toBe(until);
    const waitNights = Math.ceil(seconds / 86_400);
    for (let night = 1; night < waitNights; night++) {
      const { exit, sources } = await collect({ paper: site.feed }, night);
      expect(sources).toMatchObject([{ status: 'refused', reason: 'retry_after' }]);
      expect(exit).toBe(2);
    }
    expect(site.sent).toHaveLength(1);
    expect((await collect({ paper: site.feed }, waitNights)).sources).toMatchObject([{ status: 'ok' }]);
  });

  it.each([429, 503])(
    'A28: with %i and no word of when is never left alone for more than two nights',
    async (http) => {
      const site = await taking(status(http));
      const asked: number[] = [];
      for (let night = 0; night < 10; night++) {
        const before = site.sent.length;
        await collect({ paper: site.feed }, night);
        if (site.sent.length > before) asked.push(night);
      }
      const skipped = asked.slice(1).map((night, i) => night - (asked[i] ?? 0) - 1);
      expect(asked.length).toBeLessThan(10);
      expect(Math.max(...skipped)).toBe(2);
    },
  );

  it('A29: with 503 for ten nights comes back by itself, and the gap stays to be seen', async () => {
    let night = 0;
    const site = await taking((response) =>
      night >= 1 && night <= 10
        ? response.writeHead(503).end()
        : response.end(feed(...(night === 0 ? [1] : [1, 2]))),
    );
    for (; night <= 13; night++) await collect({ paper: site.feed }, night);
    expect(mentions()).toEqual(['1', '2']);
    const runs = lines<Run>('runs');
    const dark = runs.filter(({ at }) => at >= nightAt(1).slice(0, 10) && at < nightAt(11).slice(0, 10));
    expect(dark).toHaveLength(10);
    expect(dark.filter(({ coversTo }) => coversTo !== undefined)).toEqual([]);
    // Asked again two nights late at most.
    expect(runs.slice(11).some(({ status }) => status === 'ok')).toBe(true);
  });

  it('A30: with 404 today is asked again tomorrow', async () => {
    const site = await taking(status(404), ok(feed(1)));
    expect((await collect({ paper: site.feed })).sources).toMatchObject([
      { status: 'failed', reason: 'not_found' },
    ]);
    expect((await collect({ paper: site.feed }, 1)).sources).toMatchObject([{ status: 'ok', kept: 1 }]);
  });

  it('A31: with 410 is asked once a week, and the team is told to remove it', async () => {
    const site = await taking(status(410));
    const { said, sources } = await collect({ paper: site.feed });
    expect(sources).toMatchObject([{ status: 'failed', reason: 'gone' }]);
    expect(said).toContain('remove it from brand.yml');
    await collect({ paper: site.feed }, 1);
    expect(site.sent).toHaveLength(1);
  });

  it('A32: by a challenge is refused, told apart from having nothing', async () => {
    const site = await taking(status(403, { 'cf-mitigated': 'challenge', 'content-type': 'text/html' }));
    expect((await collect({ paper: site.feed })).sources).toMatchObject([
      { status: 'refused', reason: 'blocked_challenge' },
    ]);
  });

  it('A33: by a web page in place of the feed is refused, and nothing is remembered of it', async () => {
    const login =
      '<!doctype html><html><body><form action="/login"><input type="password"></form></body></html>';
    const site = await taking(ok(login, { 'content-type': 'text/html', etag: '"1"' }));
    expect((await collect({ paper: site.feed })).sources).toMatchObject([
      { status: 'refused', reason: 'html_not_feed' },
    ]);
    expect(state()).not.toContain('etag');
  });
});

it.each(['application/json', 'text/html', 'text/plain', 'image/png', ''])(
  'A35: RSS that is called "%s" is read for what it is',
  async (type) => {
    const site = await taking(ok(feed(1, 2), type === '' ? {} : { 'content-type': type }));
    expect((await collect({ paper: site.feed })).sources).toMatchObject([{ status: 'ok', kept: 2 }]);
  },
);

describe('A41: a clock that is wrong', () => {
  const years = (count: number) => () => new Date(Date.now() + count * 365.25 * 86_400_000);

  it.each([10, -10])('by %i years ends the run with 3, and nothing is written', async (count) => {
    const site = await taking(ok(feed(1)));
    const { exit, said } = await collect({ paper: site.feed }, 0, { clock: years(count) });
    expect(exit).toBe(3);
    expect(said).toMatch(/this machine's clock says .* nothing was written/);
    for (const folder of ['mentions', 'scores', 'runs']) expect(lines(folder)).toEqual([]);
    expect(existsSync(join(dir, 'data/state.json'))).toBe(false);
  });

  it('is not suspected where the servers agree with it, nor under --now', async () => {
    const site = await taking(ok(feed(1)));
    expect((await collect({ paper: site.feed }, 0, { clock: () => new Date() })).exit).toBe(0);
    expect((await collect({ paper: site.feed }, 0)).exit).toBe(0);
  });

  it('is suspected by the servers of refusals too, and not by a single one among many', async () => {
    const off = await taking(status(404, { date: 'Mon, 01 Jan 2001 00:00:00 GMT' }));
    const right = await taking(ok(feed(1)));
    const clock = () => new Date();
    expect((await collect({ off: off.feed, right: right.feed }, 0, { clock })).exit).toBe(0);
    // Its robots.txt is answered by today's clock, its feed by that of 2001: the last word counts.
    expect((await collect({ off: off.feed }, 1, { clock })).exit).toBe(3);
  });
});

describe('a proxy of the environment', () => {
  const env = (over: Record<string, string>) => ({ env: { ...quietWorld().env, ...over } });

  it('is what hosts are asked through, other than those that are opened for tests', async () => {
    const own = await taking(ok(feed(1)));
    const asked: string[] = [];
    const proxy = await serve((request, response) => {
      asked.push(request.url ?? '');
      if (request.url?.endsWith('/robots.txt')) return void response.writeHead(404).end();
      return void response.end(feed(2));
    });
    const urls = { own: own.feed, paper: 'http://paper.example/feed' };
    const { sources } = await collect(
      urls,
      0,
      env({ HTTP_PROXY: proxy.url }),
      'network: { http: [paper.example] }',
    );
    expect(sources).toMatchObject([{ status: 'ok' }, { status: 'ok' }]);
    expect(asked).toEqual(['http://paper.example/robots.txt', 'http://paper.example/feed']);
  });

  it('that can not be used ends the run before it begins, and its password is not shown', async () => {
    const { exit, said } = await collect({ paper: 'https://paper.example/feed' }, 0, {
      ...env({ HTTPS_PROXY: 'socks5://user:pass-word@p.example' }),
    });
    expect(exit).toBe(1);
    expect(said).toContain('HTTPS_PROXY is not the address of an http: or https: proxy');
    expect(said).not.toContain('pass-word');
  });
});

it('A42: where all fail, the run ends with 2 and the ledger says why', async () => {
  const site = await taking(status(500));
  const { exit } = await collect({ paper: site.feed, gone: 'http://127.0.0.1:1/feed' });
  expect(exit).toBe(2);
  expect(lines<Run>('runs').map(({ status, reason }) => [status, reason])).toEqual([
    ['failed', 'http_500'],
    ['failed', 'conn_refused'],
  ]);
});
