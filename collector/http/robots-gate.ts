import type { Failure, NotModified } from '../types.ts';
import type { Budget, Limits, Reply } from './ask-once.ts';
import { wantsRest } from './failures.ts';
import { type Robots, readRobots } from './robots.ts';

const limits: Limits = { maxBytes: 500 * 1024, keepStart: true }; // what RFC 9309 asks to be read at least
/** A host may ask for longer pauses than ours; asked for more than this, a night would not end. */
const longestDelayMs = 30_000;

/** Where these are why there is no robots.txt, there is none: RFC 9309, 2.3.1.3, "unavailable". */
const unavailable = ['redirect_loop', 'scheme', 'downgrade', 'not_tls', 'bad_url', 'encoding'];

/** What stands in the way of an address by its host's robots.txt, which is read once a run. */
export type RobotsGate = {
  hindrance: (url: URL, budget: Budget) => Promise<Failure | undefined>;
  /** Pause that the host asks for, in milliseconds, as far as its robots.txt was read; 0 where it asks for none. */
  delayMs: (url: URL) => number;
};

/** @param ask follows redirects, in the host's turn */
export function openRobotsGate(
  userAgent: string,
  ask: (url: URL, budget: Budget, limits: Limits) => Promise<Reply | NotModified | Failure>,
): RobotsGate {
  const agentName = /^[a-z_-]+/i.exec(userAgent)?.[0] ?? '*';
  const asked = new Map<string, Promise<Robots | Failure>>();
  const delays = new Map<string, number>();

  async function read(url: URL, budget: Budget): Promise<Robots | Failure> {
    const reply = await ask(new URL('/robots.txt', url), budget, limits);
    if (reply.kind === 'answer') return readRobots(new TextDecoder().decode(reply.body), agentName);
    const isUnavailable =
      reply.kind === 'failure' &&
      (unavailable.includes(reply.reason) ||
        (reply.http !== undefined && reply.http < 500 && !wantsRest(reply)));
    if (reply.kind === 'not_modified' || isUnavailable) return { allows: () => true };
    // A host that can't say what it allows is taken to allow nothing tonight; its own trouble is the reason.
    return { ...reply, detail: `${reply.detail} for robots.txt, so that nothing else was asked for` };
  }

  return {
    hindrance: async (url, budget) => {
      const reading = asked.get(url.origin) ?? read(url, budget);
      asked.set(url.origin, reading);
      const robots = await reading;
      if (!('allows' in robots)) return robots;
      delays.set(url.host, Math.min(robots.crawlDelayMs ?? 0, longestDelayMs));
      if (robots.allows(`${url.pathname}${url.search}`)) return undefined;
      return {
        kind: 'failure',
        status: 'refused',
        reason: 'robots',
        detail: `robots.txt of ${url.host} does not allow ${url.pathname}; network.robots can set it aside, with a reason`,
      };
    },
    delayMs: (url) => delays.get(url.host) ?? 0,
  };
}
