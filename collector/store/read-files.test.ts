import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReader } from './read-files.ts';

test('each file is read whole, whatever was read before it', () => {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-read-'));
  const read = openReader();
  for (const size of [3, 70_000, 0, 1, 69_999, 200_000, 5]) {
    const bytes = Buffer.alloc(size, `${size} `);
    writeFileSync(join(dir, 'a'), bytes);
    expect(read(join(dir, 'a')).equals(bytes)).toBe(true);
  }
  expect(() => read(join(dir, 'none'))).toThrow(/ENOENT/);
  expect(() => read(dir)).toThrow(/EISDIR/);
  rmSync(dir, { recursive: true });
});
