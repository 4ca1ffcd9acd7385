import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { replayFolder } from '#contract';
import { makeOffline } from './offline.ts';
import type { Setting } from './setting.ts';
import { CommandError, plainLine, type World } from './world.ts';

/** A page that every build writes, by which a folder is known as one of ours. */
const marker = 'api/v1/index.json';

export type BuildOptions = {
  out: string;
  base?: string;
  verbose?: boolean;
  /** For a folder on a disk, without a server. */
  offline?: boolean;
};
export type Built = { out: string; base: string; fresh: boolean };

/** What the site's build gets to know; `site/src/data.ts` and `site/astro.config.ts` read it. */
export function siteEnvironment(setting: Setting, world: World, out: string, base: string) {
  return {
    EARSHOT_DATA: setting.dataDir,
    EARSHOT_ROOT: setting.demo ? world.root : setting.configDir,
    EARSHOT_OUT: out,
    EARSHOT_BASE: base,
    ...(setting.config.site.url ? { EARSHOT_SITE: new URL(setting.config.site.url).origin } : {}),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/**
 * How the site's build is run: it clears up as it goes, and its bundler gives back what it no longer needs, where both would
 * take what the machine has. A small site then takes less than half the memory, for a third more of CPU; one of 100,000 mentions, which
 * are read as pages ask for them, stays within 600 MB.
 */
export const frugalBuild = {
  flags: ['--max-semi-space-size=1', '--heap-growing-percent=10', '--expose-gc'],
  environment: {
    MIMALLOC_PURGE_DELAY: '0',
    MALLOC_ARENA_MAX: '1',
    RAYON_NUM_THREADS: '1',
    TOKIO_WORKER_THREADS: '1',
  },
};

/** `/x`, `x/` and `/x/` are all `/x/`. */
export function normalBase(base: string | undefined, setting: Setting): string {
  const asked = base ?? (setting.config.site.url ? new URL(setting.config.site.url).pathname : '/');
  if (!/^[\w./~-]*$/.test(asked) || asked.includes('..')) {
    throw new CommandError(`--base "${asked}" is no path such as /earshot/`);
  }
  return `/${asked.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}

/** Builds the pages from what is measured. Throws CommandError with the tail of the build's own words where it fails. */
export async function build(setting: Setting, options: BuildOptions, world: World): Promise<Built> {
  const out = resolve(world.cwd, options.out);
  const base = normalBase(options.base, setting);
  refuseHarm(setting, world, out);
  const stampFile = join(world.root, 'node_modules', '.cache', 'earshot', `built-${hash(out)}.txt`);
  const stamp = `${stampOf(setting, world, base)}${options.offline ? ' offline' : ''}`;
  if (
    existsSync(join(out, 'index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp
  ) {
    return { out, base, fresh: false };
  }
  rmSync(stampFile, { force: true });
  world.err(plainLine('building the pages …'));
  await astro(setting, world, out, base);
  if (options.offline) makeOffline(out, base);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  return { out, base, fresh: true };
}

function astro(setting: Setting, world: World, out: string, base: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        ...frugalBuild.flags,
        join(world.root, 'node_modules/astro/bin/astro.mjs'),
        'build',
        '--root',
        join(world.root, 'site'),
      ],
      {
        // Astro takes a folder for a part of where it runs by its first letters, and then looks for packages beside it: a
        // sibling such as ../earshot-site must not begin like this.
        cwd: join(world.root, 'site'),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...world.env,
          ...frugalBuild.environment,
          ...siteEnvironment(setting, world, out, base),
        },
      },
    );
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) return done();
      const tail = said.split('\n').map(plainLine).join('');
      fail(new CommandError(`The pages could not be built (exit code ${code}):\n${tail}`));
    });
  });
}

/**
 * The build empties its folder first. So that must be one that holds pages of an earlier build, or nothing; no part of
 * the project; and never one that holds the config or the lines.
 */
function refuseHarm(setting: Setting, world: World, out: string): void {
  const holds = (path: string) => path === out || path.startsWith(`${out}/`);
  const inside = (dir: string) => out.startsWith(`${dir}/`);
  if ([world.root, setting.configFile, setting.dataDir].some(holds) || inside(setting.dataDir)) {
    throw new CommandError(
      `--out ${out}: the build empties its folder, and that one holds the project, the config or the data`,
    );
  }
  const ours = [
    '.ci',
    '.git',
    '.github',
    'brand',
    'collector',
    'data',
    'docs',
    'inbox',
    'node_modules',
    'scripts',
    'site',
    'tests',
  ];
  if (ours.some((name) => out === join(world.root, name) || inside(join(world.root, name)))) {
    throw new CommandError(
      `--out ${out}: the build empties its folder, and that one is a part of the project`,
    );
  }
  if (!existsSync(out)) return;
  const isEmpty = statSync(out).isDirectory() && readdirSync(out).length === 0;
  if (!isEmpty && !existsSync(join(out, marker))) {
    throw new CommandError(
      `--out ${out}: the build empties its folder, and that one holds files that no build made`,
    );
  }
}

/** Hash of all that the pages are made of; the same stamp gives the same pages. */
function stampOf(setting: Setting, world: World, base: string): string {
  const sum = createHash('sha256');
  sum.update(JSON.stringify([base, setting.dataDir, setting.config.site, process.version]));
  for (const place of ['site', 'data/contract', 'package-lock.json', 'brand']) add(join(world.root, place));
  for (const folder of ['mentions', 'scores', replayFolder, 'runs', 'figures'])
    add(join(setting.dataDir, folder));
  if (setting.config.site.logo) add(join(setting.configDir, setting.config.site.logo));
  return sum.digest('hex');

  function add(path: string): void {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== '.astro') add(join(path, name));
      return;
    }
    sum.update(`${path}\0${stat.size}\0`);
    sum.update(readFileSync(path));
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
