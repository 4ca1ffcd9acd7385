import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type Config, configOf, type Mention, type Score } from '#contract';
import { loadConfig } from './config/load-config.ts';
import { measureAll } from './measure-all.ts';
import { sourceSchema } from './sources/registry.ts';
import { openStore, type StoreOptions } from './store/open-store.ts';
import { dayMs, end, madeLines } from './two-brands.fixture.ts';

function configWith(more: string): Config {
  const loaded = loadConfig(
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }
sources:
  - { id: paper, type: feed, url: 'https://paper.example/rss' }
  - { id: board, type: feed, url: 'https://board.example/rss' }
${more}`,
    'brand.yml',
    configOf(sourceSchema),
  );
  if (!loaded.ok) throw new Error('a config of this test is wrong');
  return loaded.config;
}
const configs = [
  configWith('competitors: [{ id: bluebird, name: Bluebird Roasters }]'),
  configWith(`competitors: [{ id: gone, name: Gone Bakers }, { id: bluebird, name: Bluebird Roasters }]
themes: [{ id: nonsense, name: Nonsense, words: [nonsense] }]
segments: [{ id: bakers, words: [rye] }]`),
  configWith(`competitors: [{ id: bluebird, name: Bluebird Roasters }]
segments: [{ id: bakers, words: [spelt] }, { id: late, words: [late, again] }, { id: boarders, sites: [board.example] }]`),
];

const dirs: string[] = [];
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

type Line = Mention | Score;
const lines = madeLines(75);
const seenOf = new Map(lines.mentions.map(({ id, firstSeenAt }) => [id, firstSeenAt]));
const textOf = (list: readonly object[]): string => list.map((line) => `${JSON.stringify(line)}\n`).join('');

function write(): string {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-kept-months-'));
  dirs.push(dir);
  const put = <T extends object>(folder: string, list: readonly T[], monthOf: (line: T) => string) => {
    mkdirSync(join(dir, folder));
    for (const [month, part] of Map.groupBy(list, monthOf))
      writeFileSync(join(dir, folder, `${month}.jsonl`), textOf(part));
  };
  put('mentions', lines.mentions, ({ firstSeenAt }) => firstSeenAt.slice(0, 7));
  put('scores', lines.scores, ({ id }) => seenOf.get(id)?.slice(0, 7) ?? '');
  put('runs', lines.runs as { at: string }[], ({ at }) => at.slice(0, 7));
  return dir;
}

/** One data folder with what is kept of it, while things happen to both. */
type World = { dir: string; cache: string; config: Config };

const filesIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .sort()
        .map((name) => join(dir, name))
    : [];
const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % Math.max(1, list.length)];

function editLine(file: string | undefined, nth: number, edit: (line: Line) => object): void {
  if (file === undefined) return;
  const texts = readFileSync(file, 'utf8').trimEnd().split('\n');
  const at = nth % texts.length;
  texts[at] = JSON.stringify(edit(JSON.parse(texts[at] as string)));
  writeFileSync(file, `${texts.join('\n')}\n`);
}

const tonight = '2026-11';
/** What may happen between two nights, told by a number that says to what. */
const events: Record<string, (world: World, nth: number) => unknown> = {
  'a line of any month is edited by hand': ({ dir }, nth) =>
    editLine(pick(filesIn(join(dir, 'mentions')), nth), nth, (line) => ({
      ...line,
      site: `other-${nth}.example`,
    })),
  'a line is damaged': ({ dir }, nth) =>
    editLine(pick(filesIn(join(dir, 'mentions')), nth), nth, () => ({ v: 1, id: 'broken' })),
  'tonight brings what was said long ago': ({ dir }, nth) => {
    const mention = pick(lines.mentions, nth) as Mention;
    const id = nth.toString(16).padStart(16, 'f');
    const score = pick(lines.scores, nth) as Score;
    const file = (folder: string) => join(dir, folder, `${tonight}.jsonl`);
    const late = { ...mention, id, firstSeenAt: '2026-11-21T04:17:00Z' };
    writeFileSync(file('mentions'), textOf([late]), { flag: 'a' });
    writeFileSync(file('scores'), textOf([{ ...score, id, brand: mention.brand }]), { flag: 'a' });
  },
  'tonight repeats a line of another month': ({ dir }, nth) => {
    const again = { ...(pick(lines.mentions, nth) as Mention), source: 'board', title: 'Another' };
    writeFileSync(join(dir, 'mentions', `${tonight}.jsonl`), textOf([again]), { flag: 'a' });
  },
  'somebody asks to be forgotten': ({ dir }, nth) => {
    const { id } = pick(lines.mentions, nth) as Mention;
    return openStore(dir, { durable: false }).forget({ ids: [id], docs: [] }, '2026-11-22T05:00:00Z');
  },
  'a month is judged anew by another scorer': ({ dir }, nth) => {
    const file = pick(filesIn(join(dir, 'scores')), nth);
    if (file === undefined) return;
    const scores = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(
      file,
      textOf(
        scores.map((text): object => {
          const score = JSON.parse(text);
          return { ...score, by: `tone@9.${nth % 3}`, tone: { label: 'negative', p: [0.6, 0.3, 0.1] } };
        }),
      ),
    );
  },
  'brand.yml changes': (world, nth) => {
    world.config = configs[nth % configs.length] as Config;
  },
  'a month is gone': ({ dir }, nth) => {
    const file = pick(filesIn(join(dir, 'mentions')).slice(0, -1), nth);
    if (file !== undefined) rmSync(file);
  },
  'what is kept is cut short': ({ cache }, nth) => {
    const file = pick(filesIn(cache), nth);
    if (file !== undefined) truncateSync(file, nth % (1 + readFileSync(file).length));
  },
  'a byte of what is kept is another': ({ cache }, nth) => {
    const file = pick(filesIn(cache), nth);
    const bytes = file === undefined ? Buffer.alloc(0) : readFileSync(file);
    if (file === undefined || bytes.length === 0) return;
    const at = (nth * 7919) % bytes.length;
    bytes[at] = (bytes[at] as number) ^ (1 + (nth % 255));
    writeFileSync(file, bytes);
  },
  'what is kept of one month stands under the name of another': ({ cache }, nth) => {
    const files = filesIn(cache);
    const [from, to] = [pick(files, nth), pick(files, nth + 1)];
    if (from !== undefined && to !== undefined) copyFileSync(from, to);
  },
  'nothing is kept any more': ({ cache }) => rmSync(cache, { recursive: true, force: true }),
};
const names = Object.keys(events);

function measured({ dir, config }: World, options: StoreOptions): Record<string, string> {
  const { files, problems } = measureAll(config, openStore(dir, options), {
    now: new Date(end - dayMs),
    demo: false,
    configHash: 'c0ffee',
    commit: null,
    repository: null,
  });
  const made = [...files].map(([name, file]) => [name, JSON.stringify(file)]);
  return Object.fromEntries([...made, ['what cannot be read', JSON.stringify(problems)]]);
}

test('whatever happens between two nights, figures are the same byte for byte with what is kept of months and without', async () => {
  const happening = fc.record({ name: fc.constantFrom(...names), nth: fc.nat(100_000) });
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 5 }), async (happenings) => {
      const dir = write();
      const world: World = { dir, cache: join(dir, '.cache'), config: configs[0] as Config };
      const keeping = { cache: { dir: world.cache, fewestBytes: 0 } };
      expect(Object.keys(measured(world, keeping)).length).toBeGreaterThan(20);
      for (const { name, nth } of happenings) {
        await events[name]?.(world, nth);
        expect(measured(world, keeping), name).toEqual(measured(world, {}));
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);
