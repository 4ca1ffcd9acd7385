import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { diskError, StoreError } from './store-error.ts';

/** A lock untouched for this long belongs to a process that is gone. */
const staleMs = 20_000;
const pauseMs = 60;
const mostPauses = 1_000;

export const lockName = '.lock';
const ownerName = '.lock-owner';
const takeoverName = '.lock-takeover';
const ownName = `${hostname()} ${process.pid}`;

/**
 * Does the work while no other process writes to this folder; waits up to a minute for its turn.
 * @throws StoreError where the folder cannot be written to, or another process keeps the lock
 */
export async function withLock<T>(dir: string, work: () => T): Promise<T> {
  const release = await takeTurn(dir, mostPauses);
  try {
    noteOwner(dir);
    return work();
  } finally {
    rmSync(join(dir, ownerName), { force: true });
    // A lock that was taken over meanwhile is no longer ours to give back.
    await release().catch(() => undefined);
  }
}

function noteOwner(dir: string): void {
  try {
    writeFileSync(join(dir, ownerName), ownName);
  } catch (error) {
    throw diskError(dir, error);
  }
}

async function takeTurn(dir: string, pausesLeft: number): Promise<() => Promise<void>> {
  try {
    mkdirSync(dir, { recursive: true });
    return await lockfile.lock(dir, {
      lockfilePath: join(dir, lockName),
      stale: staleMs,
      // The work never yields, so that the lock cannot be renewed meanwhile: it must stay well under `staleMs`. What is
      // slow (reading history) is done before. Were the lock lost all the same, `appendTo` notices a changed file.
      onCompromised: () => {},
    });
  } catch (error) {
    // Its own retries would also repeat what cannot change, such as a missing permission.
    if ((error as { code?: string }).code !== 'ELOCKED') throw diskError(dir, error);
    if (pausesLeft === 0) {
      throw new StoreError(dir, 'another collector is writing here and does not finish', error);
    }
  }
  releaseOfTheDead(dir);
  await pause(pauseMs);
  return takeTurn(dir, pausesLeft - 1);
}

/**
 * Frees a lock whose owner, a process of this machine, is gone, so that the run after a killed one need not wait until
 * the lock is stale. One process at a time may do so, and the note of the owner goes first: whoever looks next finds no
 * dead owner, and leaves the lock to whom it belongs by then.
 */
function releaseOfTheDead(dir: string): void {
  if (!isOwnerGone(dir)) return;
  const takeover = join(dir, takeoverName);
  try {
    mkdirSync(takeover);
  } catch {
    return;
  }
  try {
    if (!isOwnerGone(dir)) return;
    rmSync(join(dir, ownerName), { force: true });
    rmdirSync(join(dir, lockName));
  } catch {
    // Somebody was faster.
  } finally {
    rmdirSync(takeover);
  }
}

function isOwnerGone(dir: string): boolean {
  try {
    const [host, pid] = readFileSync(join(dir, ownerName), 'utf8').split(' ');
    if (host !== hostname() || !pid) return false;
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
