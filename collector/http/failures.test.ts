import { createServer as createTlsServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import { failureOfError, retryAfter } from './failures.ts';
import { door, listen, readPem, resolver, serve, trust } from './loopback.fixture.ts';

describe('Retry-After', () => {
  const now = new Date('2026-11-20T05:00:00Z');

  it.each([
    ['7200', '2026-11-20T07:00:00Z'],
    ['Fri, 20 Nov 2026 08:00:00 GMT', '2026-11-20T08:00:00Z'],
    ['5', '2026-11-20T06:00:00Z'],
    ['-5', '2026-11-20T06:00:00Z'],
    ['never', '2026-11-20T06:00:00Z'],
    ['Mon, 01 Jan 2001 00:00:00 GMT', '2026-11-20T06:00:00Z'],
    ['1000000000', '2026-11-27T05:00:00Z'],
    ['Fri, 31 Dec 9999 23:59:59 GMT', '2026-11-27T05:00:00Z'],
  ])('%s lets us ask again at %s', (header, moment) => {
    expect(retryAfter(header, now)).toEqual(new Date(moment));
  });

  it('that is missing asks for nothing', () => {
    expect(retryAfter(undefined, now)).toBeUndefined();
  });
});

describe('connection errors', () => {
  it.each([
    ['ECONNREFUSED', 'conn_refused'],
    ['ECONNRESET', 'conn_reset'],
    ['ENOTFOUND', 'dns_unknown'],
    ['EAI_AGAIN', 'dns_temp'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['HPE_INVALID_CONSTANT', 'bad_http'],
    ['SOMETHING_NEW', 'network'],
  ])('%s is `%s`', (code, reason) => {
    expect(failureOfError(Object.assign(new Error('x'), { code }), 'h.example')).toMatchObject({ reason });
  });

  it('an answer that is no HTTP at all is `bad_http`, though its error bears no code', () => {
    const error = Object.assign(new Error('Expected HTTP/'), { name: 'HTTPParserError', code: undefined });
    expect(failureOfError(error, 'h.example')).toMatchObject({ status: 'failed', reason: 'bad_http' });
  });
});

describe('a failure of TLS', () => {
  const detailOf = async (url: string, given: Parameters<typeof door>[0] = {}) => {
    const reply = await door({ robots: false, ...given })({ url });
    if (reply.kind !== 'failure') throw new Error(reply.kind);
    expect(reply.reason).toBe('tls');
    return reply.detail;
  };
  const secured = (pem: string, more: object = {}) =>
    listen(createTlsServer({ key: pem, cert: pem, ...more }, (_, response) => response.end('x')));

  it('is told by what is wrong with the certificate', async () => {
    const [right, late] = await Promise.all([readPem('self-signed.pem'), readPem('expired.pem')]);
    const url = `https://127.0.0.1:${await secured(right)}/feed`;
    expect(await detailOf(url)).toMatch(/^127\.0\.0\.1:\d+: its certificate is signed by itself alone$/);
    trust(right, late);
    const hosts = {
      resolve: resolver(['127.0.0.1']).resolve,
      allowPrivate: ['feeds.example', 'other.example'],
    };
    const other = `https://other.example:${await secured(right)}/feed`;
    expect(await detailOf(other, hosts)).toMatch(/: its certificate is for another host$/);
    const expired = `https://feeds.example:${await secured(late)}/feed`;
    expect(await detailOf(expired, hosts)).toMatch(/: its certificate has expired$/);
  });

  it('A04: names no file of the library that speaks it, where a server speaks plain http or an old version', async () => {
    const plain = await serve((_, response) => response.end('x'));
    expect(await detailOf(`https://127.0.0.1:${plain.port}/feed`)).toMatch(
      /: no common way to speak TLS \([a-z ]+\)$/,
    );
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
    const port = await secured(await readPem('self-signed.pem'), old);
    expect(await detailOf(`https://127.0.0.1:${port}/feed`)).toMatch(
      /: no common way to speak TLS \([a-z0-9 ]+\)$/,
    );
  });
});
