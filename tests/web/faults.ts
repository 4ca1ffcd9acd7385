import { gzipSync } from 'node:zlib';
import type { Chance } from './chance.ts';
import type { Exchange, Play } from './server.ts';

/** What a host makes of a night in which it does not simply answer. */
export type Fault = {
  kind: FaultKind;
  /** How much of the document comes, of 1, where it breaks off. */
  part: number;
};

const login =
  '<!doctype html><html><head><title>Sign in</title></head><body><form action="/login"><input name="user"></form></body></html>';
const consent =
  '<!DOCTYPE html><html lang="de"><head><title>Bevor Sie fortfahren</title></head><body><div id="consent">Wir verwenden Cookies</div></body></html>';
const errorPage = '<html><head><title>Sorry</title></head><body><h1>Something broke</h1></body></html>';

const answer =
  (status: number, body: string | Uint8Array = '', headers: Record<string, string> = {}): Play =>
  ({ response }) =>
    void response.writeHead(status, headers).end(body);
const html = { 'content-type': 'text/html; charset=utf-8' };

/**
 * Kinds by how often they are drawn, how many nights they stay, what is played, and which status and reason the ledger
 * must then give. Those without a play need to know the document, the clock or robots.txt: `year.ts` plays them.
 */
export const faults = {
  http_500: { often: 8, nights: 2, play: answer(500, errorPage, html), tells: ['failed http_500'] },
  http_502: { often: 4, nights: 1, play: answer(502, errorPage, html), tells: ['failed http_502'] },
  busy: { often: 5, nights: 3, play: answer(503, errorPage, html), tells: ['failed http_503'] },
  long_busy: { often: 1, nights: 10, play: answer(503), tells: ['failed http_503'] },
  busy_until: { often: 4, nights: 1, status: 503, tells: ['failed http_503'] },
  too_many: { often: 3, nights: 2, play: answer(429), tells: ['refused rate_limited'] },
  too_many_until: { often: 6, nights: 1, status: 429, tells: ['refused rate_limited'] },
  silence: { often: 0.5, nights: 1, play: () => {}, tells: ['failed header_timeout', 'failed timeout'] },
  reset: {
    often: 5,
    nights: 1,
    play: ({ socket }: Exchange) => void socket.destroy(),
    tells: ['failed conn_reset'],
  },
  garbage: {
    often: 2,
    nights: 1,
    play: ({ socket }: Exchange) => void socket.end('220 mail.example ESMTP\r\n'),
    tells: ['failed bad_http'],
  },
  cut: { often: 7, nights: 1, tells: ['cut broke_off', 'failed empty_body'] },
  cut_gzip: { often: 4, nights: 1, tells: ['cut broke_off', 'failed empty_body'] },
  empty: { often: 5, nights: 2, play: answer(200), tells: ['failed empty_body'] },
  // A list without items, well-formed: before the first items nobody can tell it from a young one.
  hollow: {
    often: 5,
    nights: 4,
    play: answer(200, '<rss version="2.0"><channel><title>t</title></channel></rss>', {
      'content-type': 'application/rss+xml',
    }),
    tells: ['empty was_fuller', 'empty', 'not_modified same_bytes'],
  },
  no_content: { often: 3, nights: 1, play: answer(204), tells: ['failed empty_body'] },
  login: { often: 5, nights: 3, play: answer(200, login, html), tells: ['refused html_not_feed'] },
  consent: { often: 3, nights: 3, play: answer(200, consent, html), tells: ['refused html_not_feed'] },
  page_as_feed: {
    often: 2,
    nights: 1,
    play: answer(200, errorPage, { 'content-type': 'application/rss+xml', etag: '"error-page"' }),
    tells: ['refused html_not_feed'],
  },
  challenge: {
    often: 4,
    nights: 3,
    play: answer(403, '<html><body>Just a moment...</body></html>', { ...html, 'cf-mitigated': 'challenge' }),
    tells: ['refused blocked_challenge'],
  },
  forbidden: { often: 3, nights: 3, play: answer(403, errorPage, html), tells: ['refused forbidden'] },
  not_found: { often: 5, nights: 4, play: answer(404, errorPage, html), tells: ['failed not_found'] },
  gone: { often: 0.7, nights: 12, play: answer(410), tells: ['failed gone'] },
  loop: {
    often: 3,
    nights: 1,
    play: ({ response, asked }: Exchange) => void response.writeHead(302, { location: asked.path }).end(),
    tells: ['failed redirect_loop'],
  },
  to_private: {
    often: 2,
    nights: 1,
    play: answer(302, '', { location: 'http://169.254.169.254/latest/' }),
    tells: ['failed non_public'],
  },
  bad_gzip: {
    often: 4,
    nights: 1,
    play: answer(200, '<rss version="2.0"><channel/></rss>', { 'content-encoding': 'gzip' }),
    tells: ['failed encoding'],
  },
  torn_gzip: {
    often: 2,
    nights: 1,
    play: ({ response }: Exchange) => {
      const bytes = gzipSync(errorPage.repeat(50));
      bytes.fill(0x55, 20, 60);
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
    },
    tells: ['failed encoding'],
  },
  odd_304: {
    often: 3,
    nights: 1,
    // Says "not modified" to who named no version; who named one gets an error, since a lie could not be told from the truth.
    play: ({ response, asked }: Exchange) => void response.writeHead(asked.conditional ? 500 : 304).end(),
    tells: ['failed bad_304', 'failed http_500'],
  },
  json_error: {
    often: 3,
    nights: 1,
    play: answer(200, '{"error":"quota exceeded"}', { 'content-type': 'application/json' }),
    tells: ['changed not_a_feed'],
  },
  no_robots: { often: 3, nights: 2, tells: ['failed http_500'] },
  disallowed: { often: 2, nights: 4, tells: ['refused robots'] },
} as const satisfies Record<
  string,
  { often: number; nights: number; play?: Play; status?: number; tells: readonly string[] }
>;
export type FaultKind = keyof typeof faults;

/** Kinds after which the host may be left alone for a while, unasked. */
export const restful: readonly FaultKind[] = [
  'busy',
  'long_busy',
  'busy_until',
  'too_many',
  'too_many_until',
  'gone',
];

/** Values of Retry-After as they are met: seconds, dates, nonsense. `hours` is the least that they ask for. */
export function drawRetryAfter(chance: Chance, at: Date): { value: string; hours: number } {
  const hours = chance.pick([2, 30, 50, 100]);
  return chance.pick([
    { value: String(hours * 3600), hours },
    { value: new Date(at.getTime() + hours * 3_600_000).toUTCString(), hours },
    { value: '120', hours: 1 },
    { value: 'never', hours: 1 },
    { value: '-5', hours: 1 },
    { value: '1000000000', hours: 7 * 24 },
  ]);
}

/** For each feed and run, the fault of that night, if any: so many of all, in streaks as they come. */
export function drawFaults(
  chance: Chance,
  feeds: number,
  runs: number,
  share: number,
): (Fault | undefined)[][] {
  const plan: (Fault | undefined)[][] = Array.from({ length: feeds }, () => Array(runs).fill(undefined));
  const weights = Object.fromEntries(Object.entries(faults).map(([kind, { often }]) => [kind, often]));
  let left = Math.round(feeds * runs * share);
  while (left > 0) {
    const kind = chance.weighted(weights) as FaultKind;
    const streak = Math.max(1, Math.round(faults[kind].nights * (0.5 + chance.next())));
    const nights = plan[chance.whole(0, feeds - 1)] as (Fault | undefined)[];
    const from = chance.whole(0, runs - 1);
    for (let run = from; run < Math.min(from + streak, runs) && left > 0; run++) {
      if (nights[run]) continue;
      nights[run] = { kind, part: chance.next() };
      left -= 1;
    }
  }
  return plan;
}
