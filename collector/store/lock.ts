import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
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
/** Where a process number means something: this machine, and on it this container. */
const place = `${hostname()} ${processSpace()}`;

/** What the owner of a lock leaves beside it. */
type Owner = { place: string; pid: number; lock: string };

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
    // Left by one that was killed while it freed another's lock. Whoever comes to free one now finds no dead owner.
    rmSync(join(dir, takeoverName), { recursive: true, force: true });
    // A lock that was taken over meanwhile is no longer ours to give back.
    await release().catch(() => undefined);
  }
}

function noteOwner(dir: string): void {
  try {
    const owner: Owner = { place, pid: process.pid, lock: identityOf(dir) };
    writeFileSync(join(dir, ownerName), JSON.stringify(owner));
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
      // slow (reading history) is done before. Were the lock lost all the same, `verify` notices a changed file.
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
 * the lock is stale. One process at a time may do so, and only to the very lock that the note of the dead names, and
 * only while it is young: an old one may be taken over as stale by somebody else at this moment.
 */
function releaseOfTheDead(dir: string): void {
  if (!isOfTheDead(dir)) return;
  const takeover = join(dir, takeoverName);
  try {
    mkdirSync(takeover);
  } catch {
    return;
  }
  try {
    if (!isOfTheDead(dir) || modifiedAt(takeover) - modifiedAt(join(dir, lockName)) > staleMs / 2) return;
    // The note goes first: whoever looks next finds no dead owner.
    rmSync(join(dir, ownerName), { force: true });
    rmdirSync(join(dir, lockName));
  } catch {
    // Somebody was faster.
  } finally {
    rmSync(takeover, { recursive: true, force: true });
  }
}

function isOfTheDead(dir: string): boolean {
  try {
    const owner: Owner = JSON.parse(readFileSync(join(dir, ownerName), 'utf8'));
    return owner.place === place && owner.lock === identityOf(dir) && isGone(owner.pid);
  } catch {
    // No owner, no lock, or half a note: then the lock has to grow stale.
    return false;
  }
}

const modifiedAt = (path: string): number => lstatSync(path).mtimeMs;

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Tells a lock from the next one of the same name. */
function identityOf(dir: string): string {
  const { ino, birthtimeNs } = lstatSync(join(dir, lockName), { bigint: true });
  return `${ino}:${birthtimeNs}`;
}

/** Containers may share a host's name, and see none of each other's processes. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return process.platform;
  }
}
