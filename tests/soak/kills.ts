/**
 * Nights that go wrong, one after another, on one data folder: collectors that are killed at any moment and at any step
 * of their writing, full disks, two collectors at once. After each of them the lines must be whole and single; after the
 * last one everything that the feeds ever said must be there once.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chance } from '../../scripts/made-history.ts';

export type SoakOptions = {
  /** How many nights go wrong. */
  rounds: number;
  seed: number;
  log?: (line: string) => void;
};
/** Rounds without and with a finding, and the last count: everything there, once. */
export type SoakResult = { passed: number; failed: number; findings: string[]; ends: Record<string, number> };

type End = { code: number | null; signal: string | null; said: string };
type Night = { config: string; data: string; now: string };

const feeds = 3;
const newEach = 4;
/** Stored items that a feed still lists. */
const stillListed = 6;
const root = join(import.meta.dirname, '..', '..');
const faults = join(import.meta.dirname, 'faults.ts');
/** A collection writes some 30 times; beyond that it comes to its end. */
const stepsOfANight = 32;
const startMs = Date.parse('2026-10-28T04:17:00Z');
/** Six hours, so that a soak crosses months. */
const betweenNightsMs = 21_600_000;

/** Plays the nights. Throws nothing: what is wrong is a finding. */
export async function soakKills({ rounds, seed, log = () => {} }: SoakOptions): Promise<SoakResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'earshot-soak-'));
  const pick = chance(seed);
  const data = join(scratch, 'data');
  const findings: string[] = [];
  const ends: Record<string, number> = {};
  let failed = 0;
  let lastMs = 2_000;
  try {
    const config = writeConfig(scratch);
    for (let round = 0; round <= rounds; round++) {
      const told = (round + 1) * newEach;
      writeFeeds(scratch, data, told);
      const now = new Date(startMs + round * betweenNightsMs).toISOString();
      const isLast = round === rounds;
      const began = performance.now();
      const { what, found } = await playNight({ config, data, now }, isLast ? 1 : pick(), pick, lastMs);
      if (what === 'whole') lastMs = performance.now() - began;
      found.push(...findingsIn(data));
      if (isLast) found.push(...missingIn(data, told), ...leftOverIn(data));
      ends[what] = (ends[what] ?? 0) + 1;
      if (found.length > 0) failed += 1;
      for (const finding of found) {
        const text = `round ${round} (seed ${seed}), ${what}: ${finding}`;
        findings.push(text);
        log(text);
      }
      if (round % 25 === 24) log(`${round + 1} of ${rounds} nights: ${JSON.stringify(ends)}`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return { passed: rounds + 1 - failed, failed, findings, ends };
}

/** What becomes of a night is decided by `lot`, from 0 up to 1. */
async function playNight(
  night: Night,
  lot: number,
  pick: () => number,
  usualMs: number,
): Promise<{ what: string; found: string[] }> {
  const step = Math.floor(pick() * stepsOfANight);
  if (lot < 0.5) {
    const end = await collect(night, { fault: `kill:${step}` });
    if (end.signal === 'SIGKILL') return { what: 'killed at a step', found: [] };
    return { what: 'whole', found: unlessDone(end) };
  }
  if (lot < 0.65) {
    const end = await collect(night, { killAfterMs: usualMs * (0.6 + pick() * 0.4) });
    if (end.signal === 'SIGKILL') return { what: 'killed at a moment', found: [] };
    return { what: 'whole', found: unlessDone(end) };
  }
  if (lot < 0.83) {
    const before = filesOf(night.data);
    const end = await collect(night, { fault: `full:${step}` });
    if (end.code === 0) return { what: 'whole', found: [] };
    const found = end.code === 3 ? [] : [`a full disk ended in ${end.code ?? end.signal}: ${end.said}`];
    const isSaid = /no room|disk is full|space/.test(end.said);
    if (!isSaid) found.push(`a full disk is not named: ${end.said}`);
    if (/Nothing of this was stored/.test(end.said) && filesOf(night.data) !== before)
      found.push('a full disk is said to have changed nothing, and did');
    return { what: 'full disk', found };
  }
  if (lot < 0.97) {
    const fault = pick() < 0.5 ? `kill:${step}` : undefined;
    const both = await Promise.all([collect(night, {}), collect(night, fault ? { fault } : {})]);
    return { what: 'two at once', found: unlessDone(both[0]) };
  }
  return { what: 'whole', found: unlessDone(await collect(night, {})) };
}

const unlessDone = (end: End): string[] =>
  end.code === 0 ? [] : [`a night that nothing disturbed ended in ${end.code ?? end.signal}: ${end.said}`];

function collect(night: Night, how: { fault?: string; killAfterMs?: number }): Promise<End> {
  const child = spawn(
    process.execPath,
    [
      ...(how.fault ? ['--import', faults] : []),
      join(root, 'collector/cli.ts'),
      'collect',
      ...['--config', night.config, '--data', night.data, '--now', night.now],
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...(how.fault && { EARSHOT_FAULT: how.fault }) },
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-600);
  });
  if (how.killAfterMs !== undefined) void wait(how.killAfterMs).then(() => child.kill('SIGKILL'));
  return new Promise((done) => child.on('close', (code, signal) => done({ code, signal, said })));
}

function writeConfig(dir: string): string {
  const config = join(dir, 'brand.yml');
  const sources = Array.from(
    { length: feeds },
    (_, at) => `  - { id: p${at}, type: feed, url: p${at}.xml }\n`,
  );
  writeFileSync(config, `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n${sources.join('')}`);
  return config;
}

const linkOf = (feed: number, item: number) => `https://p${feed}.example/${item}`;

/** Each feed lists what is not stored yet, and the last that is: a killed night takes nothing from the feed. */
function writeFeeds(dir: string, data: string, told: number): void {
  const stored = new Set(linesIn(data, 'mentions').map((line) => fieldOf(line, 'url')));
  for (let feed = 0; feed < feeds; feed++) {
    const all = Array.from({ length: told }, (_, item) => item);
    const missing = all.filter((item) => !stored.has(linkOf(feed, item)));
    const known = all.filter((item) => stored.has(linkOf(feed, item))).slice(-stillListed);
    const items = [...missing, ...known].map((item) => {
      const date = new Date(startMs - 3_600_000 + item * 60_000).toUTCString();
      return `<item><title>Saltmarsh Bakery story ${feed}-${item}</title><link>${linkOf(feed, item)}</link><pubDate>${date}</pubDate></item>`;
    });
    const text = `<rss version="2.0"><channel><title>p</title><link>https://p${feed}.example/</link>${items.join('')}</channel></rss>`;
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, `p${feed}.xml`), text);
  }
}

const folders = ['mentions', 'scores', 'runs'] as const;

function filesIn(data: string, folder: string): string[] {
  try {
    return readdirSync(join(data, folder))
      .filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

const textOf = (data: string, folder: string, name: string) => readFileSync(join(data, folder, name), 'utf8');

const linesIn = (data: string, folder: string): string[] =>
  filesIn(data, folder).flatMap((name) => textOf(data, folder, name).split('\n').filter(Boolean));

const filesOf = (data: string): string =>
  folders.flatMap((folder) => filesIn(data, folder).map((name) => textOf(data, folder, name))).join('\0');

function fieldOf(line: string, name: string): unknown {
  try {
    return JSON.parse(line)[name];
  } catch {
    return undefined;
  }
}

/** Torn lines, lines told twice, and scores of nothing. */
function findingsIn(data: string): string[] {
  const found: string[] = [];
  const keys = new Map<string, Set<string>>();
  for (const folder of folders) {
    const seen = new Set<string>();
    keys.set(folder, seen);
    for (const name of filesIn(data, folder)) {
      const text = textOf(data, folder, name);
      if (text !== '' && !text.endsWith('\n')) found.push(`${folder}/${name} ends in half a line`);
      for (const line of text.split('\n').filter(Boolean)) {
        const id = fieldOf(line, folder === 'runs' ? 'at' : 'id');
        if (typeof id !== 'string') found.push(`${folder}/${name} holds a torn line: ${line.slice(0, 80)}`);
        else if (folder !== 'runs' && seen.has(id)) found.push(`${folder}/${name} holds ${id} twice`);
        else seen.add(id);
      }
    }
  }
  for (const id of keys.get('scores') ?? [])
    if (!keys.get('mentions')?.has(id)) found.push(`the score of ${id} judges nothing`);
  return found;
}

function missingIn(data: string, told: number): string[] {
  const mentions = linesIn(data, 'mentions');
  const links = new Set(mentions.map((line) => fieldOf(line, 'url')));
  const found: string[] = [];
  for (let feed = 0; feed < feeds; feed++)
    for (let item = 0; item < told; item++)
      if (!links.has(linkOf(feed, item))) found.push(`${linkOf(feed, item)} is lost`);
  const scores = linesIn(data, 'scores').length;
  if (mentions.length !== feeds * told)
    found.push(`${mentions.length} mentions, where ${feeds * told} were told`);
  if (scores !== mentions.length) found.push(`${scores} scores of ${mentions.length} mentions`);
  const kept = linesIn(data, 'runs').reduce((sum, line) => sum + Number(fieldOf(line, 'kept')), 0);
  if (kept > mentions.length)
    found.push(`the ledger counts ${kept} mentions, where ${mentions.length} are stored`);
  return found;
}

const leftOverIn = (data: string): string[] =>
  readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tmp$|\.lock/.test(name))
    .map((name) => `${name} is left over`);
