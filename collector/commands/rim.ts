import { readFile, realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type Proxies, readProxies } from '../http/proxy.ts';
import { wrongClock } from '../http/server-dates.ts';
import { openDoor } from '../http.ts';
import { forbidden } from '../sources/terms.ts';
import type { Rim } from '../types.ts';
import { repositoryAddress } from './repository.ts';
import type { CommonOptions, Setting } from './setting.ts';
import { CommandError, type World } from './world.ts';

const largestLocalBytes = 50_000_000;

/** The world as a command may touch it: the network by the rules of its config, and files beside that. */
export type OpenRim = Omit<Rim, 'progress'> & { close: () => Promise<void> };

/** What of a setting the door needs; `init` has no config yet. */
type Place = Pick<Setting, 'configDir'> & Partial<Pick<Setting, 'config' | 'fixedClock' | 'now'>>;

export async function openRim(place: Place, options: CommonOptions, world: World): Promise<OpenRim> {
  const { config, configDir, fixedClock, now } = place;
  const door = openDoor({
    userAgent: await userAgent(place, world),
    allowPrivate: privateHosts(options, world),
    allowHttp: config?.network.http ?? [],
    robots: { setAside: Object.keys(config?.network.robots ?? {}) },
    now: () => (fixedClock && now ? now : world.clock()),
    forbids: forbidden,
    elapsedMs: () => performance.now(),
    ...(world.pauseMs === undefined ? {} : { pauseMs: world.pauseMs }),
    ...proxiesOf(world),
  });
  return {
    door,
    readLocal: (path) => readInside(configDir, path),
    secret: (name) => world.env[name],
    checkClock: () => {
      const wrong = fixedClock ? undefined : wrongClock(door.serverDates(), world.clock());
      if (wrong !== undefined) throw new CommandError(wrong, 3);
    },
    close: door.close,
  };
}

/** Earshot says who it is, which repository it runs from, and how its people can be reached, as far as it knows. */
async function userAgent({ config, configDir }: Place, world: World): Promise<string> {
  const repository = await repositoryAddress(configDir, world.env);
  const home = repository ?? config?.site.url;
  const where = [home && `+${home}`, config?.privacy.contact].filter(Boolean).join('; ');
  const version = world.version.split('.').slice(0, 2).join('.');
  return `Earshot/${version} (${where || 'a private copy'})`.replace(/[^\x20-\x7e]/g, '');
}

function proxiesOf({ env }: World): { proxies?: Proxies } {
  const proxies = readProxies(env);
  if (proxies && 'error' in proxies) throw new CommandError(proxies.error);
  return proxies ? { proxies } : {};
}

function privateHosts(options: CommonOptions, world: World): string[] {
  const hosts = options.allowPrivate ?? [];
  if (hosts.length > 0 && world.env.CI === 'true' && world.env.EARSHOT_TEST !== '1') {
    throw new CommandError('--allow-private is refused in CI: it would let a feed reach the runner itself');
  }
  return hosts;
}

/** Reads a file beside the config; nothing outside of its folder, not even through a link. */
async function readInside(dir: string, path: string): Promise<Uint8Array | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(dir), realpath(resolve(dir, path))]);
    const inside = relative(root, file);
    if (inside.startsWith('..') || resolve(inside) === inside) return undefined;
    const bytes = await readFile(file);
    return bytes.length > largestLocalBytes ? undefined : bytes;
  } catch {
    return undefined;
  }
}
