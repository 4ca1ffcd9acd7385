import type {
  Answer,
  Door,
  Failure,
  NotModified,
  Page,
  RawItem,
  Reading,
  Request,
  Source,
  SourceBase,
  SourceState,
  Unreadable,
} from '../types.ts';
import { isOnNetwork } from './feed.ts';
import { type AnySourceType, typeOf } from './registry.ts';
import { afterFailure, afterReading, hashOf, rested, stateAt, validatorsOf } from './remember.ts';
import { shortLine } from './short-line.ts';
import { forbiddenBy } from './terms.ts';
import { countKnown } from './window.ts';

export type ReadOptions = {
  door: Door;
  /** Reads a file, by its path as the config has it; nothing where there is none. */
  readLocal: (path: string) => Promise<Uint8Array | undefined>;
  /** What was remembered of the last night. */
  state: SourceState;
  now: Date;
};

type Outcome = Pick<Reading, 'status'> & Partial<Pick<Reading, 'reason' | 'detail' | 'http'>>;
type Reply = Awaited<ReturnType<Door>>;
/** All pages that were read, and why there are no more. */
type Pages = {
  items: RawItem[];
  whole: boolean;
  bytes: number;
  http?: number;
  first?: Answer;
  capped?: string;
  odd?: string;
  /** What went wrong after the first page. */
  trouble?: Failure | Unreadable;
  notices: string[];
};

/** A file of the repository as if it were an answer. Its links, where relative, lead nowhere on the web. */
async function readFile(path: string, readLocal: ReadOptions['readLocal']): Promise<Reply> {
  const body = await readLocal(path);
  if (!body) {
    return { kind: 'failure', status: 'failed', reason: 'not_found', detail: `there is no file ${path}` };
  }
  return {
    kind: 'answer',
    url: new URL(path, 'file:///').href,
    headers: {},
    body,
    whole: true,
  };
}

function forbidden(address: string): Failure | undefined {
  const terms = forbiddenBy(address);
  return (
    terms && {
      kind: 'failure',
      status: 'refused',
      reason: 'terms_forbid',
      detail: `${terms.host} does not allow it: "${terms.quote}" (${terms.from}, read ${terms.read})`,
    }
  );
}

async function ask(request: Request, validators: Parameters<Door>[1], options: ReadOptions): Promise<Reply> {
  if (!isOnNetwork(request.url)) return readFile(request.url, options.readLocal);
  const reply = forbidden(request.url) ?? (await options.door(request, validators));
  return (reply.kind === 'answer' && forbidden(reply.url)) || reply;
}

/** What stands in the way before anything is asked. */
function hindrance(
  type: AnySourceType,
  source: SourceBase,
  { state, now }: ReadOptions,
): Failure | undefined {
  const refused = (reason: string, detail: string): Failure => ({
    kind: 'failure',
    status: 'refused',
    reason,
    detail,
  });
  const { needsAcceptance } = type;
  if (needsAcceptance && !source.accept) {
    const { quote, from, read } = needsAcceptance;
    return refused(
      'terms_not_accepted',
      `off until brand.yml says "accept:": "${quote}" (${from}; read ${read})`,
    );
  }
  if (state.nextAllowedAt && Date.parse(state.nextAllowedAt) > now.getTime()) {
    return refused('retry_after', `not to be asked again before ${state.nextAllowedAt}`);
  }
  return undefined;
}

/** Reads page after page until there is no more, the limit is reached, something fails, or known ground begins. */
async function readPages(
  type: AnySourceType,
  settings: SourceBase,
  first: Answer,
  options: ReadOptions,
): Promise<Pages | Unreadable> {
  const window = options.state.window ?? [];
  const pages: Pages = { items: [], whole: true, bytes: 0, first, notices: [] };
  let answer = first;
  for (let page = 1; ; page++) {
    pages.bytes += answer.body.length;
    if (answer.http !== undefined) pages.http = answer.http;
    const read: Page | Unreadable = type.read(answer, settings);
    if (!('items' in read)) {
      return page === 1 ? read : { ...pages, trouble: { ...read, detail: `page ${page}: ${read.detail}` } };
    }
    pages.items.push(...read.items);
    pages.notices.push(...(read.notices ?? []));
    pages.whole = read.whole;
    if (read.capped !== undefined) pages.capped = read.capped;
    if (read.odd !== undefined) pages.odd ??= read.odd;
    // The newest come first: where half of a page is known from last night, what follows is known too.
    const isKnownGround = countKnown(read.items, window) * 2 >= Math.max(read.items.length, 1);
    if (!read.next || !read.whole || isKnownGround) return pages;
    if (page === type.maxPages) return { ...pages, capped: 'page_cap' };

    const reply = await ask(read.next, undefined, options);
    if (reply.kind !== 'answer') {
      const detail = reply.kind === 'failure' ? reply.detail : 'not modified';
      const failure: Failure =
        reply.kind === 'failure' ? reply : { kind: 'failure', status: 'failed', reason: 'bad_304', detail };
      return { ...pages, trouble: { ...failure, detail: `page ${page + 1}: ${detail}` } };
    }
    answer = reply;
  }
}

/** Exactly one status for what was read; see the table in data/README.md. */
function judge(pages: Pages, state: SourceState): Outcome {
  const { items, trouble } = pages;
  const http = pages.http === undefined ? {} : { http: pages.http };
  if (trouble) return { ...http, status: 'cut', reason: 'page_failed', detail: trouble.detail };
  if (!pages.whole) {
    return { ...http, status: 'cut', reason: 'broke_off', detail: 'the document ends before its end' };
  }
  if (pages.odd !== undefined) {
    return { ...http, status: 'changed', reason: 'odd_items', detail: pages.odd };
  }
  if (pages.capped !== undefined) {
    const detail = `there is more than the ${items.length} items that were read`;
    return { ...http, status: 'capped', reason: pages.capped, detail };
  }
  const window = state.window ?? [];
  if (items.length > 0 && window.length > 0 && countKnown(items, window) === 0) {
    const detail = 'nothing of the last night is listed any more: items may have come and gone unread';
    return { ...http, status: 'capped', reason: 'window_overflow', detail };
  }
  return { ...http, status: items.length === 0 ? 'empty' : 'ok' };
}

async function read(source: Source, given: ReadOptions): Promise<Reading> {
  const type = typeOf(source);
  const settings = type?.settings.safeParse(source);
  if (!type || !settings?.success) {
    const detail = type ? String(settings?.error?.message) : `there is no source type "${source.type}"`;
    const nothing = { items: [], bytes: 0, url: '', state: given.state, notices: [] };
    return { ...nothing, status: 'failed', reason: 'bad_settings', detail };
  }
  const request = type.firstRequest(settings.data);
  const { url } = request;
  const state = stateAt(url, given.state);
  const options = { ...given, state };
  const nothing = { items: [], bytes: 0, url, state, notices: [] };
  const hindered = hindrance(type, settings.data, options);
  if (hindered) {
    return { ...nothing, status: hindered.status, reason: hindered.reason, detail: hindered.detail };
  }

  const remembered = state.addresses?.[url];
  const reply: Reply | NotModified = await ask(request, remembered, options);
  if (reply.kind === 'not_modified') {
    return { ...nothing, status: 'not_modified', http: reply.http, state: rested(state) };
  }
  if (reply.kind === 'failure') {
    const { kind: _, nextAllowedAt: __, ...told } = reply;
    return { ...nothing, ...told, state: afterFailure(reply, url, options) };
  }
  const notices = reply.notices ?? [];
  const http = reply.http === undefined ? {} : { http: reply.http };
  if (reply.whole && remembered?.body === hashOf(reply.body)) {
    return {
      ...nothing,
      url: reply.url,
      status: 'not_modified',
      reason: 'same_bytes',
      ...http,
      bytes: reply.body.length,
      state: { ...rested(state), addresses: { [url]: validatorsOf(reply) } },
      notices,
    };
  }
  const pages = await readPages(type, settings.data, reply, options);
  if (!('items' in pages)) {
    const failure: Failure = { kind: 'failure', ...pages, ...http };
    return {
      ...nothing,
      url: reply.url,
      ...pages,
      ...http,
      bytes: reply.body.length,
      state: afterFailure(failure, url, options),
      notices,
    };
  }
  const outcome = judge(pages, state);
  return {
    items: pages.items,
    ...outcome,
    bytes: pages.bytes,
    url: reply.url,
    state: afterReading(pages, outcome.status, url, options),
    notices: [...notices, ...pages.notices],
  };
}

/**
 * Reads one source of the config: what it holds tonight, under exactly one status with a reason. It never throws, and
 * asks nothing where terms are not accepted, forbid it, or where the host wants to be left alone for now.
 */
export async function readSource(source: Source, options: ReadOptions): Promise<Reading> {
  let reading: Reading;
  try {
    reading = await read(source, options);
  } catch (error) {
    const detail = `a fault of Earshot itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    reading = {
      items: [],
      status: 'failed',
      reason: 'internal',
      detail,
      bytes: 0,
      url: '',
      state: options.state,
      notices: [],
    };
  }
  return {
    ...reading,
    ...(reading.detail === undefined ? {} : { detail: shortLine(reading.detail) }),
    notices: reading.notices.map(shortLine),
  };
}
