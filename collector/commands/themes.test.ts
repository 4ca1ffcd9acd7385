import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quietWorld } from '../../tests/quiet-world.ts';
import { run } from './program.ts';
import type { ThemesReport } from './themes.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-themes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hex = (at: number) => at.toString(16).padStart(16, '0');

beforeAll(() => {
  writeFileSync(
    join(folder, 'brand.yml'),
    'brand: { id: northwind, name: Northwind }\ncompetitors: [{ id: bluebird, name: Bluebird }]\n',
  );
  for (const name of ['mentions', 'scores']) mkdirSync(join(folder, 'data', name), { recursive: true });
  const texts = [
    ...Array.from({ length: 24 }, (_, at) => `Northwind walk w${at} along river r${at}`),
    ...Array.from({ length: 6 }, (_, at) => `Northwind and the oat milk of day d${at}`),
    ...Array.from({ length: 20 }, (_, at) => `Northwind delivery was awful on a walk along river e${at}`),
  ];
  const mentions = texts.map((title, at) => ({
    v: 1,
    id: hex(at),
    doc: hex(at),
    brand: 'northwind',
    source: 'talk',
    group: 'forum',
    site: `s${at % 3}.example`,
    url: null,
    title,
    excerpt: '',
    publishedAt: '2026-11-10T06:00:00Z',
    firstSeenAt: '2026-11-10T06:00:00Z',
  }));
  // A copy of the first story, one mention of the other brand, one that is no longer relevant.
  mentions.push({ ...mentions[0], id: hex(100), site: 's9.example' } as (typeof mentions)[number]);
  mentions.push({
    ...mentions[40],
    id: hex(101),
    doc: hex(101),
    brand: 'bluebird',
  } as (typeof mentions)[number]);
  mentions.push({ ...mentions[41], id: hex(102), doc: hex(102) } as (typeof mentions)[number]);
  const scores = mentions.map(({ id, brand, doc }) => ({
    id,
    brand,
    story: doc,
    lang: 'en',
    relevant: id !== hex(102),
    tone: { label: 'neutral', p: null },
    themes: [],
    intents: [],
    by: 'afinn@5.0.2',
    config: 'old',
  }));
  const write = (name: string, lines: object[]) =>
    writeFileSync(
      join(folder, 'data', name, '2026-11.jsonl'),
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
  write('mentions', mentions);
  write('scores', scores);
});

async function themes(...args: string[]) {
  const world = quietWorld({});
  const paths = ['--config', join(folder, 'brand.yml'), '--data', join(folder, 'data')];
  const exit = await run(['themes', ...paths, '--now', '2026-11-20T05:17:00Z', '--json', ...args], world);
  return { exit, world };
}
const reportOf = (world: { printed: () => string }): ThemesReport => JSON.parse(world.printed());

test('counts stories of the brand by today’s words, and what is said under no theme', async () => {
  const { exit, world } = await themes();
  expect(exit).toBe(0);
  const report = reportOf(world);
  expect(report).toMatchObject({ brand: 'northwind', stories: 50, untold: 30, stale: 20, why: null });
  expect(report.themes[0]).toMatchObject({ id: 'delivery', stories: 20, negative: 20 });
  expect(report.candidates[0]?.term).toContain('oat milk');
  expect(world.said()).toContain('50 stories, 30 under no theme, 60%');
  expect(world.said()).toMatch(/- \{ id: the-theme-you-choose, words: \[oat milk/);
});

test('says plainly when there is too little', async () => {
  const { exit, world } = await themes('--brand', 'bluebird');
  expect(exit).toBe(0);
  expect(reportOf(world)).toMatchObject({
    stories: 1,
    candidates: [],
    why: expect.stringContaining('too little data'),
  });
  expect(reportOf((await themes('--days', '5')).world)).toMatchObject({ stories: 0, untold: 0 });
});

test('an unknown brand is an error that names the others', async () => {
  const { exit, world } = await themes('--brand', 'acme');
  expect(exit).toBe(1);
  expect(world.said()).toContain('there are: northwind, bluebird');
});

test('writes nothing, and says the same twice', async () => {
  const before = readdirSync(folder, { recursive: true });
  expect((await themes()).world.printed()).toBe((await themes()).world.printed());
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});
