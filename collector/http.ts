import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, type Dispatcher, request as undiciRequest } from 'undici';
import { names, readAddress } from './http/address.ts';
import { acceptedCodings, decodersFor, readBody } from './http/body.ts';
import { atRest, failureOfError, failureOfStatus, wantsRest } from './http/failures.ts';
import { guardedConnector, type Resolve, resolveBySystem } from './http/guard.ts';
import { type Robots, readRobots } from './http/robots.ts';
import { takeTurns } from './http/turns.ts';
import type { Answer, Door, Failure, NotModified, Request } from './types.ts';

const mostHops = 5;
const mostRetries = 2;
const mostHeaders = 200;
const longestHeadersBytes = 65_536;
const largestBodyBytes = 10_000_000;
const largestRobotsBytes = 500 * 1024; // what RFC 9309 asks to be read at least
const usualAccept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.8, */*;q=0.5';

export type DoorOptions = {
  /** Who we are and where to find us: `Earshot/1.2 (+https://github.com/owner/repo; contact)`. */
  userAgent: string;
  /** Hosts (`host` or `host:port`) that may be at private addresses: for tests. They are not made to wait, either. */
  allowPrivate: readonly string[];
  /** Hosts that may be read without TLS. */
  allowHttp: readonly string[];
  /** The clock that HTTP dates are held against, and that a source's time is taken from. */
  now: () => Date;
  /** How long to wait for the head of an answer, and for all of it, redirects and retries included. */
  deadlines?: { headersMs: number; totalMs: number };
  /** Pause between two requests to one host. */
  pauseMs?: number;
  /** Hosts whose robots.txt is set aside; `false` reads none at all. */
  robots?: { setAside: readonly string[] } | false;
  resolve?: Resolve;
  random?: () => number;
};

type Validators = Parameters<Door>[1];
type Reply = Answer & { http: number; notices?: string[] };
/** Time left of a source's allowance; waiting for a turn at a host is not taken from it. */
type Budget = { leftMs: number };
type Limits = { maxBytes: number; keepStart: boolean };

const failed = (reason: string, detail: string, http?: number): Failure => ({
  kind: 'failure',
  status: 'failed',
  reason,
  detail,
  ...(http === undefined ? {} : { http }),
});

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

const sendable = (value: string | undefined): value is string =>
  value !== undefined && /^[\x20-\x7e]{1,1024}$/.test(value);

function conditions(validators: Validators): Record<string, string> {
  return {
    ...(sendable(validators?.etag) ? { 'if-none-match': validators.etag } : {}),
    ...(sendable(validators?.lastModified) ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

/**
 * Opens the only door to the network: https (or named hosts without) to public addresses, one request at a time per
 * host, within deadlines and sizes, without cookies, as robots.txt allows. What goes wrong comes back as a value.
 * A door is for one run: a host that answers 429 or 503 is not asked through it any more, whatever the source.
 * Proxies of the environment are not used: behind one, the address that is connected to can't be checked.
 */
export function openDoor(options: DoorOptions): Door & { close: () => Promise<void> } {
  const { userAgent, allowPrivate, now } = options;
  const deadlines = options.deadlines ?? { headersMs: 10_000, totalMs: 30_000 };
  const random = options.random ?? Math.random;
  const closing = new AbortController();
  const inTurn = takeTurns(closing.signal);
  const agent = new Agent({
    connect: guardedConnector({
      resolve: options.resolve ?? resolveBySystem,
      timeoutMs: deadlines.headersMs,
      isOpen: (hostname, port, protocol) => {
        const url = URL.parse(`${protocol}//${hostname}${port ? `:${port}` : ''}`);
        return url !== null && names(allowPrivate, url);
      },
    }),
    maxHeaderSize: longestHeadersBytes,
    headersTimeout: 0, // our own deadlines hold
    bodyTimeout: 0,
  });
  /** What hosts answered that want to be left alone. */
  const resting = new Map<string, Failure>();
  const restOf = (url: URL): Failure | undefined => {
    const failure = resting.get(url.host);
    return failure && atRest(failure, url.host);
  };
  const pauseFor = (url: URL) => (names(allowPrivate, url) ? 0 : (options.pauseMs ?? 1000));

  /** One request, without redirects, in the host's turn. */
  async function askOnce(
    url: URL,
    headers: Record<string, string>,
    budget: Budget,
    limits: Limits,
  ): Promise<Reply | NotModified | Failure> {
    if (budget.leftMs <= 0) return failed('timeout', `${url.host}: no time left of ${deadlines.totalMs} ms`);
    const started = now().getTime();
    const total = AbortSignal.timeout(Math.ceil(budget.leftMs));
    const head = new AbortController();
    const headTimer = setTimeout(() => head.abort(), deadlines.headersMs);
    try {
      const response = await undiciRequest(url, {
        dispatcher: agent,
        method: 'GET',
        headers: { 'user-agent': userAgent, 'accept-encoding': acceptedCodings, ...headers },
        signal: AbortSignal.any([total, head.signal]),
      });
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
      budget.leftMs -= Math.max(0, now().getTime() - started);
    }
  }

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
    const isRead = http >= 200 && http < 300 && http !== 206;
    if (!isRead) {
      leave();
      if (http === 304) return { kind: 'not_modified', http };
      const { location } = headers;
      if (!(http in redirects) || location === undefined) {
        return failureOfStatus(http, headers, url.host, now());
      }
      return { kind: 'answer', url: url.href, http, headers, body: new Uint8Array(), whole: true };
    }
    const chain = decodersFor(headers['content-encoding'] ?? '');
    if (!Array.isArray(chain)) {
      leave();
      return failed(chain.reason, `${url.host}: ${chain.detail}`, http);
    }
    const body = await readBody(response.body, chain, { ...limits, signal });
    if ('reason' in body) return failed(body.reason, `${url.host}: ${body.detail}`, http);
    return { kind: 'answer', url: url.href, http, headers, body: body.bytes, whole: body.whole };
  }

  /** Asks again where the connection was refused or reset before an answer came: at most twice, after a moment. */
  async function ask(
    url: URL,
    headers: Record<string, string>,
    budget: Budget,
    limits: Limits,
  ): Promise<Reply | NotModified | Failure> {
    return inTurn(url.host, pauseFor(url), async () => {
      const rest = restOf(url); // the host may have spoken while this request waited for its turn
      if (rest) return rest;
      for (let attempt = 0; ; attempt++) {
        const reply = await askOnce(url, headers, budget, limits);
        if (reply.kind === 'failure' && wantsRest(reply)) resting.set(url.host, reply);
        const again =
          reply.kind === 'failure' && (reply.reason === 'conn_refused' || reply.reason === 'conn_reset');
        const waitMs = (0.5 + random()) * Math.max(pauseFor(url), 100) * 2 ** attempt;
        if (!again || attempt === mostRetries || waitMs >= budget.leftMs) return reply;
        await sleep(waitMs);
        budget.leftMs -= waitMs;
      }
    });
  }

  /** Follows redirects by ourselves, so that every hop is looked at before it is taken. */
  async function follow(
    first: URL,
    headers: Record<string, string>,
    budget: Budget,
    limits: Limits,
    allowed: (url: URL) => Promise<Failure | undefined>,
  ): Promise<Reply | NotModified | Failure> {
    let url = first;
    let forGood = true;
    for (let hop = 0; hop <= mostHops; hop++) {
      const hindered = restOf(url) ?? (await allowed(url));
      if (hindered) return hindered;
      const reply = await ask(url, headers, budget, limits);
      if (reply.kind !== 'answer' || !(reply.http in redirects)) {
        const moved = reply.kind === 'answer' && hop > 0 && forGood;
        return moved ? { ...reply, notices: [`${first.href} has moved for good: use ${url.href}`] } : reply;
      }
      const { location = '' } = reply.headers;
      const next = readAddress(location, url, options);
      if (!(next instanceof URL)) {
        return failed(next.reason, `${url.host} redirects: ${next.detail}`, reply.http);
      }
      forGood &&= redirects[reply.http] === 'for good';
      url = next;
    }
    return failed('redirect_loop', `${first.href} redirects more than ${mostHops} times`);
  }

  const robotsOf = new Map<string, Promise<Robots | Failure>>();

  async function readRobotsOf(url: URL, budget: Budget): Promise<Robots | Failure> {
    const address = new URL('/robots.txt', url);
    const limits = { maxBytes: largestRobotsBytes, keepStart: true };
    const reply = await follow(address, {}, budget, limits, async () => undefined);
    const agentName = /^[\w-]+/.exec(userAgent)?.[0] ?? '*';
    if (reply.kind === 'answer') return readRobots(new TextDecoder().decode(reply.body), agentName);
    const unavailable =
      reply.kind === 'failure' &&
      (['redirect_loop', 'scheme', 'downgrade', 'not_tls', 'bad_url', 'encoding'].includes(reply.reason) ||
        (reply.http !== undefined && reply.http < 500 && !wantsRest(reply)));
    if (reply.kind === 'not_modified' || unavailable) return () => true;
    // A host that can't say what it allows is taken to allow nothing tonight; its own trouble is the reason.
    return { ...reply, detail: `${reply.detail} for robots.txt, so that nothing else was asked for` };
  }

  async function allowedByRobots(url: URL, budget: Budget): Promise<Failure | undefined> {
    if (options.robots === false || names(options.robots?.setAside ?? [], url)) return undefined;
    const asked = robotsOf.get(url.origin) ?? readRobotsOf(url, budget);
    robotsOf.set(url.origin, asked);
    const robots = await asked;
    if (typeof robots !== 'function') return robots;
    if (robots(`${url.pathname}${url.search}`)) return undefined;
    return {
      kind: 'failure',
      status: 'refused',
      reason: 'robots',
      detail: `robots.txt of ${url.host} does not allow ${url.pathname}; network.robots can set it aside, with a reason`,
    };
  }

  async function door(request: Request, validators?: Validators): Promise<Reply | NotModified | Failure> {
    const url = readAddress(request.url, undefined, options);
    if (!(url instanceof URL)) return failed(url.reason, url.detail);
    const budget: Budget = { leftMs: deadlines.totalMs };
    const sent = conditions(validators);
    const headers = { accept: request.accept ?? usualAccept, ...sent };
    const reply = await follow(
      url,
      headers,
      budget,
      { maxBytes: largestBodyBytes, keepStart: false },
      (next) => allowedByRobots(next, budget),
    );
    if (reply.kind === 'not_modified' && Object.keys(sent).length === 0) {
      return failed('bad_304', `${url.host} says "not modified" though we named no version`, 304);
    }
    if (reply.kind === 'answer' && reply.body.length === 0) {
      return failed('empty_body', `${url.host} sent no bytes (HTTP ${reply.http})`, reply.http);
    }
    return reply;
  }

  async function close() {
    closing.abort();
    await agent.destroy();
  }
  return Object.assign(door, { close });
}

/** Redirects, and whether the new address is to be used from now on. */
const redirects: Record<number, 'for good' | 'for now'> = {
  301: 'for good',
  302: 'for now',
  303: 'for now',
  307: 'for now',
  308: 'for good',
};
