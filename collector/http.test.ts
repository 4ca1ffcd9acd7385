import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { door, say, serve, text } from './http/loopback.fixture.ts';

describe('an answer', () => {
  it('A26: is read whole, with who we are said and no cookie sent or kept', async () => {
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
    ['A24: more than two compressions', 'gzip, gzip, gzip', zlib.gzipSync('x')],
    ['A24: fifty compressions', Array(50).fill('gzip').join(','), zlib.gzipSync('x')],
    ['A24: an unknown compression', 'toString', Buffer.from('x')],
    ['A25: plain text that calls itself gzip', 'gzip', Buffer.from('<rss/>')],
    ['A25: corrupt brotli', 'br', Buffer.from('not brotli at all')],
    ['A25: corrupt zstd', 'zstd', Buffer.from('not zstd at all')],
    ['A25: corrupt deflate', 'deflate', Buffer.from('not deflate at all')],
  ])('%s fails as `encoding`', async (_, coding, body) => {
    const site = await serve((__, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(body),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ kind: 'failure', reason: 'encoding' });
  });

  it('A09, A10: without bytes, or 204, fails as `empty_body`', async () => {
    const site = await serve((request, response) =>
      response.writeHead(request.url === '/none' ? 204 : 200).end(),
    );
    const ask = door();
    expect(await ask({ url: `${site.url}/none` })).toMatchObject({ reason: 'empty_body', http: 204 });
    expect(await ask({ url: `${site.url}/feed` })).toMatchObject({ reason: 'empty_body', http: 200 });
  });

  it('A07, A08: that breaks off, by its length or for want of the last chunk, comes with what was read and is not whole', async () => {
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
  ] as const)('A08: that breaks off within %s gives the start of the text', async (coding, compress) => {
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

  it('A26: with more than 200 header fields or 64 kB of them fails as `headers`', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `x-${i}: 1\r\n`).join('');
    const long = `x-long: ${'a'.repeat(100_000)}\r\n`;
    for (const fields of [many, long]) {
      const url = await say(`HTTP/1.1 200 OK\r\n${fields}content-length: 1\r\n\r\nx`);
      expect(await door()({ url })).toMatchObject({ kind: 'failure', reason: 'headers' });
    }
  });
});

describe('conditional requests', () => {
  it('A12: send the validators that are given and pass on the 304', async () => {
    const site = await serve((request, response) => {
      const known =
        request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === 'then';
      response.writeHead(known ? 304 : 200).end(known ? undefined : 'new');
    });
    const reply = await door()({ url: `${site.url}/feed` }, { etag: '"1"', lastModified: 'then' });
    expect(reply).toEqual({ kind: 'not_modified', http: 304 });
  });

  it('A11: do not trust a 304 that nobody asked for', async () => {
    const site = await serve((_, response) => response.writeHead(304).end());
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ status: 'failed', reason: 'bad_304' });
  });

  it('A14: do not echo a validator that could split a header, or is endless', async () => {
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
    ['A34', 401, {}, 'refused', 'auth'],
    ['A34', 403, {}, 'refused', 'forbidden'],
    ['A32', 403, { 'cf-mitigated': 'challenge' }, 'refused', 'blocked_challenge'],
    ['A30', 404, {}, 'failed', 'not_found'],
    ['A31', 410, {}, 'failed', 'gone'],
    ['A28', 429, {}, 'refused', 'rate_limited'],
    ['A30', 418, {}, 'failed', 'http_418'],
    ['A29', 500, {}, 'failed', 'http_500'],
    ['A28', 503, {}, 'failed', 'http_503'],
    ['A16', 302, {}, 'failed', 'http_302'],
  ] as const)('%s: %i %o is %s, %s, and is not retried', async (_, http, headers, status, reason) => {
    const site = await serve((__, response) => response.writeHead(http, headers).end('no'));
    const reply = await door()({ url: `${site.url}/feed` });
    expect(reply).toMatchObject({ kind: 'failure', status, reason, http });
    expect(reply).not.toHaveProperty('nextAllowedAt');
    expect(site.asked.filter((path) => path === '/feed')).toHaveLength(1);
  });

  it('A27: name the moment until which a host wants to be left alone', async () => {
    const site = await serve((_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({
      reason: 'rate_limited',
      nextAllowedAt: new Date('2026-11-20T07:00:00Z'),
    });
  });
});

describe('redirects', () => {
  it('A15: are followed, and told of where they are for good', async () => {
    const site = await serve((request, response) =>
      request.url === '/old' ? response.writeHead(301, { location: '/new' }).end() : response.end('x'),
    );
    expect(await door()({ url: `${site.url}/old` })).toMatchObject({
      kind: 'answer',
      url: `${site.url}/new`,
      notices: [`${site.url}/old has moved for good: use ${site.url}/new`],
    });
  });

  it.each([
    ['UTF-8', Buffer.from('/käse')],
    ['Latin-1', Buffer.from('/käse', 'latin1')],
  ])('lead to addresses that are written in %s and not encoded', async (_, address) => {
    const site = await serve((request, response) => {
      if (request.url !== '/old') return void response.end('x');
      const head = ['HTTP/1.1 302 Found\r\ncontent-length: 0\r\nlocation: ', address, '\r\n\r\n'];
      request.socket.end(Buffer.concat(head.map((part) => Buffer.from(part))));
    });
    await door()({ url: `${site.url}/old` });
    expect(site.asked.at(-1)).toBe('/k%C3%A4se');
  });

  it('A16: end after five hops, and in a circle', async () => {
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
    ['A17: a redirect to', 'file:///etc/passwd', 'scheme'],
    ['A17: a redirect to', 'data:text/xml,<rss/>', 'scheme'],
    ['A17: a redirect to', 'ftp://example.org/feed', 'scheme'],
    ['A17: a redirect to', 'gopher://example.org/', 'scheme'],
    ['A20: a redirect to', 'http://a@b@c/', 'bad_url'],
    ['A20: a redirect to', '/\\evil.example/feed', 'bad_url'],
    ['A20: a redirect to', 'https://user:word@example.org/', 'bad_url'],
    ['A21: a redirect to', 'http://example.org/feed', 'not_tls'],
    ['A18: a redirect to', 'https://10.0.0.1/', 'non_public'],
    ['A18: a redirect to', 'http://10.0.0.1/', 'non_public'],
    ['A18: a redirect to', 'http://169.254.169.254/', 'non_public'],
    ['A18: a redirect to', 'http://167772161/', 'non_public'],
    ['A18: a redirect to', 'http://0xa000001/', 'non_public'],
    ['A18: a redirect to', 'http://[::ffff:10.0.0.1]/', 'non_public'],
    ['A18: a redirect to', 'http://0.0.0.0/', 'non_public'],
    ['A18: a redirect to', 'https://[::1]/', 'non_public'],
    ['A18: a redirect to', 'https://169.254.169.254/latest/meta-data', 'non_public'],
  ])('%s %s fails as `%s`', async (_, location, reason) => {
    const site = await serve((__, response) => response.writeHead(302, { location }).end());
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ status: 'failed', reason });
  });
});
