import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { door, serve } from './loopback.fixture.ts';

describe('robots.txt', () => {
  const site = (robots: RequestListener) => serve((_, response) => response.end('<rss/>'), robots);
  const rules = 'User-agent: *\nDisallow: /private\n';

  it('A37: is read once a host and obeyed', async () => {
    const { url, asked } = await site((_, response) => response.end(rules));
    const ask = door();
    expect(await ask({ url: `${url}/private/feed` })).toMatchObject({ status: 'refused', reason: 'robots' });
    expect(await ask({ url: `${url}/feed` })).toMatchObject({ kind: 'answer' });
    expect(asked).toEqual(['/robots.txt', '/feed']);
  });

  it('A37: is set aside where the team has written why', async () => {
    const { url, asked } = await site((_, response) => response.end(rules));
    const ask = door({ robots: { setAside: ['127.0.0.1'] } });
    expect(await ask({ url: `${url}/private/feed` })).toMatchObject({ kind: 'answer' });
    expect(asked).toEqual(['/private/feed']);
  });

  it('A38: counts as silence where there is none, and as a no where the server is in trouble', async () => {
    const none = await site((_, response) => response.writeHead(403).end());
    expect(await door()({ url: `${none.url}/feed` })).toMatchObject({ kind: 'answer' });
    const trouble = await site((_, response) => response.writeHead(500).end());
    expect(await door()({ url: `${trouble.url}/feed` })).toMatchObject({
      status: 'failed',
      reason: 'http_500',
    });
    expect(trouble.asked).toEqual(['/robots.txt']);
  });

  it('A38: asked too often leaves the host alone for the run, and is not taken for a yes', async () => {
    const { url, asked } = await site((_, response) => response.writeHead(429).end());
    const ask = door();
    expect(await ask({ url: `${url}/feed` })).toMatchObject({ status: 'refused', reason: 'rate_limited' });
    expect(await ask({ url: `${url}/other` })).toMatchObject({ status: 'refused', reason: 'retry_after' });
    expect(asked).toEqual(['/robots.txt']);
  });

  it('A38: is read as far as 500 KiB', async () => {
    const { url } = await site((_, response) => response.end(`${rules}${'#'.repeat(2_000_000)}\n`));
    const ask = door();
    expect(await ask({ url: `${url}/private/feed` })).toMatchObject({ reason: 'robots' });
    expect(await ask({ url: `${url}/feed` })).toMatchObject({ kind: 'answer' });
  });

  it('A38: that redirects five times is read, and more often is none', async () => {
    const hops = (count: number) =>
      serve(
        (request, response) => {
          const left = Number(/^\/hop(\d+)$/.exec(request.url ?? '')?.[1] ?? Number.NaN);
          if (left === 0) response.end(rules);
          else if (left > 0) response.writeHead(302, { location: `/hop${left - 1}` }).end();
          else response.end('<rss/>');
        },
        (_, response) => response.writeHead(301, { location: `/hop${count - 1}` }).end(),
      );
    const near = await hops(5);
    expect(await door()({ url: `${near.url}/private/feed` })).toMatchObject({ reason: 'robots' });
    const far = await hops(10);
    expect(await door()({ url: `${far.url}/private/feed` })).toMatchObject({ kind: 'answer' });
  });

  it.each([
    ['of 500 KiB of noise', { body: Buffer.alloc(512_000, 0xfe) }],
    ['that is an image', { body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }],
    ['that is empty', { body: Buffer.alloc(0) }],
    ['that says gzip and is none', { body: Buffer.from(rules), headers: { 'content-encoding': 'gzip' } }],
  ])('A38: %s forbids nothing', async (_, { body, headers = {} }: { body: Buffer; headers?: object }) => {
    const { url } = await site((__, response) => response.writeHead(200, { ...headers }).end(body));
    expect(await door()({ url: `${url}/private/feed` })).toMatchObject({ kind: 'answer' });
  });

  it('A38: is not read beyond its first 500 KiB, so that a late rule does not bind', async () => {
    const { url } = await site((_, response) => response.end(`${'#'.repeat(600_000)}\n${rules}`));
    expect(await door()({ url: `${url}/private/feed` })).toMatchObject({ kind: 'answer' });
  });

  it.each([500, 502, 503])(
    'A38: of a server that answers %i keeps us away from all of it tonight',
    async (http) => {
      const { url, asked } = await site((_, response) => response.writeHead(http).end());
      const ask = door();
      expect(await ask({ url: `${url}/feed` })).toMatchObject({ kind: 'failure', http });
      expect((await ask({ url: `${url}/other` })).kind).toBe('failure');
      expect(new Set(asked)).toEqual(new Set(['/robots.txt']));
    },
  );

  it('A37: is obeyed on the hosts that a redirect leads to', async () => {
    const forbidding = await site((_, response) => response.end('User-agent: *\nDisallow: /'));
    const open = await serve((_, response) =>
      response.writeHead(302, { location: `${forbidding.url}/feed` }).end(),
    );
    expect(await door()({ url: `${open.url}/feed` })).toMatchObject({ reason: 'robots' });
    expect(forbidding.asked).toEqual(['/robots.txt']);
  });

  it('A37: is not asked where an API invites programs, but on every host that it leads to', async () => {
    const other = await site((_, response) => response.end(rules));
    const api = await serve(
      (_, response) => response.writeHead(302, { location: `${other.url}/private/feed` }).end(),
      (_, response) => response.end('User-agent: *\nDisallow: /'),
    );
    expect(await door()({ url: `${api.url}/api`, invited: true })).toMatchObject({ reason: 'robots' });
    expect(other.asked).toEqual(['/robots.txt']);
  });

  it('A37: speaks to us by our name', async () => {
    const named = 'User-agent: *\nAllow: /\n\nUser-agent: earshot\nDisallow: /private\n';
    const { url } = await site((_, response) => response.end(named));
    expect(await door()({ url: `${url}/private/feed` })).toMatchObject({ reason: 'robots' });
  });
});

describe('an address that terms forbid', () => {
  it('is not asked, also where another leads to it', async () => {
    const other = await serve((_, response) => response.end('<rss/>'));
    const { url } = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    const ask = door({
      forbids: (address) =>
        address.startsWith(other.url)
          ? { kind: 'failure', status: 'refused', reason: 'terms_forbid', detail: 'x' }
          : undefined,
    });
    expect(await ask({ url })).toMatchObject({ reason: 'terms_forbid' });
    expect(other.asked).toEqual([]);
  });
});
