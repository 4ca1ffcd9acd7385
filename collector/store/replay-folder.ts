import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { replayFolder } from '#contract';
import { diskError, StoreError } from './store-error.ts';
import { syncFolder, type WriteOptions } from './write-whole.ts';

/** What is being made, or was replaced: rubbish in either case, and ignored by git as every `*.tmp`. */
const rubbish = 'replay.tmp';

/** Where a part of the data (`scores`, `replays.jsonl`) is read: of a replay that was stopped while it moved, the new one. */
export function placeOf(dir: string, part: string): string {
  const moved = join(dir, replayFolder, part);
  return existsSync(moved) ? moved : join(dir, part);
}

/**
 * Replaces all scores and the notes of replays in one step. The new ones are made whole in a folder of their own, which
 * becomes valid by taking its name, `replay.next`. From then on it is what everybody reads, and its parts are moved to
 * their places; whoever is killed in between leaves that to the next who writes.
 */
export function openReplayFolder(
  dir: string,
  parts: { folder: string; file: string },
  options: WriteOptions,
) {
  const made = join(dir, rubbish);
  const next = join(dir, replayFolder);
  const step = (what: string) => options.onStep?.(`replay: ${what}`);

  function attempt<R>(work: () => R): R {
    try {
      return work();
    } catch (error) {
      throw diskError(next, error);
    }
  }

  const sync = (folder: string) => {
    if (options.durable) syncFolder(folder);
  };

  function move(from: string, to: string): void {
    renameSync(from, to);
    sync(dir);
    step(`moved ${to.slice(dir.length + 1)}`);
  }

  /** Finishes what was stopped. To be called under the lock, before anything is written. Throws StoreError. */
  function settle(): void {
    attempt(() => {
      rmSync(made, { recursive: true, force: true });
      if (!existsSync(next)) return;
      const [file, folder] = [join(next, parts.file), join(next, parts.folder)];
      if (existsSync(file)) move(file, join(dir, parts.file));
      if (existsSync(folder)) {
        const old = join(dir, parts.folder);
        if (existsSync(old)) move(old, made);
        move(folder, old);
      }
      rmSync(next, { recursive: true });
      step('removed the empty folder');
      rmSync(made, { recursive: true, force: true });
      step('removed the old scores');
    });
  }

  /**
   * Copies what there is to a folder, lets `change` change the copies, and puts them in the place of what there was.
   * Throws StoreError after which nothing is changed, unless it says that the disk refused a move: then the rest follows.
   */
  function replace(change: (folder: string) => void): void {
    const before = stampOf(dir, parts);
    try {
      attempt(() => {
        mkdirSync(join(made, parts.folder), { recursive: true });
        step('begun');
        for (const name of filesOf(join(dir, parts.folder))) copy(join(parts.folder, name));
        if (existsSync(join(dir, parts.file))) copy(parts.file);
      });
      change(made);
      attempt(() => {
        for (const folder of [join(made, parts.folder), made]) sync(folder);
        if (stampOf(dir, parts) !== before)
          throw new StoreError(join(dir, parts.folder), 'was changed by somebody else meanwhile');
        step('whole');
      });
    } catch (error) {
      rmSync(made, { recursive: true, force: true });
      throw error;
    }
    attempt(() => move(made, next));
    settle();
  }

  function copy(name: string): void {
    const [from, to] = [join(dir, name), join(made, name)];
    copyFileSync(from, to);
    if (lstatSync(to).size !== lstatSync(from).size) throw new StoreError(to, 'was cut short');
    if (!options.durable) return;
    const file = openSync(to, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Whether a stopped replay left anything. */
  const isOpen = (): boolean => existsSync(next) || existsSync(made);

  return { isOpen, settle, replace };
}

/** Files of a folder but for what killed runs left half written. */
const filesOf = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.tmp')) : [];

function stampOf(dir: string, { folder, file }: { folder: string; file: string }): string {
  const names = [...filesOf(join(dir, folder)).map((name) => join(folder, name)), file];
  return names
    .map((name) => {
      const stats = lstatSync(join(dir, name), { throwIfNoEntry: false });
      return `${name} ${stats?.ino} ${stats?.size} ${stats?.mtimeMs}`;
    })
    .join('\n');
}
