import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { Agent } from 'undici';
import { asUtf8, names, readAddress } from './http/address.ts';
import {
  type Budget,
  type Limits,
  type Outgoing,
  openAskOnce,
  type Reply,
  redirects,
} from './http/ask-once.ts';
import { atRest, failed, wantsRest } from './http/failures.ts';
import { guardedConnector, type Resolve, resolveBySystem, timely } from './http/guard.ts';
import { hiddenFromProxy, openProxied, type Proxies } from './http/proxy.ts';
import { retriesFor, waitBefore } from './http/retry.ts';
import { openRobotsGate } from './http/robots-gate.ts';
import { withoutSecrets } from './http/secrets.ts';
import { serverDate } from './http/server-dates.ts';
import { takeTurns } from './http/turns.ts';
import type { Door, Failure, NotModified, Request } from './types.ts';

const mostHops = 5;
/** Requests under way at once, over all hosts. */
const mostAtOnce = 32;
/** Share of the time for the head of an answer that may go to looking up its host. */
const lookupShare = 0.8;
const longestHeadersBytes = 65_536;
const largestBodyBytes = 10_000_000;
const usualAccept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.8, */*;q=0.5';

export type DoorOptions = {
  /** Who we are and where to find us: `Earshot/1.2 (+https://github.com/owner/repo; contact)`. */
  userAgent: string;
  /** Hosts (`host` or `host:port`) that may be at private addresses, for tests. No proxy is used for them. */
  allowPrivate: readonly string[];
  /** Hosts that may be read without TLS. */
  allowHttp: readonly string[];
  /** The clock that HTTP dates are held against. */
  now: () => Date;
  /** A clock that only runs forward, in milliseconds: what pauses and a source's time are measured by. */
  elapsedMs: () => number;
  /** How long to wait for the head of an answer, and for all of it, redirects and retries included. */
  deadlines?: { headersMs: number; totalMs: number };
  /** Pause between two requests to one host; a second where left out. */
  pauseMs?: number;
  /** Hosts whose robots.txt is set aside; `false` reads none at all. */
  robots?: { setAside: readonly string[] } | false;
  /** What forbids an address, if anything: looked at on every hop before it is taken. */
  forbids?: (address: string) => Failure | undefined;
  proxies?: Proxies;
  resolve?: Resolve;
  random?: () => number;
};

export type OpenDoor = Door & {
  /** What the servers' clocks say, one a host, as far as they have answered. */
  serverDates: () => Date[];
  close: () => Promise<void>;
};

type Validators = Parameters<Door>[1];
/** A request on its way through redirects. */
type Journey = {
  form?: Request['form'] | undefined;
  json?: Request['json'] | undefined;
  authorization?: string | undefined;
  headers: Record<string, string>;
  pauseMs: number;
  budget: Budget;
  limits: Limits;
};

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
 * host and a second apart, many hosts at once, within deadlines and sizes, without cookies, as robots.txt allows. What
 * goes wrong comes back as a value. A door is for one run: a host that answers 429 or 503 is not asked through it any
 * more, whatever the source. Through a proxy, the address that is connected to can't be seen: hosts are then looked up
 * before, and the proxy is trusted to find the same.
 */
export function openDoor(options: DoorOptions): OpenDoor {
  const { userAgent, allowPrivate, now, elapsedMs } = options;
  const deadlines = options.deadlines ?? { headersMs: 10_000, totalMs: 30_000 };
  const resolve = timely(options.resolve ?? resolveBySystem, deadlines.headersMs * lookupShare);
  const random = options.random ?? Math.random;
  const closing = new AbortController();
  const inTurn = takeTurns(closing.signal, elapsedMs);
  const slot = pLimit(mostAtOnce);
  const connections = {
    connect: guardedConnector({
      resolve,
      timeoutMs: deadlines.headersMs,
      isOpen: (hostname, port, protocol) => {
        const url = URL.parse(`${protocol}//${hostname}${port ? `:${port}` : ''}`);
        return url !== null && names(allowPrivate, url);
      },
    }),
    allowH2: false,
    connections: 1, // an origin; what a host is asked comes one after the other
    maxHeaderSize: longestHeadersBytes,
    headersTimeout: 0, // our own deadlines hold
    bodyTimeout: 0,
  };
  const direct = new Agent(connections);
  const proxied = options.proxies && openProxied(options.proxies, connections, deadlines.headersMs);
  const isProxied = (url: URL) => proxied !== undefined && !names(allowPrivate, url);
  const dates = new Map<string, Date>();
  const askOnce = openAskOnce({
    userAgent,
    dispatcherFor: (url) => (isProxied(url) && proxied) || direct,
    hidden: async (url) => (isProxied(url) ? hiddenFromProxy(url.hostname, resolve) : undefined),
    deadlines,
    now,
    elapsedMs,
    onAnswer: (url, headers) => {
      const date = serverDate(headers);
      if (date) dates.set(url.host, date);
    },
  });

  /** What hosts answered that want to be left alone. */
  const resting = new Map<string, Failure>();
  const restOf = (url: URL): Failure | undefined => {
    const failure = resting.get(url.host);
    return failure && atRest(failure, url.host);
  };

  /** In the host's turn; asks again where that is worth it. What was posted is posted once. */
  async function ask(
    outgoing: Outgoing,
    { budget, limits, pauseMs }: Journey,
  ): Promise<Reply | NotModified | Failure> {
    const { url } = outgoing;
    return inTurn(url.host, pauseMs, async () => {
      const rest = restOf(url); // the host may have spoken while this request waited for its turn
      if (rest) return rest;
      for (let retry = 0; ; retry++) {
        const reply = await slot(() => askOnce(outgoing, budget, limits));
        if (reply.kind !== 'failure') return reply;
        if (wantsRest(reply)) resting.set(url.host, reply);
        const waitMs = waitBefore(retry, pauseMs, random);
        if (outgoing.body !== undefined || retry >= retriesFor(reply) || waitMs >= budget.leftMs)
          return reply;
        await sleep(waitMs);
        budget.leftMs -= waitMs;
      }
    });
  }

  /** Follows redirects by ourselves, so that every hop is looked at before it is taken. */
  async function follow(
    first: URL,
    journey: Journey,
    hindrance: (url: URL, journey: Journey) => Promise<Failure | undefined>,
  ): Promise<Reply | NotModified | Failure> {
    let url = first;
    let forGood = true;
    let { form, json, authorization } = journey;
    for (let hop = 0; hop <= mostHops; hop++) {
      const carried = { ...journey, form, json, authorization };
      const hindered = restOf(url) ?? (await hindrance(url, carried));
      if (hindered) return hindered;
      const reply = await ask(outgoing(url, carried), {
        ...journey,
        pauseMs: Math.max(journey.pauseMs, robots?.delayMs(url) ?? 0),
      });
      if (reply.kind !== 'answer' || !(reply.http in redirects)) {
        const isPlain = form === undefined && json === undefined;
        const moved = reply.kind === 'answer' && hop > 0 && forGood && isPlain;
        return moved ? { ...reply, notices: [`${first.href} has moved for good: use ${url.href}`] } : reply;
      }
      const next = readAddress(asUtf8(reply.headers['location'] ?? ''), url, options);
      if (!(next instanceof URL)) {
        return failed(next.reason, `${url.host} redirects: ${next.detail}`, reply.http);
      }
      if (next.origin !== url.origin) {
        authorization = undefined;
        if (form || json)
          return failed(
            `http_${reply.http}`,
            `${url.host} wants what was posted to it sent on to ${next.host}`,
            reply.http,
          );
      }
      if (reply.http < 307) [form, json] = [undefined, undefined];
      forGood &&= redirects[reply.http] === 'for good';
      url = next;
    }
    return failed('redirect_loop', `${first.href} redirects more than ${mostHops} times`);
  }

  const robots =
    options.robots === false
      ? undefined
      : openRobotsGate(userAgent, (url, budget, limits) =>
          follow(url, { headers: {}, pauseMs: usualPauseMs, budget, limits }, async () => undefined),
        );
  const usualPauseMs = options.pauseMs ?? 1000;
  const setAside = options.robots === false ? [] : (options.robots?.setAside ?? []);

  async function door(request: Request, validators?: Validators): Promise<Reply | NotModified | Failure> {
    const url = readAddress(request.url, undefined, options);
    if (!(url instanceof URL)) return failed(url.reason, url.detail);
    const isLogin = request.form !== undefined || request.authorization !== undefined;
    if (isLogin && url.protocol !== 'https:' && !names(allowPrivate, url)) {
      return failed('not_tls', `${url.host} is without TLS, so that no login is sent there`);
    }
    const { form, json, authorization } = request;
    const sent = form || json ? {} : conditions(validators);
    const reply = await follow(
      url,
      {
        headers: { accept: request.accept ?? usualAccept, ...sent },
        form,
        json,
        authorization,
        pauseMs: Math.max(usualPauseMs, request.pauseMs ?? 0),
        budget: { leftMs: deadlines.totalMs },
        limits: { maxBytes: largestBodyBytes, keepStart: false },
      },
      async (next, { form, authorization, budget }) => {
        const forbidden = options.forbids?.(next.href);
        if (forbidden) return forbidden;
        // Robots.txt is for those who come unasked; who gave us a key, or runs an API for programs, has said what it is for.
        const isInvited =
          form !== undefined ||
          authorization !== undefined ||
          (request.invited === true && next.origin === url.origin);
        return isInvited || names(setAside, next) ? undefined : robots?.hindrance(next, budget);
      },
    );
    if (reply.kind === 'not_modified' && Object.keys(sent).length === 0) {
      return failed('bad_304', `${url.host} says "not modified" though we named no version`, 304);
    }
    if (reply.kind === 'answer' && reply.body.length === 0) {
      return failed('empty_body', `${url.host} sent no bytes (HTTP ${reply.http})`, reply.http);
    }
    return withoutSecrets(reply, request);
  }

  async function close() {
    closing.abort();
    await Promise.all([direct.destroy(), proxied?.destroy()]);
  }
  return Object.assign(door, { serverDates: () => [...dates.values()], close });
}

function outgoing(url: URL, { headers, form, json, authorization }: Journey): Outgoing {
  const [type, body] = form
    ? ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()]
    : ['application/json', JSON.stringify(json)];
  return {
    url,
    headers: {
      ...headers,
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body }),
  };
}
