import type {
  Answer,
  Asking,
  Door,
  Failure,
  Page,
  RawItem,
  Request,
  Signal,
  SourceBase,
  SourceState,
  Unreadable,
} from '../types.ts';
import type { AnySourceType } from './registry.ts';
import { countKnown, oldestOf, ranOver, reachesBefore, repeats } from './window.ts';

type Reply = Awaited<ReturnType<Door>>;
/** All pages that were read, and why there are no more. */
export type Pages = {
  items: RawItem[];
  whole: boolean;
  bytes: number;
  http?: number;
  first?: Answer;
  capped?: string;
  /** The oldest item of the search that was capped; the latest of those, where several were. */
  cappedFrom?: Date;
  odd?: string;
  /** What went wrong after the first page. */
  trouble?: Failure | Unreadable;
  restUntil?: Date;
  /** The moment before which the source gives nothing; the latest of those, where several were stated. */
  reachesTo?: Date;
  signals: Signal[];
  /** True where older pages were read until known ground, the time asked for, or the end: nothing lies between. */
  reachedBack?: true;
  feeds?: NonNullable<SourceState['feeds']>;
  notices: string[];
};

/**
 * Whether older pages are asked for. The newest come first: of a search, what follows a page of which half is known is
 * known too. Pages that only fill up what the newest does not show end with the first item that is known, and no later
 * than the time asked for; a feed without dates is not read back at all on its first night.
 */
function olderPages(
  read: Page,
  { window, lastCovered }: Pick<Given, 'window' | 'lastCovered'>,
  type: AnySourceType,
  { since }: Asking,
): { next?: Request; reachedBack?: true } {
  const remembers = type.asksSince !== true;
  if (read.next?.backFill !== true) {
    const known = countKnown(read.items, window);
    const isKnownGround = remembers && known * 2 >= Math.max(read.items.length, 1);
    return read.next && !isKnownGround ? { next: read.next } : {};
  }
  const isKnown = remembers && !ranOver(read.items, window, lastCovered);
  if (isKnown || reachesBefore(read.items, since)) return { reachedBack: true };
  const isBlind = window.length === 0 && oldestOf(read.items) === undefined;
  return isBlind || read.capped !== undefined ? {} : { next: read.next };
}

/** What became of a page of older items that is none: a list that has ended, or a cap. What was read before it stands. */
function withoutOlder(pages: Pages, failure: Failure | Unreadable, asked: number): Pages {
  if ('http' in failure && (failure.http === 404 || failure.http === 410)) {
    return { ...pages, reachedBack: true };
  }
  const notice = `page ${asked} of older items: ${failure.detail}`;
  const restUntil = 'nextAllowedAt' in failure ? failure.nextAllowedAt : undefined;
  return {
    ...pages,
    capped: 'page_failed',
    ...(restUntil === undefined ? {} : { restUntil }),
    notices: [...pages.notices, notice],
  };
}

/** Where the host is well, but has nothing to say at this one address. */
const isOfOneAddress = (reply: Reply): reply is Failure =>
  reply.kind === 'failure' && reply.status === 'failed' && reply.http !== undefined;

const withAddress = (failure: Failure, { url }: Request): Failure => ({
  ...failure,
  detail: `${failure.detail}: ${url}`,
});

/** Asks; where one address has no answer, what is to be asked instead. `lost` says what became of the first such. */
export async function askOn(
  first: Request,
  ask: (request: Request) => Promise<Reply>,
): Promise<{ request: Request; reply: Reply; lost?: Failure }> {
  let request = first;
  let lost: Failure | undefined;
  for (;;) {
    const reply = await ask(request);
    if (!request.orElse || !isOfOneAddress(reply)) {
      return { request, reply, ...(lost === undefined ? {} : { lost }) };
    }
    lost ??= withAddress(reply, request);
    request = request.orElse;
  }
}

/** What a login gave holds for the next pages too, as long as they are of the same origin. */
function withLogin(next: Request, { url, authorization }: Request): Request {
  const isOwn = next.authorization === undefined && authorization !== undefined;
  return isOwn && URL.parse(next.url)?.origin === URL.parse(url)?.origin ? { ...next, authorization } : next;
}

type Given = {
  /** What the first answer is an answer to. */
  request: Request;
  /** What went wrong at an address before it. */
  lost?: Failure | undefined;
  window: readonly string[];
  /** When that window was read, if it is known. */
  lastCovered?: Date | undefined;
  ask: (request: Request) => Promise<Reply>;
};

/** Every search, each page after page until there is no more, the limit is reached, something fails, or known ground begins. */
export async function readPages(
  type: AnySourceType,
  settings: SourceBase,
  first: Answer,
  asking: Asking,
  { request, lost, window, lastCovered, ask }: Given,
): Promise<Pages | Unreadable> {
  const pages: Pages = { items: [], whole: true, bytes: 0, first, signals: [], notices: [] };
  if (lost) pages.trouble = lost;
  let answered = request;
  let answer = first;
  let page = 1;
  let firstOfSearch = 0;
  let isCapped = false;
  let isBackFill = false;
  const addresses = new Set([first.url]);
  for (let asked = 1; ; asked++) {
    pages.bytes += answer.body.length;
    if (answer.http !== undefined) pages.http = answer.http;
    const read: Page | Unreadable = type.read(answer, settings, asking);
    if (!('items' in read)) {
      if (asked === 1) return read;
      if (isBackFill) return withoutOlder(pages, read, asked);
      return { ...pages, trouble: pages.trouble ?? { ...read, detail: `page ${asked}: ${read.detail}` } };
    }
    if (isBackFill && repeats(read.items, pages.items)) return pages;
    for (const item of read.items) pages.items.push(item);
    pages.notices.push(...(read.notices ?? []));
    pages.signals.push(...(read.signals ?? []));
    if (read.feeds !== undefined) pages.feeds = [...(pages.feeds ?? []), ...read.feeds];
    pages.whole &&= read.whole || isBackFill;
    const cap = (reason: string) => {
      pages.capped = reason;
      isCapped = true;
    };
    if (read.capped !== undefined) cap(read.capped);
    if (read.odd !== undefined) pages.odd ??= read.odd;
    if (read.restUntil !== undefined) pages.restUntil = read.restUntil;
    const { reachesTo } = read;
    if (reachesTo && !(pages.reachesTo && pages.reachesTo > reachesTo)) pages.reachesTo = reachesTo;
    if (!read.whole) {
      return isBackFill
        ? withoutOlder(pages, { status: 'failed', reason: 'broke_off', detail: 'it broke off' }, asked)
        : pages;
    }
    const { next: more, reachedBack } = olderPages(read, { window, lastCovered }, type, asking);
    if (reachedBack || (isBackFill && read.next === undefined)) pages.reachedBack = true;
    if (more?.backFill && addresses.has(more.url)) return pages;
    if (more && page === type.maxPages) cap('page_cap');
    const goesOn = more !== undefined && page < type.maxPages;
    const next = goesOn ? withLogin(more, answered) : read.then;
    const isHeld = next !== undefined && read.restUntil !== undefined;
    if (isHeld) cap('quota');
    if (isCapped && (!goesOn || isHeld)) {
      // Of a search that was not even begun nothing is known.
      const isUnbegun = isHeld && read.then !== undefined;
      const oldest = (isUnbegun ? undefined : oldestOf(pages.items.slice(firstOfSearch))) ?? asking.now;
      if (!pages.cappedFrom || oldest > pages.cappedFrom) pages.cappedFrom = oldest;
    }
    if (!next || read.restUntil !== undefined) return pages;
    page = goesOn ? page + 1 : 1;
    isBackFill = goesOn && next.backFill === true;
    addresses.add(next.url);
    if (!goesOn) {
      firstOfSearch = pages.items.length;
      isCapped = false;
    }

    const reached = await askOn(next, ask);
    const { reply } = reached;
    answered = reached.request;
    if (reached.lost) {
      pages.trouble ??= { ...reached.lost, detail: `page ${asked + 1}: ${reached.lost.detail}` };
    }
    if (reply.kind !== 'answer') {
      const bad304 = {
        kind: 'failure',
        status: 'failed',
        reason: 'bad_304',
        detail: 'not modified',
      } as const;
      const said: Failure = reply.kind === 'failure' ? reply : bad304;
      const failure = isOfOneAddress(said) ? withAddress(said, answered) : said;
      if (isBackFill) return withoutOlder(pages, failure, asked + 1);
      return {
        ...pages,
        trouble: pages.trouble ?? { ...failure, detail: `page ${asked + 1}: ${failure.detail}` },
      };
    }
    answer = reply;
  }
}
