import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configOf, Mention, Run } from '#contract';
import { openDoor } from '../../collector/http.ts';
import { type CollectReport, openCollector } from '../../collector/pipeline.ts';
import { sourceSchema } from '../../collector/sources/registry.ts';
import { openStore } from '../../collector/store/open-store.ts';
import type { Case, Gives } from './case.ts';
import { documentCases } from './cases-documents.ts';
import { httpCases } from './cases-http.ts';
import { feedOf } from './documents.ts';
import { openWeb, say } from './server.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-cases-'));
const data = join(scratch, 'data');
const nights = [new Date('2026-11-20T05:00:00Z'), new Date('2026-11-21T05:00:00Z')];
let now = nights[0] as Date;
const web = openWeb(() => now);
const bait = await web.host('bait', say('secret'));
const healthy = await web.host('healthy', say(feedOf(3)));

/** Cases of names and certificates, which need no host of this web: the address of the source tells. */
const pem = readFileSync(join(import.meta.dirname, '../../collector/http/self-signed.pem'));
const tls = createTlsServer({ key: pem, cert: pem }, (_, response) => response.end('x'));
const tlsPort = await new Promise<number>((resolve) => {
  tls.listen(0, '127.0.0.1', () => resolve((tls.address() as AddressInfo).port));
});
const named: readonly (Omit<Case, 'play'> & { url: string })[] = [
  ['A01', 'has nothing listening', 'http://127.0.0.1:1/feed', 'conn_refused'],
  ['A02', 'bears a name that does not exist', 'https://nobody.example/feed', 'dns_unknown'],
  ['A03', 'bears a name that can not be asked for now', 'https://busy.example/feed', 'dns_temp'],
  ['A04', 'has signed its certificate itself', `https://127.0.0.1:${tlsPort}/feed`, 'tls'],
  ['A19', 'bears a public name of a private address', 'https://inside.example/feed', 'non_public'],
  ['A19', 'bears a name of a public and a private address', 'https://both.example/feed', 'non_public'],
].map(([id = '', what = '', url = '', reason = '']) => ({
  id,
  what,
  url,
  gives: [{ status: 'failed', reason }],
}));

async function resolve(host: string) {
  const fail = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
  if (host === 'nobody.example') return fail('ENOTFOUND');
  if (host === 'busy.example') return fail('EAI_AGAIN');
  const inside = { address: '127.0.0.1', family: 4 };
  return host === 'both.example' ? [{ address: '93.184.216.34', family: 4 }, inside] : [inside];
}

const cases = [...httpCases, ...documentCases(`${bait.origin}/secret`), ...named].map((one, at) => ({
  ...one,
  source: `${one.id.toLowerCase()}-${at}`,
}));
const reports: CollectReport[] = [];
const ledgers: string[] = [];

const linesOf = (folder: string): string => {
  const files = readdirSync(join(data, folder)).filter((file) => file.endsWith('.jsonl'));
  return files.map((file) => readFileSync(join(data, folder, file), 'utf8')).join('');
};
const everything = () => ['mentions', 'scores', 'runs'].map(linesOf).join('\0');

beforeAll(async () => {
  Object.freeze(Object.prototype);
  const sources: { id: string; type: string; url: string }[] = [];
  const add = (id: string, url: string) => sources.push({ id, type: 'feed', url });
  add('healthy', `${healthy.origin}/feed`);
  for (const one of cases) {
    if ('url' in one) add(one.source, one.url);
    else {
      const robots = one.robots === undefined ? {} : { robots: one.robots };
      add(one.source, `${(await web.host(one.source, one.play, robots)).origin}/feed`);
    }
  }
  const config = configOf(sourceSchema).parse({
    brand: { id: 'saltmarsh', name: 'Saltmarsh Bakery' },
    sources,
  });
  for (const night of nights) {
    now = night;
    const door = openDoor({
      userAgent: 'Earshot/0.1 (cases)',
      allowPrivate: ['127.0.0.1'],
      allowHttp: [],
      now: () => now,
      elapsedMs: () => performance.now(),
      deadlines: { headersMs: 6000, totalMs: 9000 },
      pauseMs: 0,
      random: () => 0,
      resolve,
    });
    const progress = { step: () => {}, line: () => {} };
    const rim = { door, readLocal: async () => undefined, secret: () => undefined, progress };
    const collector = openCollector(config, openStore(data, { durable: false }), now);
    // Those that make us wait are waited for once.
    const again = cases.filter(({ id }) => id !== 'A05' && id !== 'A06').map(({ source }) => source);
    const only = night === nights[0] ? {} : { only: ['healthy', ...again] };
    reports.push(await collector.collect(rim, now, only));
    await door.close();
    ledgers.push(everything());
  }
}, 120_000);

afterAll(async () => {
  await web.close();
  tls.close();
  rmSync(scratch, { recursive: true, force: true });
});

const mentionsOf = (source: string, night?: Date): Mention[] =>
  linesOf('mentions')
    .trimEnd()
    .split('\n')
    .map((line) => Mention.parse(JSON.parse(line)))
    .filter((line) => line.source === source)
    .filter((line) => night === undefined || Date.parse(line.firstSeenAt) === night.getTime());
const feedRequests = (source: string) =>
  web.log.filter(({ host, path }) => host === source && path !== '/robots.txt');

describe('a host among others', () => {
  it.each(cases)('$id: that $what gives what the table says', (one) => {
    for (const [at, gives] of (one.gives as readonly Gives[]).entries()) {
      const lines = reports[at]?.sources.filter(({ source }) => source === one.source) ?? [];
      expect(lines).toHaveLength(1);
      const [line] = lines;
      expect({ status: line?.status, reason: line?.reason, detail: line?.detail }).toMatchObject({
        status: gives.status,
        ...(gives.reason === undefined ? {} : { reason: gives.reason }),
      });
      if (gives.status === 'ok') expect(line?.reason).toBeUndefined();
      const kept = gives.kept ?? 0;
      expect(line?.kept).toBe(kept);
      expect(mentionsOf(one.source, nights[at])).toHaveLength(kept);
      const covers = gives.covers ?? ['ok', 'capped'].includes(gives.status);
      expect(line?.coversTo !== undefined).toBe(covers);
    }
    if (one.titles)
      expect(
        mentionsOf(one.source)
          .map(({ title }) => title)
          .sort(),
      ).toEqual([...one.titles].sort());
    if (one.urls)
      expect(
        mentionsOf(one.source)
          .map(({ url }) => url)
          .sort(),
      ).toEqual([...one.urls].sort());
    if (one.conditional) {
      expect(feedRequests(one.source).map(({ conditional }) => conditional)).toEqual(one.conditional);
    }
    if (one.notice) {
      expect(reports[0]?.sources.find(({ source }) => source === one.source)?.notices.join()).toMatch(
        one.notice,
      );
    }
    if (one.never) expect(feedRequests(one.source)).toEqual([]);
    if (one.rests) {
      const asked = feedRequests(one.source);
      expect(asked).toHaveLength(one.rests.leastHours > 24 ? 1 : asked.length);
      const state = openStore(data).readState().state.sources[one.source];
      const from = Date.parse(String(asked.at(-1)?.at.toISOString()));
      const hours = (Date.parse(state?.nextAllowedAt ?? '') - from) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(one.rests.leastHours);
      expect(hours).toBeLessThanOrEqual(one.rests.mostHours);
    }
  });

  it('leaves the source beside it as it is, alone', () => {
    expect(reports[0]?.sources[0]).toMatchObject({ source: 'healthy', status: 'ok', read: 3, kept: 3 });
    expect(reports[1]?.sources[0]).toMatchObject({
      source: 'healthy',
      status: 'not_modified',
      reason: 'same_bytes',
    });
    expect(mentionsOf('healthy').map(({ title }) => title)).toEqual([
      'Saltmarsh Bakery opens shop 1',
      'Saltmarsh Bakery opens shop 2',
      'Saltmarsh Bakery opens shop 3',
    ]);
    expect(reports.every(({ answered }) => answered)).toBe(true);
  });

  it('B06: is never led to what a document names: no entity, file, style sheet or inclusion is fetched', () => {
    expect(web.log.filter(({ host }) => host === 'bait')).toEqual([]);
    expect(linesOf('mentions')).not.toContain('root:');
  });

  it('A26: is sent no cookie and no login, however often it offers one', () => {
    expect(web.log.length).toBeGreaterThan(cases.length);
    expect(web.log.filter(({ headers }) => headers.cookie ?? headers.authorization)).toEqual([]);
  });

  it('A36: is asked for one thing at a time', () => {
    expect(web.log.filter(({ inFlight }) => inFlight > 1)).toEqual([]);
  });

  it('B12: pollutes no prototype', () => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('writes data and nothing else, in lines that keep the contract and never change', () => {
    expect(readdirSync(scratch)).toEqual(['data']);
    const [first = '', second = ''] = ledgers;
    for (const [at, text] of first.split('\0').entries()) {
      expect(second.split('\0')[at]?.startsWith(text)).toBe(true);
    }
    for (const line of linesOf('runs').trimEnd().split('\n')) Run.parse(JSON.parse(line));
    for (const mention of cases.flatMap(({ source }) => mentionsOf(source))) {
      const text = mention.title + mention.excerpt + (mention.url ?? '');
      expect(text.isWellFormed() && !/\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u.test(text)).toBe(
        true,
      );
      expect(Array.from(mention.title).length).toBeLessThanOrEqual(300);
    }
  });

  it('B22: has its words on one line, without signs that steer a terminal', () => {
    const said = reports.flatMap(({ sources }) =>
      sources.flatMap(({ detail = '', notices }) => [detail, ...notices]),
    );
    expect(said.join('')).not.toMatch(/\p{Cc}/u);
  });
});
