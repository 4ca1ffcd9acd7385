import { describe, expect, it } from 'vitest';
import type { Answer, Door, Failure, Reading, Source, SourceState } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { readSource } from './read-source.ts';

const now = new Date('2026-11-20T05:00:00Z');
const feedUrl = 'https://paper.example/rss';
const paper: Source = { id: 'paper', type: 'feed', group: 'news', url: feedUrl };
const app: Source = {
  id: 'app',
  type: 'app-store',
  group: 'reviews',
  app: 1,
  country: 'us',
  accept: 'our own app',
};

const rss = (...ids: (string | number)[]) =>
  `<rss><channel>${ids.map((id) => `<item><title>T ${id}</title><link>https://paper.example/${id}</link><guid>g${id}</guid></item>`).join('')}</channel></rss>`;
const answer = (body: string, extra: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  url: feedUrl,
  http: 200,
  headers: { etag: '"1"', 'last-modified': 'then' },
  body: Buffer.from(body),
  whole: true,
  ...extra,
});
const failure = (reason: string, extra: Partial<Failure> = {}): Failure => ({
  kind: 'failure',
  status: 'failed',
  reason,
  detail: 'x',
  ...extra,
});

type Reply = Awaited<ReturnType<Door>>;
/** Reads a source from prepared replies; gives what was asked as well. */
async function night(
  source: Source,
  replies: Reply[] | ((url: string) => Reply),
  state: SourceState = {},
  files: Record<string, string> = {},
): Promise<Reading & { asked: string[]; sent: unknown[] }> {
  const asked: string[] = [];
  const sent: unknown[] = [];
  const door: Door = async ({ url }, validators) => {
    asked.push(url);
    sent.push(validators);
    const reply = typeof replies === 'function' ? replies(url) : replies[asked.length - 1];
    if (!reply) throw new Error('asked too often');
    return reply;
  };
  const readLocal = async (path: string) =>
    files[path] === undefined ? undefined : Buffer.from(files[path] ?? '');
  return {
    ...(await readSource(source, { ...asking(), door, readLocal, state, now, secret: () => undefined })),
    asked,
    sent,
  };
}

describe('a feed', () => {
  it('with items is ok, and its validators and newest items are remembered', async () => {
    const reading = await night(paper, [answer(rss(1, 2))]);
    expect(reading).toMatchObject({ status: 'ok', http: 200, url: feedUrl, items: { length: 2 } });
    expect(reading).not.toHaveProperty('reason');
    expect(reading.bytes).toBe(rss(1, 2).length);
    expect(reading.state.addresses).toEqual({
      [feedUrl]: { etag: '"1"', lastModified: 'then', body: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(reading.state.window?.length).toBe(6);
  });

  it('without items is empty, and forgets no window', async () => {
    const reading = await night(paper, [answer(rss())], { window: ['abc'] });
    expect(reading).toMatchObject({ status: 'empty', items: [], state: { window: ['abc'] } });
  });

  it('sends its validators back, and a 304 is not modified', async () => {
    const state = { addresses: { [feedUrl]: { etag: '"1"' } }, window: ['abc'], refusals: 3 };
    const reading = await night(paper, [{ kind: 'not_modified', http: 304 }], state);
    expect(reading.sent).toEqual([{ etag: '"1"' }]);
    expect(reading).toMatchObject({ status: 'not_modified', http: 304 });
    expect(reading.state).toEqual({
      address: feedUrl,
      addresses: { [feedUrl]: { etag: '"1"' } },
      window: ['abc'],
    });
  });

  it('with the same bytes under a new validator is not modified', async () => {
    const first = await night(paper, [answer(rss(1))]);
    const second = await night(paper, [answer(rss(1), { headers: { etag: '"2"' } })], first.state);
    expect(second).toMatchObject({ status: 'not_modified', reason: 'same_bytes', items: [] });
    expect(second.state.addresses?.[feedUrl]).toMatchObject({ etag: '"2"' });
  });

  it('that broke off is cut, keeps its items, and is asked for whole the next time', async () => {
    const first = await night(paper, [answer(rss(1))]);
    const body = rss(1, 2, 3);
    const cut = await night(paper, [answer(body.slice(0, -60), { whole: false })], first.state);
    expect(cut).toMatchObject({ status: 'cut', reason: 'broke_off', items: { length: 2 } });
    expect(cut.state.addresses).toEqual({ [feedUrl]: {} });
    expect(cut.state.window).toEqual(first.state.window);
  });

  it('whose validators could split a header or are endless is remembered without them', async () => {
    const headers = { etag: `"${'x'.repeat(2000)}"`, 'last-modified': 'a\u0000b' };
    const reading = await night(paper, [answer(rss(1), { headers })]);
    expect(Object.keys(reading.state.addresses?.[feedUrl] ?? {})).toEqual(['body']);
  });

  it('that lists nothing of the last night any more is capped, since items may have been missed', async () => {
    const first = await night(paper, [answer(rss(1, 2, 3))]);
    const overlap = await night(paper, [answer(rss(3, 4, 5))], first.state);
    expect(overlap).toMatchObject({ status: 'ok' });
    const gone = await night(paper, [answer(rss(7, 8, 9))], first.state);
    expect(gone).toMatchObject({ status: 'capped', reason: 'window_overflow', items: { length: 3 } });
  });

  it('whose guids change with every answer is known again by its links', async () => {
    const first = await night(paper, [answer(rss(1, 2).replaceAll('<guid>', '<guid>a'))]);
    const second = await night(paper, [answer(rss(1, 2).replaceAll('<guid>', '<guid>b'))], first.state);
    expect(second.status).toBe('ok');
  });

  it('that has moved in the config is not held against what the old address listed', async () => {
    const first = await night({ ...paper, url: 'https://old.example/rss' }, [answer(rss(1, 2))]);
    const moved = await night(paper, [answer(rss(7, 8))], first.state);
    expect(moved).toMatchObject({ status: 'ok', sent: [undefined] });
    expect(Object.keys(moved.state.addresses ?? {})).toEqual([feedUrl]);
  });

  it('whose address changed is not capped for want of items of the other address, also where validators were dropped', async () => {
    const first = await night({ ...paper, url: 'https://old.example/rss' }, [answer(rss(1, 2))]);
    const { addresses: _, ...dropped } = first.state;
    expect(dropped).toMatchObject({ address: 'https://old.example/rss', window: { length: 6 } });
    const moved = await night(paper, [answer(rss(7, 8))], dropped);
    expect(moved).toMatchObject({ status: 'ok', state: { address: feedUrl } });
    const same = await night({ ...paper, url: 'https://old.example/rss' }, [answer(rss(7, 8))], dropped);
    expect(same).toMatchObject({ status: 'capped', reason: 'window_overflow' });
  });

  it('whose address was gone is asked at once where the team has mended the address', async () => {
    const gone = await night(paper, [failure('gone', { http: 410 })]);
    expect(await night(paper, [], gone.state)).toMatchObject({ reason: 'retry_after', asked: [] });
    const mended = await night({ ...paper, url: 'https://paper.example/new' }, [answer(rss(1))], {
      ...gone.state,
      asked: 'hash',
    });
    expect(mended).toMatchObject({ status: 'ok', state: { asked: 'hash' } });
    expect(mended.state).not.toHaveProperty('nextAllowedAt');
  });

  it('of more than 1,000 items is capped', async () => {
    const reading = await night(paper, [answer(rss(...Array.from({ length: 1001 }, (_, i) => i)))]);
    expect(reading).toMatchObject({ status: 'capped', reason: 'item_cap', items: { length: 1000 } });
  });

  it('that turned into a web page is refused, with nothing remembered of it', async () => {
    const reading = await night(paper, [answer('<html><body>Log in</body></html>')]);
    expect(reading).toMatchObject({ status: 'refused', reason: 'html_not_feed', items: [], http: 200 });
    expect(reading.state).toEqual({ address: feedUrl, refusals: 1 });
  });

  it('may be a file of the repository', async () => {
    const local = { ...paper, url: 'feeds/saved.xml' };
    const there = await night(local, [], {}, { 'feeds/saved.xml': rss(1) });
    expect(there).toMatchObject({ status: 'ok', url: 'file:///feeds/saved.xml', asked: [] });
    expect(await night(local, [])).toMatchObject({ status: 'failed', reason: 'not_found' });
  });

  it('from a file says nothing of HTTP, whatever becomes of it', async () => {
    const local = { ...paper, url: 'feeds/saved.xml' };
    const read = (text: string, state?: SourceState) => night(local, [], state, { 'feeds/saved.xml': text });
    const first = await read(rss(1));
    const readings = [
      first,
      await read(rss(1), first.state),
      await read(rss()),
      await read(rss(1).slice(0, -9)),
      await read('<html></html>'),
    ];
    expect(readings.map(({ status }) => status)).toEqual(['ok', 'not_modified', 'empty', 'cut', 'refused']);
    for (const reading of readings) expect(reading).not.toHaveProperty('http');
  });

  it.each([
    'https://www.reddit.com/r/coffee/.rss',
    'https://news.google.com/rss/search?q=x',
    'https://www.bing.com/news/search?q=x&format=RSS',
    'https://www.google.com/alerts/feeds/1/2',
    'https://www.youtube.com/feeds/videos.xml?channel_id=1',
    'https://www.trustpilot.com/review/x',
    'https://lobste.rs/newest.rss',
    'https://www.producthunt.com/feed',
  ])('%s is not asked, and the words that forbid it are quoted', async (url) => {
    const reading = await night({ ...paper, url }, []);
    expect(reading).toMatchObject({ status: 'refused', reason: 'terms_forbid', asked: [] });
    expect(reading.detail).toContain('"');
  });

  it('that redirects to a host whose terms forbid it gives nothing', async () => {
    const reading = await night(paper, [answer(rss(1), { url: 'https://www.reddit.com/.rss' })]);
    expect(reading).toMatchObject({ status: 'refused', reason: 'terms_forbid', items: [] });
  });
});

describe('a host that wants to be left alone', () => {
  it('is not asked before the moment that it named', async () => {
    const failed = await night(paper, [
      failure('rate_limited', {
        status: 'refused',
        http: 429,
        nextAllowedAt: new Date('2026-11-20T11:00:00Z'),
      }),
    ]);
    expect(failed).toMatchObject({ status: 'refused', reason: 'rate_limited', http: 429 });
    expect(failed.state).toEqual({
      address: feedUrl,
      nextAllowedAt: '2026-11-20T11:00:00Z',
      restOf: 'paper.example',
      refusals: 1,
    });
    const waiting = await night(paper, [], failed.state);
    expect(waiting).toMatchObject({
      status: 'refused',
      reason: 'retry_after',
      asked: [],
      state: failed.state,
    });
    const later = { ...failed.state, nextAllowedAt: '2026-11-20T04:59:00Z' };
    const back = await night(paper, [answer(rss(1))], later);
    expect(back.status).toBe('ok');
    expect(back.state).not.toHaveProperty('nextAllowedAt');
    expect(back.state).not.toHaveProperty('refusals');
  });

  it('is left alone by a source that was not asked itself, whose own wait does not grow', async () => {
    const rest = (extra: Partial<Failure> = {}) => failure('retry_after', { status: 'refused', ...extra });
    const named = await night(paper, [rest({ nextAllowedAt: new Date('2026-11-21T11:00:00Z') })]);
    expect(named).toMatchObject({ status: 'refused', reason: 'retry_after' });
    expect(named).not.toHaveProperty('http');
    expect(named.state).toEqual({
      address: feedUrl,
      nextAllowedAt: '2026-11-21T11:00:00Z',
      restOf: 'paper.example',
    });
    const unnamed = await night(paper, [rest()], { refusals: 2 });
    expect(unnamed.state).toEqual({ address: feedUrl, refusals: 2 });
  });

  it('without a moment of its own is asked more rarely, but two nights are skipped at most', async () => {
    const busy = failure('http_503', { http: 503 });
    let state: SourceState = {};
    const waits: (string | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      const { nextAllowedAt: _, ...asked } = state;
      state = (await night(paper, [busy], asked)).state;
      waits.push(state.nextAllowedAt);
    }
    expect(waits).toEqual([
      '2026-11-20T17:00:00Z',
      '2026-11-21T17:00:00Z',
      '2026-11-22T17:00:00Z',
      '2026-11-22T17:00:00Z',
    ]);
  });

  it('is asked every night after failures of other kinds, and validators stay', async () => {
    const state = { addresses: { [feedUrl]: { etag: '"1"' } } };
    const reading = await night(paper, [failure('dns_temp')], state);
    expect(reading.state).toEqual({ ...state, address: feedUrl, refusals: 1 });
    const odd = await night(paper, [failure('bad_304', { http: 304 })], state);
    expect(odd.state).toEqual({ address: feedUrl, addresses: { [feedUrl]: {} }, refusals: 1 });
  });
});

describe('a source of many pages', () => {
  const page = (url: string) => Number(/page=(\d+)/.exec(url)?.[1]);
  const reviews = (from: number, count = 50) =>
    JSON.stringify({
      feed: {
        entry: Array.from({ length: count }, (_, i) => ({
          id: { label: String(from + i) },
          'im:rating': { label: '4' },
          updated: { label: new Date(Date.UTC(2026, 10, 20) - (from + i) * 60_000).toISOString() },
        })),
      },
    });
  const upTo = (last: number) => (url: string) =>
    answer(reviews(page(url) * 50, page(url) <= last ? 50 : 0), { url });

  it('is not asked before its terms are accepted', async () => {
    const { accept: _, ...unaccepted } = app;
    const reading = await night(unaccepted as Source, []);
    expect(reading).toMatchObject({ status: 'refused', reason: 'terms_not_accepted', asked: [] });
    expect(reading.detail).toContain('You may not use any software');
  });

  it('is read to its end', async () => {
    const reading = await night(app, upTo(3));
    expect(reading).toMatchObject({ status: 'ok', items: { length: 150 } });
    expect(reading.asked).toHaveLength(4);
    expect(reading.sent.slice(1)).toEqual([undefined, undefined, undefined]);
  });

  it('is capped at the last page that it gives, and only where there was more', async () => {
    expect(await night(app, upTo(20))).toMatchObject({
      status: 'capped',
      reason: 'page_cap',
      items: { length: 500 },
    });
    const short = (url: string) => answer(reviews(page(url) * 50, page(url) < 10 ? 50 : 20), { url });
    expect(await night(app, short)).toMatchObject({ status: 'ok', items: { length: 470 } });
  });

  it('is read no further than to what was known the night before', async () => {
    const first = await night(app, upTo(20));
    const moved = (url: string) => answer(reviews(page(url) * 50 - 10), { url });
    const second = await night(app, moved, first.state);
    expect(second).toMatchObject({ status: 'ok', items: { length: 50 } });
    expect(second.asked).toHaveLength(1);
  });

  it('whose later page fails is cut, keeps the earlier ones, and is asked for whole the next time', async () => {
    const wait = new Date('2026-11-20T11:00:00Z');
    const reading = await night(app, (url) =>
      page(url) < 3 ? upTo(20)(url) : failure('rate_limited', { status: 'refused', nextAllowedAt: wait }),
    );
    expect(reading).toMatchObject({ status: 'cut', reason: 'page_failed', items: { length: 100 } });
    expect(reading.detail).toMatch(/^page 3: /);
    expect(reading.state).toEqual({
      refusals: 1,
      nextAllowedAt: '2026-11-20T11:00:00Z',
      restOf: 'itunes.apple.com',
      address: reading.asked[0],
      addresses: { [reading.asked[0] ?? '']: {} },
    });
    const changed = await night(app, (url) =>
      page(url) < 2 ? upTo(20)(url) : answer('<html></html>', { url }),
    );
    expect(changed).toMatchObject({ status: 'cut', reason: 'page_failed', items: { length: 50 } });
  });
});

describe('reviews of which many are odd', () => {
  const entry = (id: number, stars = '4') => ({ id: { label: String(id) }, 'im:rating': { label: stars } });
  const read = (odd: number, state?: SourceState) => {
    const entries = Array.from({ length: 50 }, (_, i) => entry(i, i < odd ? 'many' : '4'));
    return night(
      app,
      (url) => answer(JSON.stringify({ feed: { entry: url.includes('page=1/') ? entries : [] } }), { url }),
      state,
    );
  };

  it('keep the good ones under `changed`, and are asked for whole the next time', async () => {
    const before = await read(0);
    expect(before.status).toBe('ok');
    const changed = await read(6, before.state);
    expect(changed).toMatchObject({ status: 'changed', reason: 'odd_items', items: { length: 44 } });
    expect(changed.detail).toBe('6 of 50 reviews on page 1 lack an id or 1 to 5 stars');
    expect(Object.values(changed.state.addresses ?? {})).toEqual([{}]);
    expect(changed.state.window).toEqual(before.state.window);
  });

  it('do not darken the source where they are a tenth or less', async () => {
    const reading = await read(5);
    expect(reading).toMatchObject({ status: 'ok', items: { length: 45 } });
    expect(reading.notices).toEqual(['5 of 50 reviews on page 1 lack an id or 1 to 5 stars']);
  });
});

describe('an export in the inbox', () => {
  const reviews: Source = {
    id: 'old',
    type: 'import',
    group: 'reviews',
    file: 'inbox/old.csv',
    columns: { date: 'Date', text: 'Review' },
  };

  it('is read from the disk and tells which rows it could not use', async () => {
    const reading = await night(reviews, [], {}, { 'inbox/old.csv': 'Date,Review\n2026-11-01,good\n,bad\n' });
    expect(reading).toMatchObject({ status: 'ok', items: { length: 1 }, asked: [] });
    expect(reading.notices).toEqual([expect.stringContaining('row 3')]);
  });
});

describe('whatever happens', () => {
  it('a fault of our own is a failure, and never an exception', async () => {
    const reading = await night(paper, () => {
      throw new Error('boom');
    });
    expect(reading).toMatchObject({
      status: 'failed',
      reason: 'internal',
      detail: expect.stringContaining('boom'),
    });
    expect(await night({ id: 'x', type: 'toString', group: 'g' }, [])).toMatchObject({
      reason: 'bad_settings',
    });
  });

  it("a host's words can not steer the terminal or forge a line", async () => {
    const reading = await night(paper, [
      failure('network', { detail: 'a\u001b[2J\r\n::error::b\u202e\u2028c' }),
    ]);
    expect(reading.detail).toBe('a [2J ::error::b c');
    const long = await night(paper, [
      { ...answer(rss(1)), notices: ['\u0007'.repeat(9) + 'x'.repeat(1000)] },
    ]);
    expect(long.notices[0]).toMatch(/^x{399}…$/);
  });
});
