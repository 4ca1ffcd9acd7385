import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../store/open-store.ts';
import { repositoryFindings } from './doctor-repository.ts';
import { answerFindings, sourceFinding } from './doctor-sources.ts';
import { surveyFindings } from './doctor-surveys.ts';
import { showProgress } from './progress.ts';
import { openRim } from './rim.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { type ExitCode, plainLine, type World } from './world.ts';

/** One thing that was looked at: right, could be better, or in the way of a good night. */
export type Finding = { level: 'ok' | 'advice' | 'problem'; text: string };

export type DoctorOptions = CommonOptions & { offline?: boolean };

/**
 * `earshot doctor`: what stands in the way of a good night, and what to do about it: the config, the data, what every
 * source answers just now, and the settings of the repository as far as they can be seen. Writes nothing.
 */
export async function doctorCommand(options: DoctorOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const asks = options.offline !== true;
  const findings = [...brandFindings(setting), ...siteFindings(setting), ...dataFindings(setting)];
  const rim = await openRim(setting, options, world);
  try {
    const sources =
      asks && !setting.demo
        ? await answerFindings(setting, rim, showProgress(world))
        : setting.config.sources.map(sourceFinding);
    findings.push(...(await surveyFindings(setting, rim)));
    findings.push(...sources, ...(await repositoryFindings(setting, asks ? rim : undefined, world)));
  } finally {
    await rim.close();
  }
  if (options.json) world.out(`${JSON.stringify({ findings }, null, 2)}\n`);
  const marks = { ok: 'ok     ', advice: 'advice ', problem: 'PROBLEM' };
  for (const { level, text } of findings) world.err(plainLine(`${marks[level]}  ${text}`));
  const problems = findings.filter(({ level }) => level === 'problem').length;
  world.err(
    plainLine(problems === 0 ? 'Nothing stands in the way.' : `${problems} in the way of a good night.`),
  );
  return problems > 0 ? 1 : 0;
}

function brandFindings(setting: Setting): Finding[] {
  if (setting.demo) {
    return [
      {
        level: 'advice',
        text: "brand.yml names the demo brand: write your own brand's id and name there, or let `npm run -s earshot -- init` ask for them",
      },
    ];
  }
  const { config } = setting;
  const found: Finding[] = [{ level: 'ok', text: `brand.yml is right: ${config.brand.name}` }];
  if (config.sources.length === 0) {
    found.push({ level: 'problem', text: 'brand.yml has no sources: nothing can be collected' });
  }
  if (config.competitors.length === 0) {
    found.push({ level: 'advice', text: 'without competitors there is no share of voice' });
  }
  const articles = [config.brand, ...config.competitors].some((brand) => (brand.articles ?? []).length > 0);
  if (articles && !config.sources.some(({ type }) => type === 'wikipedia-views')) {
    const text =
      'brands have articles, but no source of the type wikipedia-views reads their views: - { id: views, type: wikipedia-views }';
    found.push({ level: 'advice', text });
  }
  return found;
}

function siteFindings({ config, configDir, demo }: Setting): Finding[] {
  const found: Finding[] = [];
  if (config.site.logo && !existsSync(join(configDir, config.site.logo))) {
    found.push({
      level: 'problem',
      text: `${config.site.logo} is named as the logo, but there is no such file`,
    });
  }
  if (!config.privacy.contact && !demo) {
    const text = 'privacy.contact is missing: people whose words are shown need an address to write to';
    found.push({ level: 'advice', text });
  }
  return found;
}

/** What of the last two months' lines can't be read; `verify` looks through all of them. */
function dataFindings({ dataDir, now, demo }: Setting): Finding[] {
  if (demo) return [];
  const store = openStore(dataDir);
  const from = new Date(now.getTime() - 31 * 86_400_000).toISOString().slice(0, 7);
  store.readMentions(from);
  store.readScores(from);
  const { lines } = store.readRuns(from);
  const found: Finding[] = store.problems().map(({ file, line, why }) => ({
    level: 'problem',
    text: `data/${file}:${line} ${why}; \`npm run -s earshot -- verify\` looks through everything`,
  }));
  const last = lines
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const hours = last === undefined ? undefined : Math.round((now.getTime() - Date.parse(last)) / 3_600_000);
  if (hours !== undefined && hours > 36) {
    found.push({ level: 'problem', text: `the last night was ${hours} hours ago (${last})` });
  } else if (last !== undefined) {
    found.push({ level: 'ok', text: `the last night began at ${last}` });
  }
  return found;
}
