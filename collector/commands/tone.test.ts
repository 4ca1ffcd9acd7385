import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './program.ts';
import type { World } from './world.ts';

async function* inPieces(...pieces: string[]): AsyncGenerator<string> {
  yield* pieces;
}

const folder = mkdtempSync(join(tmpdir(), 'earshot-tone-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function earshot(args: string[], input?: AsyncIterable<string>) {
  let [out, err] = ['', ''];
  const world: World = {
    env: {},
    clock: () => new Date('2026-11-20T05:17:00Z'),
    cwd: folder,
    root: folder,
    version: '0.0.0',
    terminal: false,
    ...(input ? { input } : {}),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  };
  const exit = await run(args, world);
  const lines = out === '' ? [] : out.trimEnd().split('\n');
  return { exit, out, err, lines };
}
const asLines = (...values: object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('earshot tone --json', () => {
  it('answers each line, in their order, however they come in pieces', async () => {
    const text = asLines({ text: 'What a wonderful café' }, { text: 'Awful, never again' });
    const whole = await earshot(['tone', '--json'], inPieces(text));
    const cut = await earshot(['tone', '--json'], inPieces(...text.replace(/\n$/, '')));
    expect(whole.exit).toBe(0);
    expect(cut.out).toBe(whole.out);
    const answers = whole.lines.map((line) => JSON.parse(line));
    expect(answers.map(({ label }) => label)).toEqual(['positive', 'negative']);
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual(['label', 'p', 'by']);
      expect(answer.by).toMatch(/^tone@/);
      expect(answer.p.reduce((sum: number, part: number) => sum + part, 0)).toBeCloseTo(1, 9);
    }
  });

  it('tells the tone toward the target of a line, or that of the option', async () => {
    const text = 'I love Bluebird, but Northwind is awful.';
    const { lines } = await earshot(
      ['tone', '--json', '--target', 'Northwind', '--group', 'reviews'],
      inPieces(asLines({ text }, { text, target: 'Bluebird' })),
    );
    expect(lines.map((line) => JSON.parse(line).label)).toEqual(['negative', 'positive']);
  });

  it('leaves other languages unscored, and takes short texts for English', async () => {
    const { lines } = await earshot(
      ['tone', '--json'],
      inPieces(
        asLines(
          { text: 'Das Essen war nicht gut und auch sehr teuer' },
          { text: '素晴らしいコーヒー' },
          { text: 'great', lang: 'fr' },
          { text: 'great!' },
        ),
      ),
    );
    expect(lines.map((line) => JSON.parse(line).label)).toEqual([
      'unscored',
      'unscored',
      'unscored',
      'positive',
    ]);
  });

  it.each([
    ['no JSON', 'good', /line 2 is no JSON: good/],
    ['without a text', '{"words":"good"}', /line 2/],
    ['empty', '', /line 2 is no JSON/],
  ])('names a line that is %s', async (_, bad, message) => {
    const { exit, err } = await earshot(['tone', '--json'], inPieces(`${asLines({ text: 'good' })}${bad}\n`));
    expect(exit).toBe(1);
    expect(err).toMatch(message);
  });
});

it('earshot tone without --json takes texts and answers for people', async () => {
  const { exit, lines } = await earshot(['tone'], inPieces('I love it\n'));
  expect(exit).toBe(0);
  expect(lines[0]).toMatch(/^ {2}positive {2}0\.\d\d 0\.\d\d 0\.\d\d {2}I love it$/);
});

it('earshot bench tone measures each set of a folder, and says where there is none', async () => {
  for (const [name, text] of [
    ['shops', 'pos\tI love this shop\nneu\tThe shop opens at nine\nneg\tI hate this awful shop\n'],
    ['films', 'pos\ta wonderful film\nneg\ta terrible film\n'],
    [
      'target_shops',
      'pos\t0\t8\tBluebird\tBluebird has delicious food\nneg\t0\t9\tNorthwind\tNorthwind has horrible food\n',
    ],
  ] as const) {
    mkdirSync(join(folder, 'sets', name), { recursive: true });
    writeFileSync(join(folder, 'sets', name, 'test.tsv'), text);
  }
  const { exit, out } = await earshot(['bench', 'tone', 'sets', '--json']);
  expect(exit).toBe(0);
  const { sets, mean } = JSON.parse(out);
  expect(sets.map(({ set, texts }: { set: string; texts: number }) => [set, texts])).toEqual([
    ['films', 2],
    ['shops', 3],
    ['target_shops', 2],
  ]);
  expect(sets[0].scores['afinn@5.0.2']).toMatchObject({ score: 1, classes: 2 });
  expect(mean.map(({ by }: { by: string }) => by.split('@')[0])).toEqual(
    expect.arrayContaining(['tone', 'afinn']),
  );
  const none = await earshot(['bench', 'tone', '.']);
  expect(none.exit).toBe(1);
  expect(none.err).toContain('test.tsv');
});
