import { describe, expect, it } from 'vitest';
import { door, serve, textOf } from './loopback.fixture.ts';

/** A site that notes what it is sent, and answers as it is told. */
async function noting(answer: Parameters<typeof serve>[0] = (_, response) => response.end('{}')) {
  const seen: { method: string; path: string; authorization: string | undefined; body: string }[] = [];
  const site = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const { authorization } = headers;
    seen.push({ method, path: url, authorization, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  });
  return { ...site, seen };
}

const authorization = 'Bearer s3cret-token';
const form = { grant_type: 'client_credentials', client_secret: 'a b&c=d' };

describe('a login', () => {
  it('is posted as a form, and its answer read', async () => {
    const site = await noting((request, response) => response.end(request.headers['content-type']));
    const reply = await door()({ url: `${site.url}/token`, form, authorization: 'Basic aWQ6d29yZA==' });
    expect(textOf(reply)).toBe('application/x-www-form-urlencoded');
    expect(site.seen).toEqual([
      {
        method: 'POST',
        path: '/token',
        authorization: 'Basic aWQ6d29yZA==',
        body: 'grant_type=client_credentials&client_secret=a+b%26c%3Dd',
      },
    ]);
  });

  it('is posted once, whatever becomes of it', async () => {
    const broken = await serve((request) => request.socket.destroy());
    expect(await door()({ url: `${broken.url}/token`, form })).toMatchObject({ reason: 'conn_reset' });
    const gateway = await serve((_, response) => response.writeHead(502).end());
    expect(await door()({ url: `${gateway.url}/token`, form })).toMatchObject({ reason: 'http_502' });
    expect([...broken.asked, ...gateway.asked]).toEqual(['/token', '/token']);
  });

  it('is never posted on to another origin, and within its own only where the answer says so', async () => {
    const other = await noting();
    const site = await noting((request, response) => {
      const [, http, to] = (request.url ?? '').split('/');
      if (!http || http === 'end') return void response.end('{}');
      response.writeHead(Number(http), { location: to === 'away' ? `${other.url}/x` : '/end' }).end();
    });
    const ask = door();
    for (const http of [301, 302, 303, 307, 308]) {
      expect(await ask({ url: `${site.url}/${http}/away`, form })).toMatchObject({ reason: `http_${http}` });
    }
    expect(other.seen).toEqual([]);
    site.seen.length = 0;
    expect(await ask({ url: `${site.url}/307/home`, form })).toMatchObject({ kind: 'answer' });
    expect(await ask({ url: `${site.url}/303/home`, form })).toMatchObject({ kind: 'answer' });
    expect(site.seen.map(({ method, body }) => [method, body !== ''])).toEqual([
      ['POST', true],
      ['POST', true],
      ['POST', true],
      ['GET', false],
    ]);
  });

  it('goes along with redirects of its own origin, and no further, nor back', async () => {
    let home = '';
    const other = await noting((_, response) => response.writeHead(302, { location: `${home}/end` }).end());
    const site = await noting((request, response) => {
      if (request.url === '/end') return void response.end('{}');
      const location = request.url === '/first' ? '/second' : `${other.url}/x`;
      response.writeHead(302, { location }).end();
    });
    home = site.url;
    expect(await door()({ url: `${site.url}/first`, authorization })).toMatchObject({ kind: 'answer' });
    expect(site.seen.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/first', authorization],
      ['/second', authorization],
      ['/end', undefined],
    ]);
    expect(other.seen.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it('is sent nowhere without TLS', async () => {
    const ask = door({ allowPrivate: [], allowHttp: ['api.example'] });
    for (const request of [{ authorization }, { form }]) {
      const reply = await ask({ url: 'http://api.example/x', ...request });
      expect(reply).toMatchObject({ reason: 'not_tls' });
      expect(JSON.stringify(reply)).not.toMatch(/s3cret|c=d/);
    }
  });

  it('is told to nobody, also where the host repeats it', async () => {
    const site = await noting((request, response) => {
      const { authorization = '' } = request.headers;
      const location =
        request.url === '/bad'
          ? `ftp://evil.example/?${authorization.split(' ')[1]}`
          : request.url === '/moved'
            ? `/to?t=${authorization.split(' ')[1]}`
            : undefined;
      response.writeHead(location ? 301 : 200, location ? { location } : {}).end('{}');
    });
    const ask = door();
    for (const path of ['/bad', '/moved']) {
      const reply = await ask({ url: `${site.url}${path}`, authorization });
      const told = reply.kind === 'failure' ? reply.detail : 'notices' in reply ? String(reply.notices) : '';
      expect(told).toContain(path === '/bad' ? 'redirects' : 'moved for good');
      expect(told).not.toContain('s3cret');
    }
  });

  it('asks for no leave by robots.txt: who gave us a key has said what it is for', async () => {
    const site = await serve(
      (_, response) => response.end('{}'),
      (_, response) => response.end('User-agent: *\nDisallow: /'),
    );
    const ask = door();
    expect(await ask({ url: `${site.url}/token`, form })).toMatchObject({ kind: 'answer' });
    expect(await ask({ url: `${site.url}/search`, authorization })).toMatchObject({ kind: 'answer' });
    expect(site.asked).toEqual(['/token', '/search']);
    expect(await ask({ url: `${site.url}/search` })).toMatchObject({ reason: 'robots' });
  });

  it('A34: is made of nothing but what the source gives: not of .netrc, not of the environment', async () => {
    const site = await noting((_, response) =>
      response.writeHead(401, { 'www-authenticate': 'Basic' }).end(),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ status: 'refused', reason: 'auth' });
    expect(site.seen).toEqual([{ method: 'GET', path: '/feed', authorization: undefined, body: '' }]);
  });
});
