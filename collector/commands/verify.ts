import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { About, type Config } from '#contract';
import { judgedOtherwise } from '../judge-again.ts';
import { measureAll } from '../measure-all.ts';
import { changedFacts } from '../night/check-history.ts';
import { type Checked, checkLines } from '../store/check-lines.ts';
import { openStore, type Problem } from '../store/open-store.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { type ExitCode, plainLine, type World } from './world.ts';

/**
 * `earshot verify`: looks through every line, compares the facts with what git once had, judges again what today's config
 * and scorer judged, measures again, and names file and line of whatever does not fit. Writes nothing.
 * Exit code 1 where something was found.
 */
export async function verifyCommand(options: CommonOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const checked = checkLines(setting.dataDir);
  const history = await changedFacts(setting.dataDir, world.env);
  const findings: Problem[] = [
    ...checked.findings,
    ...history.changed,
    ...editedByHand(setting.config, checked),
    ...measuredOtherwise(setting),
  ].sort(byPlace);
  if (options.json) world.out(`${JSON.stringify({ mentions: checked.mentions.size, findings }, null, 2)}\n`);
  const place = ({ file, line }: Problem) => (line === 0 ? `data/${file}` : `data/${file}:${line}`);
  for (const finding of findings.slice(0, mostShown))
    world.err(plainLine(`${place(finding)} ${finding.why}`));
  if (findings.length > mostShown)
    world.err(plainLine(`… and ${findings.length - mostShown} more: --json lists all of them`));
  if (history.shallow)
    world.err(
      plainLine('This is a shallow clone: older commits were not looked at (git fetch --unshallow).'),
    );
  world.err(
    plainLine(
      findings.length === 0
        ? `All is as it was written: ${checked.mentions.size} mentions, each with its score.`
        : `${findings.length} place${findings.length === 1 ? '' : 's'} in the data that do not fit; nothing was changed.`,
    ),
  );
  return findings.length === 0 ? 0 : 1;
}

const mostShown = 200;

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;

/** Mentions whose score does not follow from them. */
function editedByHand(config: Config, { mentions, scores }: Checked): Problem[] {
  const pairs = [...scores].flatMap(([key, score]) => {
    const mention = mentions.get(key);
    return mention ? [{ mention: mention.value, score: score.value, of: mention, by: score }] : [];
  });
  return judgedOtherwise(config, pairs).map(({ pair: { of, by }, parts }) => ({
    file: of.file,
    line: of.line,
    why: `does not give the ${parts.join(', ')} in ${by.file}:${by.line}: one of the two lines was edited by hand`,
  }));
}

/** Figures that are not what today's lines give. Those of another config, or of an earlier night, are only old. */
function measuredOtherwise(setting: Setting): Problem[] {
  const dir = join(setting.dataDir, 'figures');
  const about = readAbout(join(dir, 'about.json'));
  if (about === undefined) return [];
  const store = openStore(setting.dataDir);
  const lastAt = store.readRuns().lines.reduce((last, { at }) => (at > last ? at : last), '');
  if (about.config !== setting.configHash || about.asOf !== lastAt) return [];
  const { files } = measureAll(setting.config, store, {
    now: new Date(about.asOf),
    demo: setting.demo,
    configHash: about.config,
    commit: about.commit,
    repository: about.repository,
  });
  const names = new Set([...readdirSync(dir), ...files.keys()]);
  return [...names].sort().flatMap((name) => {
    const made = files.get(name);
    const isSame =
      made !== undefined &&
      existsSync(join(dir, name)) &&
      readFileSync(join(dir, name), 'utf8') === `${JSON.stringify(made)}\n`;
    return isSame
      ? []
      : [{ file: `figures/${name}`, line: 0, why: 'is not what the lines give: measure again' }];
  });
}

function readAbout(path: string): About | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return About.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
