import { createServer as createTlsServer } from 'node:https';
import { describe, expect, it, vi } from 'vitest';
import { readAddress } from './address.ts';
import { isPublicAddress } from './guard.ts';
import { door, listen, quick, readPem, resolver, serve, trust, whenDone } from './loopback.fixture.ts';

describe('an address that is told', () => {
  it.each(['https://someone:hunter2@\\paper.test/', 'https://someone:hunter2@[paper'])(
    'A21: %j shows no password that a redirect may hold',
    (text) => {
      const from = new URL('https://paper.test/');
      const read = readAddress(text, from, { allowHttp: [], allowPrivate: [] });
      expect(read).toMatchObject({ reason: 'bad_url', detail: expect.stringContaining(':…@') });
      expect(JSON.stringify(read)).not.toContain('hunter2');
    },
  );
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
    '240.0.0.1',
    '198.18.0.1',
    '192.0.0.1',
    '127.1',
    '0x7f.1',
    '017700000001',
    '127.0.0.1.',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '[::]',
    '[::127.0.0.1]',
    '[::ffff:0:7f00:1]',
    '[::ffff:7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2001:0:7f00:1::]',
    '[fc00::1]',
    '[fec0::1]',
    '[ff02::1]',
  ])('A18: %s is refused over http and over https', async (host) => {
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

  it('A19: are refused behind a name, also where only one of its addresses is private', async () => {
    const answers = [
      ['127.0.0.1'],
      ['93.184.216.34', '127.0.0.1'],
      ['2606:4700::1', 'fd00::1'],
      ['::ffff:10.0.0.1'],
      ['::127.0.0.1'],
      ['64:ff9b::a00:1'],
    ];
    for (const addresses of answers) {
      const { resolve } = resolver(addresses);
      expect(await door({ resolve })({ url: 'https://feeds.example/rss' })).toMatchObject({
        reason: 'non_public',
      });
    }
  });

  it('A19: are refused where a name is public when first asked for and private the next time', async () => {
    const inner = await serve((_, response) => response.end('secret'));
    const { resolve, asked } = resolver(['93.184.216.34'], ['127.0.0.1']);
    const ask = door({
      resolve,
      allowPrivate: [],
      allowHttp: ['feeds.example'],
      deadlines: quick,
      robots: false,
    });
    const url = `http://feeds.example:${inner.port}/feed`;
    expect((await ask({ url })).kind).toBe('failure'); // no way out of here to the public address
    expect(await ask({ url })).toMatchObject({ reason: 'non_public' });
    expect(inner.asked).toEqual([]);
    expect(new Set(asked)).toEqual(new Set(['feeds.example']));
  });

  it('A19: are looked up once a connection, which is made to what was looked up', async () => {
    const site = await serve((_, response) => response.end('x'));
    const { resolve, asked } = resolver(['127.0.0.1'], ['10.0.0.1']);
    const host = `feeds.example:${site.port}`;
    const ask = door({ resolve, allowPrivate: [host] });
    expect(await ask({ url: `http://${host}/feed` })).toMatchObject({ kind: 'answer' });
    expect(asked).toEqual(['feeds.example']);
  });

  it.each([
    'localhost',
    'localhost.',
    'printer.local',
    'metadata.google.internal',
    'intranet',
    'router.home.arpa',
    'LOCALHOST',
  ])('A18: are refused where the name %s itself says so, before it is looked up', async (host) => {
    const { resolve, asked } = resolver(['93.184.216.34']);
    const ask = door({ resolve, allowPrivate: [], allowHttp: [host.toLowerCase()] });
    expect(await ask({ url: `http://${host}/feed` })).toMatchObject({ reason: 'non_public' });
    expect(await ask({ url: `https://${host}/feed` })).toMatchObject({ reason: 'non_public' });
    expect(asked).toEqual([]);
  });

  it('A18: never are public addresses', () => {
    for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700::1', '::ffff:8.8.8.8'])
      expect(isPublicAddress(address), address).toBe(true);
    for (const address of ['fec0::1', '4000::1', '192.0.2.1', '203.0.113.9', '224.0.0.1', 'no address', ''])
      expect(isPublicAddress(address), address).toBe(false);
  });

  it.each([
    'http://169.254.169.254/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://localhost/',
    '//localhost/',
    'https://127.0.0.1/',
  ])('A18: are refused on every hop: %s', async (location) => {
    const site = await serve((request, response) => {
      const to = request.url === '/first' ? '/second' : location;
      response.writeHead(302, { location: to }).end();
    });
    const ask = door({ allowPrivate: [site.host] });
    expect(await ask({ url: `${site.url}/first` })).toMatchObject({ status: 'failed', reason: 'non_public' });
    expect(site.asked).toEqual(['/robots.txt', '/first', '/second']);
  });

  it('A18: are refused on a later hop where only the first host was opened', async () => {
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
  it('A21: without TLS is for hosts that the team has named', async () => {
    const reply = await door()({ url: 'http://example.org/feed' });
    expect(reply).toMatchObject({ status: 'failed', reason: 'not_tls' });
    expect(reply.kind === 'failure' && reply.detail).toContain('network.http');
  });

  it('A21: never falls back from https to http by a redirect, unless the host is named', async () => {
    const plain = await serve((_, response) => response.end('plain'));
    const from = new URL('https://127.0.0.1/feed');
    const lists = { allowPrivate: ['127.0.0.1'], allowHttp: [] as string[] };
    expect(readAddress(plain.url, from, lists)).toMatchObject({ reason: 'downgrade' });
    expect(readAddress(plain.url, from, { ...lists, allowHttp: ['127.0.0.1'] })).toBeInstanceOf(URL);
  });

  it('A04: trusts no certificate that signed itself, whatever the environment says', async () => {
    const pem = await readPem('self-signed.pem');
    const port = await listen(createTlsServer({ key: pem, cert: pem }, (_, response) => response.end('x')));
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {}); // Node's, of what is tested here
    whenDone(() => {
      vi.unstubAllEnvs();
      warned.mockRestore();
    });
    expect(await door()({ url: `https://127.0.0.1:${port}/feed` })).toMatchObject({
      status: 'failed',
      reason: 'tls',
    });
  });

  it('A21: is not left by a redirect, unless the team has named the host', async () => {
    const pem = await readPem('self-signed.pem');
    trust(pem);
    const plain = await serve((_, response) => response.end('plain'));
    const location = `http://feeds.example:${plain.port}/feed`;
    const port = await listen(
      createTlsServer({ key: pem, cert: pem }, (_, response) => response.writeHead(302, { location }).end()),
    );
    const { resolve } = resolver(['127.0.0.1']);
    const given = { resolve, robots: false, allowPrivate: ['localhost', 'feeds.example'] } as const;
    const url = `https://localhost:${port}/feed`;
    expect(await door(given)({ url })).toMatchObject({ status: 'failed', reason: 'downgrade' });
    expect(plain.asked).toEqual([]);
    const named = door({ ...given, allowHttp: ['feeds.example'] });
    expect(await named({ url })).toMatchObject({ kind: 'answer' });
  });

  it('A04: trusts no certificate of another host, nor one that has expired', async () => {
    const [right, late] = await Promise.all(['self-signed.pem', 'expired.pem'].map(readPem));
    trust(right, late);
    const ports = await Promise.all(
      [right, late].map((pem) =>
        listen(createTlsServer({ key: pem, cert: pem }, (_, answer) => answer.end('x'))),
      ),
    );
    const { resolve } = resolver(['127.0.0.1']);
    const allowPrivate = ['feeds.example', 'other.example'];
    const ask = door({ resolve, allowPrivate, robots: false });
    expect(await ask({ url: `https://feeds.example:${ports[0]}/feed` })).toMatchObject({ kind: 'answer' });
    expect(await ask({ url: `https://other.example:${ports[0]}/feed` })).toMatchObject({ reason: 'tls' });
    expect(await ask({ url: `https://feeds.example:${ports[1]}/feed` })).toMatchObject({ reason: 'tls' });
  });

  it('A03: tells a name server that stays silent from a host that does', async () => {
    const ask = door({ resolve: () => new Promise(() => {}), deadlines: quick });
    expect(await ask({ url: 'https://feeds.example/rss' })).toMatchObject({ reason: 'dns_temp' });
  });

  it('A02, A03: tells a name that does not exist from one that can not be asked for now', async () => {
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
    'https://example.org/a\nb',
    'https://exam\u0000ple.org/',
    'https://user:word@example.org/',
    'https://[fe80::1%25eth0]/',
    'https://256.0.0.1/',
    'no address',
    '',
  ])('A20: does not guess what %j means', async (url) => {
    expect(await door()({ url })).toMatchObject({ status: 'failed', reason: 'bad_url' });
  });
});
