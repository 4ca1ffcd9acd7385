import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceBase } from '#contract';
import { typeOf } from '../sources/registry.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { collectOnce } from './stages.ts';
import type { ExitCode } from './world.ts';
import { CommandError, plainLine, type World } from './world.ts';

/** `inbox/reviews_*.csv` stands for the files of the folder whose names fit, in the order of their names. */
function withFiles(setting: Setting): Setting {
  const expand = (source: SourceBase): SourceBase => {
    const { file } = source;
    if (typeof file !== 'string' || !file.includes('*') || typeOf(source)?.nightly !== false) return source;
    const [, dir = '', name = ''] = /^(.*\/)([^/]*)$/.exec(file) ?? [];
    const pieces = name.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    const fits = new RegExp(`^${pieces.join('[^/]*')}$`);
    const folder = join(setting.configDir, dir);
    const names = existsSync(folder) ? readdirSync(folder).filter((found) => fits.test(found)) : [];
    return names.length === 0 ? source : { ...source, file: names.sort().map((found) => `${dir}${found}`) };
  };
  return { ...setting, config: { ...setting.config, sources: setting.config.sources.map(expand) } };
}

/** `earshot import`: reads the sources that no night reads, from files that a person put into inbox/. */
export async function importCommand(
  ids: readonly string[],
  options: CommonOptions,
  world: World,
): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const imports = setting.config.sources.filter((source) => typeOf(source)?.nightly === false);
  if (setting.demo || imports.length === 0) {
    throw new CommandError(
      'brand.yml has no source of the type "import"; data/README.md shows how one is written',
    );
  }
  const known = imports.map((source) => source.id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new CommandError(`no import has the id "${unknown.join('", "')}"; there are: ${known.join(', ')}`);
  }
  const report = await collectOnce(
    withFiles(setting),
    { ...options, only: ids.length > 0 ? [...ids] : known },
    world,
  );
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  const failed = report.sources.filter(({ status }) => status === 'failed' || status === 'changed');
  if (failed.length > 0)
    world.err(plainLine(`${failed.length} of ${report.sources.length} imports could not be read`));
  return failed.length === report.sources.length ? 1 : 0;
}
