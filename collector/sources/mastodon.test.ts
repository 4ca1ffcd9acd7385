import { describe, expect, it } from 'vitest';
import type { Request, Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { mastodon } from './mastodon.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';

const settings = mastodon.settings.parse({
  id: 'toots',
  type: 'mastodon',
  instance: 'social.example',
  tags: 'NorthwindCoffee',
  accept: 'its admins gave leave',
});
const source: Source = { ...settings, group: 'social' };
const { url } = mastodon.firstRequest(settings, asking());
const read = (body: unknown, at = url, headers: Record<string, string> = {}) =>
  mastodon.read(answer(at, body, { headers }), settings, asking());
const param = (address: string, name: string) => new URL(address).searchParams.get(name);
const noon = Date.parse('2026-11-14T12:00:00Z');
const post = (id: number, ms: number, changes: object = {}) => ({
  id: String(id),
  created_at: new Date(ms).toISOString(),
  uri: `https://social.example/users/ann/statuses/${id}`,
  url: `https://social.example/@ann/${id}`,
  content: `<p>Northwind Coffee ${id}</p>`,
  visibility: 'public',
  account: { username: 'ann' },
  ...changes,
});
/** Posts a minute apart, the newest first and with the highest id. */
const posts = (count: number) => Array.from({ length: count }, (_, i) => post(10_000 - i, noon - i * 60_000));

/** A server that gives the posts below an id, forty at most, some of which it leaves out after it has counted them. */
const server =
  (all: { id: string }[], { links = true, short = false } = {}) =>
  ({ url: asked }: Request) => {
    const below = Number(param(asked, 'max_id') ?? Number.POSITIVE_INFINITY);
    const page = all.filter(({ id }) => Number(id) < below).slice(0, 40);
    const last = page.at(-1)?.id;
    const link = `<https://social.example/api/v1/timelines/tag/x?limit=40&max_id=${last}>; rel="next", <https://social.example/api/v1/timelines/tag/x?min_id=1>; rel="prev"`;
    return answer(asked, short ? page.slice(0, 25) : page, {
      headers: links && last !== undefined ? { link } : {},
    });
  };

describe('Mastodon', () => {
  it('is asked for the public posts of a hashtag, in peace', () => {
    expect(mastodon.firstRequest(settings, asking())).toEqual({
      url: 'https://social.example/api/v1/timelines/tag/NorthwindCoffee?limit=40',
      accept: 'application/json',
      pauseMs: 1100,
    });
  });

  it('gives posts to all by people: none by bots, behind a warning, unlisted, or of who asks to be left alone', () => {
    expect(pageOf(read(saved('mastodon.json'))).items).toEqual([
      {
        text: expect.stringMatching(/^<p>The new <a href=/),
        html: true,
        link: 'https://beans.example/@ann/115550000000000009',
        guid: 'https://beans.example/users/ann/statuses/115550000000000009',
        published: '2026-11-14T18:00:00.000Z',
        language: 'en',
        attention: { comments: 2, likes: 11 },
        site: 'social.example',
        authors: ['ann@beans.example', 'ann', 'Ann Lee'],
      },
    ]);
    const left = [
      { visibility: 'private' },
      { reblog: { id: '1' } },
      { account: { username: 'x', noindex: true } },
      { account: { username: 'x', note: '<p>#<span>NoBots</span> please</p>' } },
    ];
    expect(pageOf(read(left.map((changes, i) => post(i, noon, changes)))).items).toEqual([]);
  });

  it.each([{}, { links: false }, { short: true }])(
    'is read page by page down to the time asked for: %j',
    async (how) => {
      const reading = await night(source, server(posts(4000), how), {
        since: new Date(noon - 500 * 60_000),
      });
      expect(reading).toMatchObject({ status: 'ok', coversFrom: new Date(noon - 500 * 60_000) });
      expect(reading.asked).toHaveLength(13);
      if (!('short' in how)) {
        expect(new Set(reading.items.map(({ guid }) => guid)).size).toBe(520);
      }
    },
  );

  it('is read to the end of a short list, tag after tag, each once', async () => {
    const reading = await night({ ...source, tags: ['coffee', 'Kaffee_北', 'Coffee'] }, server(posts(50)));
    expect(reading.status).toBe('ok');
    expect(reading.asked.map(({ url: asked }) => new URL(asked).pathname.split('/').at(-1))).toEqual([
      ...Array(3).fill('coffee'),
      ...Array(3).fill('Kaffee_%E5%8C%97'),
    ]);
    expect(reading.state.address).toBe('https://social.example/api/v1/timelines/tag/coffee,Kaffee_北');
    expect(await night(source, server([]))).toMatchObject({ status: 'empty', coversFrom: asking().since });
  });

  it('is capped at the fortieth page, and vouches for nothing before it', async () => {
    const reading = await night(source, server(posts(2000)), { since: new Date(noon - 3e8) });
    expect(reading).toMatchObject({ status: 'capped', reason: 'page_cap', items: { length: 1600 } });
    expect(reading.coversFrom).toEqual(new Date(noon - 1599 * 60_000));
  });

  it('whose next page is the same again is not asked for ever', async () => {
    const link = '<https://evil.example/?max_id=7>; rel="next"';
    const reading = await night(source, ({ url: asked }) =>
      answer(asked, [post(7, noon)], { headers: { link } }),
    );
    expect(reading.asked.map(({ url: asked }) => new URL(asked).host)).toEqual([
      'social.example',
      'social.example',
    ]);
    expect(reading.status).toBe('ok');
  });

  it('is not asked before somebody says that it may be, and not where it never may', async () => {
    const { accept: _, ...unaccepted } = source as Source & { accept: string };
    expect(await night(unaccepted, server([]))).toMatchObject({
      status: 'refused',
      reason: 'terms_not_accepted',
      asked: [],
    });
    const wrong = mastodon.settings.safeParse({ ...settings, instance: 'mastodon.social' });
    expect(wrong.error?.issues).toMatchObject([
      { path: ['instance'], message: expect.stringContaining('We also explicitly prohibit scraping') },
    ]);
    const moved = await night(source, () => answer('https://mastodon.social/api/v1/timelines/tag/x', []));
    expect(moved).toMatchObject({ status: 'refused', reason: 'terms_forbid', items: [] });
  });

  it('that is closed to strangers is refused', async () => {
    expect(await night(source, () => failure(401, 'auth', 'refused'))).toMatchObject({
      status: 'refused',
      reason: 'auth',
      http: 401,
    });
  });

  it.each([
    ...notJson,
    ['{"error":"This method requires an authenticated user"}', 'failed', 'api_error'],
    ['{"statuses":[]}', 'changed', 'not_statuses'],
    ['[{"id":"1","content":null}]', 'changed', 'odd_items'],
    ['[', 'failed', 'bad_json'],
  ])('tells apart what is no list of posts: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('that broke off keeps the whole posts', () => {
    const text = saved('mastodon.json');
    expect(pageOf(read(text.slice(0, text.indexOf('"newsbot"'))))).toMatchObject({
      whole: false,
      items: { length: 1 },
    });
  });

  it('takes values of the wrong kind for missing, and half a page of odd posts for a change', () => {
    const at = new Date(noon).toISOString();
    const page = pageOf(
      read(`[
        {"id":115550000000000010,"created_at":"${at}","uri":"u","url":"javascript:alert(1)","content":"x","visibility":"public","language":null,"replies_count":1e400,"account":{"display_name":7,"__proto__":{"polluted":1}}},
        {"id":"2","created_at":"soon","uri":"u","content":"x","visibility":"public","account":{}}]`),
    );
    expect(page.items).toEqual([
      expect.objectContaining({
        link: undefined,
        guid: 'u',
        attention: { comments: undefined, likes: undefined },
      }),
    ]);
    expect(page.odd).toBe('1 of 2 posts lack an id, an address, a date or a text');
    expect(page.next?.url).toContain('max_id=115550000000000010');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    { instance: 'https://social.example' },
    { instance: 'social.example/x' },
    { instance: 'localhost' },
    { tags: '#coffee' },
    { tags: 'two words' },
    { tags: [] },
  ])('refuses the settings %j', (wrong) => {
    expect(mastodon.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
  });
});
