import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configOf, type Mention, type Score } from '#contract';
import { loadConfig } from './config/load-config.ts';
import { seeded } from './measure/seeded.ts';
import { measureAll } from './measure-all.ts';
import { sourceSchema } from './sources/registry.ts';
import { openStore, type StoreOptions } from './store/open-store.ts';

const loaded = loadConfig(
  `brand: { id: saltmarsh, name: Saltmarsh Bakery }
competitors:
  - { id: bluebird, name: Bluebird Roasters }
sources:
  - { id: paper, type: feed, url: 'https://paper.example/rss' }
  - { id: board, type: feed, url: 'https://board.example/rss' }
segments:
  - { id: bakers, words: [rye] }
  - { id: boarders, sites: [board.example] }`,
  'brand.yml',
  configOf(sourceSchema),
);
if (!loaded.ok) throw new Error('the config of this test is wrong');

const dirs: string[] = [];
let plain: string;
const dayMs = 86_400_000;
const end = Date.parse('2026-11-22T04:17:00Z');
const instantOf = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const half = (random: () => number) =>
  Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

/** Four months of two brands: copies, ratings, a document about both, a line that says again what another said. */
function madeLines(): { mentions: Mention[]; scores: Score[]; runs: object[] } {
  const random = seeded(11);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const mentions: Mention[] = [];
  const scores: Score[] = [];
  const runs: object[] = [];
  for (let day = 120; day > 0; day--) {
    const seen = end - day * dayMs;
    for (const source of ['paper', 'board']) {
      const coversFrom = instantOf(seen - dayMs - 60_000);
      runs.push({
        at: instantOf(seen),
        source,
        status: 'ok',
        coversFrom,
        coversTo: instantOf(seen),
        read: 9,
        kept: 3,
        edited: 0,
        dropped: {},
        bytes: 9,
      });
    }
    for (let at = 0; at < 6; at++) {
      const copied = random() < 0.2 ? mentions.at(-1) : undefined;
      const doc = copied && random() < 0.5 ? copied.doc : half(random) + half(random);
      const source = of(['paper', 'board']);
      const brand = of(['saltmarsh', 'bluebird', 'gone']);
      const id = half(random) + half(random);
      mentions.push({
        v: 1,
        id,
        doc,
        brand,
        source,
        group: 'news',
        site: `${source}.example`,
        url: `https://${source}.example/${id}`,
        title: `${of(['Rye', 'Spelt', 'The "best"', 'Übel'])} ${of(['bread', 'queue', 'shop'])} ${of(['today', 'again', 'at last'])}`,
        excerpt: `${of(['Late', 'Lovely'])} ${of(['delivery', 'staff', 'loaves'])}.`,
        publishedAt: instantOf(seen - Math.floor(random() * 2 * dayMs)),
        firstSeenAt: instantOf(seen),
        ...(random() < 0.3 ? { rating: { value: of([1, 2, 3, 4, 5]), of: 5 } } : {}),
      });
      if (random() < 0.05) continue;
      const label = of(['negative', 'neutral', 'positive', 'unscored'] as const);
      const p: [number, number, number] | null = label === 'unscored' ? null : [0.2, 0.3, 0.5];
      scores.push({
        id,
        brand,
        story: copied ? (scores.find((score) => score.id === copied.id)?.story ?? doc) : doc,
        lang: of(['en', 'de', 'und']),
        relevant: random() < 0.9,
        tone: { label, p },
        themes:
          random() < 0.5
            ? [{ id: of(['delivery', 'price', 'nonsense']), tone: of(['negative', 'positive'] as const) }]
            : [],
        intents:
          random() < 0.3 ? [of(['recommend', 'warn', 'stay', 'leave', 'ask', 'compare'] as const)] : [],
        by: 'tone@2.2.0',
        config: 'c0ffee',
      });
    }
  }
  return { mentions, scores, runs };
}

const lines = madeLines();

/** Writes lines into month files in an order of their own. */
function write(random?: () => number): string {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-measure-'));
  dirs.push(dir);
  const shuffled = <T>(list: readonly T[]): T[] =>
    random
      ? list
          .map((one) => ({ one, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
      : [...list];
  const seenOf = new Map(lines.mentions.map(({ id, firstSeenAt }) => [id, firstSeenAt]));
  const put = (folder: string, list: readonly object[], monthOf: (line: never) => string) => {
    mkdirSync(join(dir, folder), { recursive: true });
    for (const [month, part] of Map.groupBy(shuffled(list), (line) => monthOf(line as never)))
      writeFileSync(
        join(dir, folder, `${month}.jsonl`),
        part.map((line) => `${JSON.stringify(line)}\n`).join(''),
      );
  };
  put('mentions', lines.mentions, ({ firstSeenAt }: Mention) => firstSeenAt.slice(0, 7));
  put('scores', lines.scores, ({ id }: Score) => seenOf.get(id)?.slice(0, 7) ?? '');
  put('runs', lines.runs, ({ at }: { at: string }) => at.slice(0, 7));
  return dir;
}

function measured(dir: string, options: StoreOptions = {}): Record<string, string> {
  if (!loaded.ok) throw new Error('never');
  const { files } = measureAll(loaded.config, openStore(dir, options), {
    now: new Date(end - dayMs),
    demo: false,
    configHash: 'c0ffee',
    commit: null,
    repository: null,
  });
  return Object.fromEntries([...files].map(([name, file]) => [name, JSON.stringify(file)]));
}

beforeAll(() => {
  plain = write();
});
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

test('the same lines in any order within their months give the same bytes', () => {
  const bytes = measured(plain);
  expect(Object.keys(bytes).length).toBeGreaterThan(20);
  for (const seed of [1, 2, 3]) expect(measured(write(seeded(seed)))).toEqual(bytes);
});

test('what is kept of months changes no byte, when it is made and when it is used', () => {
  const cache = { dir: join(plain, '.cache'), fewestBytes: 0 };
  const bytes = measured(plain);
  expect(measured(plain, { cache })).toEqual(bytes);
  expect(measured(plain, { cache })).toEqual(bytes);
});
