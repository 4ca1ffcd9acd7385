import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { run } from '../collector/commands/program.ts';
import { quietWorld } from './quiet-world.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-names-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const feed =
  '<rss version="2.0"><channel><title>t</title><link>https://paper.example/</link><item><title>Saltmarsh Bakery opens</title><link>https://paper.example/1</link></item></channel></rss>';

/** Collects one feed whose source, group and brand bear this id; gives the exit code and all files that came to be. */
async function collectAs(id: string): Promise<{ exit: number; files: string[] }> {
  const dir = join(mkdtempSync(join(scratch, 'case-')), 'inner');
  mkdirSync(dir);
  writeFileSync(join(dir, 'a.xml'), feed);
  const quoted = JSON.stringify(id);
  writeFileSync(
    join(dir, 'brand.yml'),
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n  - { id: ${quoted}, type: feed, url: a.xml, group: ${quoted} }\n`,
  );
  const paths = ['--config', join(dir, 'brand.yml'), '--data', join(dir, 'data')];
  const exit = await run(['collect', ...paths, '--now', '2026-11-03T04:17:00Z'], quietWorld());
  const files = readdirSync(join(dir, '..'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length - 'inner'.length))
    .filter((name) => !/(a\.xml|brand\.yml)$/.test(name))
    .sort();
  return { exit, files };
}

const monthly = ['mentions', 'runs', 'scores'].map((folder) => `inner/data/${folder}/2026-11.jsonl`);
const written = [...monthly, 'inner/data/state.json'];

it.each([
  '../../.github/workflows/x',
  '..\\..\\x',
  '/etc/x',
  '%2e%2e',
  'a\u0000b',
  'a. ',
  'x'.repeat(300),
  '☕',
  '.git',
  'Feed',
  '__proto__',
])('E01: the id %j of a source is an error of the config, and writes no file', async (id) => {
  expect(await collectAs(id)).toEqual({ exit: 1, files: [] });
});

it('E01: an id that means something to a system names no file: files are named after months alone', async () => {
  for (const id of ['con', 'aux', 'nul', 'constructor', 'x'.repeat(40)])
    expect(await collectAs(id), id).toEqual({ exit: 0, files: written });
});

it('E01: whatever the id is, nothing is written but the files of the month and the state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (id) => {
      const { exit, files } = await collectAs(id);
      expect(files).toEqual(exit === 0 ? written : []);
    }),
    { numRuns: 40 },
  );
}, 60_000);
