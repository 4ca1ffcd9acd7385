import type {
  Asking,
  Door,
  Failure,
  Reading,
  Request,
  Source,
  SourceBase,
  SourceState,
  Status,
} from '../types.ts';
import { isOnNetwork } from './feed.ts';
import { feedsAfter } from './opml.ts';
import { askOn, type Pages, readPages } from './read-pages.ts';
import { type AnySourceType, typeOf } from './registry.ts';
import {
  afterFailure,
  afterReading,
  filled,
  hashOf,
  isHollow,
  rested,
  stateAt,
  validatorsOf,
} from './remember.ts';
import { lostParts } from './shape.ts';
import { shortLine } from './short-line.ts';
import { forbidden } from './terms.ts';
import { markListed, ranOver } from './window.ts';
import { withoutKeys } from './without-keys.ts';

export type ReadOptions = {
  door: Door;
  /** Reads a file, by its path as the config has it; nothing where there is none. */
  readLocal: (path: string) => Promise<Uint8Array | undefined>;
  /** What was remembered of the last night. */
  state: SourceState;
  now: Date;
  /** From when on items are wanted. */
  since: Date;
  /** End of what earlier nights covered of it. */
  lastCovered?: Date | undefined;
  brands: Asking['brands'];
  /** A variable of the environment. */
  secret: (name: string) => string | undefined;
  /** True where other words are looked for than on the last night: what was listed then has to be looked at again. */
  asksAnew?: boolean;
  /** Until when a host wants to be left alone, as it told any source on an earlier night. */
  restUntil?: (host: string) => string | undefined;
  /** True where the whole list is to be read again, known or not: what is remembered is then not asked by. */
  afresh?: boolean;
};

type Outcome = Pick<Reading, 'status'> & Partial<Pick<Reading, 'reason' | 'detail' | 'http'>>;
type Reply = Awaited<ReturnType<Door>>;
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

async function ask(
  request: Request,
  type: AnySourceType,
  validators: Parameters<Door>[1],
  options: ReadOptions,
): Promise<Reply> {
  if (!isOnNetwork(request.url)) return readFile(request.url, options.readLocal);
  const reply =
    forbidden(request.url) ??
    (await options.door(type.invitesPrograms ? { ...request, invited: true } : request, validators));
  return (reply.kind === 'answer' && forbidden(reply.url)) || reply;
}

/** What stands in the way before anything is asked. */
function hindrance(
  type: AnySourceType,
  source: SourceBase,
  { state, now, secret, restUntil }: ReadOptions,
  asking: Asking,
): Failure | undefined {
  const refused = (reason: string, detail: string): Failure => ({
    kind: 'failure',
    status: 'refused',
    reason,
    detail,
  });
  const { verdict, quote, from, read } = type.terms;
  if (verdict === 'opt-in' && !source.accept) {
    return refused(
      'terms_not_accepted',
      `off until brand.yml says "accept:": "${quote}" (${from}; read ${read})`,
    );
  }
  const missing = (type.secrets ?? []).filter(({ name, needed }) => needed && !secret(name));
  if (missing.length > 0) {
    const named = missing.map(({ name, what }) => `${name} (${what})`).join(', ');
    return refused('no_key', `the environment holds no ${named}`);
  }
  const ofType = type.hindrance?.(source, asking);
  if (ofType) return { kind: 'failure', ...ofType };
  const host = URL.parse(state.address ?? '')?.host;
  const waits = [state.nextAllowedAt, host === undefined ? undefined : restUntil?.(host)];
  const wait = waits
    .filter((until) => until && Date.parse(until) > now.getTime())
    .sort()
    .at(-1);
  if (wait) return refused('retry_after', `not to be asked again before ${wait}`);
  return undefined;
}

/** Secrets that the type names, and no others. */
function askingOf(type: AnySourceType, { since, now, brands, secret }: ReadOptions): Asking {
  const secrets: Record<string, string> = {};
  for (const { name } of type.secrets ?? []) {
    const value = secret(name);
    if (value) secrets[name] = value;
  }
  return { since, now, brands, secrets };
}

/** Exactly one status for what was read; see the table in data/README.md. */
function judge(pages: Pages, state: SourceState, asksSince: boolean, lastCovered: Date | undefined): Outcome {
  const { items, trouble } = pages;
  const http = pages.http === undefined ? {} : { http: pages.http };
  if (trouble) {
    // Where nothing was read before it, such as by a login alone, there is nothing that was cut.
    const { status, reason } = trouble;
    const isAll = items.length + pages.signals.length === 0;
    const last = 'http' in trouble && trouble.http !== undefined ? { http: trouble.http } : http;
    return isAll
      ? { ...last, status, reason, detail: trouble.detail }
      : { ...http, status: 'cut', reason: 'page_failed', detail: trouble.detail };
  }
  if (!pages.whole) {
    return { ...http, status: 'cut', reason: 'broke_off', detail: 'the document ends before its end' };
  }
  const lost = lostParts(items, state);
  if (lost.length > 0) {
    const detail = `none of its ${items.length} items has a ${lost.join(' and a ')} any more`;
    return { ...http, status: 'changed', reason: 'lost_fields', detail };
  }
  if (pages.odd !== undefined) {
    return { ...http, status: 'changed', reason: 'odd_items', detail: pages.odd };
  }
  if (pages.capped !== undefined) {
    const read = pages.feeds ? `${pages.feeds.length} feeds` : `${items.length} items`;
    const detail = `there is more than the ${read} that were read`;
    return { ...http, status: 'capped', reason: pages.capped, detail };
  }
  const window = state.window ?? [];
  if (
    !asksSince &&
    !pages.reachedBack &&
    items.length > 0 &&
    window.length > 0 &&
    ranOver(items, window, lastCovered)
  ) {
    const detail = 'nothing of the last night is listed any more: items may have come and gone unread';
    return { ...http, status: 'capped', reason: 'window_overflow', detail };
  }
  const given = items.length + pages.signals.length + (pages.feeds?.length ?? 0);
  if (given === 0 && !asksSince && isHollow(state)) {
    const detail =
      'it lists nothing, though it did before: what that covers is told once it lists something again';
    return { ...http, status: 'empty', reason: 'was_fuller', detail };
  }
  return { ...http, status: given === 0 ? 'empty' : 'ok' };
}

/** Where a search was capped, nothing is missing only from the oldest item on that it gave. */
function accountedFrom({ cappedFrom, reachesTo }: Pages, status: Status, since: Date): Date {
  const from = [since, reachesTo, status === 'capped' ? cappedFrom : undefined];
  return new Date(Math.max(...from.map((moment) => moment?.getTime() ?? Number.NEGATIVE_INFINITY)));
}

async function read(source: Source, given: ReadOptions): Promise<Reading> {
  const type = typeOf(source);
  const settings = type?.settings.safeParse(source);
  if (!type || !settings?.success) {
    const detail = type ? String(settings?.error?.message) : `there is no source type "${source.type}"`;
    const nothing = { items: [], bytes: 0, url: '', state: given.state, notices: [] };
    return { ...nothing, status: 'failed', reason: 'bad_settings', detail };
  }
  const asking = askingOf(type, given);
  const place = type.place?.(settings.data) ?? type.firstRequest(settings.data, asking).url;
  const state = stateAt(place, given.state);
  const options = { ...given, state };
  // What is read by hand is read whole: another export is no list that has moved on.
  const forgets = options.afresh === true || !type.nightly;
  const nothing = { items: [], bytes: 0, url: place, state, notices: [] };
  const hindered = hindrance(type, settings.data, options, asking);
  if (hindered) {
    return { ...nothing, status: hindered.status, reason: hindered.reason, detail: hindered.detail };
  }

  const first = type.firstRequest(settings.data, asking);
  const { url } = first;
  const remembered = forgets ? undefined : state.addresses?.[url];
  const { request, reply, lost } = await askOn(first, (one) =>
    ask(one, type, one === first ? remembered : undefined, options),
  );
  if (reply.kind === 'not_modified') {
    return { ...nothing, status: 'not_modified', http: reply.http, state: filled(rested(state)) };
  }
  if (reply.kind === 'failure') {
    const failure = lost ?? reply;
    const { kind: _, nextAllowedAt: __, ...told } = failure;
    return { ...nothing, ...told, state: afterFailure(failure, url, options) };
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
      state: { ...filled(rested(state)), addresses: { [url]: validatorsOf(reply) } },
      notices,
    };
  }
  const pages = await readPages(type, settings.data, reply, asking, {
    request,
    lost,
    window: forgets ? [] : (state.window ?? []),
    lastCovered: given.lastCovered,
    ask: (next) => ask(next, type, undefined, options),
  });
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
  if (!forgets && !options.asksAnew) pages.items = markListed(pages.items, state.window ?? []);
  const asksSince = type.asksSince === true;
  const outcome = judge(pages, forgets ? {} : state, asksSince, given.lastCovered);
  const feeds = pages.feeds && feedsAfter(pages.feeds, state.feeds, pages.whole);
  const coversFrom = asksSince ? accountedFrom(pages, outcome.status, given.since) : undefined;
  // Without the links by which they were known, the same items would count as new ones.
  const unknowable = outcome.reason === 'lost_fields' && lostParts(pages.items, state).includes('link');
  return {
    items: unknowable ? [] : pages.items,
    ...outcome,
    bytes: pages.bytes,
    url: reply.url,
    state: {
      ...afterReading(pages, outcome.status, asksSince ? undefined : url, options),
      ...(feeds === undefined ? {} : { feeds }),
    },
    ...(coversFrom === undefined ? {} : { coversFrom }),
    ...(outcome.reason === 'was_fuller' ? { vouchesForNothing: true } : {}),
    ...(pages.signals.length === 0 ? {} : { signals: pages.signals }),
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
  reading = withoutKeys(
    reading,
    (typeOf(source)?.secrets ?? []).map(({ name }) => options.secret(name)),
  );
  return {
    ...reading,
    ...(reading.detail === undefined ? {} : { detail: shortLine(reading.detail) }),
    notices: reading.notices.map(shortLine),
  };
}
