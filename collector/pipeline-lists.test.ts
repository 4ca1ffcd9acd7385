import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type About, configOf } from '#contract';
import { measureAll } from './measure-all.ts';
import { openCollector } from './pipeline.ts';
import { previewSource } from './preview-source.ts';
import { listedId } from './sources/opml.ts';
import { sourceSchema } from './sources/registry.ts';
import { sourcesOf } from './sources/sources-of.ts';
import { openStore } from './store/open-store.ts';
import type { Rim } from './types.ts';

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const config = configOf(sourceSchema).parse({
  brand: { id: 'northwind', name: 'Northwind' },
  sources: [{ id: 'trade', type: 'opml', url: 'https://lists.example/trade.opml', group: 'press' }],
});
const one = 'https://one.example/rss';
const two = 'https://two.example/rss';
const [idOne, idTwo] = [listedId('trade', one), listedId('trade', two)];
const opml = (...urls: string[]) =>
  `<opml><body>${urls.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`;
const rss = (host: string, ...days: number[]) =>
  `<rss><channel>${days.map((day) => `<item><title>Northwind ${day}</title><link>https://${host}/${day}</link><pubDate>2026-11-${day}T01:00:00Z</pubDate></item>`).join('')}</channel></rss>`;
const night = (day: number) => new Date(`2026-11-${day}T05:00:00Z`);

function setUp() {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-lists-'));
  dirs.push(dir);
  const asked: string[] = [];
  const rimOf = (web: Record<string, string>): Rim => ({
    door: async ({ url }) => {
      asked.push(url);
      const body = web[url];
      if (body === undefined)
        return { kind: 'failure', status: 'failed', reason: 'http_500', detail: 'x', http: 500 };
      return { kind: 'answer', url, http: 200, headers: {}, body: Buffer.from(body), whole: true };
    },
    readLocal: async () => undefined,
    secret: () => undefined,
    progress: { step() {}, line() {} },
  });
  const collect = (day: number, web: Record<string, string>, only?: string[]) => {
    const store = openStore(dir);
    return openCollector(config, store, night(day)).collect(rimOf(web), night(day), only ? { only } : {});
  };
  const store = () => openStore(dir);
  const statuses = (day: number) =>
    Object.fromEntries(
      store()
        .readRuns()
        .lines.filter(({ at }) => at.startsWith(`2026-11-${day}`))
        .map(({ source, status }) => [source, status]),
    );
  const about = () =>
    measureAll(config, store(), {
      now: night(21),
      demo: false,
      configHash: 'x',
      commit: null,
      repository: null,
    }).files.get('about.json') as About;
  return { asked, collect, store, statuses, about, rimOf };
}

const listAddress = 'https://lists.example/trade.opml';

it('the feeds of a list are read the night they are named, each with its own line in the ledger', async () => {
  const { collect, statuses, store, about } = setUp();
  const report = await collect(19, { [listAddress]: opml(one, two), [one]: rss('one.example', 18) });
  expect(statuses(19)).toEqual({ trade: 'ok', [idOne]: 'ok', [idTwo]: 'failed' });
  expect(report).toMatchObject({ answered: true, mentions: 1 });
  expect(store().readMentions().lines).toMatchObject([{ source: idOne, group: 'press', brand: 'northwind' }]);
  expect(about().sources.map(({ id, type, planned }) => [id, type, planned])).toEqual([
    ['trade', 'opml', false],
    [idOne, 'feed', true],
    [idTwo, 'feed', true],
  ]);
});

it('while the list can not be read, it is failed, and the feeds of last time are read on', async () => {
  const { collect, statuses, about } = setUp();
  await collect(19, {
    [listAddress]: opml(one, two),
    [one]: rss('one.example', 18),
    [two]: rss('two.example', 18),
  });
  const report = await collect(20, { [one]: rss('one.example', 18, 19), [two]: rss('two.example', 18) });
  expect(statuses(20)).toEqual({ trade: 'failed', [idOne]: 'ok', [idTwo]: 'not_modified' });
  expect(report.mentions).toBe(1);
  await collect(21, { [listAddress]: opml(), [one]: rss('one.example', 18, 19) });
  expect(statuses(21)).toEqual({ trade: 'changed', [idOne]: 'not_modified', [idTwo]: 'failed' });
  expect(about().sources).toHaveLength(3);
});

it('a feed that is dropped from the list is planned no longer, and what it said stays', async () => {
  const { collect, statuses, about, store } = setUp();
  const web = { [one]: rss('one.example', 18), [two]: rss('two.example', 18) };
  await collect(19, { ...web, [listAddress]: opml(one, two) });
  await collect(20, { ...web, [listAddress]: opml(two) });
  expect(statuses(20)).toEqual({ trade: 'ok', [idTwo]: 'not_modified' });
  expect(about().sources.map(({ id }) => id)).toEqual(['trade', idTwo]);
  expect(store().readMentions().lines).toHaveLength(2);
  expect(Object.keys(store().readState().state.sources).sort()).toEqual(['trade', idTwo].sort());
});

it('another order of the list changes nothing', async () => {
  const { collect, statuses } = setUp();
  const web = { [one]: rss('one.example', 18), [two]: rss('two.example', 18) };
  await collect(19, { ...web, [listAddress]: opml(one, two) });
  await collect(20, { ...web, [listAddress]: opml(two, one) });
  expect(statuses(20)).toEqual({ trade: 'ok', [idOne]: 'not_modified', [idTwo]: 'not_modified' });
});

it('A42: a list that answers does not hide that none of its feeds did', async () => {
  const { collect } = setUp();
  expect(await collect(19, { [listAddress]: opml(one, two) })).toMatchObject({ answered: false });
});

it('the name of a list stands for its feeds, and each can be asked for by its own', async () => {
  const { collect, statuses, asked, store, rimOf } = setUp();
  const web = { [listAddress]: opml(one, two), [one]: rss('one.example', 18), [two]: rss('two.example', 18) };
  await collect(19, web, ['trade']);
  expect(Object.keys(statuses(19)).sort()).toEqual(['trade', idOne, idTwo].sort());
  asked.length = 0;
  await collect(20, web, [idTwo]);
  expect(asked).toEqual([two]);
  const sources = sourcesOf(config, store().readState().state);
  const preview = await previewSource({ ...config, sources }, idTwo, rimOf(web), night(20));
  expect(preview).toMatchObject({ reading: { status: 'ok' }, mentions: { length: 1 } });
});
