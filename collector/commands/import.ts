import { typeOf } from '../sources/registry.ts';
import { type CommonOptions, readSetting } from './setting.ts';
import { collectOnce } from './stages.ts';
import type { ExitCode } from './world.ts';
import { CommandError, plainLine, type World } from './world.ts';

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
  const report = await collectOnce(setting, { ...options, only: ids.length > 0 ? [...ids] : known }, world);
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  const failed = report.sources.filter(({ status }) => status === 'failed' || status === 'changed');
  if (failed.length > 0)
    world.err(plainLine(`${failed.length} of ${report.sources.length} imports could not be read`));
  return failed.length === report.sources.length ? 1 : 0;
}
