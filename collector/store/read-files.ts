import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Reads files one after the other into the same memory: of a long history, a new piece for each would be several hundred
 * megabytes before the engine clears them up. What it gives holds until the next is read.
 */
export function openReader(): (path: string) => Buffer {
  let memory = Buffer.alloc(0);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      // One more than there should be, so that the end is seen; a file may grow while it is read.
      let wanted = fstatSync(file).size + 1;
      for (;;) {
        if (wanted > memory.length) {
          const longer = Buffer.allocUnsafeSlow(wanted + (wanted >> 3));
          longer.set(memory.subarray(0, length));
          memory = longer;
        }
        const read = readSync(file, memory, length, memory.length - length, null);
        if (read === 0) return memory.subarray(0, length);
        length += read;
        wanted = length + 1;
      }
    } finally {
      closeSync(file);
    }
  };
}
