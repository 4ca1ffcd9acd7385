import type { Failure } from '../types.ts';

/** An answer that can't be read, or none at all. */
export const failed = (reason: string, detail: string, http?: number): Failure => ({
  kind: 'failure',
  status: 'failed',
  reason,
  detail,
  ...(http === undefined ? {} : { http }),
});

const hourMs = 3_600_000;
const longestWaitMs = 7 * 24 * hourMs;

/**
 * The moment that a Retry-After header asks to wait for (RFC 9110, 10.2.3: seconds or an HTTP date), never less than an
 * hour and never more than a week from now. Nonsense means the hour: who sends the header wants to be left alone.
 */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text)
    ? Number(text) * 1000
    : /GMT$/.test(text)
      ? Date.parse(text) - now.getTime()
      : Number.NaN;
  const clamped = Number.isNaN(waitMs) ? hourMs : Math.min(Math.max(waitMs, hourMs), longestWaitMs);
  return new Date(now.getTime() + clamped);
}

const known: Record<number, Pick<Failure, 'status' | 'reason' | 'detail'>> = {
  401: { status: 'refused', reason: 'auth', detail: 'asks for a login' },
  403: { status: 'refused', reason: 'forbidden', detail: 'refuses to answer us' },
  404: { status: 'failed', reason: 'not_found', detail: 'has nothing at this address tonight' },
  407: { status: 'refused', reason: 'auth', detail: 'asks for a login at a proxy' },
  410: {
    status: 'failed',
    reason: 'gone',
    detail: 'says that this is gone for good: remove it from brand.yml',
  },
  429: { status: 'refused', reason: 'rate_limited', detail: 'says that we ask too often' },
  451: { status: 'refused', reason: 'legal', detail: 'may not answer for legal reasons' },
};

/** What an HTTP status that is no answer means. */
export function failureOfStatus(
  http: number,
  headers: Readonly<Record<string, string>>,
  host: string,
  now: Date,
  challenged: boolean,
): Failure {
  const wait = retryAfter(headers['retry-after'], now);
  const found = challenged
    ? { status: 'refused' as const, reason: 'blocked_challenge', detail: 'wants proof of a browser' }
    : (known[http] ?? {
        status: 'failed' as const,
        reason: `http_${http}`,
        detail: 'gave no answer to read',
      });
  return {
    kind: 'failure',
    ...found,
    detail: `${host} ${found.detail} (HTTP ${http})`,
    http,
    ...(wait ? { nextAllowedAt: wait } : {}),
  };
}

/** Whether a host has said that it wants to be left alone: "too many requests", or "busy". */
export const wantsRest = (failure: Failure): boolean => failure.http === 429 || failure.http === 503;

/** What is said of a host that is left alone, for what it answered to an earlier request of the same run. */
export const atRest = (failure: Failure, host: string): Failure => ({
  kind: 'failure',
  status: 'refused',
  reason: 'retry_after',
  detail: `${host} was not asked any more: it answered HTTP ${failure.http} to an earlier request of this run`,
  ...(failure.nextAllowedAt ? { nextAllowedAt: failure.nextAllowedAt } : {}),
});

const reasons: [RegExp, string][] = [
  [/^NON_PUBLIC$/, 'non_public'],
  [/^ECONNREFUSED$/, 'conn_refused'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'conn_reset'],
  [/^(ENOTFOUND|ENODATA|EAI_NONAME)$/, 'dns_unknown'],
  [/^(EAI_\w+|ESERVFAIL|ETIMEOUT|EREFUSED)$/, 'dns_temp'],
  [/^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, 'headers'],
  [/^UND_ERR_PRX_TLS$/, 'tls'],
  [/^UND_ERR_PRX_/, 'proxy'],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'connect_timeout'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/, 'unreachable'],
  [/^HPE_|^UND_ERR_/, 'bad_http'],
  [/CERT|^ERR_SSL|^ERR_TLS|^EPROTO$|SIGNATURE|ISSUER|SELF_SIGNED|CRL/, 'tls'],
];

const ofCertificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  CERT_REVOKED: 'its certificate was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself alone',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by one that nobody here vouches for',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes without those that vouch for it',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate comes without those that vouch for it',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes without those that vouch for it',
};

/** What is wrong with TLS, in words. OpenSSL names its own source files: `…:error:0A00010B:SSL routines:f:reason:file.c:77:`. */
function tellTls(code: string, message: string): string {
  const reason = /\berror:[0-9A-F]+:[^:]*:[^:]*:([^:\n]+)/i.exec(message)?.[1];
  const told = ofCertificates[code] ?? (reason && `no common way to speak TLS (${reason.trim()})`);
  return told ?? (message || code);
}

function codeOf(error: unknown): string {
  // undici names what is no HTTP at all by the error's name, where its parser has no code for it.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_';
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What an error of the connection means. Unknown ones keep their message, so that they can be looked into. */
export function failureOfError(error: unknown, host: string): Failure {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  // undici has no code for a proxy that answers with something else than a connection.
  if (/^Proxy (response|Authentication)/.test(message)) {
    return { kind: 'failure', status: 'failed', reason: 'proxy', detail: `${host}: ${message}` };
  }
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'network';
  const told = reason === 'tls' ? tellTls(code, message) : message || code;
  return { kind: 'failure', status: 'failed', reason, detail: `${host}: ${told}` };
}
