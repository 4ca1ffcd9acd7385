import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diskError, StoreError } from './store-error.ts';

export type WriteOptions = {
  /** False spares the wait for the disk: for data that can be made again, such as the demo's. */
  durable: boolean;
  /** Told of every step, so that a test can stop the process at each of them. */
  onStep?: ((step: string) => void) | undefined;
};

/** New bytes of a file that lie beside it, whole and on the disk, and wait for its name. */
export type Prepared = {
  /** Throws StoreError where the file or its new bytes are not what they were: nobody else may have written. */
  verify(): void;
  /** Gives them the name, in one step. Throws StoreError, after which the old file stands as it was. */
  takeName(): void;
  /** Removes them. Never throws. */
  discard(): void;
};

/**
 * Prepares to replace a file, or to make it longer, so that it is either the old one or the new one at every moment: the
 * new bytes go to a file beside it (`*.tmp`, ignored by git) and reach the disk; `takeName` does the rest.
 * Whatever may find no room on the disk happens here. `before` is the length of the old file to be kept: 0 replaces it.
 * Not done by write-file-atomic: that takes a write which the full disk cut short for a whole one.
 * @throws StoreError after which nothing is left behind
 */
export function prepare(path: string, before: number, addition: Buffer, options: WriteOptions): Prepared {
  const name = basename(path);
  const temporary = join(dirname(path), `.${name}.tmp`);
  const step = (what: string) => options.onStep?.(`${name}: ${what}`);
  const discard = () => rmSync(temporary, { force: true });
  const old = stampOf(path);
  let made: string;
  try {
    // A killed run may have left one; a link of this name must not lead the writing elsewhere.
    rmSync(temporary, { force: true });
    step('start');
    if (before > 0) copyFileSync(path, temporary, constants.COPYFILE_EXCL);
    step('copied');
    const file = openSync(temporary, before > 0 ? 'a' : 'wx');
    try {
      const half = addition.length >> 1;
      writeFileSync(file, addition.subarray(0, half));
      step('half written');
      writeFileSync(file, addition.subarray(half));
      step('written');
      const { size } = fstatSync(file);
      if (size !== before + addition.length) throw new StoreError(name, `grew to ${size} bytes unexpectedly`);
      if (options.durable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    step('on disk');
    made = stampOf(temporary);
  } catch (error) {
    discard();
    throw diskError(path, error);
  }
  return {
    verify() {
      if (stampOf(path) !== old || stampOf(temporary) !== made)
        throw new StoreError(path, 'was changed by somebody else meanwhile');
    },
    takeName() {
      try {
        renameSync(temporary, path);
        step('renamed');
        if (options.durable) syncFolder(dirname(path));
      } catch (error) {
        throw diskError(path, error);
      }
    },
    discard,
  };
}

function stampOf(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino}:${stats.size}:${stats.mtimeMs}` : '';
}

/** The new name reaches the disk only with its folder; Windows has no such thing and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
