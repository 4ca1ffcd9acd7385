import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configOf, type Mention, type Score } from '#contract';
import { loadConfig } from './config/load-config.ts';
import { seeded } from './measure/seeded.ts';
import { measureAll } from './measure-all.ts';
import { openBeside } from './measure-beside.ts';
import { sourceSchema } from './sources/registry.ts';
import { openStore, type StoreOptions } from './store/open-store.ts';
import { dayMs, end, madeLines } from './two-brands.fixture.ts';

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

type Beside = ReturnType<typeof openBeside>;

function measured(dir: string, options: StoreOptions = {}, beside?: Beside): Record<string, string> {
  if (!loaded.ok) throw new Error('never');
  const { files } = measureAll(loaded.config, openStore(dir, options), {
    now: new Date(end - dayMs),
    demo: false,
    configHash: 'c0ffee',
    commit: null,
    repository: null,
    ...(beside && { beside }),
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

/** The same, noting which figures came from there. */
const noting =
  (beside: Beside, came: string[]): Beside =>
  (facts, figures) => {
    const later = beside(facts, figures);
    return (
      later &&
      (() => {
        const made = later();
        came.push(...made.map(({ id }) => id));
        return made;
      })
    );
  };

test('figures that a second thread makes are the same byte for byte', () => {
  const came: string[] = [];
  expect(measured(plain, {}, noting(openBeside(plain, 0, 2), came))).toEqual(measured(plain));
  expect(came).toEqual(['priorities', 'emerging', 'voices', 'alerts']);
});

test('a second thread that goes wrong is made up for', () => {
  const came: string[] = [];
  const noFolder = join(plain, 'mentions/2026-11.jsonl');
  expect(measured(plain, {}, noting(openBeside(noFolder, 0, 2), came))).toEqual(measured(plain));
  expect(came).toEqual([]);
});

test('there is no second thread for a short history, nor on one core', () => {
  const came: string[] = [];
  measured(plain, {}, noting(openBeside(plain, undefined, 2), came));
  measured(plain, {}, noting(openBeside(plain, 0, 1), came));
  expect(came).toEqual([]);
});
