import { describe, expect, it } from 'vitest';
import type { Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { lemmy } from './lemmy.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';

const settings = lemmy.settings.parse({ id: 'lemmy', type: 'lemmy', search: 'Northwind Coffee' });
const source: Source = { ...settings, group: 'forum' };
const { url } = lemmy.firstRequest(settings, asking());
const comments = url.replace('type_=Posts', 'type_=Comments');
const read = (body: unknown, at = url) => lemmy.read(answer(at, body), settings, asking());
const post = (id: number, changes: object = {}) => ({
  post: {
    id,
    name: `Northwind Coffee ${id}`,
    ap_id: `https://lemmy.world/post/${id}`,
    published: new Date(Date.UTC(2026, 10, 15) - id * 60_000).toISOString(),
    nsfw: false,
    ...changes,
  },
  community: { name: 'coffee', actor_id: 'https://lemmy.world/c/coffee' },
});
const posts = (from: number, count: number) => ({
  posts: Array.from({ length: count }, (_, i) => post(from + i)),
});
const param = (address: string, name: string) => new URL(address).searchParams.get(name);

describe('Lemmy', () => {
  it('is searched for posts and then for comments, newest first and slowly', () => {
    expect(lemmy.firstRequest(settings, asking())).toEqual({
      url: 'https://lemmy.world/api/v3/search?q=Northwind%20Coffee&type_=Posts&sort=New&limit=50&page=1',
      accept: 'application/json',
      pauseMs: 6500,
    });
    const { next, then } = pageOf(read(posts(1, 3)));
    expect(next).toBeUndefined();
    expect(then).toEqual({ url: comments, accept: 'application/json', pauseMs: 6500 });
    expect(pageOf(read({ comments: [] }, comments))).not.toHaveProperty('then');
  });

  it('is searched for each name of the panel where brand.yml names nothing', async () => {
    const { search: _, ...open } = source as Source & { search: string };
    const { asked, status } = await night({ ...open, what: 'posts' }, (request) =>
      answer(request.url, { posts: [] }),
    );
    expect(status).toBe('empty');
    expect(asked.map((request) => param(request.url, 'q'))).toEqual([
      'Northwind Coffee',
      'Bluebird Roasters',
    ]);
  });

  it('gives posts as plain text with the link of the discussion and the community', () => {
    expect(pageOf(read(saved('lemmy-posts.json'))).items).toEqual([
      {
        title: 'Northwind Coffee opens a roastery in the old mill',
        text: 'Finally\n\n"A dream", says the owner.\n\nNorthwind Coffee is hiring too - see bar staff.\n\nthe mill',
        html: false,
        link: 'https://beans.example/post/8812',
        guid: 'https://beans.example/post/8812',
        published: '2026-11-14T09:12:44.301556Z',
        attention: { points: 96, comments: 14 },
        site: 'lemmy.world/c/coffee',
        authors: ['beanfriend', 'Bean Friend'],
      },
    ]);
  });

  it('gives comments without the title of the post, which they may not speak of', () => {
    expect(pageOf(read(saved('lemmy-comments.json'), comments)).items).toEqual([
      {
        text: 'I never got my order from Northwind Coffee.\n\ntwo weeks\nno answer',
        html: false,
        link: 'https://lemmy.world/comment/18800311',
        guid: 'https://lemmy.world/comment/18800311',
        published: '2026-11-13T21:40:05.12Z',
        attention: { points: undefined, comments: 3 },
        site: 'lemmy.world/c/coffee',
        authors: ['thirsty_owl'],
      },
    ]);
  });

  it('is read page by page, no further than to the time asked for', async () => {
    const serve = (perDay: number) => (request: { url: string }) => {
      const page = Number(param(request.url, 'page'));
      if (param(request.url, 'type_') === 'Comments') return answer(request.url, { comments: [] });
      const list = Array.from({ length: 50 }, (_, i) => {
        const at = (page - 1) * 50 + i;
        const published = new Date(Date.UTC(2026, 10, 15) - (at / perDay) * 86_400_000).toISOString();
        return post(at, { published });
      });
      return answer(request.url, { posts: list });
    };
    const calm = await night(source, serve(40));
    expect(calm.status).toBe('ok');
    expect(calm.asked.map((request) => param(request.url, 'page'))).toEqual(['1', '2', '3', '1']);
    // 2 days and 18:43 of 40 a day: none before the moment asked for
    expect(calm.items).toHaveLength(112);
    expect(calm.coversFrom).toEqual(asking().since);
    const busy = await night(source, serve(1000));
    expect(busy).toMatchObject({ status: 'capped', reason: 'page_cap', items: { length: 500 } });
    expect(busy.asked).toHaveLength(11);
    expect(busy.coversFrom?.getTime()).toBeCloseTo(Date.UTC(2026, 10, 15) - 0.499 * 86_400_000, -1);
  });

  it('that fails on a later search is cut and keeps what the earlier ones gave', async () => {
    const cut = await night(source, (request) =>
      param(request.url, 'type_') === 'Posts'
        ? answer(request.url, posts(1, 2))
        : failure(403, 'forbidden', 'refused'),
    );
    expect(cut).toMatchObject({ status: 'cut', reason: 'page_failed', items: { length: 2 } });
    expect(cut).toHaveProperty('coversFrom'); // which a cut reading does not use
  });

  it.each([
    ...notJson,
    ['{"error":"rate_limit_error"}', 'failed', 'api_error'],
    ['{"results":[{"type_":"Post"}]}', 'changed', 'not_lemmy'],
    ['{"search":[],"next_page":null}', 'changed', 'not_lemmy'],
    ['{"posts":{}}', 'changed', 'not_lemmy'],
    ['{"posts":[{"post":{"id":1}}]}', 'changed', 'odd_items'],
  ])('that says something else is told apart: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('that leads to another page than was asked for has changed', () => {
    expect(read(posts(1, 1), 'https://lemmy.world/login')).toMatchObject({ reason: 'led_elsewhere' });
  });

  it('B27: that broke off is cut; half-odd pages vouch for no time; hostile values harm nothing', () => {
    const body = JSON.stringify(posts(1, 5));
    expect(read(body.slice(0, -100))).toMatchObject({ whole: false, items: { length: 4 } });
    const half = { posts: [post(1), { post: null }] };
    expect(read(half)).toMatchObject({ odd: expect.stringContaining('1 of 2 posts'), items: { length: 1 } });
    const hostile = `{"posts":[{"__proto__":{"nsfw":true},"post":{"id":null,"name":"x","ap_id":"https://lemmy.world/post/1",
      "published":5,"body":null,"nsfw":"yes"},"community":{"name":"c","actor_id":"https://lemmy.world/c/c"},
      "counts":{"score":1e400,"comments":-1},"creator":{"name":7}}]}`;
    expect(read(hostile)).toMatchObject({ reason: 'odd_items' });
    expect(pageOf(read(hostile.replace('null', '1e400'))).items).toEqual([
      {
        title: 'x',
        text: undefined,
        html: false,
        link: 'https://lemmy.world/post/1',
        guid: 'https://lemmy.world/post/1',
        published: undefined,
        attention: { points: undefined, comments: undefined },
        site: 'lemmy.world/c/c',
        authors: undefined,
      },
    ]);
  });

  it('lets only addresses of the web be links', () => {
    expect(read({ posts: [post(1, { ap_id: 'javascript:alert(1)' })] })).toMatchObject({ status: 'changed' });
  });

  it('needs leave for other servers than lemmy.world, and says why', () => {
    const other = { id: 'x', type: 'lemmy', instance: 'beans.example' };
    expect(lemmy.settings.safeParse(other).error?.issues).toMatchObject([
      { path: ['accept'], message: expect.stringContaining('only the terms of lemmy.world') },
    ]);
    expect(lemmy.settings.safeParse({ ...other, accept: 'the admins said yes' }).success).toBe(true);
    for (const instance of [
      'https://lemmy.world',
      'lemmy.world/x',
      'localhost',
      '127.0.0.1',
      'a..b',
      'LEMMY.world',
    ]) {
      expect(lemmy.settings.safeParse({ ...other, instance, accept: 'the admins said yes' }).success).toBe(
        false,
      );
    }
  });
});
