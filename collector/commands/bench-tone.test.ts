import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelCard, ToneReport } from '#contract';
import { run } from './program.ts';
import type { World } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-tone-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function earshot(...args: string[]) {
  let [out, err] = ['', ''];
  const world: World = {
    env: {},
    clock: () => new Date('2026-11-20T05:17:00Z'),
    cwd: folder,
    root: join(import.meta.dirname, '..', '..'),
    version: '0.0.0',
    terminal: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  };
  return { exit: await run(args, world), out, err };
}

function writeSet(place: string, name: string, text: string): void {
  mkdirSync(join(folder, place, name), { recursive: true });
  writeFileSync(join(folder, place, name, 'test.tsv'), text);
}

describe('earshot bench tone', () => {
  beforeAll(() => {
    const shops = 'pos\tI love this shop\nneu\tThe shop opens at nine\nneg\tI hate this awful shop\n';
    writeSet('sets', 'shops', shops.repeat(150));
    writeSet('sets', 'films', 'pos\ta wonderful film\nneg\ta terrible film\n');
    // Its name tells nothing of its layout; one line broke off, and another has a label of its own.
    writeSet(
      'sets',
      'rivals',
      '\ufeffpos\t0\t8\tBluebird\tBluebird has delicious food\r\nneg\t0\t9\tNorthwind\tNorthwind has horrible food\r\nneu\t0\t3\tIna\tIna opens at nine\r\nrest of it\r\nmixed\t0\t1\tA\tA is\r\n',
    );
    writeSet('sets', 'empty', 'good\tnot of the layout\n');
    mkdirSync(join(folder, 'sets', 'no-set', 'test.tsv'), { recursive: true });
  });

  it('measures every set of any folder by every scorer, in one document', async () => {
    const { exit, out, err } = await earshot('bench', 'tone', 'sets', '--json');
    expect(exit).toBe(0);
    const report = ToneReport.parse(JSON.parse(out));
    const [first = '', ...others] = report.peers;
    expect(first).toMatch(/^tone@/);
    expect(others.map((by) => by.split('@')[0])).toEqual(expect.arrayContaining(['afinn', 'vader']));
    expect(
      report.sets.map(({ set, kind, classes, texts, malformed }) => [set, kind, classes, texts, malformed]),
    ).toEqual([
      ['films', 'whole', 2, 2, 0],
      ['rivals', 'toward', 3, 3, 2],
      ['shops', 'whole', 3, 450, 0],
    ]);
    const afinn = report.peers.find((by) => by.startsWith('afinn@')) ?? '';
    expect(report.sets[0]?.scores[afinn]).toEqual({ macroF1: null, accuracy: null, twoClass: 1, ece: null });
    expect(report.sets[2]?.scores[afinn]).toEqual({ macroF1: 1, accuracy: 1, twoClass: 1, ece: null });
    expect(report.netTone.sets).toEqual(['shops']);
    // Counting labels that are all right errs in nothing.
    expect(report.netTone.errors.find(({ by }) => by === afinn)).toEqual({
      by: afinn,
      how: 'counted',
      natural: 0,
      shifted: 0,
    });
    expect(report.cost.process).toMatchObject({ texts: 455, peakMemoryMb: expect.any(Number) });
    expect(report.cost.speed.find(({ by }) => by === afinn)?.timesAfinn).toBe(1);
    expect(err).toContain('empty: none of 1 lines is of the layout');
  });

  it('fits a page of 100 columns for people', async () => {
    const { exit, out } = await earshot('bench', 'tone', 'sets');
    expect(exit).toBe(0);
    expect(out).toContain('rivals: 2 lines are not of the layout');
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it.each(['no-such-folder', 'sets/no-set', 'sets/empty', 'sets/films/test.tsv'])(
    'names a folder without sets: %s',
    async (name) => {
      const { exit, out, err } = await earshot('bench', 'tone', name);
      expect([exit, out]).toEqual([1, '']);
      expect(err).toContain(name);
    },
  );

  it('writes the model card on the day that is asked for, the same but for speed and memory', async () => {
    const cards = [];
    for (const file of ['one.json', 'other.json']) {
      const args = ['bench', 'tone', 'sets', '--card', file, '--now', '2026-11-22T05:00:00Z'];
      expect((await earshot(...args)).exit).toBe(0);
      cards.push(ModelCard.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    }
    const [one, other] = cards.map(({ report: { cost: _, ...report }, ...card }) => ({ ...card, report }));
    expect(one).toEqual(other);
    expect(one).toMatchObject({ date: '2026-11-22', scorer: expect.stringMatching(/^tone@/) });
    const nowhere = await earshot('bench', 'tone', 'sets', '--card', 'no/such/card.json');
    expect([nowhere.exit, nowhere.out]).toEqual([1, '']);
  });
});
