import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dev, preview } from 'astro';
import { siteEnvironment } from './build.ts';
import type { Setting } from './setting.ts';
import type { World } from './world.ts';

type Serving = { address: string; closed: () => Promise<void> };

/** Serves built pages on this machine until the process ends. */
export async function serve(
  setting: Setting,
  world: World,
  place: { out: string; base: string; port: number },
): Promise<Serving> {
  lend(setting, world, place);
  const port = await freePort(place.port);
  const server = await preview({
    root: join(world.root, 'site'),
    base: place.base,
    outDir: place.out,
    server: { port, host: '127.0.0.1' },
    logLevel: 'error',
  });
  return { address: `http://localhost:${server.port}${place.base}`, closed: () => server.closed() };
}

/** Serves pages that are made anew whenever the site's code or the data change. */
export async function serveLive(
  setting: Setting,
  world: World,
  place: { out: string; base: string; port: number },
): Promise<Serving> {
  lend(setting, world, place);
  const port = await freePort(place.port);
  const server = await dev({
    root: join(world.root, 'site'),
    base: place.base,
    server: { port, host: '127.0.0.1' },
    logLevel: 'warn',
  });
  server.watcher.add(join(setting.dataDir, 'figures'));
  return {
    address: `http://localhost:${server.address.port}${place.base}`,
    closed: () => new Promise<void>(() => undefined),
  };
}

/** The site's config asks the environment where its data are; in this process that has to be set by hand. */
function lend(setting: Setting, world: World, place: { out: string; base: string }): void {
  Object.assign(process.env, siteEnvironment(setting, world, place.out, place.base));
}

/** The port that is asked for, or one of the next twenty where it is taken. */
async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 20; port++) {
    const probe = createServer();
    probe.listen(port, '127.0.0.1');
    const free = await Promise.race([
      once(probe, 'listening').then(() => true),
      once(probe, 'error').then(() => false),
    ]).catch(() => false);
    await new Promise((done) => probe.close(done));
    if (free) return port;
  }
  return wanted;
}
