import { type Dispatcher, request as undiciRequest } from 'undici';
import type { Answer, Failure, NotModified } from '../types.ts';
import { acceptedCodings, decodersFor, readBody } from './body.ts';
import { isChallenge, isChallengeByHeaders, isChallengePage, startOfPageBytes } from './challenge.ts';
import { failed, failureOfError, failureOfStatus } from './failures.ts';

const mostHeaders = 200;
/** What refuses us is looked into for so long: whether it is a challenge. */
const longestLookMs = 5000;

export type Reply = Answer & { http: number; notices?: string[] };
/** Time left of a source's allowance; waiting for a turn at a host is not taken from it. */
export type Budget = { leftMs: number };
export type Limits = { maxBytes: number; keepStart: boolean };
/** One request as it goes out; by POST where it has a body. */
export type Outgoing = { url: URL; headers: Record<string, string>; body?: string };
export type AskOnce = (
  outgoing: Outgoing,
  budget: Budget,
  limits: Limits,
) => Promise<Reply | NotModified | Failure>;

/** Redirects, and whether the new address is to be used from now on. */
export const redirects: Record<number, 'for good' | 'for now'> = {
  301: 'for good',
  302: 'for now',
  303: 'for now',
  307: 'for now',
  308: 'for good',
};

/** Names once each, no cookies: nothing of them is kept or sent. */
function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> | undefined {
  const fields = Object.entries(headers).filter(([, value]) => value !== undefined);
  if (fields.reduce((sum, [, value]) => sum + (Array.isArray(value) ? value.length : 1), 0) > mostHeaders) {
    return undefined;
  }
  return Object.fromEntries(
    fields
      .filter(([name]) => name !== 'set-cookie')
      .map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}

/** The work's result, or the signal's reason as an error if that comes first. */
const unlessAborted = <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);

/**
 * Asks for one address once, without redirects: within the deadlines and the source's time, the body decompressed as it
 * comes and never larger than its limit. What goes wrong comes back as a value.
 */
export function openAskOnce(options: {
  userAgent: string;
  dispatcherFor: (url: URL) => Dispatcher;
  /** Why an address may not be asked for, where the connection itself won't tell. */
  hidden: (url: URL) => Promise<string | undefined>;
  deadlines: { headersMs: number; totalMs: number };
  now: () => Date;
  elapsedMs: () => number;
  /** Is told the headers of every answer. */
  onAnswer: (url: URL, headers: Readonly<Record<string, string>>) => void;
}): AskOnce {
  const { deadlines } = options;

  async function receive(
    url: URL,
    response: Dispatcher.ResponseData,
    limits: Limits,
    signal: AbortSignal,
  ): Promise<Reply | NotModified | Failure> {
    const http = response.statusCode;
    const headers = plainHeaders(response.headers);
    const leave = () => {
      response.body.on('error', () => {}).destroy();
    };
    if (!headers) {
      leave();
      return failed('headers', `${url.host} sends more than ${mostHeaders} header fields`, http);
    }
    options.onAnswer(url, headers);
    if (http === 304) {
      leave();
      return { kind: 'not_modified', http };
    }
    if (http in redirects && headers['location'] !== undefined) {
      leave();
      return { kind: 'answer', url: url.href, http, headers, body: new Uint8Array(), whole: true };
    }
    const refused = (challenged: boolean) =>
      failureOfStatus(http, headers, url.host, options.now(), challenged);
    const isRead = http >= 200 && http < 300 && http !== 206;
    if (isChallengeByHeaders(headers) || (!isRead && http < 400)) {
      leave();
      return refused(isChallengeByHeaders(headers));
    }
    const chain = decodersFor(headers['content-encoding'] ?? '');
    if (!Array.isArray(chain)) {
      leave();
      return isRead ? failed(chain.reason, `${url.host}: ${chain.detail}`, http) : refused(false);
    }
    if (!isRead) {
      const soon = AbortSignal.any([signal, AbortSignal.timeout(longestLookMs)]);
      const start = { maxBytes: startOfPageBytes, keepStart: true, signal: soon };
      const body = await readBody(response.body, chain, start);
      return refused('bytes' in body && isChallenge(body.bytes));
    }
    const body = await readBody(response.body, chain, { ...limits, signal });
    if ('reason' in body) return failed(body.reason, `${url.host}: ${body.detail}`, http);
    if (isChallengePage(body.bytes)) return refused(true);
    return { kind: 'answer', url: url.href, http, headers, body: body.bytes, whole: body.whole };
  }

  return async ({ url, headers, body }, budget, limits) => {
    if (budget.leftMs <= 0) return failed('timeout', `${url.host}: no time left of ${deadlines.totalMs} ms`);
    const startedMs = options.elapsedMs();
    const total = AbortSignal.timeout(Math.ceil(budget.leftMs));
    const head = new AbortController();
    const headTimer = setTimeout(() => head.abort(), deadlines.headersMs);
    const signal = AbortSignal.any([total, head.signal]);
    try {
      const hidden = await unlessAborted(signal, options.hidden(url));
      if (hidden !== undefined) return failed('non_public', hidden);
      const asking = undiciRequest(url, {
        dispatcher: options.dispatcherFor(url),
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'user-agent': options.userAgent, 'accept-encoding': acceptedCodings, ...headers },
        ...(body === undefined ? {} : { body }),
        signal,
      });
      // As long as it connects, undici keeps an aborted request waiting.
      const response = await unlessAborted(signal, asking);
      clearTimeout(headTimer);
      return await receive(url, response, limits, total);
    } catch (error) {
      if (total.aborted)
        return failed('timeout', `${url.host} gave no whole answer in ${deadlines.totalMs} ms`);
      if (head.signal.aborted) {
        return failed('header_timeout', `${url.host} began no answer in ${deadlines.headersMs} ms`);
      }
      return failureOfError(error, url.host);
    } finally {
      clearTimeout(headTimer);
      budget.leftMs -= options.elapsedMs() - startedMs;
    }
  };
}
