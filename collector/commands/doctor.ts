import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { typeOf } from '../sources/registry.ts';
import { forbiddenBy } from '../sources/terms.ts';
import { repositoryAddress } from './repository.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { type ExitCode, plainLine, type World } from './world.ts';

type Finding = { level: 'ok' | 'advice' | 'problem'; text: string };

/** `earshot doctor`: what stands in the way of a first good night, as far as it can be seen without the network. */
export async function doctorCommand(options: CommonOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const repository = await repositoryAddress(setting.configDir, world.env);
  const findings = [
    ...ofBrand(setting),
    ...setting.config.sources.flatMap((source) => ofSource(source)),
    ...ofSite(setting),
    ...ofRepository(repository, world),
  ];
  if (options.json) world.out(`${JSON.stringify({ findings }, null, 2)}\n`);
  const marks = { ok: 'ok     ', advice: 'advice ', problem: 'PROBLEM' };
  for (const { level, text } of findings) world.err(plainLine(`${marks[level]}  ${text}`));
  return findings.some(({ level }) => level === 'problem') ? 1 : 0;
}

function ofBrand(setting: Setting): Finding[] {
  if (setting.demo) {
    return [
      {
        level: 'advice',
        text: "brand.yml names the demo brand: write your own brand's id and name there to begin",
      },
    ];
  }
  const found: Finding[] = [{ level: 'ok', text: `brand.yml is right: ${setting.config.brand.name}` }];
  if (setting.config.sources.length === 0) {
    found.push({ level: 'problem', text: 'brand.yml has no sources: nothing can be collected' });
  }
  const unused = (['surveys', 'segments', 'actions'] as const).filter(
    (key) => setting.config[key].length > 0,
  );
  if (unused.length > 0) {
    const text = `${unused.join(', ')}: understood, but not used by this version of Earshot yet`;
    found.push({ level: 'advice', text });
  }
  if (setting.config.competitors.length === 0) {
    found.push({ level: 'advice', text: 'without competitors there is no share of voice' });
  }
  return found;
}

function ofSource(source: Setting['config']['sources'][number]): Finding[] {
  const type = typeOf(source);
  const terms = type?.terms.verdict === 'opt-in' ? type.terms : undefined;
  if (terms && source.accept === undefined) {
    const text = `${source.id} stays off until "accept:" says which condition is met. Its terms: “${terms.quote}” (${terms.from}; read ${terms.read})`;
    return [{ level: 'problem', text }];
  }
  const url = 'url' in source && typeof source.url === 'string' ? source.url : undefined;
  const forbidden = url === undefined ? undefined : forbiddenBy(url);
  if (forbidden) {
    const text = `${source.id} is refused, for its host's terms do not allow it: “${forbidden.quote}” (${forbidden.from}; read ${forbidden.read})`;
    return [{ level: 'problem', text }];
  }
  if (url?.startsWith('http://')) {
    const text = `${source.id} is read without TLS, so its host must stand in network.http; https is better`;
    return [{ level: 'advice', text }];
  }
  return [{ level: 'ok', text: `${source.id}: ${type?.label(source) ?? source.type}` }];
}

function ofSite({ config, configDir, demo }: Setting): Finding[] {
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

function ofRepository(repository: string | null, world: World): Finding[] {
  if (repository === null)
    return [{ level: 'advice', text: 'no remote repository is known here: the nightly run needs one' }];
  const found: Finding[] = [
    {
      level: 'advice',
      text: `the page needs GitHub Pages: ${repository}/settings/pages › Source: GitHub Actions`,
    },
    {
      level: 'advice',
      text: `the run needs to be on: ${repository}/actions › Enable workflows, then nightly › Enable`,
    },
  ];
  if (!existsSync(join(world.root, '.github/workflows/nightly.yml'))) {
    found.push({ level: 'problem', text: '.github/workflows/nightly.yml is missing: nothing runs at night' });
  }
  return found;
}
