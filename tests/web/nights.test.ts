import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { configOf } from '#contract';
import { openDoor } from '../../collector/http.ts';
import { makeCalendar } from '../../collector/measure/calendar.ts';
import { coverageDays } from '../../collector/measure/coverage-days.ts';
import { openCollector } from '../../collector/pipeline.ts';
import { sourceSchema } from '../../collector/sources/registry.ts';
import { openStore } from '../../collector/store/open-store.ts';
import { rss, rssItem } from './documents.ts';
import { openWeb, type Play, say } from './server.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-nights-'));
const dayMs = 86_400_000;
const first = Date.UTC(2026, 10, 1, 5);
let now = new Date(first);
const web = openWeb(() => now);
afterAll(async () => {
  await web.close();
  rmSync(scratch, { recursive: true, force: true });
});

const configOfFeeds = (urls: readonly string[]) =>
  configOf(sourceSchema).parse({
    brand: { id: 'saltmarsh', name: 'Saltmarsh Bakery' },
    sources: urls.map((url, at) => ({ id: `feed-${at}`, type: 'feed', url })),
  });

/** One night of the real collector and the real door. */
async function play(data: string, urls: readonly string[], pauseMs = 0) {
  const door = openDoor({
    userAgent: 'Earshot/0.1 (nights)',
    allowPrivate: ['127.0.0.1'],
    allowHttp: [],
    now: () => now,
    elapsedMs: () => performance.now(),
    pauseMs,
    random: () => 0,
  });
  const store = openStore(join(scratch, data), { durable: false });
  const progress = { step: () => {}, line: () => {} };
  const rim = { door, readLocal: async () => undefined, secret: () => undefined, progress };
  const report = await openCollector(configOfFeeds(urls), store, now).collect(rim, now);
  await door.close();
  return report;
}

/** Two items a day, of which a feed lists so many. */
const listed =
  (items: number): Play =>
  (exchange) => {
    const newest = Math.floor((now.getTime() - first) / (dayMs / 2)) + 20;
    const numbers = Array.from({ length: items }, (_, at) => newest - at);
    const dated = (n: number) => new Date(first + (n - 20) * (dayMs / 2) - 60_000).toUTCString();
    say(rss(numbers.map((n) => rssItem(n, { date: dated(n) })).join('')))(exchange);
  };

it.each([
  { items: 60, gap: 0, what: 'what it still lists fills the time' },
  { items: 6, gap: 9, what: 'what it does not list any more stays a gap' },
])('A29: a host that is busy for ten nights comes back by itself, and $what', async ({ items, gap }) => {
  const data = `busy-${items}`;
  const lists = listed(items);
  const isBusy = (night: number) => night >= 2 && night < 12;
  let night = 0;
  const host = await web.host(data, (exchange) => (isBusy(night) ? say('', {}, 503) : lists)(exchange));
  const told: string[] = [];
  for (night = 0; night < 16; night++) {
    now = new Date(first + night * dayMs);
    told.push((await play(data, [`${host.origin}/feed`])).sources[0]?.status ?? '');
  }
  expect(told.slice(0, 3)).toEqual(['ok', 'ok', 'failed']);
  // It is asked again within two nights, so that at most three nights pass before it is known to be back.
  expect(told.slice(14)).toEqual([gap === 0 ? 'ok' : 'capped', 'ok']);
  // Left alone in between: not every one of the ten nights, and not for longer than 60 hours.
  const asked = web.log.filter(({ host: name, path }) => name === data && path === '/feed');
  const busy = asked.filter(({ at }) => isBusy((at.getTime() - first) / dayMs));
  expect(busy.length).toBeGreaterThanOrEqual(4);
  expect(busy.length).toBeLessThan(10);

  const store = openStore(join(scratch, data));
  const { covered } = coverageDays(
    store.readRuns().lines,
    makeCalendar({ zone: 'UTC', weekStart: 'monday' }),
  ).get('feed-0') as { covered: [number, number][] };
  const isCovered = (day: number) => covered.some(([from, to]) => day >= from && day <= to);
  const from = Math.floor(first / dayMs);
  const days = Array.from({ length: 15 }, (_, at) => from + at);
  const stored = new Set(
    store.readMentions().lines.map(({ publishedAt }) => Math.floor(Date.parse(publishedAt) / dayMs)),
  );
  const gaps = days.filter((day) => !isCovered(day));
  if (gap === 0) expect(gaps).toEqual([]);
  else expect(gaps.length).toBeGreaterThanOrEqual(gap);
  // No day is called covered on which what was said is not stored.
  expect(days.filter((day) => isCovered(day) && !stored.has(day))).toEqual([]);
});

it('A36: twenty feeds of one host are asked for one at a time, each a pause after the one before', async () => {
  const pauseMs = 40;
  const answered: number[] = [];
  const host = await web.host('shared', (exchange) => {
    answered.push(performance.now());
    say(rss(rssItem(1)))(exchange);
  });
  now = new Date(first);
  const urls = Array.from({ length: 20 }, (_, at) => `${host.origin}/feeds/${at}`);
  const report = await play('shared', urls, pauseMs);
  expect(report.sources.map(({ status }) => status)).toEqual(urls.map(() => 'ok'));
  const asked = web.log.filter(({ host: name }) => name === 'shared');
  expect(asked.map(({ path }) => path).filter((path) => path === '/robots.txt')).toHaveLength(1);
  expect(asked).toHaveLength(21);
  expect(asked.filter(({ inFlight }) => inFlight > 1)).toEqual([]);
  const pauses = answered.slice(1).map((at, n) => at - (answered[n] as number));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(pauseMs - 2);
});
