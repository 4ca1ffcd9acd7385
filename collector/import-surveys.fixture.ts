import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { configWith } from './measure/invented-world.fixture.ts';

/** A panel that surveys ask about: one competitor by two names, one whose name begins as the brand's does. */
export const panel = configWith({
  competitors: [
    { id: 'bluebird', name: 'Bluebird Roasters', any: ['bluebird'] },
    { id: 'air', name: 'Northwind Coffee Air' },
  ],
});

export const now = new Date('2026-11-20T12:00:00Z');

/** A data folder of its own for each test of the file, which is asked for when a test runs. */
export function folderEach(): () => string {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'earshot-surveys-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  return () => dir;
}
