import { describe, expect, it } from 'vitest';
import type { Asking, Request, Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { readSource } from './read-source.ts';
import { answer, failure, notJson, pageOf, saved } from './reading.fixture.ts';
import { wikipediaViews } from './wikipedia-views.ts';

const settings = wikipediaViews.settings.parse({ id: 'wikipedia', type: 'wikipedia-views' });
const source: Source = { ...settings, group: 'attention' };
const withArticles = (...lists: string[][]): Asking =>
  asking({ brands: lists.map((articles, at) => ({ id: `brand-${at}`, names: [`Brand ${at}`], articles })) });
const firstUrl = (article: string) => wikipediaViews.firstRequest(settings, withArticles([article])).url;
const read = (body: unknown, given = asking()) =>
  wikipediaViews.read(answer(wikipediaViews.firstRequest(settings, given).url, body), settings, given);
const row = (article: string, day: string, views: unknown = 7) => ({
  article,
  timestamp: `${day.replaceAll('-', '')}00`,
  views,
});

/** A night with the given articles, one list a brand. */
async function night(
  lists: string[][],
  reply: (request: Request) => ReturnType<typeof answer> | ReturnType<typeof failure>,
) {
  const asked: string[] = [];
  const { brands, since, now } = withArticles(...lists);
  const reading = await readSource(source, {
    door: async (request) => {
      asked.push(request.url);
      return reply(request);
    },
    readLocal: async () => undefined,
    state: {},
    since,
    now,
    brands,
    secret: () => undefined,
  });
  return { ...reading, asked: asked.map((url) => url.split('/').at(-4)) };
}
const views = ({ url }: Request) =>
  answer(url, { items: [row(decodeURIComponent(url.split('/').at(-4) ?? ''), '2026-11-13')] });

describe('page views', () => {
  it('are asked for by whole days up to yesterday, by people, on all devices', () => {
    expect(wikipediaViews.firstRequest(settings, asking()).url).toBe(
      'https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article/en.wikipedia/all-access/user/Northwind_Coffee/daily/2026111200/2026111400',
    );
  });

  it('go back to July 2015 in one request, and no further', () => {
    const { url } = wikipediaViews.firstRequest(settings, asking({ since: new Date('2001-01-01') }));
    expect(url).toMatch(/\/2015070100\/2026111400$/);
    const { url: today } = wikipediaViews.firstRequest(settings, asking({ since: asking().now }));
    expect(today).toMatch(/\/2026111400\/2026111400$/);
  });

  it.each([
    ['en.wikipedia.org/Northwind_Coffee', 'en.wikipedia/all-access/user/Northwind_Coffee/'],
    ['https://de.wikipedia.org/wiki/K%C3%A4se', 'de.wikipedia/all-access/user/K%C3%A4se/'],
    ['https://en.m.wikipedia.org/wiki/Acid/base?x=1#top', 'en.wikipedia/all-access/user/Acid%2Fbase/'],
    ['en.wikipedia.org/Who is it?', 'en.wikipedia/all-access/user/Who_is_it%3F/'],
    ['en.wikipedia.org/Star Trek: Picard', 'en.wikipedia/all-access/user/Star_Trek%3A_Picard/'],
    ['zh-min-nan.wikipedia.org/ka-pi', 'zh-min-nan.wikipedia/all-access/user/Ka-pi/'],
    ['en.wikipedia.org/ß', 'en.wikipedia/all-access/user/%C3%9F/'],
    ['en.wikipedia.org/100% Pure', 'en.wikipedia/all-access/user/100%25_Pure/'],
  ])('of %s are looked for under %s', (article, path) => {
    expect(firstUrl(article)).toContain(`/per-article/${path}daily/`);
  });

  it('are signals by day and brand, and a day that is left out is no zero', () => {
    const page = pageOf(read(saved('wikipedia-views.json')));
    const signal = {
      v: 1,
      source: 'wikipedia',
      brand: 'northwind',
      what: 'views',
      of: 'en.wikipedia.org/Northwind_Coffee',
    };
    expect(page).toEqual({
      items: [],
      whole: true,
      signals: [
        { ...signal, day: '2026-11-12', value: 118 },
        { ...signal, day: '2026-11-14', value: 0 },
      ],
    });
  });

  it('of days that were not asked for are left out: today is still being counted', () => {
    const rows = ['2026-11-11', '2026-11-14', '2026-11-15'].map((day) => row('Northwind_Coffee', day));
    expect(pageOf(read({ items: rows })).signals?.map(({ day }) => day)).toEqual(['2026-11-14']);
  });

  it('are read for each article of the panel once, also where two brands name it', async () => {
    const lists = [
      ['en.wikipedia.org/A', 'https://en.wikipedia.org/wiki/B'],
      ['en.wikipedia.org/a', 'en.wikipedia.org/C_(firm)'],
    ];
    const reading = await night(lists, views);
    expect(reading.asked).toEqual(['A', 'B', 'C_(firm)']);
    expect(reading).toMatchObject({ status: 'ok', items: [], coversFrom: asking().since });
    expect(reading.signals?.map(({ brand, of }) => `${brand} ${of}`)).toEqual([
      'brand-0 en.wikipedia.org/A',
      'brand-1 en.wikipedia.org/A',
      'brand-0 en.wikipedia.org/B',
      'brand-1 en.wikipedia.org/C_(firm)',
    ]);
    expect(reading.state).toEqual({
      address: 'https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article',
    });
  });

  it.each([['A'], ['B'], ['C']])(
    'of one article that has none (%s) do not take the others along',
    async (none) => {
      const lists = [['en.wikipedia.org/A', 'en.wikipedia.org/B', 'en.wikipedia.org/C']];
      const reading = await night(lists, (request) =>
        request.url.includes(`/${none}/`) ? failure(404, 'not_found') : views(request),
      );
      expect(reading.asked).toEqual(['A', 'B', 'C']);
      expect(reading).toMatchObject({ status: 'cut', reason: 'page_failed', signals: [{}, {}] });
      expect(reading.detail).toContain(`/${none}/`);
    },
  );

  it('of which none is found are a failure; a host that is busy is not asked on', async () => {
    const lists = [['en.wikipedia.org/A', 'en.wikipedia.org/B']];
    const lost = await night(lists, () => failure(404, 'not_found'));
    expect(lost).toMatchObject({ status: 'failed', reason: 'not_found', http: 404, asked: ['A', 'B'] });
    expect(lost).not.toHaveProperty('signals');
    const busy = await night(lists, () => failure(429, 'rate_limited', 'refused'));
    expect(busy).toMatchObject({ status: 'refused', reason: 'rate_limited', asked: ['A'] });
    const later = await night(lists, (request) =>
      request.url.includes('/A/') ? views(request) : failure(429, 'rate_limited', 'refused'),
    );
    expect(later).toMatchObject({
      status: 'cut',
      signals: [{}],
      state: { nextAllowedAt: expect.any(String) },
    });
  });

  it('are read for one brand alone where the source is bound to it', () => {
    const given = withArticles(['en.wikipedia.org/A'], ['en.wikipedia.org/A', 'en.wikipedia.org/B']);
    const bound = { ...settings, brand: 'brand-1' };
    const { url } = wikipediaViews.firstRequest(bound, given);
    const page = pageOf(wikipediaViews.read(answer(url, { items: [row('A', '2026-11-13')] }), bound, given));
    expect(page.signals?.map(({ brand }) => brand)).toEqual(['brand-1']);
    expect(page.then?.url).toContain('/B/daily/');
    expect(wikipediaViews.hindrance?.({ ...settings, brand: 'other' }, given)).toMatchObject({
      status: 'failed',
    });
  });

  it('can not be asked for where no brand names an article, and it is said how to', async () => {
    const none = await night([[], []], views);
    expect(none).toMatchObject({ status: 'failed', reason: 'bad_settings', asked: [] });
    expect(none.detail).toContain('articles: [en.wikipedia.org/Name]');
    const wrong = await night([['Northwind Coffee', 'https://evil.example/wiki/A']], views);
    expect(wrong.detail).toContain('brand-0: "Northwind Coffee" is no article');
    const some = await night([['Northwind Coffee', 'en.wikipedia.org/A', 'en.wikipedia.org/A|B']], views);
    expect(some).toMatchObject({ status: 'ok', asked: ['A'] });
    expect(some.notices).toEqual([
      expect.stringContaining('"Northwind Coffee" is no article'),
      expect.stringContaining('"en.wikipedia.org/A|B" is no article'),
    ]);
  });

  it.each([
    ...notJson,
    ['{"type":"about:blank","title":"Not found."}', 'changed', 'not_views'],
    ['{"items":{}}', 'changed', 'not_views'],
    ['{"items":[{"views":1}]}', 'changed', 'not_views'],
    [JSON.stringify({ items: [row('Another', '2026-11-13')] }), 'changed', 'not_views'],
  ])('that are something else are told apart: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('of another page than was asked for count for no article', () => {
    const page = wikipediaViews.read(answer('https://wikimedia.org/', '{"items":[]}'), settings, asking());
    expect(page).toMatchObject({ status: 'changed', reason: 'not_views' });
  });

  it('B27: that broke off are cut; half-odd ones vouch for no time; nothing that is no count is one', () => {
    const body = saved('wikipedia-views.json');
    expect(read(body.slice(0, -60))).toMatchObject({ whole: false, signals: [{ value: 118 }] });
    const odd = ['1', 1.5, -1, null, true].map((count) => row('Northwind_Coffee', '2026-11-12', count));
    const others = [
      row('Northwind_Coffee', '2026-11-13'),
      row('__proto__', '2026-11-13'),
      row('Northwind_Coffee', '2026-11-31'),
    ];
    expect(read({ items: [...odd, ...others] })).toMatchObject({
      signals: [{ day: '2026-11-13', value: 7 }],
      odd: '7 of 8 days of en.wikipedia.org/Northwind_Coffee lack a date, a count or the name of the article',
    });
    expect(
      read('{"items":[{"article":"Northwind_Coffee","timestamp":"2026111300","views":1e400}]}'),
    ).toMatchObject({
      status: 'changed',
    });
    expect(read({ items: [] })).toEqual({ items: [], whole: true, signals: [] });
  });
});
