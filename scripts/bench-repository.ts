/** What a year of nights weighs in git, packed, and which part of the data weighs what. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../collector/store/open-store.ts';
import { madeNight } from './made-history.ts';

const nights = 365;
const mentionsPerNight = 200;
const environment = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Night',
  GIT_AUTHOR_EMAIL: 'night@example.com',
  GIT_COMMITTER_NAME: 'Night',
  GIT_COMMITTER_EMAIL: 'night@example.com',
};

export type Weight = { bytes: number; parts: Record<string, number> };

/** Plays the nights, a commit each, and packs them as git does by itself. Sizes in bytes. */
export async function weightOfYear(): Promise<Weight> {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-year-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'gc.auto=0', '-c', 'core.looseCompression=0', ...args], {
      cwd: dir,
      env: environment,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '-q');
  writeFileSync(join(dir, 'README.md'), 'A year of nights.\n');
  const first = Math.floor(Date.UTC(2026, 0, 1) / 86_400_000);
  const store = openStore(join(dir, 'data'), { durable: false });
  for (let day = first; day < first + nights; day++) {
    await store.commit(madeNight(day, mentionsPerNight));
    git('add', '-A');
    git('commit', '-q', '-m', `data: night of ${new Date(day * 86_400_000).toISOString().slice(0, 10)}`);
  }
  git('gc', '-q');
  const bytes = Number(/size-pack: (\d+)/.exec(git('count-objects', '-v'))?.[1]) * 1024;
  const parts = partsOf(git);
  rmSync(dir, { recursive: true, force: true });
  return { bytes, parts };
}

/** Bytes in the pack by folder of data/; the rest are commits and trees. */
function partsOf(git: (...args: string[]) => string): Record<string, number> {
  const names = new Map(
    git('rev-list', '--objects', '--all')
      .split('\n')
      .map((line) => [line.slice(0, 40), line.slice(41)] as const),
  );
  const parts: Record<string, number> = {};
  const sizes = git(
    'cat-file',
    '--batch-all-objects',
    '--batch-check=%(objectname) %(objecttype) %(objectsize:disk)',
  );
  for (const line of sizes.split('\n').filter(Boolean)) {
    const [id = '', type, size] = line.split(' ');
    const part = type === 'blob' ? (names.get(id)?.split('/')[1] ?? 'else') : 'commits and trees';
    parts[part] = (parts[part] ?? 0) + Number(size);
  }
  return parts;
}
