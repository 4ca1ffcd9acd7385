import type { SourceBase } from '#contract';
import type { CollectReport } from '../pipeline.ts';
import { typeOf } from '../sources/registry.ts';
import { openStore } from '../store/open-store.ts';
import { filesLike } from './import-files.ts';
import { openRim } from './rim.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { collectOnce } from './stages.ts';
import { readSurveyFiles, surveyWords } from './survey-files.ts';
import type { ExitCode } from './world.ts';
import { CommandError, plainLine, type World } from './world.ts';

function withFiles(setting: Setting): Setting {
  const expand = (source: SourceBase): SourceBase => {
    const { file } = source;
    if (typeof file !== 'string' || !file.includes('*') || typeOf(source)?.nightly !== false) return source;
    const files = filesLike(file, setting.configDir);
    return files.length === 0 ? source : { ...source, file: files };
  };
  return { ...setting, config: { ...setting.config, sources: setting.config.sources.map(expand) } };
}

/** `earshot import`: reads the sources and surveys that no night reads, from files that a person put into inbox/. */
export async function importCommand(
  ids: readonly string[],
  options: CommonOptions,
  world: World,
): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const imports = setting.config.sources.filter((source) => typeOf(source)?.nightly === false);
  const { surveys } = setting.config;
  if (setting.demo || imports.length + surveys.length === 0) {
    throw new CommandError(
      'brand.yml has no source of the type "import" and no survey; data/README.md shows how one is written',
    );
  }
  const known = [...imports, ...surveys].map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new CommandError(`no import has the id "${unknown.join('", "')}"; there are: ${known.join(', ')}`);
  }
  const isAsked = ({ id }: { id: string }) => ids.length === 0 || ids.includes(id);
  const only = imports.filter(isAsked).map(({ id }) => id);
  const report: CollectReport | undefined =
    only.length > 0 ? await collectOnce(withFiles(setting), { ...options, only }, world) : undefined;
  const surveyReports = await importSurveys(setting, surveys.filter(isAsked), options, world);
  if (options.json) {
    const whole = { ...report, ...(surveys.length > 0 ? { surveys: surveyReports } : {}) };
    world.out(`${JSON.stringify(whole, null, 2)}\n`);
  }
  const failed = (report?.sources ?? []).filter(({ status }) => status === 'failed' || status === 'changed');
  // A survey that has no file just now is no failure where others were asked for in the same breath.
  const refused = surveyReports.filter(
    ({ survey, status }) => status === 'refused' || (status === 'missing' && ids.includes(survey)),
  );
  const read =
    (report?.sources.length ?? 0) + surveyReports.filter(({ status }) => status !== 'missing').length;
  const lost = failed.length + refused.length;
  if (lost > 0) world.err(plainLine(`${lost} of ${Math.max(read, lost)} imports could not be read`));
  return lost >= read ? 1 : 0;
}

async function importSurveys(
  setting: Setting,
  surveys: Setting['config']['surveys'],
  options: CommonOptions,
  world: World,
) {
  if (surveys.length === 0) return [];
  const rim = await openRim(setting, options, world);
  try {
    const dryRun = options.dryRun === true;
    const store = openStore(setting.dataDir);
    const reports = await readSurveyFiles(surveys, setting, store, rim, { now: setting.now, dryRun });
    for (const report of reports) for (const line of surveyWords(report, dryRun)) world.err(plainLine(line));
    if (!dryRun && reports.some(({ status, lines }) => status === 'ok' && lines > 0))
      world.err(plainLine('A night commits no surveys: look at data/surveys/, and commit it yourself.'));
    return reports;
  } finally {
    await rim.close();
  }
}
