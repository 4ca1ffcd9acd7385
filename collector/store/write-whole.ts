import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
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

/**
 * Replaces a file, or makes it longer, so that it is either the old one or the new one at every moment: the new bytes
 * go to a file beside it (`*.tmp`, ignored by git), reach the disk, and take the name in one step.
 * `before` is the length of the old file to be kept: 0 replaces it.
 * Not done by write-file-atomic: that takes a write which the full disk cut short for a whole one.
 * @throws StoreError after which the old file stands as it was
 */
export function writeWhole(path: string, before: number, addition: Buffer, options: WriteOptions): void {
  const name = basename(path);
  const temporary = join(dirname(path), `.${name}.tmp`);
  const step = (what: string) => options.onStep?.(`${name}: ${what}`);
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
    renameSync(temporary, path);
    step('renamed');
    if (options.durable) syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw diskError(path, error);
  }
}

/** The new name reaches the disk only with its folder; Windows has no such thing and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
