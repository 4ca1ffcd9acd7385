import { describe, expect, it } from 'vitest';
import type { Request, Source } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { answer, failure, night, notJson, pageOf, saved } from './reading.fixture.ts';
import { stackExchange } from './stack-exchange.ts';

const key = 'U4DMV*8nvpm3EOpvf69Rxw((';
const secrets = { STACK_EXCHANGE_KEY: key };
const settings = stackExchange.settings.parse({
  id: 'se',
  type: 'stack-exchange',
  search: 'Northwind Coffee',
  sites: ['coffee', 'stackoverflow'],
});
const source: Source = { ...settings, group: 'forum' };
const one: Source = { ...source, sites: ['coffee'] };
const { url } = stackExchange.firstRequest(settings, asking());
const read = (body: unknown, at = url) => stackExchange.read(answer(at, body), settings, asking());
const param = (address: string, name: string) => new URL(address).searchParams.get(name);
const noon = Date.parse('2026-11-14T12:00:00Z') / 1000;
const question = (id: number, at: number, changes: object = {}) => ({
  question_id: id,
  link: `https://coffee.stackexchange.com/questions/${id}/northwind-coffee`,
  title: `Northwind Coffee ${id}`,
  creation_date: at,
  ...changes,
});

/** A server that holds questions, the newest first, and gives a hundred of them. */
const server =
  (questions: { creation_date: number }[], more: object = {}) =>
  ({ url: asked }: Request) => {
    const [from, to] = ['fromdate', 'todate'].map((name) => Number(param(asked, name))) as [number, number];
    const found = questions.filter(({ creation_date: at }) => at >= from && at < to);
    return answer(asked, { items: found.slice(0, 100), has_more: found.length > 100, ...more });
  };

describe('Stack Exchange', () => {
  it('is searched by title, one site after the other, since a moment', () => {
    expect(stackExchange.firstRequest(settings, asking())).toEqual({
      url: 'https://api.stackexchange.com/2.3/search/advanced?site=coffee&title=Northwind%20Coffee&fromdate=1794460620&todate=1794719820&sort=creation&order=desc&pagesize=100',
      accept: 'application/json',
      pauseMs: 1000,
    });
    const { then } = pageOf(read({ items: [] }));
    expect(param(then?.url ?? '', 'site')).toBe('stackoverflow');
    expect(pageOf(read({ items: [] }, then?.url))).not.toHaveProperty('then');
  });

  it('gives titles and links that outlive a new title, and no text', () => {
    expect(pageOf(read(saved('stack-exchange.json'))).items).toEqual([
      {
        title: 'Why does the &quot;Northwind Coffee&quot; machine hiss &amp; leak?',
        html: true,
        link: 'https://coffee.stackexchange.com/questions/7301',
        guid: 'https://coffee.stackexchange.com/questions/7301',
        published: 1794650000,
        attention: { points: -1, comments: 2, views: 420 },
        authors: ['Crema Fan'],
      },
      expect.objectContaining({
        link: 'https://coffee.stackexchange.com/questions/7298',
        authors: ['user4711'],
      }),
    ]);
  });

  it('is read back slice by slice to the end, also where many questions share a second', async () => {
    const questions = Array.from({ length: 470 }, (_, i) => question(i, noon - Math.floor(i / 9)));
    const reading = await night(one, server(questions));
    expect(reading).toMatchObject({ status: 'ok', coversFrom: asking().since });
    expect(new Set(reading.items.map(({ guid }) => guid)).size).toBe(470);
  });

  it('is capped where one second holds more than a page', async () => {
    const questions = Array.from({ length: 170 }, (_, i) => question(i, noon));
    expect(await night(one, server(questions))).toMatchObject({
      status: 'capped',
      reason: 'result_cap',
      coversFrom: new Date(noon * 1000),
    });
  });

  it('is given the time that it asks for, and left alone where that is long', async () => {
    const short = pageOf(read({ items: [question(1, noon)], has_more: true, backoff: 10 }));
    expect([short.next?.pauseMs, short.then?.pauseMs]).toEqual([10_000, 10_000]);
    expect(short).not.toHaveProperty('restUntil');
    const long = await night(source, server([question(1, noon)], { backoff: 600 }));
    expect(long).toMatchObject({
      status: 'capped',
      reason: 'quota',
      state: { nextAllowedAt: '2026-11-15T05:27:00Z' },
    });
    expect(long.asked).toHaveLength(1);
  });

  it('whose quota is used up is asked again the next day', async () => {
    const reading = await night(source, server([question(1, noon)], { quota_remaining: 0 }));
    expect(reading).toMatchObject({ status: 'capped', reason: 'quota', items: { length: 1 } });
    expect(reading.state.nextAllowedAt).toBe('2026-11-16T00:00:00Z');
  });

  it('keeps its key out of everything that is told and remembered', async () => {
    const told = (reading: object) => JSON.stringify({ ...reading, asked: [] });
    const hidden = (reading: object) =>
      !told(reading).includes('U4DMV') && !told(reading).includes(encodeURIComponent(key));
    const good = await night(source, server([question(1, noon)]), { secrets });
    expect(good.status).toBe('ok');
    expect(good.asked.every(({ url: asked }) => param(asked, 'key') === key)).toBe(true);
    expect(good.state.address).toBe(
      'https://api.stackexchange.com/2.3/search/advanced?site=coffee;stackoverflow',
    );
    expect(hidden(good)).toBe(true);
    const failing = ['bad_304', 'redirect_loop', 'http_400'].map((reason) =>
      night(source, ({ url: asked }) => ({ ...failure(304, reason), detail: `${asked} is wrong: ${key}` }), {
        secrets,
      }),
    );
    for (const reading of await Promise.all(failing)) {
      expect(reading.status).toBe('failed');
      expect(reading.detail).toContain('(secret)');
      expect(hidden(reading)).toBe(true);
    }
    const moved = await night(
      one,
      ({ url: asked }) => ({ ...answer(asked, { items: [] }), notices: [`${asked} has moved`] }),
      { secrets },
    );
    expect(moved.notices[0]).toContain('key=(secret)');
  });

  it('is asked for titles with quotes, signs and other letters as they are', () => {
    const given = { ...settings, search: 'Ben & "Jerry" 北風?' };
    expect(param(stackExchange.firstRequest(given, asking()).url, 'title')).toBe('Ben & Jerry 北風?');
  });

  it.each([
    ...notJson,
    ['{"items":{}}', 'changed', 'not_questions'],
    ['{"error_id":400,"error_name":"bad_parameter","error_message":"site"}', 'failed', 'api_error'],
    [
      '{"error_id":502,"error_name":"throttle_violation","error_message":"too many requests"}',
      'refused',
      'rate_limited',
    ],
    ['{"items":[{"question_id":1,"title":"x"}]}', 'changed', 'odd_items'],
    ['{"items":[', 'failed', 'bad_json'],
  ])('tells apart what is no list of questions: %s', (body, status, reason) => {
    expect(read(body)).toMatchObject({ status, reason });
  });

  it('that broke off keeps the whole questions; another page is told apart', () => {
    const text = saved('stack-exchange.json');
    expect(pageOf(read(text.slice(0, text.indexOf('"beans"'))))).toMatchObject({
      whole: false,
      items: { length: 1 },
    });
    expect(read({ items: [] }, 'https://api.stackexchange.com/')).toMatchObject({ reason: 'led_elsewhere' });
  });

  it('takes values of the wrong kind for missing, and half a page of odd questions for a change', () => {
    const items = [
      question(1, noon, { score: 'x', view_count: 1e308, owner: null }),
      question(2, noon, { title: null }),
      question(3, noon, { link: '/questions/3' }),
    ];
    const page = pageOf(read({ items, backoff: 'long', quota_remaining: null }));
    expect(page.items).toEqual([
      expect.objectContaining({ attention: { points: undefined, comments: undefined, views: undefined } }),
    ]);
    expect(page.odd).toBe('2 of 3 questions lack an id, a link, a title or a date');
  });

  it.each([{ sites: [] }, { sites: ['https://stackoverflow.com'] }, { sites: ['a;b'] }, { site: 'x' }])(
    'refuses the settings %j',
    (wrong) => {
      expect(stackExchange.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
    },
  );
});
