import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Names the folder in which the test files of one run share what they build; see build-site.ts. */
export const buildsVariable = 'EARSHOT_TEST_BUILDS';

/**
 * Makes the folder before the first file of a run, and removes it after the last. It lies below `node_modules`, so that
 * what Astro writes there on its way finds the packages.
 */
export default function setup(): () => void {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'earshot-browser-'));
  process.env[buildsVariable] = dir;
  return () => rmSync(dir, { recursive: true, force: true });
}
