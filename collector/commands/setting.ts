import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Config, configOf } from '#contract';
import { configHash } from '../config/config-hash.ts';
import { loadConfig, showError } from '../config/load-config.ts';
import { sourceSchema } from '../sources/registry.ts';
import { checkQueries } from './check-queries.ts';
import { checkThemes } from './check-themes.ts';
import { CommandError, plainLine, type World } from './world.ts';

/** Options that every command takes. */
export type CommonOptions = {
  config: string;
  data?: string;
  json?: boolean;
  now?: string;
  dryRun?: boolean;
  demo?: boolean;
  allowPrivate?: string[];
};

/** What a command works on. */
export type Setting = {
  config: Config;
  configFile: string;
  /** Folder of the config: paths in it are relative to this, and do not leave it. */
  configDir: string;
  configHash: string;
  dataDir: string;
  demo: boolean;
  now: Date;
  /** True under --now and in the demo: the machine's clock is then not asked. */
  fixedClock: boolean;
};

/** Where the demo lives, and the moment at which its story ends. */
export const demoPlace = { config: 'data/demo/brand.yml', data: 'data/demo/made/data' } as const;

/**
 * Reads the config that is asked for. As long as the project's own `brand.yml` names the demo brand, the demo stands
 * in for it whole: its config, its data folder, its clock. Once it names another brand, nothing of the demo is used.
 * Throws CommandError with every error of the config.
 */
export async function readSetting(options: CommonOptions, world: World): Promise<Setting> {
  const asked = resolve(world.cwd, options.config);
  const demoFile = join(world.root, demoPlace.config);
  const own = options.demo ? undefined : read(asked);
  const demo =
    own === undefined || (asked === join(world.root, 'brand.yml') && namesDemo(own, read(demoFile)));
  const configFile = demo ? demoFile : asked;
  const config = demo ? read(demoFile) : own;
  if (demo && own !== undefined && own.sources.length + own.competitors.length > 0) {
    const what =
      'brand.yml still names the demo brand, so the demo is played and its own sources and competitors are not used';
    world.err(plainLine(`${what}: write your brand's id and name there.`));
  }
  return {
    config,
    configFile,
    configDir: dirname(configFile),
    configHash: configHash(config),
    dataDir: options.data
      ? resolve(world.cwd, options.data)
      : join(world.root, demo ? demoPlace.data : 'data'),
    demo,
    now: options.now !== undefined ? readTime(options.now) : demo ? await demoTime() : world.clock(),
    fixedClock: demo || options.now !== undefined,
  };

  function read(file: string): Config {
    const shown = file === asked ? options.config : relative(world.cwd, file);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new CommandError(`${shown}: there is no such config`);
    const loaded = loadConfig(readFileSync(file, 'utf8'), shown, configOf(sourceSchema), [
      checkQueries,
      checkThemes,
    ]);
    if (loaded.ok) return loaded.config;
    throw new CommandError(loaded.errors.map(showError).join('\n'));
  }
}

const namesDemo = (own: Config, demo: Config) =>
  own.brand.id === demo.brand.id && own.brand.name === demo.brand.name;

/** A moment as `--now` states it. Throws CommandError. */
export function readTime(text: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw new CommandError(`--now "${text}" is no time; write it as 2026-11-20T05:17:00Z`);
  }
  return time;
}

/** The demo's code is read only where the demo is played. */
const demoTime = async (): Promise<Date> => (await import('./demo.ts')).demoNow;
