import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockName, withLock } from './lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'earshot-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const ownerPath = () => join(dir, '.lock-owner');
const program = `
  import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
  await withLock(${JSON.stringify('DIR')}, () => process.kill(process.pid, 'SIGKILL'));
`;

/** A lock and its note, left by a process that was killed while it held the lock. */
function leaveLockOfTheDead(): { pid: number; place: string; lock: string } {
  const script = program.replace('DIR', dir);
  const died = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(died.signal, died.stderr).toBe('SIGKILL');
  expect(existsSync(join(dir, lockName))).toBe(true);
  return JSON.parse(readFileSync(ownerPath(), 'utf8'));
}

/** Whether the lock was still kept from others after a second. */
async function isKept(): Promise<boolean> {
  const controller = withLock(dir, () => 'turn').then(
    () => false,
    () => true,
  );
  const kept = await Promise.race([controller, pause(1_000, true)]);
  // Lets the one that waits have its turn, so that nothing goes on after the test.
  rmSync(join(dir, lockName), { recursive: true, force: true });
  await controller;
  return kept;
}

describe('a lock', () => {
  it('of a process that was killed is freed at once, and nothing of it is left', async () => {
    leaveLockOfTheDead();
    const start = performance.now();
    expect(await withLock(dir, () => 'done')).toBe('done');
    expect(performance.now() - start).toBeLessThan(5_000);
    for (const name of [lockName, '.lock-owner', '.lock-takeover'])
      expect(existsSync(join(dir, name)), name).toBe(false);
  });

  it('that somebody else took since the owner died is left to them, though the note still names the dead', async () => {
    leaveLockOfTheDead();
    // Taken over as stale, by a process that has not yet written its note.
    rmSync(join(dir, lockName), { recursive: true });
    await pause(5);
    mkdirSync(join(dir, lockName));
    expect(await isKept()).toBe(true);
  });

  it.each([
    ['of another machine or container', { place: 'elsewhere pid:[1]' }],
    ['of a process that lives', { pid: process.pid }],
  ])('%s is left alone', async (_, other) => {
    writeFileSync(ownerPath(), JSON.stringify({ ...leaveLockOfTheDead(), ...other }));
    expect(await isKept()).toBe(true);
  });

  it('that is nearly stale is left to grow stale, since somebody may be taking it over', async () => {
    leaveLockOfTheDead();
    const longAgo = new Date(Date.now() - 15_000);
    utimesSync(join(dir, lockName), longAgo, longAgo);
    expect(await isKept()).toBe(true);
  });

  it('with half a note is left to grow stale', async () => {
    leaveLockOfTheDead();
    writeFileSync(ownerPath(), '{"pla');
    expect(await isKept()).toBe(true);
  });

  it('that somebody was killed over while freeing it grows stale, and then nothing is left', {
    timeout: 60_000,
  }, async () => {
    leaveLockOfTheDead();
    mkdirSync(join(dir, '.lock-takeover'));
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(join(dir, lockName), longAgo, longAgo);
    expect(await withLock(dir, () => 'done')).toBe('done');
    for (const name of [lockName, '.lock-owner', '.lock-takeover'])
      expect(existsSync(join(dir, name)), name).toBe(false);
  });

  it('of the dead goes to one of many who wait at a time', { timeout: 30_000 }, async () => {
    leaveLockOfTheDead();
    let inside = 0;
    const turns = Array.from({ length: 8 }, () =>
      withLock(dir, () => {
        inside += 1;
        expect(existsSync(join(dir, lockName))).toBe(true);
        const now = inside;
        inside -= 1;
        return now;
      }),
    );
    expect(await Promise.all(turns)).toEqual(Array(8).fill(1));
  });
});
