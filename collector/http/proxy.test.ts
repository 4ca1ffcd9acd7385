import { request as ask, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  listen,
  door as openTestDoor,
  readPem,
  resolver,
  serve,
  textOf,
  trust,
  whenDone,
} from './loopback.fixture.ts';
import { readProxies } from './proxy.ts';

/** A proxy that leads whatever is asked of it to one port of this machine, and what it was asked. */
async function proxyTo(port: number, refuse?: number) {
  const asked: string[] = [];
  const authorizations: unknown[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    authorizations.push(request.headers['proxy-authorization']);
    if (refuse !== undefined) return void response.writeHead(refuse).end();
    const url = new URL(request.url ?? '');
    request.pipe(
      ask({ port, path: url.pathname, headers: request.headers }, (inner) => {
        response.writeHead(inner.statusCode ?? 500, inner.headers);
        inner.pipe(response);
      }),
    );
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    authorizations.push(request.headers['proxy-authorization']);
    socket.on('error', () => {});
    if (refuse !== undefined) return void socket.end(`HTTP/1.1 ${refuse} No\r\ncontent-length: 0\r\n\r\n`);
    const inner = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      inner.pipe(socket).pipe(inner);
    }).on('error', () => socket.destroy());
    whenDone(() => inner.destroy());
    whenDone(() => socket.destroy());
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, asked, authorizations };
}

async function serveTls() {
  const pem = await readPem('self-signed.pem');
  return listen(createTlsServer({ key: pem, cert: pem }, (_, response) => response.end('<rss/>')));
}
const trustIt = async () => trust(await readPem('self-signed.pem'));

const publicName = resolver(['93.184.216.34']).resolve;
const unknownName = async () => {
  throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
};
const door = (environment: Record<string, string>, options: Parameters<typeof openTestDoor>[0] = {}) => {
  const proxies = readProxies(environment);
  if (!proxies || 'error' in proxies) throw new Error('no proxy');
  return openTestDoor({ allowPrivate: [], resolve: publicName, robots: false, proxies, ...options });
};

describe('a proxy of the environment', () => {
  it('is used without TLS for hosts that may be read so, and itself may be at a private address', async () => {
    const site = await serve((request, response) => response.end(`${request.headers.host}`));
    const proxy = await proxyTo(site.port);
    const asking = door({ HTTP_PROXY: proxy.url }, { allowHttp: ['feeds.example'] });
    expect(textOf(await asking({ url: 'http://feeds.example/rss' }))).toBe('feeds.example');
    expect(proxy.asked).toEqual(['GET http://feeds.example/rss']);
  });

  it('carries TLS between us and the host, whose certificate must be right all the same', async () => {
    const proxy = await proxyTo(await serveTls());
    const asking = door({ HTTPS_PROXY: proxy.url });
    expect(await asking({ url: 'https://feeds.example/rss' })).toMatchObject({ reason: 'tls' });
    await trustIt();
    const trusting = door({ HTTPS_PROXY: proxy.url });
    expect(textOf(await trusting({ url: 'https://feeds.example/rss' }))).toBe('<rss/>');
    expect(await trusting({ url: 'https://other.example/rss' })).toMatchObject({ reason: 'tls' });
    expect(proxy.asked.map((asked) => asked.split(' ')[1])).toEqual([
      'feeds.example:443',
      'feeds.example:443',
      'other.example:443',
    ]);
  });

  it('is passed by for hosts of NO_PROXY, and for those that are opened for tests', async () => {
    await trustIt();
    const port = await serveTls();
    const proxy = await proxyTo(port);
    const open = door({ HTTPS_PROXY: proxy.url }, { allowPrivate: ['127.0.0.1'] });
    expect(textOf(await open({ url: `https://127.0.0.1:${port}/rss` }))).toBe('<rss/>');
    const own = door(
      { HTTPS_PROXY: proxy.url, NO_PROXY: 'other.example, .feeds.example' },
      {
        deadlines: { headersMs: 300, totalMs: 900 },
      },
    );
    expect((await own({ url: 'https://a.feeds.example/rss' })).kind).toBe('failure');
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    'https://127.0.0.1/rss',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:7f00:1]/rss',
    'https://2130706433/rss',
    'https://0x7f.1/rss',
    'https://localhost/rss',
    'https://printer.local/rss',
    'https://metadata.google.internal/rss',
    'https://intranet/rss',
    'http://feeds.example@10.0.0.1/rss',
  ])('A18: is not asked for %s, whether names can be looked up or not', async (url) => {
    const proxy = await proxyTo(9);
    for (const resolve of [publicName, unknownName]) {
      const reply = await door({ HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url }, { resolve })({ url });
      expect(reply).toMatchObject({ reason: url.includes('@') ? 'bad_url' : 'non_public' });
    }
    expect(proxy.asked).toEqual([]);
  });

  it('A19: is not asked for a name that leads to a private address, also on a later hop', async () => {
    const site = await serve((_, response) =>
      response.writeHead(302, { location: 'http://inner.example/x' }).end(),
    );
    const proxy = await proxyTo(site.port);
    const resolve = async (host: string) => [
      { address: host === 'inner.example' ? '10.0.0.1' : '93.184.216.34', family: 4 },
    ];
    const allowHttp = ['feeds.example', 'inner.example'];
    const asking = door({ HTTP_PROXY: proxy.url }, { resolve, allowHttp });
    expect(await asking({ url: 'http://inner.example/rss' })).toMatchObject({ reason: 'non_public' });
    expect(await asking({ url: 'http://feeds.example/rss' })).toMatchObject({ reason: 'non_public' });
    expect(proxy.asked).toEqual(['GET http://feeds.example/rss']);
  });

  it('looks up the names that only it knows', async () => {
    const site = await serve((_, response) => response.end('x'));
    const proxy = await proxyTo(site.port);
    const asking = door({ HTTP_PROXY: proxy.url }, { resolve: unknownName, allowHttp: ['feeds.example'] });
    expect(await asking({ url: 'http://feeds.example/rss' })).toMatchObject({ kind: 'answer' });
  });

  it.each([403, 407, 502])(
    'that refuses with %i is named as what refused, and its password is not',
    async (http) => {
      const proxy = await proxyTo(9, http);
      const withPassword = proxy.url.replace('//', '//user:pass-word@');
      const reply = await door({ HTTPS_PROXY: withPassword })({ url: 'https://feeds.example/rss' });
      expect(reply).toMatchObject({ status: 'failed', reason: 'proxy' });
      expect(JSON.stringify(reply)).not.toMatch(/pass-word|dXNlcj/);
      expect(proxy.authorizations[0]).toBe(`Basic ${btoa('user:pass-word')}`);
    },
  );

  it('that is not there is a refused connection', async () => {
    const reply = await door({ HTTPS_PROXY: 'http://127.0.0.1:1' })({ url: 'https://feeds.example/rss' });
    expect(reply).toMatchObject({ status: 'failed', reason: 'conn_refused' });
  });

  it('that takes a connection and says nothing ends at the header deadline', async () => {
    const silent = await listen(createServer().on('connect', () => {}));
    const asking = door(
      { HTTPS_PROXY: `http://127.0.0.1:${silent}` },
      { deadlines: { headersMs: 200, totalMs: 900 } },
    );
    expect(await asking({ url: 'https://feeds.example/rss' })).toMatchObject({ reason: 'header_timeout' });
  });
});

describe('the environment', () => {
  it.each([
    [{}, undefined],
    [{ NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    [
      { HTTPS_PROXY: 'http://p.example:3128' },
      { httpProxy: '', httpsProxy: 'http://p.example:3128/', noProxy: '' },
    ],
    [
      { HTTPS_PROXY: 'http://upper.example', https_proxy: 'p.example:3128', no_proxy: 'a.example' },
      { httpProxy: '', httpsProxy: 'http://p.example:3128/', noProxy: 'a.example' },
    ],
    [{ HTTP_PROXY: 'https://p.example' }, { httpProxy: 'https://p.example/', httpsProxy: '', noProxy: '' }],
    [
      { HTTP_PROXY: 'socks5://p.example' },
      { error: 'HTTP_PROXY is not the address of an http: or https: proxy' },
    ],
    [
      { HTTPS_PROXY: 'http://user:word@' },
      { error: 'HTTPS_PROXY is not the address of an http: or https: proxy' },
    ],
  ])('%o names %o', (environment, proxies) => {
    expect(readProxies(environment as Record<string, string>)).toEqual(proxies);
  });
});
