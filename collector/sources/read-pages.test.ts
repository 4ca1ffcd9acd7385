import { describe, expect, it } from 'vitest';
import type { Door, Source, SourceState } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { readSource } from './read-source.ts';

const now = new Date('2026-11-20T05:00:00Z');
const feedUrl = 'https://blog.example/feed/';
const blog: Source = { id: 'blog', type: 'feed', group: 'news', url: feedUrl };
type Reply = Awaited<ReturnType<Door>>;

/** A blog of `posts` posts, one an hour, newest first, ten a page; post 1 is the oldest. */
function pageOf(posts: number, page: number, link: (next: string) => string): string {
  const newest = posts - (page - 1) * 10;
  const items = Array.from({ length: Math.max(0, Math.min(10, newest)) }, (_, i) => {
    const at = new Date(now.getTime() - ((page - 1) * 10 + i) * 3_600_000).toISOString();
    return `<item><title>Post ${newest - i}</title><link>https://blog.example/${newest - i}</link><pubDate>${at}</pubDate></item>`;
  });
  return `<rss><channel>${newest > 10 ? link(`?page=${page + 1}`) : ''}${items.join('')}</channel></rss>`;
}
const byLink = (next: string) => `<atom:link rel="next" href="${next}"/>`;
const number = (url: string) => Number(new URL(url).searchParams.get('page') ?? 1);
const answer = (body: string, url: string): Reply => ({
  kind: 'answer',
  url,
  http: 200,
  headers: {},
  body: Buffer.from(body),
  whole: true,
});
const blogOf =
  (posts: number, link = byLink) =>
  (url: string) =>
    answer(pageOf(posts, number(url), link), url);
const failure = (http: number, extra = {}): Reply => ({
  kind: 'failure',
  status: 'failed',
  reason: `http_${http}`,
  detail: 'x',
  http,
  ...extra,
});

async function night(
  replies: (url: string) => Reply,
  state: SourceState = {},
  given: { since?: string; afresh?: boolean } = {},
) {
  const asked: string[] = [];
  const door: Door = async ({ url }) => {
    asked.push(url.replace('https://blog.example', ''));
    return replies(url);
  };
  const since = new Date(given.since ?? '2026-11-01');
  const options = {
    ...asking(),
    since,
    door,
    readLocal: async () => undefined,
    state,
    now,
    secret: () => undefined,
  };
  return { ...(await readSource(blog, { ...options, afresh: given.afresh === true })), asked };
}

describe('a feed that shows its older items on further pages', () => {
  it('is read on its first night back to the time asked for, and no further', async () => {
    const reading = await night(blogOf(200), {}, { since: '2026-11-19T05:00:00Z' });
    expect(reading).toMatchObject({ status: 'ok', items: { length: 30 } });
    expect(reading.asked).toEqual(['/feed/', '/feed/?page=2', '/feed/?page=3']);
  });

  it('is read to its end where that comes first, and to ten pages where it does not', async () => {
    expect(await night(blogOf(25))).toMatchObject({ status: 'ok', items: { length: 25 } });
    expect(await night(blogOf(100))).toMatchObject({ status: 'ok', items: { length: 100 } });
    const long = await night(blogOf(500));
    expect(long).toMatchObject({ status: 'capped', reason: 'page_cap', items: { length: 100 } });
    expect(long.asked).toHaveLength(10);
  });

  it('is asked for one page on a later night, as long as that holds something known', async () => {
    const first = await night(blogOf(25));
    const later = await night(blogOf(34), first.state);
    expect(later).toMatchObject({ status: 'ok', items: { length: 10 }, asked: ['/feed/'] });
  });

  it('heals a window that ran over: it is read on until known ground', async () => {
    const first = await night(blogOf(25));
    const later = await night(blogOf(48), first.state);
    expect(later).toMatchObject({ status: 'ok', items: { length: 30 } });
    expect(later).not.toHaveProperty('reason');
    const without = await night((url) => blogOf(48, () => '')(url), first.state);
    expect(without).toMatchObject({ status: 'capped', reason: 'window_overflow', items: { length: 10 } });
  });

  it('is capped where ten pages do not reach known ground', async () => {
    const first = await night(blogOf(25));
    expect(await night(blogOf(300), first.state)).toMatchObject({ status: 'capped', reason: 'page_cap' });
  });

  it('is read back again where --since asks for it, known or not', async () => {
    const first = await night(blogOf(45));
    const again = await night(blogOf(46), first.state, { since: '2026-10-01', afresh: true });
    expect(again).toMatchObject({ status: 'ok', items: { length: 46 } });
  });

  it('without dates is not read back on its first night, since nothing says how far', async () => {
    const undated = (url: string) =>
      answer(pageOf(90, number(url), byLink).replace(/<pubDate>.*?<\/pubDate>/g, ''), url);
    const first = await night(undated);
    expect(first).toMatchObject({ status: 'ok', asked: ['/feed/'] });
  });

  it('whose pages fail keeps what was read; what lies before it is a gap', async () => {
    const wait = new Date('2026-11-21T05:00:00Z');
    const busy = failure(429, { status: 'refused', nextAllowedAt: wait });
    const reading = await night((url) => (number(url) === 1 ? blogOf(90)(url) : busy));
    expect(reading).toMatchObject({ status: 'capped', reason: 'page_failed', items: { length: 10 } });
    expect(reading.state.nextAllowedAt).toBe('2026-11-21T05:00:00Z');
    const html = await night((url) => (number(url) < 3 ? blogOf(90)(url) : answer('<html></html>', url)));
    expect(html).toMatchObject({ status: 'capped', reason: 'page_failed', items: { length: 20 } });
    const cut = await night((url) =>
      number(url) < 2 ? blogOf(90)(url) : answer(pageOf(90, 2, byLink).slice(0, -30), url),
    );
    expect(cut).toMatchObject({ status: 'capped', reason: 'page_failed', items: { length: 19 } });
  });

  it('ends with a page that does not exist, and with one that leads to itself or says the same again', async () => {
    const first = await night(blogOf(25));
    const ended = await night((url) => (number(url) > 2 ? failure(404) : blogOf(900)(url)), first.state);
    expect(ended).toMatchObject({ status: 'ok', items: { length: 20 } });
    const itself = await night((url) =>
      answer(
        pageOf(90, number(url), () => byLink('?page=2')),
        url,
      ),
    );
    expect(itself).toMatchObject({ status: 'ok', items: { length: 20 }, asked: { length: 2 } });
    const same = await night((url) =>
      answer(
        pageOf(90, 1, () => byLink(`?page=${number(url) + 1}`)),
        url,
      ),
    );
    expect(same).toMatchObject({ items: { length: 10 }, asked: { length: 2 } });
  });

  it('does not take a page that repeats itself for the end of a window that ran over', async () => {
    const first = await night(blogOf(25));
    const same = await night(
      (url) =>
        answer(
          pageOf(90, 1, () => byLink(`?page=${number(url) + 1}`)),
          url,
        ),
      first.state,
    );
    expect(same).toMatchObject({ status: 'capped', reason: 'window_overflow', items: { length: 10 } });
  });
});
