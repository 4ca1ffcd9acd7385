/**
 * `npm run bench [-- FOLDER --year]`: speed, memory and page weight, each beside a peer or a second size in the same run, since
 * only ratios travel between machines. FOLDER: feed documents to read instead of made ones. `--year` also plays a year of
 * nights into a repository and packs it, which takes two minutes.
 * `npm run bench -- figures [NAME] [--worlds N] [--seed N]`: simulated brands whose truth is known, against what is promised of figures.
 * `npm run bench -- site [COUNT]`: the build of a site with so many mentions (100,000), and the first filtered result in it.
 * `npm run bench -- measure [MENTIONS]`: measures a history of five brands (1,000,000 mentions where not told) and a quarter of it, with nothing kept and a night after months were.
 * `npm run bench -- card FOLDER`: measures tone on FOLDER's labelled texts and writes the model card of the Method page.
 * `npm run bench -- uncovered FOLDER`: measures it on trades that it has not learned from (see bench-uncovered.ts).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { configOf, type Mention, type Run, type Score } from '#contract';
import { loadConfig } from '../collector/config/load-config.ts';
import { openStories } from '../collector/enrich/enrich.ts';
import { measure } from '../collector/measure/measure.ts';
import { openCollector } from '../collector/pipeline.ts';
import { feed } from '../collector/sources/feed.ts';
import { sourceSchema } from '../collector/sources/registry.ts';
import { openStore } from '../collector/store/open-store.ts';
import type { Answer } from '../collector/types.ts';
import { benchFigures } from './bench/figures.ts';
import { costsOfNights } from './bench-history.ts';
import { costsOfMeasuring } from './bench-measure.ts';
import { weightOfYear } from './bench-repository.ts';
import { benchSite } from './bench-site.ts';

const row = (what: string, value: string, beside = '') =>
  console.log(`${what.padEnd(46)} ${value.padStart(14)}  ${beside}`);
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const cpu = () => process.cpuUsage().user / 1000;

/** CPU milliseconds of the best of three rounds, after one to warm up. */
async function best(work: () => unknown): Promise<number> {
  await work();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = cpu();
    await work();
    least = Math.min(least, cpu() - before);
  }
  return least;
}

function madeFeed(source: number, items: number): string {
  const list = Array.from({ length: items }, (_, at) => {
    const date = new Date(Date.UTC(2026, 10, 1) - at * 7_200_000).toUTCString();
    const text = `Saltmarsh Bakery, shop ${at % 40}: the ${['rye', 'spelt', 'white'][at % 3]} loaf was ${['lovely', 'awful', 'as ever'][(at + source) % 3]} and the queue ${at % 20} minutes long.`;
    return `<item><title>Story ${source}-${at} about bread in town ${at % 17}</title><link>https://p${source}.example/${at}</link><guid>${source}-${at}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>p${source}</title><link>https://p${source}.example/</link>${list.join('')}</channel></rss>`;
}

function documentsOf(folder: string | undefined): string[] {
  if (folder === undefined) return Array.from({ length: 60 }, (_, at) => madeFeed(at, 100));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.xml', '.rss', '.atom', '.rdf'].includes(extname(entry.name)))
    .slice(0, 400)
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

async function benchReaders(documents: string[]): Promise<void> {
  const answers = documents.map(
    (text): Answer => ({
      kind: 'answer',
      url: 'https://p.example/',
      http: 200,
      headers: {},
      body: Buffer.from(text),
      whole: true,
    }),
  );
  const settings = { id: 'p', type: 'feed', url: 'https://p.example/' } as const;
  const asking = { since: new Date(0), now: new Date(0), brands: [], secrets: {} };
  const ours = await best(() => {
    for (const answer of answers) feed.read(answer, settings, asking);
  });
  const parser = new RssParser();
  const rssParser = await best(async () => {
    for (const text of documents) await parser.parseString(text).catch(() => undefined);
  });
  const feedsmith = await best(() => {
    for (const text of documents) {
      try {
        parseFeed(text);
      } catch {
        // A document that a peer refuses costs it less, which is to its favour.
      }
    }
  });
  row(
    `read ${documents.length} feed documents`,
    seconds(ours),
    `rss-parser × ${(rssParser / ours).toFixed(1)}, feedsmith × ${(feedsmith / ours).toFixed(1)} of that`,
  );
}

function configFor(sources: number) {
  const list = Array.from(
    { length: sources },
    (_, at) => `  - { id: p${at}, type: feed, url: 'https://p${at}.example/' }\n`,
  );
  const text = `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n${list.join('')}`;
  const loaded = loadConfig(text, 'bench', configOf(sourceSchema));
  if (!loaded.ok) throw new Error('the config of the bench is wrong');
  return loaded.config;
}

async function benchNight(): Promise<void> {
  const sources = 200;
  const config = configFor(sources);
  const documents = new Map(
    Array.from({ length: sources }, (_, at) => [`https://p${at}.example/`, Buffer.from(madeFeed(at, 100))]),
  );
  const quiet = { step: () => undefined, line: () => undefined };
  const rim = {
    door: async ({ url }: { url: string }) => ({
      kind: 'answer' as const,
      url,
      http: 200,
      headers: {},
      body: documents.get(url) ?? Buffer.alloc(0),
      whole: true,
    }),
    readLocal: async () => undefined,
    secret: () => undefined,
    progress: quiet,
  };
  const data = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const now = new Date('2026-11-02T04:17:00Z');
  const first = await once(() => openCollector(config, openStore(data), now).collect(rim, now));
  const again = await once(() => openCollector(config, openStore(data), now).collect(rim, now));
  rmSync(data, { recursive: true, force: true });
  row('a first night of 200 sources × 100 items, CPU', seconds(first), `the same again ${seconds(again)}`);
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const before = cpu();
  await work();
  return cpu() - before;
}

function linesFor(count: number): { mentions: Mention[]; scores: Score[]; runs: Run[] } {
  const days = 730;
  const mentions: Mention[] = [];
  const scores: Score[] = [];
  for (let at = 0; at < count; at++) {
    const id = at.toString(16).padStart(16, '0');
    const publishedAt = new Date(Date.UTC(2024, 10, 1) + (at % days) * 86_400_000)
      .toISOString()
      .replace('.000', '');
    const source = `p${at % 20}`;
    mentions.push({
      v: 1,
      id,
      doc: id,
      brand: 'saltmarsh',
      source,
      group: 'news',
      site: source,
      url: null,
      title: 't',
      excerpt: '',
      publishedAt,
      firstSeenAt: publishedAt,
    });
    const label = (['negative', 'neutral', 'positive'] as const)[at % 3] ?? 'neutral';
    scores.push({
      id,
      brand: 'saltmarsh',
      story: id,
      lang: 'en',
      relevant: true,
      tone: { label, p: null },
      themes: [],
      intents: [],
      by: 'afinn@5.0.2',
      config: 'x',
    });
  }
  const runs = Array.from(
    { length: 20 },
    (_, at): Run => ({
      at: '2026-11-01T04:17:00Z',
      source: `p${at}`,
      status: 'ok',
      coversFrom: '2024-11-01T00:00:00Z',
      coversTo: '2026-11-01T04:17:00Z',
      read: 1,
      kept: 1,
      edited: 0,
      dropped: {},
      bytes: 1,
    }),
  );
  return { mentions, scores, runs };
}

async function benchMeasure(): Promise<void> {
  const config = configFor(20);
  const sources = config.sources.map(({ id }) => ({
    id,
    type: 'feed',
    group: 'news',
    label: id,
    planned: true,
  }));
  const times: number[] = [];
  for (const count of [25_000, 100_000]) {
    const lines = linesFor(count);
    times.push(
      await best(() =>
        measure({
          ...lines,
          config,
          sources,
          demo: false,
          themes: [],
          published: [],
          now: new Date('2026-11-01T05:00:00Z'),
          configHash: 'x',
          commit: null,
          repository: null,
        }),
      ),
    );
  }
  const [small = 0, large = 0] = times;
  row(
    'measure 100,000 mentions, two years, CPU',
    seconds(large),
    `× ${(large / small).toFixed(1)} of 25,000`,
  );
}

/** Invented news of 60 days: every fourth is a copy of one before it, under another outlet's name or with a word changed. */
function wordyMentions(count: number): Mention[] {
  let state = 7;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  const parts = ['ba', 'ler', 'to', 'min', 'das', 'or', 'ket', 'u', 'ven', 'sil', 'ha', 'rom'];
  const word = () => Array.from({ length: 2 + below(2) }, () => parts[below(parts.length)]).join('');
  const words = (length: number) => Array.from({ length }, word).join(' ');
  const mentions: Mention[] = [];
  for (let at = 0; at < count; at++) {
    const id = at.toString(16).padStart(16, '0');
    const seen = new Date(Date.UTC(2026, 8, 1) + Math.floor((at * 59) / count) * 86_400_000).toISOString();
    const copied = at % 4 === 3 ? mentions[Math.max(0, at - 1 - below(2000))] : undefined;
    const site = `p${at % 50}.example`;
    mentions.push({
      v: 1,
      id,
      doc: id,
      brand: 'saltmarsh',
      source: `p${at % 50}`,
      group: 'news',
      site,
      url: null,
      title: copied === undefined ? `Saltmarsh Bakery ${words(7)}` : `${copied.title} - Paper ${at % 50}`,
      excerpt: copied?.excerpt.replace(' ', ' newly ') ?? `Saltmarsh Bakery ${words(42)}.`,
      publishedAt: seen.replace('.000', ''),
      firstSeenAt: seen.replace('.000', ''),
    });
  }
  return mentions;
}

/** How long stories take beside a peer that knows word-for-word copies only, and what they hold in memory. */
async function benchStories(): Promise<void> {
  const mentions = wordyMentions(100_000);
  const joinedBy = (
    find: (mention: Mention) => string | undefined,
    add: (mention: Mention, story: string) => void,
  ) => {
    let joined = 0;
    for (const mention of mentions) {
      const story = find(mention);
      if (story !== undefined) joined += 1;
      add(mention, story ?? mention.doc);
    }
    return joined;
  };
  const before = process.memoryUsage().rss;
  const stories = openStories();
  let joined = 0;
  const near = await once(async () => {
    joined = joinedBy(stories.find, stories.add);
  });
  const grown = Math.max(0, process.memoryUsage().rss - before) / 1e6;
  let exactJoined = 0;
  const exact = await once(async () => {
    const told = new Map<string, string>();
    const keysOf = ({ title, excerpt }: Mention) =>
      [title, excerpt].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
    exactJoined = joinedBy(
      (mention) =>
        keysOf(mention)
          .map((key) => told.get(key))
          .find(Boolean),
      (mention, story) => {
        for (const key of keysOf(mention)) told.set(key, story);
      },
    );
  });
  row(
    'stories: 100,000 mentions, CPU',
    seconds(near),
    `${joined} of 25000 copies joined, + ${grown.toFixed(0)} MB; × ${(near / exact).toFixed(1)} of exact copies only, which join ${exactJoined}`,
  );
}

function benchPages(dist: string): void {
  const weight = (file: string) => gzipSync(readFileSync(file)).length;
  let html: string;
  try {
    html = readFileSync(join(dist, 'index.html'), 'utf8');
  } catch {
    row('weight of Overview', 'no pages', 'build them first: npm start -- --no-serve');
    return;
  }
  const parts = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) =>
    join(dist, match[1] ?? ''),
  );
  const sum = [...new Set(parts)].reduce(
    (total, file) => total + weight(file),
    weight(join(dist, 'index.html')),
  );
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const total = files.reduce((bytes, entry) => bytes + statSync(join(entry.parentPath, entry.name)).size, 0);
  row(
    'weight of Overview, gzip',
    `${(sum / 1000).toFixed(0)} kB`,
    `of 150 kB; the whole site ${(total / 1e6).toFixed(1)} MB in ${files.length} files`,
  );
}

function benchHistory(): void {
  const [month, years] = costsOfNights([30, 1826]);
  if (!month || !years) return;
  row(
    'a night after five years, whole process',
    seconds(years.ms),
    `× ${(years.ms / month.ms).toFixed(2)} of one after a month, its memory × ${(years.bytes / month.bytes).toFixed(2)} (${(years.bytes / 1e6).toFixed(0)} MB)`,
  );
}

async function benchYear(): Promise<void> {
  const { bytes, parts } = await weightOfYear();
  const inMiB = (size: number) => (size / 2 ** 20).toFixed(1);
  const list = Object.entries(parts).filter(([, size]) => size > 2 ** 14);
  const shares = list.sort(([, a], [, b]) => b - a).map(([part, size]) => `${part} ${inMiB(size)}`);
  row('365 nights × 200 mentions, 40 sources, packed', `${inMiB(bytes)} MiB`, `of 18: ${shares.join(', ')}`);
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'card') {
  const args = ['collector/cli.ts', 'bench', 'tone', ...rest, '--card', 'site/src/model-card.json'];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
  process.exit();
}
if (what === 'measure') {
  costsOfMeasuring(Number(rest[0] ?? 1_000_000), row);
  process.exit();
}
if (what === 'figures') process.exit(benchFigures(rest, console.log) ? 0 : 1);
if (what === 'site') {
  await benchSite(Number(rest[0] ?? 100_000));
  process.exit();
}
if (what === 'uncovered') {
  execFileSync(process.execPath, ['scripts/bench-uncovered.ts', ...rest], { stdio: 'inherit' });
  process.exit();
}
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
// First, since what a process has once held it does not show again as growth.
await benchStories();
await benchReaders(documentsOf(folder));
await benchNight();
benchHistory();
await benchMeasure();
benchPages('dist');
if (flags.includes('--year')) await benchYear();
row('peak memory of this run', `${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`);
