import { describe, expect, it } from 'vitest';
import type { Request, Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { gdelt } from './gdelt.ts';
import { answer, night, pageOf, saved } from './reading.fixture.ts';

const settings = gdelt.settings.parse({ id: 'gdelt', type: 'gdelt', search: 'Northwind Coffee' });
const source: Source = { ...settings, group: 'news' };
const { url } = gdelt.firstRequest(settings, asking());
const read = (body: unknown, at = url) => gdelt.read(answer(at, body), settings, asking());
const param = (address: string, name: string) => new URL(address).searchParams.get(name) ?? '';
const stamp = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '');
const article = (id: number, ms: number) => ({
  url: `https://paper.example/${id}`,
  title: `Northwind Coffee ${id}`,
  seendate: `${stamp(ms).slice(0, 8)}T${stamp(ms).slice(8)}Z`,
  language: 'English',
});
type Seen = { id: number; ms: number };

/** A server that gives the newest 250 of a span of time, which ends where asked for or just before. */
const server =
  (seen: Seen[], endsBefore = false) =>
  ({ url: asked }: Request) => {
    const [from, to] = [param(asked, 'startdatetime'), param(asked, 'enddatetime')];
    const found = seen.filter(
      ({ ms }) => stamp(ms) >= from && (endsBefore ? stamp(ms) < to : stamp(ms) <= to),
    );
    const articles = found.slice(0, 250).map(({ id, ms }) => article(id, ms));
    return answer(asked, articles.length === 0 ? {} : { articles });
  };
const quarterMs = 900_000;
const noon = Date.parse('2026-11-14T12:00:00Z');

describe('GDELT', () => {
  it('is asked for a span of time, the newest first, and not more often than it allows', () => {
    expect(gdelt.firstRequest(settings, asking())).toEqual({
      url: 'https://api.gdeltproject.org/api/v2/doc/doc?query=%22Northwind%20Coffee%22&mode=ArtList&format=json&sort=datedesc&maxrecords=250&startdatetime=20261112051700&enddatetime=20261115051700',
      accept: 'application/json',
      pauseMs: 5500,
    });
  });

  it('gives titles without the blanks before signs, also where the JSON is not quite sound', () => {
    expect(pageOf(read(saved('gdelt.json'))).items).toEqual([
      {
        title: "Northwind Coffee's plan: 12 cafes, one mill (and no debt) - Paper",
        html: false,
        link: 'https://paper.example/business/northwind-expands',
        guid: 'https://paper.example/business/northwind-expands',
        published: '2026-11-14T12:15:00Z',
        language: 'en',
      },
      expect.objectContaining({
        title: 'Northwind Coffee: Rösterei in der alten Mühle',
        language: 'de',
      }),
      expect.objectContaining({ title: "Northwind Coffee ' open d day", language: undefined }),
    ]);
  });

  it.each([true, false])(
    'is read back slice by slice, none lost where many were seen at one moment (span without its end: %s)',
    async (endsBefore) => {
      const seen = Array.from({ length: 700 }, (_, i) => ({
        id: i,
        ms: noon - Math.floor(i / 60) * quarterMs,
      }));
      const reading = await night(source, server(seen, endsBefore));
      expect(reading).toMatchObject({ status: 'ok', coversFrom: asking().since });
      expect(new Set(reading.items.map(({ guid }) => guid)).size).toBe(700);
      expect(reading.asked.length).toBeLessThan(6);
      expect(reading.asked.every(({ pauseMs }) => pauseMs === 5500)).toBe(true);
    },
  );

  it('never asks for a span of less than a quarter of an hour, nor for what lies before the time asked for', async () => {
    const begin = asking().since.getTime();
    const seen = Array.from({ length: 2000 }, (_, i) => ({ id: i, ms: begin + 299_000 - i * 1000 }));
    const reading = await night(source, server(seen));
    expect(reading.status).toBe('ok');
    for (const { url: asked } of reading.asked) {
      const [from, to] = ['startdatetime', 'enddatetime'].map((name) => param(asked, name));
      expect(Number(to) - Number(from)).toBeGreaterThanOrEqual(1500);
    }
    expect(reading.asked).toHaveLength(2);
  });

  it('is capped where one moment holds more than one answer', async () => {
    const seen = Array.from({ length: 400 }, (_, i) => ({ id: i, ms: noon }));
    const reading = await night(source, server(seen));
    expect(reading).toMatchObject({ status: 'capped', reason: 'article_cap' });
    expect(reading.coversFrom).toEqual(new Date(noon));
  });

  it('puts the names of a panel into as few queries as it takes, each of at most 240 bytes', async () => {
    const { search: _, ...open } = source as Source & { search: string };
    const few = await night(open, server([]));
    expect(few.asked.map(({ url: asked }) => param(asked, 'query'))).toEqual([
      '("Northwind Coffee" OR "Bluebird Roasters")',
    ]);
    expect(few.status).toBe('empty');
    const search = Array.from({ length: 12 }, (_, i) => `Rösterei Nummer ${i} & Söhne`);
    const many = await night({ ...open, search }, server([]));
    const queries = many.asked.map(({ url: asked }) => param(asked, 'query'));
    expect(queries.length).toBeGreaterThan(1);
    expect(queries.every((query) => Buffer.byteLength(query) <= 240)).toBe(true);
    for (const phrase of search) expect(queries.join()).toContain(`"${phrase}"`);
  });

  it('leaves out phrases that it takes for too short, and says so once', async () => {
    const given = {
      ...source,
      search: ['Northwind Coffee', 'NWC', 'x'.repeat(100), 'y'.repeat(100), 'z'.repeat(99)],
    };
    const reading = await night(given, server([]));
    expect(reading.notices).toEqual(["GDELT can't look for what is shorter than 5 characters: NWC"]);
    expect(reading.asked.length).toBeGreaterThan(1);
    const alone = await night({ ...source, search: 'NWC' }, ({ url: asked }) =>
      answer(asked, 'The specified phrase is too short.\n'),
    );
    expect(alone).toMatchObject({ status: 'failed', reason: 'bad_search' });
    expect(alone.detail).toContain('The specified phrase is too short.');
  });

  it('reaches back 89 days, and a first reading of more covers no more', async () => {
    const since = new Date('2026-01-01T00:00:00Z');
    const reading = await night(source, server([{ id: 1, ms: noon }]), { since });
    expect(param(reading.asked[0]?.url ?? '', 'startdatetime')).toBe('20260818051700');
    expect(reading).toMatchObject({ status: 'ok', coversFrom: new Date('2026-08-18T05:17:00Z') });
  });

  it.each([
    ['Please limit requests to one every 5 seconds or contact us.\n', 'refused', 'rate_limited'],
    ['Your query was too short or too long.\n', 'failed', 'bad_search'],
    ['\n', 'failed', 'empty_body'],
    ['<!doctype html><html><title>Log in</title></html>', 'refused', 'html_not_feed'],
    ['<xml/>', 'changed', 'not_json'],
    ['[]', 'changed', 'not_articles'],
    ['{"status":"error"}', 'changed', 'not_articles'],
    [
      '{"articles":[{"url":"javascript:alert(1)","title":"x","seendate":"20261114T121500Z"}]}',
      'changed',
      'odd_items',
    ],
    [
      '{"articles":[{"url":"https://a.example","title":"x","seendate":"20261399T121500Z"}]}',
      'changed',
      'odd_items',
    ],
  ])('tells apart what is no list of articles: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('that wants to be left alone is asked again after half a day', async () => {
    const reading = await night(source, ({ url: asked }) =>
      answer(asked, 'Please limit requests to one every 5 seconds'),
    );
    expect(reading).toMatchObject({
      status: 'refused',
      reason: 'rate_limited',
      state: {
        nextAllowedAt: '2026-11-15T17:17:00Z',
        address: 'https://api.gdeltproject.org/api/v2/doc/doc',
      },
    });
  });

  it('that broke off keeps the whole articles; nothing found is empty', () => {
    const text = saved('gdelt.json');
    expect(pageOf(read(text.slice(0, text.indexOf('20261113T06'))))).toMatchObject({
      whole: false,
      items: { length: 1 },
    });
    expect(read({})).toEqual({ items: [], whole: true });
  });

  it('takes values of the wrong kind for missing, and half a page of odd articles for a change', () => {
    const good = article(1, noon);
    const page = pageOf(
      read({
        articles: [
          { ...good, language: '__proto__' },
          { ...good, title: null },
          { ...good, language: 7 },
        ],
      }),
    );
    expect(page.items.map(({ language }) => language)).toEqual([undefined, undefined]);
    expect(page.odd).toBe('1 of 3 articles lack an address, a title or a date');
  });
});
