import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder in which the test files of one run share what they build; see build-site.ts. */
export const buildsVariable = 'EARSHOT_TEST_BUILDS';

/** Makes the folder before the first file of a run, and removes it after the last. */
export default function setup(): () => void {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-browser-'));
  process.env[buildsVariable] = dir;
  return () => rmSync(dir, { recursive: true, force: true });
}
