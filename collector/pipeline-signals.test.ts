import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type About, configOf } from '#contract';
import { measureAll } from './measure-all.ts';
import { openCollector } from './pipeline.ts';
import { sourceSchema } from './sources/registry.ts';
import { openStore } from './store/open-store.ts';

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const config = configOf(sourceSchema).parse({
  brand: { id: 'northwind', name: 'Northwind', articles: ['en.wikipedia.org/Northwind'] },
  competitors: [{ id: 'bluebird', name: 'Bluebird', articles: ['en.wikipedia.org/Bluebird'] }],
  sources: [
    { id: 'wikipedia', type: 'wikipedia-views', since: '2026-11-01' },
    { id: 'paper', type: 'feed', url: 'https://paper.example/rss' },
  ],
});
const dayMs = 86_400_000;

/** A Wikimedia that has counted up to a day, with `views` a day; the address tells article and span. */
function wikimedia(url: string, counted: string, views: number) {
  const [article, from, to] = /\/user\/(\w+)\/daily\/(\d{8})00\/(\d{8})00$/.exec(url)?.slice(1) ?? [];
  const day = (stamp = '') => Date.parse(stamp.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'));
  const last = Math.min(day(to), Date.parse(counted));
  const items = Array.from({ length: (last - day(from)) / dayMs + 1 }, (_, i) => ({
    article,
    timestamp: `${new Date(day(from) + i * dayMs).toISOString().slice(0, 10).replaceAll('-', '')}00`,
    views,
  }));
  return JSON.stringify({ items });
}

function setUp() {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-signals-'));
  dirs.push(dir);
  const collect = async (at: string, counted: string, views: number) => {
    const asked: string[] = [];
    const now = new Date(at);
    const report = await openCollector(config, openStore(dir), now).collect(
      {
        door: async ({ url }) => {
          if (!url.startsWith('https://wikimedia.org/')) {
            return { kind: 'failure', status: 'failed', reason: 'http_500', detail: 'x', http: 500 };
          }
          asked.push(url);
          const body = Buffer.from(wikimedia(url, counted, views));
          return { kind: 'answer', url, http: 200, headers: {}, body, whole: true };
        },
        readLocal: async () => undefined,
        secret: () => undefined,
        progress: { step() {}, line() {} },
      },
      now,
    );
    return { report, asked };
  };
  return { dir, collect, store: () => openStore(dir) };
}

it('page views are stored once, as they were first stated, and asked for again three days back', async () => {
  const { dir, collect, store } = setUp();
  const first = await collect('2026-11-19T05:00:00Z', '2026-11-17', 100);
  expect(first.asked[0]).toMatch(/\/Northwind\/daily\/2026110100\/2026111800$/);
  expect(first.report.sources[0]).toMatchObject({ source: 'wikipedia', status: 'ok', kept: 0, read: 0 });
  // The 18th was not counted yet: it is no zero.
  expect(store().readSignals().lines).toHaveLength(2 * 17);
  const bytes = () =>
    readdirSync(join(dir, 'signals')).map((name) => readFileSync(join(dir, 'signals', name), 'utf8'));
  const before = bytes();

  const second = await collect('2026-11-20T05:00:00Z', '2026-11-19', 999);
  expect(second.asked).toEqual([
    expect.stringMatching(/\/Northwind\/daily\/2026111600\/2026111900$/),
    expect.stringMatching(/\/Bluebird\/daily\/2026111600\/2026111900$/),
  ]);
  const { lines } = store().readSignals();
  expect(lines).toHaveLength(2 * 19);
  expect(lines.filter(({ value }) => value === 999).map(({ day, brand }) => `${day} ${brand}`)).toEqual([
    '2026-11-18 northwind',
    '2026-11-19 northwind',
    '2026-11-18 bluebird',
    '2026-11-19 bluebird',
  ]);
  expect(bytes()[0]?.startsWith(before[0] ?? 'nothing')).toBe(true);

  const again = bytes();
  await collect('2026-11-20T11:00:00Z', '2026-11-19', 5);
  expect(bytes()).toEqual(again);
});

it('a day on which views were counted and nothing else was read is a gap, and no silence', async () => {
  const { collect, store } = setUp();
  await collect('2026-11-19T05:00:00Z', '2026-11-18', 100);
  await collect('2026-11-20T05:00:00Z', '2026-11-19', 100);
  const figures = measureAll(config, store(), {
    now: new Date('2026-11-20T06:00:00Z'),
    demo: false,
    configHash: 'x',
    commit: null,
    repository: null,
  }).files;
  const { sources } = figures.get('about.json') as About;
  expect(sources.map(({ id, planned }) => [id, planned])).toEqual([
    ['wikipedia', false],
    ['paper', true],
  ]);
  const mentions = figures.get('mentions.json') as {
    brands?: Record<string, { day: { value: number | null }[] }>;
  };
  const values = Object.values(mentions.brands ?? {}).flatMap(({ day }) => day.map(({ value }) => value));
  expect(values.length).toBeGreaterThan(0);
  expect(values.every((value) => value === null)).toBe(true);
});
