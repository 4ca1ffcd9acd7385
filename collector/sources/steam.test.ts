import { describe, expect, it } from 'vitest';
import type { Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';
import { steam } from './steam.ts';

const settings = steam.settings.parse({ id: 'steam', type: 'steam', app: 123456, brand: 'northwind' });
const source: Source = { ...settings, group: 'reviews' };
const { url } = steam.firstRequest(settings, asking());
const read = (body: unknown, at = url) => steam.read(answer(at, body), settings, asking());
const review = (id: number, changes: object = {}) => ({
  recommendationid: String(id),
  author: { steamid: '76561190000000009' },
  language: 'english',
  review: `text ${id}`,
  timestamp_created: Date.UTC(2026, 10, 15) / 1000 - id * 60,
  voted_up: true,
  votes_up: 0,
  comment_count: 0,
  ...changes,
});
const page = (reviews: unknown, cursor = 'next+/=') => ({ success: 1, query_summary: {}, reviews, cursor });

describe('Steam reviews', () => {
  it('are asked for in all languages, newest first, from a cursor that is percent-encoded', () => {
    expect(url).toBe(
      'https://store.steampowered.com/appreviews/123456?json=1&filter=recent&language=all&purchase_type=all&num_per_page=100&filter_offtopic_activity=0&cursor=*',
    );
    expect(pageOf(read(page([review(1)]))).next?.url).toMatch(/&cursor=next%2B%2F%3D$/);
  });

  it('come with a thumb, votes, language and a text without BBCode', () => {
    const { items } = pageOf(read(saved('steam.json')));
    expect(items).toMatchObject([
      {
        guid: 'steam-review:204518833',
        rating: { value: 1, of: 1 },
        attention: { points: 12, comments: 2 },
        language: 'en',
        published: 1794718800,
        html: false,
      },
      { rating: { value: 0, of: 1 }, attention: { points: undefined, comments: 0 }, language: 'zh-Hans' },
    ]);
    expect(items[0]?.text?.replace(/\s+/g, ' ').trim()).toBe(
      'Cosy & calm Runs a café by the sea; see my guide. lovely music bugs [sic] in the till beans < milk',
    );
  });

  it('say nothing of who wrote them: no account, no name, no link that holds one', () => {
    const { items } = pageOf(read(saved('steam.json')));
    const told = JSON.stringify(items);
    expect(told).not.toMatch(/7656119|grindhouse|steamid/);
    expect(items.map(({ link }) => link)).toEqual([undefined, undefined]);
  });

  it('that are older than was asked for are left out and end the reading', () => {
    const { items, next } = pageOf(read(saved('steam.json')));
    // The third one is of 2026-11-11, a day before.
    expect(items.map(({ guid }) => guid)).toEqual(['steam-review:204518833', 'steam-review:204511002']);
    expect(next).toBeUndefined();
  });

  it('end with an empty page or with a cursor that leads to itself, and not with a short page', () => {
    expect(pageOf(read(page([review(1)])))).toHaveProperty('next');
    expect(pageOf(read(page([])))).toEqual({ items: [], whole: true });
    const { next } = pageOf(read(page([review(1)])));
    expect(pageOf(read(page([review(2)]), next?.url))).not.toHaveProperty('next');
    expect(pageOf(read({ success: 1, reviews: [review(1)], cursor: null }))).not.toHaveProperty('next');
  });

  it.each([
    ...notJson,
    ['{"success":2}', 'failed', 'api_error'],
    ['{"success":false}', 'failed', 'api_error'],
    ['{"success":1}', 'changed', 'not_reviews'],
    ['{"success":1,"reviews":null}', 'changed', 'not_reviews'],
    ['[]', 'changed', 'not_reviews'],
    ['null', 'changed', 'not_json'],
    [JSON.stringify(page([{ ...review(1), voted_up: 'yes' }])), 'changed', 'odd_items'],
  ])('that are something else are told apart: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('that broke off are cut and keep the complete ones', () => {
    const body = saved('steam.json');
    const cut = body.slice(0, body.indexOf('"204400119"'));
    expect(read(cut)).toMatchObject({ whole: false, items: [{}, {}] });
    const early = steam.read(answer(url, body, { whole: false }), settings, asking());
    expect(early).toMatchObject({ whole: false });
  });

  it('of which half are odd vouch for no time, and a stray one is told of', () => {
    const half = [review(1), review(2), { voted_up: true }, 7];
    expect(read(page(half))).toMatchObject({ items: [{}, {}], odd: '2 of 4 reviews lack an id or a thumb' });
    const many = [...Array.from({ length: 19 }, (_, i) => review(i)), null];
    expect(read(page(many))).toMatchObject({ notices: ['1 of 20 reviews lack an id or a thumb'] });
  });

  it('B27: with hostile values are read for what they are worth', () => {
    const body = `{"success":1,"cursor":"x","reviews":[{"recommendationid":90071992547409931,"voted_up":true,
      "review":null,"timestamp_created":1e400,"votes_up":-5,"language":"__proto__","__proto__":{"review":"evil"}}]}`;
    expect(pageOf(read(body)).items).toEqual([
      {
        guid: 'steam-review:90071992547409931',
        text: undefined,
        html: false,
        published: undefined,
        language: undefined,
        rating: { value: 1, of: 1 },
        attention: { points: undefined, comments: undefined },
        site: 'store.steampowered.com',
      },
    ]);
  });

  it('with a hundred thousand brackets take no time', () => {
    const started = performance.now();
    read(page([review(1, { review: '[url=[quote='.repeat(20_000) })]));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('are read to the end of what was asked for, night after night, under the ids that they had', async () => {
    const all = Array.from({ length: 250 }, (_, i) => review(i));
    const serve = (list: object[]) => (request: { url: string }) => {
      const cursor = new URL(request.url).searchParams.get('cursor') ?? '';
      const at = cursor === '*' ? 0 : Number(cursor);
      return answer(request.url, page(list.slice(at, at + 100), String(Math.min(at + 100, list.length))));
    };
    const first = await night(source, serve(all));
    expect(first).toMatchObject({ status: 'ok', items: { length: 250 }, coversFrom: asking().since });
    expect(first.asked).toHaveLength(4);
    expect(first.state).toEqual({ address: url });
    const edited = [{ ...review(0), review: 'changed my mind', voted_up: false }, ...all.slice(1)];
    const second = await night(source, serve(edited), { state: first.state });
    expect(second.items.map(({ guid }) => guid)).toEqual(first.items.map(({ guid }) => guid));
  });

  it('are capped where a night would take too many pages, and cut where a later page fails', async () => {
    const endless = (request: { url: string }) => {
      const at = Number(new URL(request.url).searchParams.get('cursor')?.replace('*', '0'));
      return answer(request.url, page([review(at)], String(at + 1)));
    };
    const capped = await night(source, endless);
    expect(capped).toMatchObject({ status: 'capped', reason: 'page_cap', items: { length: 50 } });
    expect(capped.coversFrom).toEqual(new Date(Date.UTC(2026, 10, 15) - 49 * 60_000));
    const cut = await night(source, (request) =>
      request.url.endsWith('=*') ? answer(request.url, page([review(1)])) : failure(500, 'http_500'),
    );
    expect(cut).toMatchObject({ status: 'cut', reason: 'page_failed', items: { length: 1 } });
  });

  it('need an app that can be one', () => {
    for (const app of ['1/../2', -1, 0, 'tf2', '']) {
      expect(steam.settings.safeParse({ ...settings, app }).success).toBe(false);
    }
  });
});
