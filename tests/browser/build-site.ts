import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Variant, writeFixture } from './fixture.ts';

/** Base path that the tests build under, so that no address may forget it. */
export const base = '/x/';

/** Writes a fixture and builds the site from it; gives the folder of the pages. */
export function buildSite(variant: Variant): string {
  const dir = mkdtempSync(join(tmpdir(), `earshot-${variant}-`));
  writeFixture(join(dir, 'data'), variant);
  const out = join(dir, 'dist');
  execFileSync(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--root', 'site'], {
    env: {
      ...process.env,
      // A stranger's BASE_URL, such as the test runner's own, must not move the links.
      BASE_URL: '/elsewhere/',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      EARSHOT_DATA: join(dir, 'data'),
      EARSHOT_ROOT: join(dir, 'data'),
      EARSHOT_OUT: out,
      EARSHOT_BASE: base,
    },
    stdio: 'pipe',
  });
  return out;
}
