/** What a night costs where there is a month of history, and where there are five years. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mention } from '#contract';
import { madeBrands, madeNight, madeSources } from './made-history.ts';

const dayMs = 86_400_000;
const mentionsPerNight = 200;
const rounds = 3;
const newPerFeed = 5;
const listed = 30;

type Cost = { ms: number; cpuMs: number; bytes: number };

/** Writes so many days of lines that end the night before `end`; gives the mentions of the last days. */
export function writeHistory(dir: string, days: number, end: number): Mention[] {
  for (const folder of ['mentions', 'scores', 'runs', 'published'])
    mkdirSync(join(dir, folder), { recursive: true });
  const last: Mention[] = [];
  for (let day = end - days; day < end; day++) {
    const night = madeNight(day, mentionsPerNight);
    const month = new Date(day * dayMs).toISOString().slice(0, 7);
    for (const folder of ['mentions', 'scores', 'runs', 'published'] as const) {
      const text = night[folder].map((line) => `${JSON.stringify(line)}\n`).join('');
      appendFileSync(join(dir, folder, `${month}.jsonl`), text);
    }
    if (day >= end - 7) last.push(...night.mentions);
  }
  return last;
}

/** Feeds in files: what they held lately, and some new items before it. */
function writeFeeds(dir: string, known: readonly Mention[], round: number, now: Date): string {
  let sources = '';
  for (let at = 0; at < madeSources; at++) {
    const id = `source-${String(at).padStart(2, '0')}`;
    const fresh = Array.from({ length: newPerFeed }, (_, item) => ({
      title: `Saltmarsh Bakery opens shop ${round}-${at}-${item}`,
      url: `https://${id}.example/new/${round}/${item}`,
      excerpt: `What the town says of Saltmarsh Bakery, part ${item} of ${round}.`,
      publishedAt: now.toISOString(),
    }));
    const old = known.filter(({ source }) => source === id).slice(0, listed - newPerFeed);
    const items = [...fresh, ...old].map(
      ({ title, url, excerpt, publishedAt }) =>
        `<item><title>${title}</title><link>${url}</link><description>${excerpt}</description><pubDate>${new Date(publishedAt).toUTCString()}</pubDate></item>`,
    );
    const text = `<rss version="2.0"><channel><title>${id}</title><link>https://${id}.example/</link>${items.join('')}</channel></rss>`;
    writeFileSync(join(dir, `${id}.xml`), text);
    sources += `  - { id: ${id}, type: feed, url: ${id}.xml }\n`;
  }
  const config = join(dir, 'brand.yml');
  const [brand, ...competitors] = Object.entries(madeBrands).map(
    ([id, name]) => `{ id: ${id}, name: ${name} }`,
  );
  const list = competitors.map((one) => `  - ${one}\n`).join('');
  writeFileSync(config, `brand: ${brand}\ncompetitors:\n${list}sources:\n${sources}`);
  return config;
}

/** Linux counts in the child's `maxRSS` what this process held when it started it; the peak in /proc is its own. */
export const atEnd = `
  import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    let kilobytes = maxRSS;
    try {
      kilobytes = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
    } catch {}
    process.stderr.write('@' + JSON.stringify([userCPUTime + systemCPUTime, kilobytes]));
  });`;

/** The whole process, from its start to its end; the memory that it held at most. */
function collect(config: string, data: string, now: Date): Cost {
  const args = ['--import', `data:text/javascript,${encodeURIComponent(atEnd)}`, 'collector/cli.ts'];
  const began = performance.now();
  const done = spawnSync(
    process.execPath,
    [...args, 'collect', '--config', config, '--data', data, '--now', now.toISOString()],
    { encoding: 'utf8' },
  );
  const ms = performance.now() - began;
  const wanted = newPerFeed * madeSources;
  if (done.status !== 0 || !done.stderr.includes(`${wanted} new mentions`))
    throw new Error(`collect went wrong: ${done.stderr.slice(-600)}`);
  const [cpuUs = 0, kilobytes = 0] = JSON.parse(done.stderr.slice(done.stderr.lastIndexOf('@') + 1));
  return { ms, cpuMs: cpuUs / 1000, bytes: kilobytes * 1024 };
}

/** The least of some nights each, taken in turns, so that a busy machine is as busy for both. */
export function costsOfNights(days: readonly number[]): Cost[] {
  const now = new Date('2026-11-22T04:17:00Z');
  const end = Math.floor(now.getTime() / dayMs);
  const dirs = days.map(() => mkdtempSync(join(tmpdir(), 'earshot-history-')));
  const known = days.map((count, at) => writeHistory(join(dirs[at] as string, 'data'), count, end));
  const least: Cost[] = days.map(() => ({ ms: Infinity, cpuMs: Infinity, bytes: Infinity }));
  for (let round = 0; round < rounds; round++) {
    for (const [at, dir] of dirs.entries()) {
      const time = new Date(now.getTime() + round * 60_000);
      const config = writeFeeds(dir, known[at] ?? [], round, time);
      const cost = collect(config, join(dir, 'data'), time);
      const before = least[at] as Cost;
      least[at] = {
        ms: Math.min(before.ms, cost.ms),
        cpuMs: Math.min(before.cpuMs, cost.cpuMs),
        bytes: Math.min(before.bytes, cost.bytes),
      };
    }
  }
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
  return least;
}
