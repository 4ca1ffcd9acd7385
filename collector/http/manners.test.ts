import type { RequestListener, ServerResponse } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openDoor } from '../http.ts';
import { door, listen, quick, serve, whenDone } from './loopback.fixture.ts';
import { waitBefore } from './retry.ts';

describe('time', () => {
  it('A05: ends at the header deadline for a host that takes the request and never answers', async () => {
    const site = await serve(() => {});
    expect(await door({ deadlines: quick })({ url: `${site.url}/feed` })).toMatchObject({
      reason: 'header_timeout',
    });
  });

  it('A06: ends at the total deadline for an answer that drips', async () => {
    const timers: NodeJS.Timeout[] = [];
    const drip = (response: ServerResponse) => timers.push(setInterval(() => response.write('x'), 50));
    whenDone(() => timers.forEach(clearInterval));
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

  it('A05: is shared by all redirects', async () => {
    const site = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/feed' }).end(), 250);
    });
    expect(
      await door({ deadlines: { headersMs: 5000, totalMs: quick.totalMs }, now: () => new Date() })({
        url: `${site.url}/feed`,
      }),
    ).toMatchObject({
      reason: 'timeout',
    });
  });

  it('A05: is shared by the retries of a source', async () => {
    const port = await listen(
      createSocketServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => setTimeout(() => socket.destroy(), 600));
      }),
    );
    const started = performance.now();
    const ask = door({
      deadlines: { headersMs: 5000, totalMs: quick.totalMs },
      robots: false,
      random: () => 0,
    });
    expect((await ask({ url: `http://127.0.0.1:${port}/feed` })).kind).toBe('failure');
    // Three tries and the waits between them would take 2,400.
    expect(performance.now() - started).toBeLessThan(quick.totalMs + 1000);
  });

  it('A06: ends at the total deadline for a head that drips', async () => {
    const port = await listen(
      createSocketServer((socket) => {
        let timer: NodeJS.Timeout;
        socket.on('error', () => {}).on('close', () => clearInterval(timer));
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\n');
          timer = setInterval(() => socket.write('x-a: 1\r\n'), 20);
        });
      }),
    );
    const ask = door({ deadlines: quick, robots: false });
    expect(await ask({ url: `http://127.0.0.1:${port}/feed` })).toMatchObject({ reason: 'header_timeout' });
  });

  it('A06: ends soon for a refusal that drips, and is told as the refusal', async () => {
    const site = await serve((_, response) => {
      response.writeHead(403);
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    const started = performance.now();
    expect(await door({ deadlines: quick })({ url: `${site.url}/feed` })).toMatchObject({
      reason: 'forbidden',
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('A05: is not spent on connecting beyond what is left', async () => {
    const site = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: 'http://feeds.example/x' }).end(), 250);
    });
    const resolve = () => new Promise<never>(() => {}); // a name server that never answers
    const deadlines = { headersMs: 5000, totalMs: 500 };
    const started = performance.now();
    const ask = door({ deadlines, resolve, robots: false, allowHttp: ['feeds.example'] });
    expect(await ask({ url: `${site.url}/feed` })).toMatchObject({ reason: 'timeout' });
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('manners', () => {
  it('A36: ask a host for one thing at a time', async () => {
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
    'A27, A28: do not ask a host again in the same run that answered %i %o, whatever the source',
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

  it('A27: do not ask a host by way of a redirect that wants to be left alone', async () => {
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

  it('A01: retry a connection that is reset twice at most, and no other failure', async () => {
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

  it('A01: say when nobody listens', async () => {
    expect(await door({ robots: false })({ url: 'http://127.0.0.1:1/feed' })).toMatchObject({
      status: 'failed',
      reason: 'conn_refused',
    });
  });

  it('A36: pause between the requests to a host, robots.txt and redirects among them, while others are asked', async () => {
    const pauseMs = 120;
    const starts: number[] = [];
    const ends: number[] = [];
    let inFlight = 0;
    const noted =
      (answer: RequestListener): RequestListener =>
      (request, response) => {
        starts.push(performance.now());
        expect(++inFlight).toBe(1);
        response.on('finish', () => {
          inFlight--;
          ends.push(performance.now());
        });
        answer(request, response);
      };
    const one = await serve(
      noted((request, response) =>
        request.url === '/0' ? response.writeHead(302, { location: '/moved' }).end() : response.end('x'),
      ),
      noted((_, response) => response.writeHead(404).end()),
    );
    const ask = door({ pauseMs });
    const others = await Promise.all(
      Array.from({ length: 12 }, () => serve((_, response) => response.end('x'))),
    );
    const started = performance.now();
    const twenty = Promise.all(Array.from({ length: 20 }, (_, n) => ask({ url: `${one.url}/${n}` })));
    const elsewhere = await Promise.all(others.map(({ url }) => ask({ url: `${url}/feed` })));
    const elsewhereMs = performance.now() - started;
    const replies = await twenty;

    expect([...replies, ...elsewhere].every(({ kind }) => kind === 'answer')).toBe(true);
    expect(one.asked).toHaveLength(22);
    const pauses = starts.slice(1).map((start, i) => start - (ends[i] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThan(pauseMs * 0.95); // timers may fire a millisecond early
    expect(elsewhereMs).toBeLessThan(pauseMs * 10);
  });

  it('A36: pause for a second where nothing else is said, also on this machine', async () => {
    const starts: number[] = [];
    const site = await serve((_, response) => {
      starts.push(performance.now());
      response.end('x');
    });
    const ask = openDoor({
      userAgent: 'Earshot/0.1',
      allowPrivate: ['127.0.0.1'],
      allowHttp: [],
      now: () => new Date(),
      elapsedMs: () => performance.now(),
      robots: false,
    });
    whenDone(() => ask.close());
    await Promise.all([1, 2].map((n) => ask({ url: `${site.url}/${n}` })));
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(995);
  });

  it('A36: pause longer where the source or the robots.txt of the host wants it', async () => {
    const starts: number[] = [];
    const noted: RequestListener = (_, response) => {
      starts.push(performance.now());
      response.end('x');
    };
    const site = await serve(noted);
    const ask = door();
    await ask({ url: `${site.url}/1` });
    await ask({ url: `${site.url}/2`, pauseMs: 150 });
    await ask({ url: `${site.url}/3` });
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(140);
    expect((starts[2] ?? 0) - (starts[1] ?? 0)).toBeGreaterThan(140);
    starts.length = 0;
    const slow = await serve(noted, (_, response) => {
      starts.push(performance.now());
      response.end('User-agent: *\nCrawl-delay: 0.2\n');
    });
    await ask({ url: `${slow.url}/1` });
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(190);
  });

  it('A36: hold no more than 32 requests under way, and let no host that dawdles hold up the others', async () => {
    let inFlight = 0;
    let most = 0;
    const dawdling = await Promise.all(
      Array.from({ length: 40 }, () =>
        serve((_, response) => {
          most = Math.max(most, ++inFlight);
          setTimeout(() => {
            inFlight--;
            response.end('x');
          }, 100);
        }),
      ),
    );
    const ask = door({ robots: false });
    const started = performance.now();
    await Promise.all(dawdling.map(({ url }) => ask({ url: `${url}/feed` })));
    expect(most).toBeGreaterThan(16);
    expect(most).toBeLessThanOrEqual(32);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([502, 504])('ask a gateway that answers %i once more, and take what comes then', async (http) => {
    let asked = 0;
    const site = await serve((_, response) =>
      ++asked === 1 ? response.writeHead(http).end() : response.end('x'),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ kind: 'answer' });
    const down = await serve((_, response) => response.writeHead(http).end());
    expect(await door()({ url: `${down.url}/feed` })).toMatchObject({ reason: `http_${http}` });
    expect(down.asked).toEqual(['/robots.txt', '/feed', '/feed']);
    const busy = await serve((_, response) => response.writeHead(http, { 'retry-after': '60' }).end());
    await door()({ url: `${busy.url}/feed` });
    expect(busy.asked).toEqual(['/robots.txt', '/feed']);
  });

  it('A03: ask a name server that had a bad moment again', async () => {
    const site = await serve((_, response) => response.end('x'));
    let asked = 0;
    const resolve = async () => {
      if (++asked < 3) throw Object.assign(new Error('later'), { code: 'EAI_AGAIN' });
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const host = `feeds.example:${site.port}`;
    const ask = door({ resolve, allowPrivate: [host], robots: false });
    expect(await ask({ url: `http://${host}/feed` })).toMatchObject({ kind: 'answer' });
    expect(asked).toBe(3);
  });

  it('A01: wait longer with each try, by chance, and never less than the pause', () => {
    expect([0, 1].map((retry) => waitBefore(retry, 1000, () => 0))).toEqual([1000, 2000]);
    expect([0, 1].map((retry) => waitBefore(retry, 1000, () => 0.5))).toEqual([1500, 3000]);
  });
});
