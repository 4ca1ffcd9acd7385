import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DoorOptions, openDoor } from './http.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const listen = (server: Server | SocketServer): Promise<number> =>
  new Promise((resolve) => {
    closing.push(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
    });
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** A server on this machine, and the paths that it was asked for. */
async function serve(answer: RequestListener) {
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      return answer(request, response);
    }),
  );
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, asked };
}

/** A server that says exactly these bytes and hangs up. */
async function say(text: string) {
  const port = await listen(
    createSocketServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (data) => {
        if (String(data).startsWith('GET /robots.txt'))
          socket.end('HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n');
        else socket.end(text);
      });
    }),
  );
  return `http://127.0.0.1:${port}/feed`;
}

function door(options: Partial<DoorOptions> = {}) {
  const opened = openDoor({
    userAgent: 'Earshot/0.1 (+https://example.org; test)',
    allowPrivate: ['127.0.0.1'],
    allowHttp: [],
    now: () => new Date('2026-11-20T05:00:00Z'),
    elapsedMs: () => performance.now(),
    pauseMs: 0,
    random: () => 0.5,
    ...options,
  });
  closing.push(() => opened.close());
  return opened;
}

const quick = { headersMs: 300, totalMs: 900 };
const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe('an answer', () => {
  it('is read whole, with who we are said and no cookie sent or kept', async () => {
    const cookies: unknown[] = [];
    const agents: unknown[] = [];
    const site = await serve((request, response) => {
      cookies.push(request.headers.cookie);
      agents.push(request.headers['user-agent']);
      response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'], etag: '"1"' }).end('<rss/>');
    });
    const ask = door();
    await ask({ url: `${site.url}/feed` });
    const reply = await ask({ url: `${site.url}/feed` });
    expect(reply).toMatchObject({ kind: 'answer', http: 200, whole: true, url: `${site.url}/feed` });
    if (reply.kind !== 'answer') throw new Error('no answer');
    expect(text(reply.body)).toBe('<rss/>');
    expect(reply.headers).toMatchObject({ etag: '"1"' });
    expect(reply.headers).not.toHaveProperty('set-cookie');
    expect(cookies).toEqual([undefined, undefined]);
    expect(agents[0]).toBe('Earshot/0.1 (+https://example.org; test)');
  });

  it.each([
    ['gzip', zlib.gzipSync('<rss>é</rss>')],
    ['deflate', zlib.deflateSync('<rss>é</rss>')],
    ['deflate', zlib.deflateRawSync('<rss>é</rss>')],
    ['br', zlib.brotliCompressSync('<rss>é</rss>')],
    ['zstd', zlib.zstdCompressSync('<rss>é</rss>')],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync('<rss>é</rss>'))],
    ['identity', Buffer.from('<rss>é</rss>')],
  ])('is decompressed from %s', async (coding, body) => {
    const site = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(body),
    );
    const reply = await door()({ url: `${site.url}/feed` });
    expect(reply.kind === 'answer' && reply.whole && text(reply.body)).toBe('<rss>é</rss>');
  });

  it.each([
    ['more than two compressions', 'gzip, gzip, gzip', zlib.gzipSync('x')],
    ['fifty compressions', Array(50).fill('gzip').join(','), zlib.gzipSync('x')],
    ['an unknown compression', 'toString', Buffer.from('x')],
    ['plain text that calls itself gzip', 'gzip', Buffer.from('<rss/>')],
    ['corrupt brotli', 'br', Buffer.from('not brotli at all')],
    ['corrupt zstd', 'zstd', Buffer.from('not zstd at all')],
    ['corrupt deflate', 'deflate', Buffer.from('not deflate at all')],
  ])('with %s fails as `encoding`', async (_, coding, body) => {
    const site = await serve((__, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(body),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ kind: 'failure', reason: 'encoding' });
  });

  it('that swells beyond 10 MB is dropped while it is read', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(200_000_000));
    const site = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(zlib.gzipSync(bomb)),
    );
    const before = process.memoryUsage().rss;
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ reason: 'too_big', status: 'failed' });
    expect(process.memoryUsage().rss - before).toBeLessThan(96_000_000);
  });

  it('without bytes, or 204, fails as `empty_body`', async () => {
    const site = await serve((request, response) =>
      response.writeHead(request.url === '/none' ? 204 : 200).end(),
    );
    const ask = door();
    expect(await ask({ url: `${site.url}/none` })).toMatchObject({ reason: 'empty_body', http: 204 });
    expect(await ask({ url: `${site.url}/feed` })).toMatchObject({ reason: 'empty_body', http: 200 });
  });

  it('that breaks off comes with what was read and is not whole', async () => {
    const short = await say('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc');
    const chunked = await say('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n');
    for (const url of [short, chunked]) {
      const reply = await door()({ url });
      expect(reply).toMatchObject({ kind: 'answer', whole: false });
      expect(reply.kind === 'answer' && text(reply.body)).toBe('abc');
    }
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['zstd', zlib.zstdCompressSync],
  ] as const)('that breaks off within %s gives the start of the text', async (coding, compress) => {
    const whole = Array.from(
      { length: 50_000 },
      (_, i) => `<item>${(i * 2_654_435_761) % 4_294_967_296}</item>`,
    ).join('');
    const bytes = compress(Buffer.from(whole));
    const site = await serve((_, response) =>
      response
        .writeHead(200, { 'content-encoding': coding })
        .end(bytes.subarray(0, Math.floor(bytes.length * 0.7))),
    );
    const reply = await door()({ url: `${site.url}/feed` });
    if (reply.kind !== 'answer') throw new Error(JSON.stringify(reply));
    expect(reply.whole).toBe(false);
    expect(reply.body.length).toBeGreaterThan(10_000);
    expect(whole.startsWith(text(reply.body))).toBe(true);
  });

  it('with more than 200 header fields or 64 kB of them fails as `headers`', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `x-${i}: 1\r\n`).join('');
    const long = `x-long: ${'a'.repeat(100_000)}\r\n`;
    for (const fields of [many, long]) {
      const url = await say(`HTTP/1.1 200 OK\r\n${fields}content-length: 1\r\n\r\nx`);
      expect(await door()({ url })).toMatchObject({ kind: 'failure', reason: 'headers' });
    }
  });
});

describe('conditional requests', () => {
  it('send the validators that are given and pass on the 304', async () => {
    const site = await serve((request, response) => {
      const known =
        request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === 'then';
      response.writeHead(known ? 304 : 200).end(known ? undefined : 'new');
    });
    const reply = await door()({ url: `${site.url}/feed` }, { etag: '"1"', lastModified: 'then' });
    expect(reply).toEqual({ kind: 'not_modified', http: 304 });
  });

  it('do not trust a 304 that nobody asked for', async () => {
    const site = await serve((_, response) => response.writeHead(304).end());
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ status: 'failed', reason: 'bad_304' });
  });

  it('do not echo a validator that could split a header', async () => {
    const seen: unknown[] = [];
    const site = await serve((request, response) => {
      seen.push(request.headers['if-none-match'], request.headers['x-evil']);
      response.end('new');
    });
    await door()({ url: `${site.url}/feed` }, { etag: '"1"\r\nx-evil: 1', lastModified: 'x'.repeat(5000) });
    expect(seen).toEqual([undefined, undefined]);
  });
});

describe('statuses', () => {
  it.each([
    [401, {}, 'refused', 'auth'],
    [403, {}, 'refused', 'forbidden'],
    [403, { 'cf-mitigated': 'challenge' }, 'refused', 'blocked_challenge'],
    [404, {}, 'failed', 'not_found'],
    [410, {}, 'failed', 'gone'],
    [429, {}, 'refused', 'rate_limited'],
    [418, {}, 'failed', 'http_418'],
    [500, {}, 'failed', 'http_500'],
    [503, {}, 'failed', 'http_503'],
    [302, {}, 'failed', 'http_302'],
  ] as const)('%i %o is %s, %s, and is not retried', async (http, headers, status, reason) => {
    const site = await serve((_, response) => response.writeHead(http, headers).end('no'));
    const reply = await door()({ url: `${site.url}/feed` });
    expect(reply).toMatchObject({ kind: 'failure', status, reason, http });
    expect(reply).not.toHaveProperty('nextAllowedAt');
    expect(site.asked.filter((path) => path === '/feed')).toHaveLength(1);
  });

  it('name the moment until which a host wants to be left alone', async () => {
    const site = await serve((_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({
      reason: 'rate_limited',
      nextAllowedAt: new Date('2026-11-20T07:00:00Z'),
    });
  });
});

describe('redirects', () => {
  it('are followed, and told of where they are for good', async () => {
    const site = await serve((request, response) =>
      request.url === '/old' ? response.writeHead(301, { location: '/new' }).end() : response.end('x'),
    );
    expect(await door()({ url: `${site.url}/old` })).toMatchObject({
      kind: 'answer',
      url: `${site.url}/new`,
      notices: [`${site.url}/old has moved for good: use ${site.url}/new`],
    });
  });

  it('end after five hops', async () => {
    const site = await serve((request, response) => {
      const hop = Number(request.url?.slice(1));
      if (hop === 0) return response.end('arrived');
      return response.writeHead(302, { location: `/${hop - 1}` }).end();
    });
    const ask = door();
    expect(await ask({ url: `${site.url}/5` })).toMatchObject({ kind: 'answer' });
    expect(await ask({ url: `${site.url}/6` })).toMatchObject({ reason: 'redirect_loop' });
  });

  it.each([
    ['file:///etc/passwd', 'scheme'],
    ['data:text/xml,<rss/>', 'scheme'],
    ['ftp://example.org/feed', 'scheme'],
    ['gopher://example.org/', 'scheme'],
    ['http://a@b@c/', 'bad_url'],
    ['/\\evil.example/feed', 'bad_url'],
    ['https://user:word@example.org/', 'bad_url'],
    ['http://example.org/feed', 'not_tls'],
    ['https://10.0.0.1/', 'non_public'],
    ['http://10.0.0.1/', 'non_public'],
    ['http://169.254.169.254/', 'non_public'],
    ['http://167772161/', 'non_public'],
    ['http://0xa000001/', 'non_public'],
    ['http://[::ffff:10.0.0.1]/', 'non_public'],
    ['http://0.0.0.0/', 'non_public'],
    ['https://[::1]/', 'non_public'],
    ['https://169.254.169.254/latest/meta-data', 'non_public'],
  ])('to %s fail as `%s`', async (location, reason) => {
    const site = await serve((_, response) => response.writeHead(302, { location }).end());
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ status: 'failed', reason });
  });
});

describe('addresses that are not public', () => {
  it.each([
    '127.0.0.1',
    '[::1]',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '[fd00::1]',
    '[fe80::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '0.0.0.0',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '169.254.169.254',
    '255.255.255.255',
  ])('%s is refused over http and over https', async (host) => {
    const ask = door({ allowPrivate: [], allowHttp: [new URL(`http://${host}`).hostname], pauseMs: 0 });
    expect(await ask({ url: `http://${host}:9/feed` })).toMatchObject({
      status: 'failed',
      reason: 'non_public',
    });
    expect(await ask({ url: `https://${host}:9/feed` })).toMatchObject({
      status: 'failed',
      reason: 'non_public',
    });
  });

  it('are refused behind a name, also where only one of its addresses is private', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::ffff:10.0.0.1']]) {
      const resolve = async () =>
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const ask = door({ resolve });
      expect(await ask({ url: 'https://feeds.example/rss' })).toMatchObject({ reason: 'non_public' });
    }
  });

  it('are refused on a later hop where only the first host was opened', async () => {
    const inner = await serve((_, response) => response.end('secret'));
    const outer = await serve((_, response) => response.writeHead(302, { location: `${inner.url}/x` }).end());
    const closed = door({ allowPrivate: [outer.host], allowHttp: ['127.0.0.1'] });
    expect(await closed({ url: `${outer.url}/feed` })).toMatchObject({ reason: 'non_public' });
    expect(inner.asked).toEqual([]);
    const opened = door({ allowPrivate: [outer.host, inner.host] });
    expect(await opened({ url: `${outer.url}/feed` })).toMatchObject({ kind: 'answer' });
  });
});

describe('transport', () => {
  it('without TLS is for hosts that the team has named', async () => {
    const reply = await door()({ url: 'http://example.org/feed' });
    expect(reply).toMatchObject({ status: 'failed', reason: 'not_tls' });
    expect(reply.kind === 'failure' && reply.detail).toContain('network.http');
  });

  it('never falls back from https to http by a redirect, unless the host is named', async () => {
    const plain = await serve((_, response) => response.end('plain'));
    const { readAddress } = await import('./http/address.ts');
    const from = new URL('https://127.0.0.1/feed');
    const lists = { allowPrivate: ['127.0.0.1'], allowHttp: [] as string[] };
    expect(readAddress(plain.url, from, lists)).toMatchObject({ reason: 'downgrade' });
    expect(readAddress(plain.url, from, { ...lists, allowHttp: ['127.0.0.1'] })).toBeInstanceOf(URL);
  });

  it('trusts no certificate that signed itself, whatever the environment says', async () => {
    const pem = await readFile(new URL('./http/self-signed.pem', import.meta.url));
    const port = await listen(createTlsServer({ key: pem, cert: pem }, (_, response) => response.end('x')));
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {}); // Node's, of what is tested here
    closing.push(() => {
      vi.unstubAllEnvs();
      warned.mockRestore();
    });
    expect(await door()({ url: `https://127.0.0.1:${port}/feed` })).toMatchObject({
      status: 'failed',
      reason: 'tls',
    });
  });

  it('tells a name that does not exist from one that can not be asked for now', async () => {
    const fail = (code: string) => async () => {
      throw Object.assign(new Error(code), { code });
    };
    const ask = (code: string) => door({ resolve: fail(code) })({ url: 'https://feeds.example/rss' });
    expect(await ask('ENOTFOUND')).toMatchObject({ reason: 'dns_unknown' });
    expect(await ask('EAI_AGAIN')).toMatchObject({ reason: 'dns_temp' });
  });

  it.each([
    'http://169.254.169.254:8888\\@example.com/',
    'http://a@b@c/',
    'https://exa\tmple.org/',
    'no address',
    '',
  ])('does not guess what %j means', async (url) => {
    expect(await door()({ url })).toMatchObject({ status: 'failed', reason: 'bad_url' });
  });
});

describe('time', () => {
  it('ends for a host that takes the request and never answers', async () => {
    const site = await serve(() => {});
    expect(await door({ deadlines: quick })({ url: `${site.url}/feed` })).toMatchObject({
      reason: 'header_timeout',
    });
  });

  it('ends for an answer that drips', async () => {
    const timers: NodeJS.Timeout[] = [];
    const drip = (response: ServerResponse) => timers.push(setInterval(() => response.write('x'), 50));
    closing.push(() => timers.forEach(clearInterval));
    const site = await serve((_, response) => {
      response.writeHead(200);
      drip(response);
    });
    const started = performance.now();
    expect(await door({ deadlines: quick })({ url: `${site.url}/feed` })).toMatchObject({
      reason: 'timeout',
    });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('is shared by all redirects', async () => {
    const site = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/feed' }).end(), 250);
    });
    expect(
      await door({ deadlines: quick, now: () => new Date() })({ url: `${site.url}/feed` }),
    ).toMatchObject({
      reason: 'timeout',
    });
  });
});

describe('manners', () => {
  it('ask a host for one thing at a time', async () => {
    let inFlight = 0;
    let most = 0;
    const site = await serve((_, response) => {
      most = Math.max(most, ++inFlight);
      setTimeout(() => {
        inFlight--;
        response.end('x');
      }, 20);
    });
    const ask = door();
    await Promise.all([1, 2, 3, 4].map((n) => ask({ url: `${site.url}/${n}` })));
    expect(most).toBe(1);
    expect(site.asked).toHaveLength(5);
  });

  it.each([
    [429, { 'retry-after': '7200' }],
    [503, { 'retry-after': '7200' }],
    [429, {}],
    [503, {}],
  ])(
    'do not ask a host again in the same run that answered %i %o, whatever the source',
    async (http, headers) => {
      const busy = await serve((_, response) => response.writeHead(http, headers).end());
      const other = await serve((_, response) => response.end('x'));
      const ask = door();
      const replies = await Promise.all([1, 2, 3].map((n) => ask({ url: `${busy.url}/${n}` })));
      const later = await ask({ url: `${busy.url}/later` });
      expect(busy.asked).toEqual(['/robots.txt', '/1']);
      expect(replies[0]).toMatchObject({ http });
      const wait =
        'retry-after' in headers ? { nextAllowedAt: new Date('2026-11-20T07:00:00Z') } : ({} as object);
      for (const reply of [...replies.slice(1), later]) {
        expect(reply).toEqual({
          kind: 'failure',
          status: 'refused',
          reason: 'retry_after',
          detail: expect.stringContaining(`HTTP ${http}`),
          ...wait,
        });
      }
      expect(await ask({ url: `${other.url}/feed` })).toMatchObject({ kind: 'answer' });
      expect(await door()({ url: `${busy.url}/next-run` })).toMatchObject({ http });
    },
  );

  it('do not ask a host by way of a redirect that wants to be left alone', async () => {
    const busy = await serve((_, response) => response.writeHead(429).end());
    const from = await serve((_, response) => response.writeHead(302, { location: `${busy.url}/b` }).end());
    const ask = door();
    await ask({ url: `${busy.url}/a` });
    expect(await ask({ url: `${from.url}/feed` })).toMatchObject({
      status: 'refused',
      reason: 'retry_after',
    });
    expect(busy.asked).toEqual(['/robots.txt', '/a']);
  });

  it('go on asking a host that fails in other ways', async () => {
    const site = await serve((_, response) => response.writeHead(500).end());
    const ask = door();
    for (const path of ['/a', '/b']) await ask({ url: `${site.url}${path}` });
    expect(site.asked).toEqual(['/robots.txt', '/a', '/b']);
  });

  it('retry a connection that is reset twice at most, and no other failure', async () => {
    let asked = 0;
    const port = await listen(
      createSocketServer((socket) => {
        asked++;
        socket.on('error', () => {});
        socket.once('data', () => socket.destroy());
      }),
    );
    const reply = await door({ robots: false })({ url: `http://127.0.0.1:${port}/feed` });
    expect(reply).toMatchObject({ status: 'failed', reason: 'conn_reset' });
    expect(asked).toBe(3);
  });

  it('say when nobody listens', async () => {
    expect(await door({ robots: false })({ url: 'http://127.0.0.1:1/feed' })).toMatchObject({
      status: 'failed',
      reason: 'conn_refused',
    });
  });
});

describe('robots.txt', () => {
  async function site(robots: RequestListener) {
    const asked: string[] = [];
    const port = await listen(
      createServer((request, response) => {
        asked.push(request.url ?? '');
        if (request.url === '/robots.txt') return robots(request, response);
        return void response.end('<rss/>');
      }),
    );
    return { url: `http://127.0.0.1:${port}`, asked };
  }
  const rules = 'User-agent: *\nDisallow: /private\n';

  it('is read once a host and obeyed', async () => {
    const { url, asked } = await site((_, response) => response.end(rules));
    const ask = door();
    expect(await ask({ url: `${url}/private/feed` })).toMatchObject({ status: 'refused', reason: 'robots' });
    expect(await ask({ url: `${url}/feed` })).toMatchObject({ kind: 'answer' });
    expect(asked).toEqual(['/robots.txt', '/feed']);
  });

  it('is set aside where the team has written why', async () => {
    const { url, asked } = await site((_, response) => response.end(rules));
    const ask = door({ robots: { setAside: ['127.0.0.1'] } });
    expect(await ask({ url: `${url}/private/feed` })).toMatchObject({ kind: 'answer' });
    expect(asked).toEqual(['/private/feed']);
  });

  it('counts as silence where there is none, and as a no where the server is in trouble', async () => {
    const none = await site((_, response) => response.writeHead(403).end());
    expect(await door()({ url: `${none.url}/feed` })).toMatchObject({ kind: 'answer' });
    const trouble = await site((_, response) => response.writeHead(500).end());
    expect(await door()({ url: `${trouble.url}/feed` })).toMatchObject({
      status: 'failed',
      reason: 'http_500',
    });
    expect(trouble.asked).toEqual(['/robots.txt']);
  });

  it('asked too often leaves the host alone for the run, and is not taken for a yes', async () => {
    const { url, asked } = await site((_, response) => response.writeHead(429).end());
    const ask = door();
    expect(await ask({ url: `${url}/feed` })).toMatchObject({ status: 'refused', reason: 'rate_limited' });
    expect(await ask({ url: `${url}/other` })).toMatchObject({ status: 'refused', reason: 'retry_after' });
    expect(asked).toEqual(['/robots.txt']);
  });

  it('is read as far as 500 KiB', async () => {
    const { url } = await site((_, response) => response.end(`${rules}${'#'.repeat(2_000_000)}\n`));
    const ask = door();
    expect(await ask({ url: `${url}/private/feed` })).toMatchObject({ reason: 'robots' });
    expect(await ask({ url: `${url}/feed` })).toMatchObject({ kind: 'answer' });
  });
});
