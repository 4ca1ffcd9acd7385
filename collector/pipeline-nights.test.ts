import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { configOf } from '#contract';
import { measureAll } from './measure-all.ts';
import { openCollector } from './pipeline.ts';
import { sourceSchema } from './sources/registry.ts';
import { openStore } from './store/open-store.ts';
import type { Rim } from './types.ts';

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const url = (id: string) => `https://${id}.example/rss`;
const config = configOf(sourceSchema).parse({
  brand: { id: 'northwind', name: 'Northwind' },
  sources: ['paper', 'radio'].map((id) => ({ id, type: 'feed', url: url(id) })),
});
const night = (day: number) => new Date(Date.UTC(2026, 10, day, 5));
const iso = (day: number) => night(day).toISOString().replace('.000', '');

/** A feed as it stands in the morning of a day: an item a day, the last `window` of them, newest first. */
const daily = (id: string, day: number, window: number) =>
  Array.from({ length: window }, (_, at) => day - at).map(
    (n) =>
      `<item><title>Northwind on day ${n}</title><link>https://${id}.example/${n}</link><pubDate>${new Date(Date.UTC(2026, 10, n, 1)).toISOString()}</pubDate></item>`,
  );
const rss = (items: string[]) => `<rss><channel>${items.join('')}</channel></rss>`;
type Reply = Awaited<ReturnType<Rim['door']>>;
const failed = (reason: string, http?: number): Reply => ({
  kind: 'failure',
  status: 'failed',
  reason,
  detail: 'x',
  ...(http === undefined ? {} : { http }),
});
const feed =
  (items: string[]) =>
  (address: string): Reply => ({
    kind: 'answer',
    url: address,
    http: 200,
    headers: {},
    body: Buffer.from(rss(items)),
    whole: true,
  });

function setUp() {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-nights-'));
  dirs.push(dir);
  const collect = (
    day: number,
    replies: { paper: (url: string) => Reply; radio?: (url: string) => Reply },
  ) => {
    const rim: Rim = {
      door: async (request) =>
        request.url.includes('paper')
          ? replies.paper(request.url)
          : (replies.radio ?? replies.paper)(request.url),
      readLocal: async () => undefined,
      secret: () => undefined,
      progress: { step() {}, line() {} },
    };
    return openCollector(config, openStore(dir), night(day)).collect(rim, night(day));
  };
  const lines = (source = 'paper') =>
    openStore(dir)
      .readRuns()
      .lines.filter((run) => run.source === source);
  const bytes = (folder: string) =>
    readdirSync(join(dir, folder)).map((name) => readFileSync(join(dir, folder, name), 'utf8'));
  const figure = (id: string, now: Date) => {
    const about = { now, demo: false, configHash: 'x', commit: null, repository: null };
    return measureAll(config, openStore(dir), about).files.get(`${id}.json`) as {
      brands: Record<string, { day: { period: string; value: number | null; coverage: number | null }[] }>;
    };
  };
  const forgetState = () => rmSync(join(dir, 'state.json'));
  return { collect, lines, bytes, figure, forgetState, mentions: () => openStore(dir).readMentions().lines };
}

describe('after missed nights', () => {
  it('G13: what the feed still holds is back-filled and covered', async () => {
    const { collect, lines, mentions } = setUp();
    await collect(10, { paper: feed(daily('paper', 10, 10)) });
    await collect(14, { paper: feed(daily('paper', 14, 10)) });
    expect(lines().at(-1)).toMatchObject({ status: 'ok', coversFrom: iso(10), coversTo: iso(14), kept: 4 });
    expect(
      new Set(
        mentions()
          .filter(({ source }) => source === 'paper')
          .map(({ publishedAt }) => publishedAt.slice(8, 10)),
      ).size,
    ).toBe(14);
  });

  it('G13, D12: what has left a short window meanwhile is a marked gap, and no more than that', async () => {
    const { collect, lines } = setUp();
    await collect(10, { paper: feed(daily('paper', 10, 3)) });
    await collect(15, { paper: feed(daily('paper', 15, 3)) });
    expect(lines().at(-1)).toMatchObject({
      status: 'capped',
      reason: 'window_overflow',
      overflow: true,
      coversFrom: '2026-11-13T01:00:00Z',
      coversTo: iso(15),
    });
    await collect(16, { paper: feed(daily('paper', 16, 3)) });
    expect(lines().at(-1)).toMatchObject({ status: 'ok', coversFrom: iso(15) });
  });

  it('A29: ten nights of 503 are each refused or failed; then it is back by itself', async () => {
    const { collect, lines } = setUp();
    await collect(10, { paper: feed(daily('paper', 10, 5)) });
    for (let day = 11; day <= 20; day++) await collect(day, { paper: () => failed('http_503', 503) });
    const dark = lines().slice(1);
    expect(
      dark.every(({ status, coversTo }) => ['failed', 'refused'].includes(status) && coversTo === undefined),
    ).toBe(true);
    // Two nights are skipped at most, so that it is asked on one of these.
    for (const day of [21, 22, 23, 24]) await collect(day, { paper: feed(daily('paper', day, 5)) });
    const back = lines()
      .slice(11)
      .filter(({ coversTo }) => coversTo !== undefined);
    expect(back[0]).toMatchObject({ status: 'capped', reason: 'window_overflow', overflow: true });
    expect(back.at(-1)?.status).toBe('ok');
  });

  it('A30: a feed that was not found one night is read the next, with nothing lost', async () => {
    const { collect, lines } = setUp();
    await collect(10, { paper: feed(daily('paper', 10, 5)) });
    await collect(11, { paper: () => failed('not_found', 404) });
    await collect(12, { paper: feed(daily('paper', 12, 5)) });
    expect(lines().map(({ status, reason }) => reason ?? status)).toEqual(['ok', 'not_found', 'ok']);
    expect(lines().at(-1)).toMatchObject({ coversFrom: iso(10), coversTo: iso(12) });
  });

  it('A27: a host that named a time to one source is left alone by all of its sources until then', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'earshot-nights-'));
    dirs.push(dir);
    const shared = configOf(sourceSchema).parse({
      brand: { id: 'northwind', name: 'Northwind' },
      sources: [
        ...['news', 'blog'].map((id) => ({ id, type: 'feed', url: `https://paper.example/${id}` })),
        { id: 'radio', type: 'feed', url: url('radio') },
      ],
    });
    const asked: string[] = [];
    const play = (day: number) => {
      const rim: Rim = {
        door: async (request) => {
          asked.push(`${day} ${request.url}`);
          const wait = { ...failed('rate_limited', 429), nextAllowedAt: night(day + 3) } as Reply;
          return request.url.endsWith('/blog') && day === 10 ? wait : feed(daily('x', day, 3))(request.url);
        },
        readLocal: async () => undefined,
        secret: () => undefined,
        progress: { step() {}, line() {} },
      };
      return openCollector(shared, openStore(dir), night(day)).collect(rim, night(day));
    };
    await play(10);
    const next = await play(11);
    expect(next.sources.map(({ source, reason }) => [source, reason])).toEqual([
      ['news', 'retry_after'],
      ['blog', 'retry_after'],
      ['radio', undefined],
    ]);
    await play(14);
    expect(asked.filter((one) => one.includes('paper')).map((one) => one.split(' ')[0])).toEqual([
      '10',
      '10',
      '14',
      '14',
    ]);
  });

  it('a list that is empty since yesterday covers nothing, and no day of it is a zero', async () => {
    const { collect, lines, figure } = setUp();
    await collect(10, { paper: feed(daily('paper', 10, 3)), radio: () => failed('timeout') });
    for (const day of [11, 12, 13, 14]) {
      await collect(day, { paper: feed([]), radio: () => failed('timeout') });
    }
    expect(lines().at(1)).toMatchObject({ status: 'empty', reason: 'was_fuller' });
    expect(
      lines()
        .slice(1)
        .every(({ coversTo }) => coversTo === undefined),
    ).toBe(true);
    await collect(15, { paper: feed(daily('paper', 15, 3)), radio: () => failed('timeout') });
    expect(lines().at(-1)).toMatchObject({ status: 'capped', reason: 'window_overflow' });
    const days = figure('mentions', night(16)).brands['northwind']?.day ?? [];
    const dark = days.filter(({ period }) => period >= '2026-11-11' && period <= '2026-11-12');
    expect(dark.map(({ value }) => value)).toEqual([null, null]);
  });

  it('a list that was empty for a night, and then lists what it did, has missed nothing', async () => {
    const { collect, lines } = setUp();
    await collect(10, { paper: feed(daily('paper', 10, 5)) });
    await collect(11, { paper: feed([]) });
    await collect(12, { paper: feed(daily('paper', 12, 5)) });
    expect(lines().at(-1)).toMatchObject({ status: 'ok', coversFrom: iso(10), coversTo: iso(12), kept: 2 });
  });

  it('without a memory, a pinned item that is known does not vouch for the days between', async () => {
    const { collect, lines, forgetState } = setUp();
    const pinned = `<item><title>Northwind: read this first</title><link>https://paper.example/pinned</link><pubDate>Mon, 02 Nov 2026 01:00:00 GMT</pubDate></item>`;
    await collect(10, { paper: feed([pinned, ...daily('paper', 10, 5)]) });
    forgetState();
    await collect(17, { paper: feed([pinned, ...daily('paper', 17, 5)]) });
    expect(lines().at(-1)).toMatchObject({ status: 'capped', reason: 'window_overflow' });
  });

  it('a clock that was set back leaves no line that ends before it begins', async () => {
    const { collect, lines } = setUp();
    for (const day of [15, 12, 13, 16]) await collect(day, { paper: feed(daily('paper', day, 5)) });
    expect(lines().every(({ coversFrom = '', coversTo = '' }) => coversFrom <= coversTo)).toBe(true);
  });

  it('A42: a night on which nothing answers leaves its lines, and says so', async () => {
    const { collect, lines } = setUp();
    const report = await collect(10, { paper: () => failed('dns_unknown') });
    expect(report).toMatchObject({ answered: false, mentions: 0 });
    expect([...lines('paper'), ...lines('radio')]).toHaveLength(2);
  });
});

describe('what changes no number', () => {
  const relinked = (day: number, link: (n: number) => string) =>
    daily('paper', day, 8).map((item, at) =>
      item.replace(/<link>.*<\/link>/, `${link(day - at)}<guid isPermaLink="false">paper-${day - at}</guid>`),
    );

  it.each([
    ['carry a token', (day: number) => (n: number) => `<link>https://paper.example/r/${day}x${n}/</link>`],
    [
      'move to another site',
      (day: number) => (n: number) => `<link>https://${day < 12 ? 'old' : 'new'}.example/${n}</link>`,
    ],
    ['are lost', (day: number) => (n: number) => (day < 12 ? `<link>https://paper.example/${n}</link>` : '')],
  ])('D09: links that %s make no new mentions of what was listed last night', async (_, link) => {
    const { collect, mentions } = setUp();
    for (let day = 10; day <= 24; day++) {
      await collect(day, { paper: feed(relinked(day, link(day))), radio: () => failed('timeout') });
    }
    const titles = mentions().map(({ title }) => title);
    expect(titles.length).toBe(new Set(titles).size);
    expect(titles).toContain('Northwind on day 24');
  });

  it('D12: the order of a feed does not matter', async () => {
    const orders = [
      (items: string[]) => items,
      (items: string[]) => items.toReversed(),
      (items: string[]) => [...items.slice(3), ...items.slice(0, 3)],
    ];
    for (const order of orders) {
      const { collect, lines } = setUp();
      await collect(10, { paper: feed(order(daily('paper', 10, 8))) });
      await collect(11, { paper: feed(order(daily('paper', 11, 8))) });
      expect(lines()).toMatchObject([
        { status: 'ok', kept: 8, coversFrom: '2026-11-03T01:00:00Z' },
        { status: 'ok', kept: 1, coversFrom: iso(10) },
      ]);
    }
  });

  it('D14: the same night run twice changes no byte of mentions and scores', async () => {
    const { collect, bytes, lines } = setUp();
    const paper = feed(daily('paper', 10, 5));
    await collect(10, { paper });
    const before = [bytes('mentions'), bytes('scores')];
    await collect(10, { paper });
    expect([bytes('mentions'), bytes('scores')]).toEqual(before);
    expect(lines()).toHaveLength(2);
  });

  it('D16: where a feed dies, coverage falls, and the count of its days is no zero', async () => {
    const { collect, figure } = setUp();
    for (let day = 5; day <= 12; day++) {
      const radio = day < 9 ? feed(daily('radio', day, 20)) : () => failed('dns_unknown');
      await collect(day, { paper: feed(daily('paper', day, 20)), radio });
    }
    const coverage = figure('coverage', night(12)).brands['northwind']?.day ?? [];
    const value = (day: string) => coverage.find(({ period }) => period === day)?.value;
    expect(value('2026-11-07')).toBe(100);
    expect(value('2026-11-10')).toBe(50);
    for (let day = 9; day <= 12; day++) {
      await collect(day, { paper: () => failed('dns_unknown'), radio: () => failed('dns_unknown') });
    }
    for (let day = 13; day <= 16; day++) await collect(day, { paper: () => failed('dns_unknown') });
    const mentions = figure('mentions', night(16)).brands['northwind']?.day ?? [];
    expect(mentions.find(({ period }) => period === '2026-11-14')?.value).toBeNull();
  });

  it('a dead source and a quiet one are told apart in the report of the night', async () => {
    const { collect } = setUp();
    const silent = feed(daily('radio', -20, 10));
    let report = await collect(10, { paper: feed(daily('paper', 10, 10)), radio: silent });
    for (const day of [11, 12, 13])
      report = await collect(day, { paper: () => failed('dns_unknown'), radio: silent });
    const notices = Object.fromEntries(
      report.sources.map(({ source, notices: told }) => [source, told.join()]),
    );
    expect(notices['paper']).toBe('has not answered for 3 nights, since 2026-11-11 (dns_unknown)');
    expect(notices['radio']).toBe(
      'answers, and has been quiet since 2026-10-11; something new usually comes every 24 hours',
    );
  });
});
