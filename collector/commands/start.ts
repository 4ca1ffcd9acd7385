import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, normalBase } from './build.ts';
import { serve, serveLive } from './serve.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { collectOnce, measureOnce } from './stages.ts';
import { type ExitCode, plainLine, type World } from './world.ts';

type StartOptions = CommonOptions & { port: number; serve?: boolean };

/** `earshot start`: the whole way, and the address at the end of it. */
export async function startCommand(options: StartOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  introduce(setting, world);
  const report = await collectOnce(setting, options, world);
  await measureOnce(setting, options, world);
  const exit: ExitCode = report.answered ? 0 : 2;
  if (options.dryRun) return exit;
  const built = await build(setting, { out: join(world.root, 'dist'), base: '/' }, world);
  if (options.serve === false) {
    world.err(plainLine(`The pages are in ${built.out}`));
    return exit;
  }
  const serving = await serve(setting, world, { ...built, port: options.port });
  world.err(
    `\n${plainLine(`${setting.config.brand.name}: ${serving.address}`)}${plainLine('Ctrl+C ends it.')}`,
  );
  await serving.closed();
  return exit;
}

/** `earshot dev`: the same, with pages that follow every change of the site, the config and the lines. */
export async function devCommand(options: StartOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  introduce(setting, world);
  await collectOnce(setting, options, world);
  await measureOnce(setting, options, world);
  const base = normalBase('/', setting);
  const serving = await serveLive(setting, world, {
    out: join(world.root, 'dist'),
    base,
    port: options.port,
  });
  watch(setting.configFile, () => void measureAgain(options, world));
  world.err(
    `\n${plainLine(`${setting.config.brand.name}, live: ${serving.address}`)}${plainLine('Ctrl+C ends it.')}`,
  );
  await serving.closed();
  return 0;
}

/** A config that is being typed may be wrong for a moment: that is said, and the page stays as it was. */
async function measureAgain(options: StartOptions, world: World): Promise<void> {
  try {
    await measureOnce(await readSetting(options, world), options, world);
  } catch (error) {
    world.err(plainLine(error instanceof Error ? error.message : String(error)));
  }
}

function introduce(setting: Setting, world: World): void {
  world.err(
    plainLine(
      setting.demo
        ? `Earshot ${world.version}: the demo of an invented brand. Write your own brand into brand.yml to make it yours.`
        : `Earshot ${world.version}: ${setting.config.brand.name}`,
    ),
  );
}
