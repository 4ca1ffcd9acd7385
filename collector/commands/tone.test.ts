import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './program.ts';
import { toneCommand } from './tone.ts';
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
    ['an object that broke off', '{"text":"go', /line 2 is no JSON/],
    ['a list', '["good"]', /line 2 is no object/],
    ['without a text', '{"words":"good"}', /line 2 has no "text"/],
    ['with a text that is none', '{"text":3}', /line 2 has a "text" that is none/],
    ['with a target that is none', '{"text":"good","target":["a"]}', /line 2 has a "target" that is no text/],
    ['empty', '', /line 2 is empty/],
    ['with a raw NUL in it', '{"text":"go\u0000od"}', /line 2 is no JSON/],
  ])('answers a line that is %s in its place, names it, and ends with 1', async (_, bad, message) => {
    const good = asLines({ text: 'great' });
    const { exit, err, lines } = await earshot(['tone', '--json'], inPieces(`${good}${bad}\n${good}`));
    expect(exit).toBe(1);
    expect(err).toMatch(message);
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      label: 'unscored',
      p: null,
      error: expect.stringMatching(message),
    });
    expect(lines[2]).toBe(lines[0]);
  });

  it('judges odd texts: empty ones, of 10 MB, with characters that are none', async () => {
    const { exit, lines, err } = await earshot(
      ['tone', '--json'],
      inPieces(
        asLines(
          { text: '' },
          { text: 'a lovely day '.repeat(800_000) },
          { text: 'lovely \ud800 \u0000 \u202e' },
          { text: 'lovely', target: null, group: '' },
        ),
      ),
    );
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(lines.map((line) => JSON.parse(line).label)).toEqual([
      'unscored',
      'positive',
      'positive',
      'positive',
    ]);
  });

  it('reads a byte order mark, ends of any system, and a last line without its end', async () => {
    const plain = await earshot(['tone', '--json'], inPieces('{"text":"great"}\n{"text":"awful"}\n'));
    const odd = await earshot(['tone', '--json'], inPieces('\ufeff{"text":"great"}\r\n{"text":"awful"}'));
    const more = await earshot(['tone', '--json'], inPieces('{"text":"great"}\n{"text":"awful"}\n\n \n'));
    expect(odd).toEqual(plain);
    expect(more).toEqual(plain);
  });

  it.each(['', '   ', '\t', null])('takes the target %j for none', async (target) => {
    const [of, toward] = ['I love Bluebird', { text: 'I love Bluebird', target }];
    const { lines } = await earshot(['tone', '--json'], inPieces(asLines({ text: of }, toward)));
    expect(lines[1]).toBe(lines[0]);
  });

  it('takes a target as it is written, not as a pattern', async () => {
    const targets = ['C++ (new)', '.*', '[a-z]+', 'a|b', '$&', '\\', '(?<x>', 'x'.repeat(5000)];
    const { exit, lines } = await earshot(
      ['tone', '--json'],
      inPieces(
        asLines(...targets.map((target) => ({ text: `I love ${target}, but the rest is awful.`, target }))),
      ),
    );
    expect(exit).toBe(0);
    expect(lines).toHaveLength(targets.length);
  });

  it('says which groups, keys and scorers it does not know', async () => {
    const strange = asLines({ text: 'great', group: 'moon', id: 7 });
    const line = await earshot(['tone', '--json'], inPieces(strange.repeat(30)));
    expect(line.exit).toBe(0);
    expect(line.err).toContain('line 1: the group "moon" is unknown');
    expect(line.err).toContain('line 1: the key "id" is not read');
    expect(line.err.split('\n').length).toBeLessThan(15);
    const group = await earshot(['tone', '--json', '--group', 'moon'], inPieces(strange));
    expect([group.exit, group.out]).toEqual([1, '']);
    expect(group.err).toContain('news, social, reviews');
    const scorer = await earshot(['tone', '--json', '--scorer', 'constructor'], inPieces(strange));
    expect([scorer.exit, scorer.out]).toEqual([1, '']);
    expect(scorer.err).toContain('afinn');
  });

  it('judges by another scorer where one is asked for', async () => {
    const { lines } = await earshot(
      ['tone', '--json', '--scorer', 'afinn'],
      inPieces(asLines({ text: 'great' })),
    );
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      label: 'positive',
      p: null,
      by: expect.stringMatching(/^afinn@/),
    });
  });

  it('answers what has come before it asks for more', async () => {
    const written: string[] = [];
    const before: number[] = [];
    async function* slowly() {
      for (const text of ['great', 'awful', 'so-so']) {
        before.push(written.length);
        yield asLines({ text });
      }
    }
    const world = { input: slowly(), out: (text: string) => written.push(text), err: () => undefined };
    await toneCommand({ json: true }, world as unknown as World);
    expect(before).toEqual([0, 1, 2]);
  });
});

it('earshot tone ends quietly where its reader stops reading', async () => {
  const cli = join(import.meta.dirname, '..', 'cli.ts');
  const child = spawn(process.execPath, [cli, 'tone', '--json']);
  let err = '';
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(asLines({ text: 'great' }));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.end(asLines({ text: 'great' }).repeat(20_000));
  const [code] = await once(child, 'close');
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

it('earshot tone without --json takes texts and answers for people', async () => {
  const { exit, lines } = await earshot(['tone'], inPieces('I love it\n'));
  expect(exit).toBe(0);
  expect(lines[0]).toMatch(/^ {2}positive {2}0\.\d\d 0\.\d\d 0\.\d\d {2}I love it$/);
});
