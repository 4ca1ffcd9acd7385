import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Chance } from './chance.ts';
import { drawRetryAfter, type Fault, type FaultKind, faults, restful } from './faults.ts';
import { render } from './render.ts';
import type { Exchange, Host, Web } from './server.ts';
import { dateAt, type Story } from './stories.ts';
import { listedAt, type MadeFeed } from './world.ts';

const hourMs = 3_600_000;

/** What the hosts know after the year: what they handed out, and what they asked for. */
export type Truth = {
  /** By feed and code: the story, moments that it was stated under, and whether a whole answer held it. */
  handed: Map<string, Map<string, Handed>>;
  /** By host: not to be asked again before this moment (milliseconds UTC), as its answers said. */
  restUntil: { host: string; path: string; from: number; until: number; why: string }[];
  /** Requests for feeds that had offered a validator, and how many were conditional. */
  conditional: { wanted: number; sent: number; afterBreak: number };
};
export type Handed = { story: Story; moments: Set<string>; whole: boolean };

/** To the second, as most feeds write it. */
const momentOf = (at: number): string => new Date(at).toISOString().slice(0, 19);

/** Plays the feeds of the world, each under the fault of the night. `now` and `faultOf` are asked at each request. */
export async function openHosts(
  web: Web,
  feeds: readonly MadeFeed[],
  chance: Chance,
  now: () => Date,
  faultOf: (feed: MadeFeed) => Fault | undefined,
): Promise<{ urlOf: Map<string, string>; truth: Truth }> {
  const truth: Truth = {
    handed: new Map(feeds.map(({ id }) => [id, new Map()])),
    restUntil: [],
    conditional: { wanted: 0, sent: 0, afterBreak: 0 },
  };
  /** Whether the last answer of a feed leaves a validator to be sent back. */
  const offered = new Map<string, 'yes' | 'broken'>();
  const urlOf = new Map<string, string>();

  function hand(feed: MadeFeed, stories: readonly Story[], whole: boolean): void {
    const at = now().getTime();
    const known = truth.handed.get(feed.id) as Map<string, Handed>;
    for (const story of stories) {
      const before = known.get(story.code);
      if (before?.whole) continue;
      const moments = before?.moments ?? new Set();
      // A date ahead of the clock is set right to the night's.
      moments.add(momentOf(feed.dates ? Math.min(dateAt(story, at), at) : at));
      known.set(story.code, { story, moments, whole });
    }
  }

  function give(feed: MadeFeed, fault: Fault | undefined, { asked, response, socket }: Exchange): void {
    const at = now().getTime();
    const stories = listedAt(feed, at);
    const document = Buffer.from(render(feed, stories, at));
    const version = createHash('sha1').update(document).digest('hex').slice(0, 16);
    const etag = `"${feed.validators === 'restless' ? `${version}-${at}` : version}"`;
    const changes = stories.flatMap(({ joins, edited, redated }) => [joins, edited ?? 0, redated?.from ?? 0]);
    const modified = new Date(Math.max(0, ...changes.filter((change) => change <= at))).toUTCString();
    const says = { etag: false, modified: false, ...validatorsOf(feed) };
    const headers: Record<string, string> = {
      'content-type': feed.format === 'json' ? 'application/json' : 'text/xml; charset=utf-8',
      ...(says.etag ? { etag } : {}),
      ...(says.modified ? { 'last-modified': modified } : {}),
    };
    if (fault) {
      hand(feed, stories, false);
      if (says.etag || says.modified) offered.set(feed.id, 'broken');
      const bytes = fault.kind === 'cut_gzip' ? gzipSync(document) : document;
      if (fault.kind === 'cut_gzip') headers['content-encoding'] = 'gzip';
      const part = bytes.subarray(0, Math.floor((bytes.length - 1) * fault.part));
      response.writeHead(200, { ...headers, 'content-length': String(bytes.length) });
      response.write(part, () => socket.destroySoon());
      if (part.length === 0) socket.destroySoon();
      return;
    }
    const { 'if-none-match': named, 'if-modified-since': since } = asked.headers;
    const isSame = says.etag ? named === etag : says.modified && since === modified;
    if (isSame) {
      response.writeHead(304, headers).end();
      return;
    }
    hand(feed, stories, true);
    if (says.etag || says.modified) offered.set(feed.id, 'yes');
    const packed = feed.gzip ? gzipSync(document) : document;
    response.writeHead(200, feed.gzip ? { ...headers, 'content-encoding': 'gzip' } : headers).end(packed);
  }

  function wants(feed: MadeFeed, kind: FaultKind, exchange: Exchange): void {
    const at = now();
    const { value, hours } = drawRetryAfter(chance, at);
    const until = at.getTime() + hours * hourMs;
    truth.restUntil.push({
      host: feed.host,
      path: feed.path,
      from: at.getTime(),
      until,
      why: `Retry-After: ${value}`,
    });
    const status = (faults[kind] as { status?: number }).status ?? 429;
    exchange.response.writeHead(status, { 'retry-after': value }).end();
  }

  function play(feed: MadeFeed, exchange: Exchange): void {
    const fault = faultOf(feed);
    const { conditional } = exchange.asked;
    const offer = offered.get(feed.id);
    if (offer === 'yes') truth.conditional.wanted += 1;
    if (offer === 'yes' && conditional) truth.conditional.sent += 1;
    if (offer === 'broken') truth.conditional.afterBreak += 1;
    if (!fault || fault.kind === 'cut' || fault.kind === 'cut_gzip') {
      give(feed, fault, exchange);
      return;
    }
    // What was no feed at all, or a lie, takes the validator with it.
    const breaks = fault.kind === 'json_error' || (fault.kind === 'odd_304' && !conditional);
    if (breaks && offer) offered.set(feed.id, 'broken');
    const at = now().getTime();
    if (fault.kind === 'gone') {
      truth.restUntil.push({
        host: feed.host,
        path: feed.path,
        from: at,
        until: at + 7 * 24 * hourMs,
        why: 'HTTP 410',
      });
    }
    if ('status' in faults[fault.kind]) wants(feed, fault.kind, exchange);
    else (faults[fault.kind] as { play?: (exchange: Exchange) => void }).play?.(exchange);
  }

  for (const [name, neighbours] of Map.groupBy(feeds, ({ host }) => host)) {
    const robotsFault = () => neighbours.map(faultOf).find((fault) => fault && isOfRobots(fault.kind))?.kind;
    const host: Host = await web.host(
      name,
      (exchange) => {
        const feed = neighbours.find(({ path }) => path === exchange.asked.path);
        if (feed) play(feed, exchange);
        else exchange.response.writeHead(404).end();
      },
      {
        robots: ({ response }) => {
          const kind = robotsFault();
          if (kind === 'no_robots') {
            response.writeHead(500).end();
            return;
          }
          const rules =
            kind === 'disallowed'
              ? 'User-agent: *\nDisallow: /feeds/\n'
              : 'User-agent: *\nDisallow: /private/\n';
          response.writeHead(200, { 'content-type': 'text/plain' }).end(rules);
        },
      },
    );
    for (const feed of neighbours) urlOf.set(feed.id, `${host.origin}${feed.path}`);
  }
  return { urlOf, truth };
}

export const isOfRobots = (kind: FaultKind): boolean => kind === 'no_robots' || kind === 'disallowed';
export const isRestful = (kind: FaultKind): boolean => restful.includes(kind);

function validatorsOf({ validators }: MadeFeed): { etag?: boolean; modified?: boolean } {
  if (validators === 'both') return { etag: true, modified: true };
  if (validators === 'modified') return { modified: true };
  return validators === 'none' ? {} : { etag: true };
}
