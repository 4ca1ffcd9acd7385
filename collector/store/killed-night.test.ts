import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aNight, aRun, aScore } from './a-night.fixture.ts';
import { lockName } from './lock.ts';
import { openStore } from './open-store.ts';

const program = join(import.meta.dirname, 'killed-night.fixture.ts');
const files = [
  'mentions/2026-11.jsonl',
  'scores/2026-11.jsonl',
  'runs/2026-11.jsonl',
  'published/2026-11.jsonl',
  'state.json',
];
const stepsOfAFile = 6;
const never = '-1';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'earshot-killed-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = () => openStore(dir, { durable: false });
const read = (name: string) => readFileSync(join(dir, name), 'utf8');
const nightInAProcess = (dieAt: string, first: number, last: number, to = dir) =>
  spawnSync(process.execPath, [program, to, dieAt, String(first), String(last)], { encoding: 'utf8' });

const leftOver = () =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /tmp|lock/.test(name));

/** As if the killed process had been gone for a while. */
function letTheLockGrowOld(): void {
  utimesSync(join(dir, lockName), new Date(0), new Date(0));
}

describe('a night that is killed while it writes', () => {
  it('A39: leaves whole files at every step, and the next night repairs the rest', {
    timeout: 120_000,
  }, async () => {
    const origin = mkdtempSync(join(tmpdir(), 'earshot-origin-'));
    await openStore(origin, { durable: false }).commit(aNight([1, 2, 3]));
    cpSync(origin, dir, { recursive: true });
    const old = Object.fromEntries(files.map((name) => [name, read(name)]));
    await open().commit(aNight([3, 4, 5, 6]));
    const wanted = Object.fromEntries(files.map((name) => [name, read(name)]));

    // What was published is the same, so that its file is not written.
    for (let step = 0; step < (files.length - 1) * stepsOfAFile; step++) {
      rmSync(dir, { recursive: true });
      cpSync(origin, dir, { recursive: true });
      expect(nightInAProcess(String(step), 3, 6).signal).toBe('SIGKILL');
      for (const name of files)
        expect([old[name], wanted[name]], `${name} at step ${step}`).toContain(read(name));

      letTheLockGrowOld();
      const store = open();
      const missing = store.mentionsWithoutScore();
      const night = aNight([3, 4, 5, 6]);
      await store.commit({ ...night, scores: [...missing, ...night.mentions].map(aScore) });
      for (const name of [
        'mentions/2026-11.jsonl',
        'scores/2026-11.jsonl',
        'published/2026-11.jsonl',
        'state.json',
      ]) {
        expect(read(name), `${name} after step ${step}`).toBe(wanted[name]);
      }
      expect(leftOver(), `left over at step ${step}`).toEqual([]);
    }
    rmSync(origin, { recursive: true });
  });

  it('A39: writes the validators last, so that a killed night asks again', () => {
    // All files are prepared first; then they take their names, the last but one at this step.
    const done = nightInAProcess(String(files.length * stepsOfAFile - 2), 1, 3);
    expect(done.signal).toBe('SIGKILL');
    expect(readdirSync(dir)).not.toContain('state.json');
    expect(read('published/2026-11.jsonl')).not.toBe('');
  });
});

describe('nights at the same time', () => {
  it('store each mention once', { timeout: 60_000 }, async () => {
    const run = promisify(execFile);
    const nights = [0, 3, 6, 9, 0, 5].map((first) =>
      run(process.execPath, [program, dir, never, String(first), String(first + 6)]),
    );
    await Promise.all(nights);
    const stored = open().readMentions();
    expect(stored.problems).toEqual([]);
    expect(read('mentions/2026-11.jsonl').trimEnd().split('\n')).toHaveLength(16);
    expect(new Set(stored.lines.map(({ id }) => id)).size).toBe(16);
    expect(open().readScores().lines).toHaveLength(16);
    expect(open().readRuns().lines).toHaveLength(nights.length);
    expect(
      open()
        .readRuns()
        .lines.reduce((sum, run) => sum + run.kept, 0),
    ).toBe(stored.lines.filter(({ source }) => source === 'city-paper').length);
  });
});

describe('a disk that refuses', () => {
  it('A40: when it fills at the ledger leaves mentions and scores as they were too, and the message is true', async () => {
    await open().commit(aNight([0, 1, 2]));
    const manyRuns = Array.from({ length: 60 }, () => aRun());
    await open().commit({ runs: manyRuns, published: [], mentions: [] });
    const before = files.map(read);
    const blocks = Math.ceil(read('runs/2026-11.jsonl').length / 1024);
    const night = spawnSync(
      'bash',
      ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, program, dir, never, '3', '5', '9'],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(night.stdout).message).toMatch(
      /runs\/2026-11\.jsonl: the file may not grow.*\. Nothing of this was stored: mentions, scores, the ledger, the published values, the state\.$/,
    );
    expect(files.map(read)).toEqual(before);
    expect(leftOver()).toEqual([]);
  });

  it('A40: when a file cannot take its name after others did says what is stored and what is not', async () => {
    await open().commit(aNight([0]));
    const broken = openStore(dir, {
      durable: false,
      onStep: (step) => {
        // The folder of the ledger goes away between the preparing and the renaming of its file.
        if (step === '2026-11.jsonl: renamed' && existsSync(join(dir, 'runs')))
          rmSync(join(dir, 'runs'), { recursive: true });
      },
    });
    const refusal = broken.commit(aNight([1, 2]));
    await expect(refusal).rejects.toThrow(
      /\. Stored: mentions, scores\. Not stored: the ledger, the published values, the state; the next run makes up for it\.$/,
    );
    expect(open().readMentions().lines).toHaveLength(3);
    expect(open().readScores().lines).toHaveLength(3);
    expect(leftOver()).toEqual([]);
  });

  it('A40: when full leaves everything as it was', async () => {
    await open().commit(aNight(Array.from({ length: 20 }, (_, n) => n)));
    const before = read('mentions/2026-11.jsonl');
    const blocks = Math.ceil(before.length / 1024) + 1;
    // The limit cuts a write short before it refuses one, as a full disk does.
    const night = spawnSync(
      'bash',
      ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, program, dir, never, '15', '60'],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(night.stdout)).toMatchObject({ code: 'would_harm' });
    expect(night.status).toBe(3);
    expect(read('mentions/2026-11.jsonl')).toBe(before);
    expect(readdirSync(join(dir, 'mentions'))).toEqual(['2026-11.jsonl']);
  });

  it('A40: for want of permission writes nothing and says so', async () => {
    await open().commit(aNight([1]));
    for (const name of ['', 'mentions', 'scores']) chmodSync(join(dir, name), 0o555);
    // Root may write anywhere; nobody may not.
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const night = spawnSync(process.execPath, [program, dir, never, '2', '2'], {
      encoding: 'utf8',
      ...asNobody,
    });
    for (const name of ['', 'mentions', 'scores']) chmodSync(join(dir, name), 0o755);
    expect(JSON.parse(night.stdout)).toMatchObject({
      code: 'would_harm',
      message: expect.stringContaining('no permission to read or write here'),
    });
    expect(open().readMentions().lines).toHaveLength(1);
    expect(statSync(join(dir, 'mentions')).isDirectory()).toBe(true);
  });
});
