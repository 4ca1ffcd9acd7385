import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { diskError, StoreError } from './store-error.ts';

/** A lock untouched for this long belongs to a process that is gone. */
const staleMs = 20_000;
const pauseMs = 60;
const mostPauses = 1_000;

export const lockName = '.lock';

/**
 * Does the work while no other process writes to this folder; waits up to a minute for its turn.
 * @throws StoreError where the folder cannot be written to, or another process keeps the lock
 */
export async function withLock<T>(dir: string, work: () => T): Promise<T> {
  const release = await takeTurn(dir, mostPauses);
  try {
    return work();
  } finally {
    // A lock that was taken over meanwhile is no longer ours to give back.
    await release().catch(() => undefined);
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
  await pause(pauseMs);
  return takeTurn(dir, pausesLeft - 1);
}
