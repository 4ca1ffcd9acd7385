import { describe, expect, it } from 'vitest';
import type { Request, Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { hackerNews } from './hacker-news.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';

const settings = hackerNews.settings.parse({ id: 'hn', type: 'hacker-news', search: 'Northwind Coffee' });
const source: Source = { ...settings, group: 'forum' };
const { url } = hackerNews.firstRequest(settings, asking());
const read = (body: unknown, at = url) => hackerNews.read(answer(at, body), settings, asking());
const param = (address: string, name: string) => new URL(address).searchParams.get(name);
const sinceSeconds = Date.parse('2026-11-12T05:17:00Z') / 1000;
const hit = (id: number, at: number, changes: object = {}) => ({
  objectID: String(id),
  created_at_i: at,
  title: `Northwind Coffee ${id}`,
  ...changes,
});

/** A server that holds hits, the newest first, and gives no more than a thousand of them. */
const server =
  (hits: { created_at_i: number }[]) =>
  ({ url: asked }: Request) => {
    const filters = param(asked, 'numericFilters') ?? '';
    const from = Number(/>=(\d+)/.exec(filters)?.[1]);
    const upTo = Number(/<=(\d+)/.exec(filters)?.[1] ?? Number.POSITIVE_INFINITY);
    const found = hits.filter(({ created_at_i: at }) => at >= from && at <= upTo);
    return answer(asked, { hits: found.slice(0, 1000), nbHits: found.length });
  };

describe('Hacker News', () => {
  it('is searched for stories and comments since a moment, by phrase', () => {
    expect(hackerNews.firstRequest(settings, asking())).toEqual({
      url: `https://hn.algolia.com/api/v1/search_by_date?query=%22Northwind%20Coffee%22&tags=(story%2Ccomment)&numericFilters=created_at_i%3E%3D${sinceSeconds}&hitsPerPage=1000`,
      accept: 'application/json',
    });
  });

  it('gives stories and comments with the link of the discussion, and who wrote them in one field only', () => {
    const { items } = pageOf(read(saved('hacker-news.json')));
    expect(items).toEqual([
      {
        title: 'Northwind Coffee opens its roasting curves & <data>',
        text: undefined,
        html: false,
        link: 'https://news.ycombinator.com/item?id=48200311',
        guid: 'hacker-news:48200311',
        published: 1794647553,
        attention: { points: 132, comments: 41 },
        authors: ['steamwand'],
      },
      {
        title: undefined,
        text: expect.stringMatching(/^I buy from Northwind Coffee since 2019\.<p>/),
        html: true,
        link: 'https://news.ycombinator.com/item?id=48200390',
        guid: 'hacker-news:48200390',
        published: 1794643200,
        attention: { points: undefined, comments: undefined },
        authors: ['grinder'],
      },
      expect.objectContaining({
        title: 'Ask HN: Beans &lt; 20 euro?',
        text: 'Northwind Coffee or a <i>local</i> roaster?',
        html: true,
      }),
    ]);
  });

  it('is asked for older slices of time until the last hit, none lost where a slice ends within a second', async () => {
    const hits = Array.from({ length: 2400 }, (_, i) => hit(i, sinceSeconds + 9000 - Math.floor(i / 7)));
    const reading = await night(source, server(hits));
    expect(reading).toMatchObject({ status: 'ok', coversFrom: asking().since });
    expect(new Set(reading.items.map(({ guid }) => guid)).size).toBe(2400);
    expect(reading.asked).toHaveLength(3);
  });

  it('is capped where one second holds more than the index gives, and goes on with the next search', async () => {
    const hits = Array.from({ length: 1500 }, (_, i) => hit(i, sinceSeconds + 60));
    const two = { ...source, search: ['Northwind Coffee', 'Bluebird'] };
    const reading = await night(two, server(hits));
    expect(reading).toMatchObject({ status: 'capped', reason: 'hit_cap' });
    expect(reading.coversFrom).toEqual(new Date((sinceSeconds + 60) * 1000));
    expect([...new Set(reading.asked.map(({ url: asked }) => param(asked, 'query')))]).toEqual([
      '"Northwind Coffee"',
      '"Bluebird"',
    ]);
  });

  it('is searched for each name of the panel, or of the brand it is bound to, where brand.yml names nothing', async () => {
    const { search: _, ...open } = source as Source & { search: string };
    const asked = async (given: Source) =>
      (await night(given, server([]))).asked.map(({ url: one }) => param(one, 'query'));
    expect(await asked(open)).toEqual(['"Northwind Coffee"', '"Bluebird Roasters"']);
    expect(await asked({ ...open, brand: 'bluebird' })).toEqual(['"Bluebird Roasters"']);
  });

  it('is asked for words with quotes, ampersands and other letters as they are', () => {
    const search = ['Ben & Jerry\'s "big" tub', '北風コーヒー 100%', "ben & jerry's big TUB"];
    const given = { ...settings, search };
    const first = hackerNews.firstRequest(given, asking());
    expect(param(first.url, 'query')).toBe('"Ben & Jerry\'s big tub"');
    const page = pageOf(hackerNews.read(answer(first.url, { hits: [], nbHits: 0 }), given, asking()));
    expect(param(page.then?.url ?? '', 'query')).toBe('"北風コーヒー 100%"');
    const last = pageOf(
      hackerNews.read(answer(page.then?.url ?? '', { hits: [], nbHits: 0 }), given, asking()),
    );
    expect(last).not.toHaveProperty('then');
  });

  it('covers all time since the last night, and loses nothing between two nights', async () => {
    const now = new Date('2026-11-16T05:17:00Z');
    const evening = Date.parse('2026-11-15T20:00:00Z') / 1000;
    const before = [hit(2, sinceSeconds + 500), hit(1, sinceSeconds + 400)];
    const first = await night(source, server(before));
    const late = hit(3, sinceSeconds + 450); // indexed only after the first night
    const second = await night(
      source,
      server([hit(4, evening), before[0] as never, late, before[1] as never]),
      {
        state: first.state,
        since: asking().since,
        now,
      },
    );
    expect([first.status, second.status]).toEqual(['ok', 'ok']);
    expect(second.coversFrom).toEqual(asking().since);
    expect(second.items.map(({ guid }) => guid)).toEqual([4, 2, 3, 1].map((id) => `hacker-news:${id}`));
    const quiet = await night(source, server([]), { state: second.state, since: now });
    expect(quiet).toMatchObject({ status: 'empty', coversFrom: now });
  });

  it('keeps its place from night to night, and remembers no address of one of them', async () => {
    const { state } = await night(source, server([hit(1, sinceSeconds + 5)]));
    expect(state).toEqual({ address: 'https://hn.algolia.com/api/v1/search_by_date' });
  });

  it.each([
    ...notJson,
    ['{"results":[]}', 'changed', 'not_hits'],
    ['{"message":"Invalid numericFilters","status":400}', 'failed', 'api_error'],
    ['{"hits":{"__proto__":[]}}', 'changed', 'not_hits'],
    ['{"hits":[{"objectID":null},{"objectID":"1"}],"nbHits":2}', 'changed', 'odd_items'],
    ['{"hits":[', 'failed', 'bad_json'],
  ])('tells apart what is no list of hits: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('that broke off keeps the whole hits and is not read on', () => {
    const text = saved('hacker-news.json');
    const page = pageOf(read(text.slice(0, text.indexOf('"asker"'))));
    expect(page).toMatchObject({ whole: false, items: { length: 2 } });
  });

  it('takes values of the wrong kind for missing, and half a page of odd hits for a change', () => {
    const at = sinceSeconds + 1;
    const hostile = `{"hits":[
      {"objectID":99007199254740993,"created_at_i":${at},"title":"exact","points":1e400,"num_comments":-3,"author":7},
      {"objectID":"2","created_at_i":${at},"title":null,"comment_text":"x","__proto__":{"polluted":true}},
      {"objectID":"3","created_at_i":"1e400","title":"no date"},
      {"objectID":"4","created_at_i":${at},"title":null,"comment_text":null}],"nbHits":"many"}`;
    const page = pageOf(read(hostile));
    expect(page.items.map(({ guid, attention }) => [guid, attention])).toEqual([
      ['hacker-news:99007199254740993', { points: undefined, comments: undefined }],
      ['hacker-news:2', { points: undefined, comments: undefined }],
    ]);
    expect(page.odd).toBe('2 of 4 hits lack an id, a date or a text');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('that leads to another address or fails on a later page is told of', async () => {
    expect(read({ hits: [], nbHits: 0 }, 'https://hn.algolia.com/')).toMatchObject({
      status: 'changed',
      reason: 'led_elsewhere',
    });
    const hits = Array.from({ length: 1200 }, (_, i) => hit(i, sinceSeconds + 9000 - i));
    const reading = await night(source, (request) =>
      request.url.includes('%3C%3D') ? failure(503, 'http_503') : server(hits)(request),
    );
    expect(reading).toMatchObject({ status: 'cut', reason: 'page_failed', items: { length: 1000 } });
    expect(reading).toMatchObject({ state: { refusals: 1 } });
  });

  it.each([{ search: [] }, { search: '' }, { search: '""' }, { search: 'x'.repeat(101) }, { extra: 1 }])(
    'refuses the settings %j',
    (wrong) => {
      expect(hackerNews.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
    },
  );
});
