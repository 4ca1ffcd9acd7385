import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'earshot-template-'));
/** A folder beside the repository whose name begins like its own. */
const site = `../${basename(dir)}-site`;
const disk = `../${basename(dir)}-disk`;
afterAll(() => {
  for (const made of [dir, join(dir, site), join(dir, disk)]) rmSync(made, { recursive: true, force: true });
}, 60_000);

const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, encoding: 'utf8' });
const earshot = (...args: string[]) =>
  spawnSync(process.execPath, ['collector/cli.ts', ...args], {
    cwd: dir,
    encoding: 'utf8',
    timeout: 240_000,
  });
const allText = (folder: string): { file: string; text: string }[] =>
  readdirSync(join(dir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, 'latin1') }));

/** A team's repository: all files of this one, its own brand, a feed of its own. */
beforeAll(() => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(name)))
    cpSync(file, join(dir, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(dir, 'node_modules'));
  const days = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2026, 10, 2 + at, 9)).toUTCString());
  const items = days.map(
    (date, at) =>
      `<item><title>Saltmarsh Bakery story number ${at} is a delight</title><link>https://paper.example/${at}</link><pubDate>${date}</pubDate></item>`,
  );
  writeFileSync(
    join(dir, 'brand/paper.xml'),
    `<rss version="2.0"><channel><title>Paper</title><link>https://paper.example/</link>${items.join('')}</channel></rss>`,
  );
  writeFileSync(
    join(dir, 'brand.yml'),
    'brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n  - { id: paper, type: feed, url: brand/paper.xml }\n',
  );
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'start');
  git('config', 'user.name', 't');
  git('config', 'user.email', 't@example.com');
}, 120_000);

it('a team that writes its own brand into brand.yml gets nothing of the demo, shown or committed, in any folder', () => {
  const night = earshot('night', '--now', '2026-11-14T04:17:00Z');
  expect(night.stderr).toMatch(/12 new mentions/);
  expect(night.status, night.stderr).toBe(0);
  const committed = git('show', '--name-only', '--format=', 'HEAD').trim().split('\n').sort();
  expect(committed).toEqual(
    [
      'mentions/2026-11.jsonl',
      'published/2026-11.jsonl',
      'runs/2026-11.jsonl',
      'scores/2026-11.jsonl',
      'state.json',
    ].map((file) => `data/${file}`),
  );
  expect(git('status', '--porcelain')).toBe('');

  const built = earshot('build', '--out', site, '--base', '/x/', '--now', '2026-11-14T04:17:00Z');
  expect(built.status, built.stderr).toBe(0);
  const pages = allText(site);
  expect(pages.some(({ text }) => text.includes('Saltmarsh Bakery story number 3'))).toBe(true);
  const leaks = pages.filter(
    ({ file, text }) =>
      /tamarisk|kettleby|bluebird/i.test(text) || (file.endsWith('.html') && /invented|made-up/i.test(text)),
  );
  expect(leaks.map(({ file }) => file)).toEqual([]);
  expect(existsSync(join(dir, 'data/demo/made'))).toBe(false);
});

it('a folder that is built for a disk reads from there: no script, every link to a file that is there', () => {
  const built = earshot(
    'build',
    '--offline',
    '--out',
    disk,
    '--base',
    '/x/',
    '--now',
    '2026-11-14T04:17:00Z',
  );
  expect(built.status, built.stderr).toBe(0);
  const pages = allText(disk).filter(({ file }) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(20);
  for (const { file, text } of pages) {
    expect(text, file).not.toMatch(/<script/);
    for (const [, , address = ''] of text.matchAll(/<(a|link|img|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|mailto:|data:|#)/.test(address)) continue;
      const target = new URL(address.replaceAll('&amp;', '&'), pathToFileURL(file));
      expect(existsSync(target), `${file}: ${address}`).toBe(true);
    }
  }
}, 240_000);

it('what the demo makes is ignored by git', () => {
  const ignored = execFileSync(
    'git',
    [
      'check-ignore',
      'data/demo/made/data/mentions/2026-11.jsonl',
      'data/figures/about.json',
      'data/.cache/x.columns',
    ],
    {
      encoding: 'utf8',
    },
  );
  expect(ignored.trim().split('\n')).toHaveLength(3);
});
