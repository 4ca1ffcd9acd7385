import { describe, expect, it } from 'vitest';
import { failureOfError, retryAfter } from './failures.ts';

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
