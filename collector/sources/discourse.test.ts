import { describe, expect, it } from 'vitest';
import type { Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { discourse } from './discourse.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';

const settings = discourse.settings.parse({
  id: 'forum',
  type: 'discourse',
  forum: 'https://forum.example/',
  search: 'Northwind Coffee',
  accept: 'it is our own forum',
});
const source: Source = { ...settings, group: 'forum' };
const { url } = discourse.firstRequest(settings, asking());
const read = (body: unknown, at = url) => discourse.read(answer(at, body), settings, asking());
const found = (from: number, count: number, more: boolean | null) => ({
  posts: Array.from({ length: count }, (_, i) => ({
    id: from + i,
    topic_id: 5,
    post_number: from + i,
    created_at: '2026-11-14T10:00:00.000Z',
    blurb: 'Northwind Coffee',
  })),
  topics: [{ id: 5, title: 'T', slug: 't' }],
  grouped_search_result: { more_full_page_results: more, error: null },
});
const page = (address: string) => Number(new URL(address).searchParams.get('page'));

describe('a forum of Discourse', () => {
  it('is searched for the phrase, the newest first, from the day asked for', () => {
    expect(url).toBe(
      'https://forum.example/search.json?q=%22Northwind%20Coffee%22%20after%3A2026-11-12%20order%3Alatest&page=1',
    );
  });

  it('is the same place every night, whatever the date', () => {
    expect(discourse.place?.(settings)).toBe('https://forum.example/search.json Northwind Coffee');
    expect(discourse.label(settings)).toBe('forum.example');
  });

  it('gives posts with their topic, likes and a link that a new title does not change', () => {
    const { items, next } = pageOf(read(saved('discourse.json')));
    expect(items).toEqual([
      {
        title: 'Grinders &amp; gear &lt;3',
        text: expect.stringContaining('Northwind Coffee</span> sells jams at settings &lt; 5'),
        html: true,
        link: 'https://forum.example/t/-/5120/4',
        guid: 'https://forum.example/p/90412',
        published: '2026-11-14T18:22:05.113Z',
        attention: { likes: 7 },
        authors: ['Ada Roaster', 'ada_r'],
      },
      expect.objectContaining({ title: 'Support worth praising', authors: ['mugwort'] }),
    ]);
    expect(next?.url).toBe(url.replace('page=1', 'page=2'));
  });

  it('is read page by page, search after search, and capped where it gives no more', async () => {
    const some = await night(source, ({ url }) => answer(url, found(page(url) * 50, 50, page(url) < 3)));
    expect(some).toMatchObject({ status: 'ok', items: { length: 150 }, coversFrom: asking().since });
    expect(some.state).toEqual({ address: 'https://forum.example/search.json Northwind Coffee' });
    const again = await night(source, ({ url }) => answer(url, found(50, 50, false)), {
      state: some.state,
      since: new Date('2026-11-13T00:00:00Z'),
    });
    expect(again.asked[0]?.url).toContain('after%3A2026-11-13');
    const endless = await night(source, ({ url }) => answer(url, found(page(url) * 50, 50, true)));
    expect(endless).toMatchObject({ status: 'capped', reason: 'page_cap', items: { length: 500 } });
    const { search: _, ...open } = source as Source & { search: string };
    const panel = await night(open, ({ url }) => answer(url, found(1, 0, null)));
    expect(panel.status).toBe('empty');
    expect(panel.asked.map(({ url }) => /q=(%22\w+)/.exec(url)?.[1])).toEqual([
      '%22Northwind',
      '%22Bluebird',
    ]);
  });

  it('is off until the team says that it may be read, and refused where it wants a login', async () => {
    const { accept: _, ...unaccepted } = source;
    expect(await night(unaccepted as Source, () => answer(url, ''))).toMatchObject({
      reason: 'terms_not_accepted',
      asked: [],
    });
    const closed = await night(source, () => failure(403, 'forbidden', 'refused'));
    expect(closed).toMatchObject({ status: 'refused', reason: 'forbidden', items: [] });
  });

  it.each([
    ...notJson,
    ['{"errors":["You need to be logged in"],"error_type":"not_logged_in"}', 'refused', 'auth'],
    ['{"errors":["The term is too short"],"error_type":"invalid_parameters"}', 'failed', 'api_error'],
    ['{"posts":[],"grouped_search_result":{"error":"search is off"}}', 'failed', 'api_error'],
    ['{"topic_list":{"topics":[]}}', 'changed', 'not_discourse'],
    ['{"posts":[{"id":1}]}', 'changed', 'odd_items'],
  ])('that says something else is told apart: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('B27: that broke off is cut; half-odd pages vouch for no time; hostile values harm nothing', () => {
    const body = JSON.stringify(found(1, 3, true));
    expect(read(body.slice(0, body.indexOf('"topics"')))).toMatchObject({
      whole: false,
      items: { length: 3 },
    });
    const half = { ...found(1, 1, null), topics: null };
    expect(read({ ...half, posts: [...half.posts, 'x'] })).toMatchObject({
      odd: expect.stringContaining('1 of 2'),
    });
    const hostile = `{"posts":[{"id":90071992547409931,"topic_id":3,"post_number":1,"blurb":null,"like_count":1e400,
      "created_at":17,"name":{},"__proto__":{"blurb":"evil"}}],"topics":[{"id":3,"title":null}]}`;
    expect(pageOf(read(hostile)).items).toEqual([
      {
        title: undefined,
        text: undefined,
        html: true,
        link: 'https://forum.example/t/-/3/1',
        guid: 'https://forum.example/p/90071992547409931',
        published: undefined,
        attention: { likes: undefined },
        authors: undefined,
      },
    ]);
  });

  it('needs an https address without anything behind it', () => {
    for (const forum of [
      'http://forum.example',
      'https://forum.example/?q=x',
      'https://u:p@forum.example',
      'https://localhost',
      'https://127.0.0.1',
      'https://forum.example/../x',
    ]) {
      expect(discourse.settings.safeParse({ ...settings, forum }).success, forum).toBe(false);
    }
    expect(discourse.settings.parse({ ...settings, forum: 'https://a.example/community/' }).forum).toBe(
      'https://a.example/community',
    );
  });
});
