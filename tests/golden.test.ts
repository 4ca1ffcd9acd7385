import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { About, Figure, Mention, Run, Score } from '#contract';
import { run } from '../collector/commands/program.ts';
import { quietWorld } from './quiet-world.ts';

const cases = join(import.meta.dirname, 'golden');
const scratch = mkdtempSync(join(tmpdir(), 'earshot-golden-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Step = { files?: string; run: string[] };

/** Plays the steps of a case in a folder of its own; gives that folder. */
async function play(name: string, copy: string): Promise<string> {
  const input = join(cases, name, 'input');
  const dir = join(scratch, `${name}-${copy}`);
  mkdirSync(dir, { recursive: true });
  cpSync(join(input, 'brand.yml'), join(dir, 'brand.yml'));
  for (const step of JSON.parse(readFileSync(join(input, 'steps.json'), 'utf8')) as Step[]) {
    if (step.files) cpSync(join(input, step.files), dir, { recursive: true });
    const world = quietWorld();
    const args = [...step.run, '--config', join(dir, 'brand.yml'), '--data', join(dir, 'data')];
    expect(await run(args, world), `${step.run.join(' ')}: ${world.said()}`).toBe(0);
  }
  return dir;
}

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

describe.each(readdirSync(cases))('the golden case %s', (name) => {
  it('gives the lines and figures that are expected, byte for byte', async () => {
    const data = join(await play(name, 'a'), 'data');
    const expected = join(cases, name, 'expected');
    if (!existsSync(expected) && process.env.CI !== 'true') {
      for (const file of filesOf(data)) {
        mkdirSync(dirname(join(expected, file)), { recursive: true });
        writeFileSync(join(expected, file), readFileSync(join(data, file)));
      }
    }
    expect(filesOf(data)).toEqual(filesOf(expected));
    for (const file of filesOf(expected)) {
      expect(readFileSync(join(data, file), 'utf8'), file).toBe(readFileSync(join(expected, file), 'utf8'));
    }
  });

  it('keeps the contract in every line and figure', async () => {
    const data = join(await play(name, 'b'), 'data');
    const shapes = { mentions: Mention, scores: Score, runs: Run } as const;
    for (const [folder, shape] of Object.entries(shapes)) {
      const lines = readdirSync(join(data, folder)).flatMap((file) =>
        readFileSync(join(data, folder, file), 'utf8')
          .trimEnd()
          .split('\n'),
      );
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(shape.parse(JSON.parse(line))).toEqual(JSON.parse(line));
    }
    for (const file of readdirSync(join(data, 'figures'))) {
      const content = JSON.parse(readFileSync(join(data, 'figures', file), 'utf8')) as unknown;
      expect(file === 'about.json' ? About.parse(content) : Figure.parse(content)).toEqual(content);
    }
  });

  it('gives the same figures when they are deleted and measured again', async () => {
    const dir = await play(name, 'c');
    const figures = join(dir, 'data', 'figures');
    const before = filesOf(figures).map((file) => readFileSync(join(figures, file), 'utf8'));
    rmSync(figures, { recursive: true });
    const steps = JSON.parse(readFileSync(join(cases, name, 'input', 'steps.json'), 'utf8')) as Step[];
    const last = steps.at(-1)?.run ?? [];
    await run([...last, '--config', join(dir, 'brand.yml'), '--data', join(dir, 'data')], quietWorld());
    expect(filesOf(figures).map((file) => readFileSync(join(figures, file), 'utf8'))).toEqual(before);
  });
});
