import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Variant, writeFixture } from './fixture.ts';
import { buildsVariable } from './shared-builds.ts';

/** Base path that the tests build under, so that no address may forget it. */
export const base = '/x/';

const pollMs = 100;

/**
 * Gives the folder of the pages built from a fixture. Each is built once a run: the file that makes its folder builds it,
 * the others wait for it, and learn so where it failed.
 */
export async function buildSite(variant: Variant): Promise<string> {
  const builds = process.env[buildsVariable];
  if (!builds) throw new Error(`${buildsVariable} is not set; run the tests as the project “browser”.`);
  const dir = join(builds, variant);
  const out = join(dir, 'dist');
  const [built, failed] = [join(dir, 'built'), join(dir, 'failed')];
  // Making a folder is atomic: only one caller gets past it.
  const mine = mkdirSync(dir, { recursive: true }) !== undefined;
  if (mine) {
    try {
      await build(dir, out, variant);
      writeFileSync(built, '');
    } catch (error) {
      writeFileSync(failed, '');
      throw error;
    }
  }
  while (!existsSync(built)) {
    if (existsSync(failed))
      throw new Error(`The pages of “${variant}” could not be built; another file says why.`);
    await sleep(pollMs);
  }
  return out;
}

async function build(dir: string, out: string, variant: Variant): Promise<void> {
  const data = join(dir, 'data');
  writeFixture(data, variant);
  await promisify(execFile)(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--root', resolve('site')],
    {
      // Astro writes what it renders from below the folder it is started in: two builds in one would mix.
      cwd: dir,
      env: {
        ...process.env,
        // A stranger's BASE_URL, such as the test runner's own, must not move the links.
        BASE_URL: '/elsewhere/',
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        EARSHOT_DATA: data,
        EARSHOT_ROOT: data,
        EARSHOT_OUT: out,
        EARSHOT_BASE: base,
      },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
}
