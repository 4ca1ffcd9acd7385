import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { About, type Config, isWithoutText, type Mention, type Score } from '#contract';
import { configHash } from '../config/config-hash.ts';
import { judgementConfig, scorerFor } from '../enrich/enrich.ts';
import { scorers } from '../enrich/scorers.ts';
import { judgedOtherwise } from '../judge-again.ts';
import { measureAll } from '../measure-all.ts';
import { changedFacts } from '../night/check-history.ts';
import { asked, gitIn } from '../night/git.ts';
import { oddLink, oddlyEmpty } from '../odd-links.ts';
import { oddStories } from '../odd-stories.ts';
import { type Checked, checkLines, type Placed } from '../store/check-lines.ts';
import { openStore, type Problem } from '../store/open-store.ts';
import { count } from './query-report.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { type ExitCode, plainLine, type World } from './world.ts';

/**
 * `earshot verify`: looks through every line, compares the facts with what git once had, derives again what follows from a
 * link, judges again what today's config and scorer judged, measures again, and names file and line of whatever does not
 * fit. What it could not look at it says. Writes nothing. Exit code 1 where something was found.
 */
export async function verifyCommand(options: CommonOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const checked = checkLines(setting.dataDir);
  const history = await changedFacts(setting.dataDir, world.env);
  const pairs = pairsOf(checked);
  const lines: Problem[] = [
    ...checked.findings,
    ...history.changed,
    ...oddFacts(checked),
    ...oddScores(setting.config, checked, pairs),
  ].sort(byPlace);
  const figures = measuredOtherwise(setting);
  const found = lines.length + figures.length;
  const left = [
    ...unjudged(setting.config, pairs),
    ...(await unproven(setting, checked, history.shallow, world)),
  ];
  if (options.json) {
    const report = { mentions: checked.mentions.size, findings: [...lines, ...figures], notChecked: left };
    world.out(`${JSON.stringify(report, null, 2)}\n`);
  }
  const tell = (text: string) => world.err(plainLine(text));
  for (const { file, line, why } of lines.slice(0, mostShown))
    tell(`data/${file}${line === 0 ? '' : `:${line}`} ${why}`);
  if (lines.length > mostShown) tell(`… and ${lines.length - mostShown} more: --json lists all of them`);
  if (figures.length > 0) tell(figureWords(figures));
  if (found > 0) tell(`${count(found, 'place')} in the data that do not fit; nothing was changed.`);
  else if (left.length > 0)
    tell(`Nothing was found in ${count(checked.mentions.size, 'mention')} and what else was looked at.`);
  tell(
    left.length > 0
      ? `Not checked: ${left.join('; ')}.`
      : found > 0
        ? 'All else is as it was written.'
        : `All is as it was written: ${count(checked.mentions.size, 'mention')}, each with its score.`,
  );
  return found === 0 ? 0 : 1;
}

const mostShown = 200;
const mostNamed = 3;

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;

function figureWords(figures: readonly Problem[]): string {
  const names = figures.slice(0, mostNamed).map(({ file }) => file);
  if (figures.length > mostNamed) names.push('…');
  const differ = figures.length === 1 ? 'figure file differs' : 'figure files differ';
  return `${figures.length} ${differ} from what the lines give: measure again (${names.join(', ')})`;
}

type Pair = { mention: Mention; score: Score; of: Placed<Mention>; by: Placed<Score> };

/** Mentions with their scores, in the order of the lines of mentions. */
const pairsOf = ({ mentions, scores }: Checked): Pair[] =>
  [...mentions].flatMap(([key, of]) => {
    const by = scores.get(key);
    return by ? [{ mention: of.value, score: by.value, of, by }] : [];
  });

/** Mentions that say of themselves what their link does not, or that lost their words. */
function oddFacts({ mentions }: Checked): Problem[] {
  const lines = [...mentions.values()].map(({ value, ...place }) => ({ ...place, mention: value }));
  const links = lines.flatMap(({ mention, file, line }) => {
    const why = oddLink(mention);
    return why === undefined || why === 'unknown'
      ? []
      : [{ file, line, why: `${why}: it was edited by hand` }];
  });
  return [...links, ...oddlyEmpty(lines).map(({ at: { file, line }, why }) => ({ file, line, why }))];
}

/** Scores that do not follow from their mentions, or by which nobody we know can have judged. */
function oddScores(config: Config, { marks }: Checked, pairs: readonly Pair[]): Problem[] {
  const judged = configHash(judgementConfig(config));
  const { by: scorer } = scorerFor(config);
  const known = new Set(Object.values(scorers).map((make) => nameOf(make({}).by)));
  const unknown = pairs.filter(
    ({ score }) => !known.has(nameOf(score.by)) || !/^[^@]+@[\w.+-]+$/.test(score.by),
  );
  const stories = oddStories(pairs, {
    isOurs: (score) => score.by === scorer && score.config === judged,
    isForgotten: (story) => marks.has(`doc ${story}`),
    isComplete: marks.size === 0,
  });
  return [
    ...judgedOtherwise(config, pairs).map(({ pair: { of, by }, parts }) => ({
      file: of.file,
      line: of.line,
      why: `does not give the ${parts.join(', ')} in ${by.file}:${by.line}: one of the two lines was edited by hand`,
    })),
    ...unknown.map(({ score, by: { file, line } }) => ({
      file,
      line,
      why: `was made by "${score.by}", which is no scorer that this Earshot knows`,
    })),
    ...stories.map(({ at: { by, of }, why }) => ({
      file: by.file,
      line: by.line,
      why: `${why} (the mention in ${of.file}:${of.line})`,
    })),
  ];
}

const nameOf = (by: string): string => by.slice(0, Math.max(0, by.indexOf('@')));

/** Scores that cannot be judged again, and why. */
function unjudged(config: Config, pairs: readonly Pair[]): string[] {
  const judged = configHash(judgementConfig(config));
  const { by } = scorerFor(config);
  const worded = pairs.filter(({ mention }) => !isWithoutText(mention));
  const others = worded.filter(({ score }) => score.by !== by || score.config !== judged);
  const judges = [...new Set(others.map(({ score }) => `${score.by}, config ${score.config}`))];
  if (judges.length > mostNamed) judges.splice(mostNamed, judges.length, '…');
  const found: string[] = [];
  if (others.length > 0)
    found.push(
      `${count(others.length, 'score')} that another config or scorer made (${judges.join('; ')}), which \`npm run -s earshot -- replay\` makes anew`,
    );
  if (worded.length < pairs.length)
    found.push(`${count(pairs.length - worded.length, 'score')} of mentions without words`);
  return found;
}

/** What only git's history could prove, where that is not here. */
async function unproven(
  { dataDir, demo }: Setting,
  { mentions, marks }: Checked,
  shallow: boolean,
  world: World,
): Promise<string[]> {
  const found: string[] = [];
  if (marks.size > 0) found.push('whether copies stand apart that are one story, since lines were forgotten');
  if (shallow) found.push('older commits, since this is a shallow clone (git fetch --unshallow)');
  if (demo || mentions.size === 0) return found;
  const stored = await asked(gitIn(dataDir, world.env), ['ls-tree', '--name-only', 'HEAD', 'mentions/']);
  if (stored) return found;
  const byGuid = [...mentions.values()].filter(({ value }) => oddLink(value) === 'unknown').length;
  found.push('what git once had, since no commit holds these lines');
  if (byGuid > 0) found.push(`the \`id\` of ${count(byGuid, 'mention')} not known by a link`);
  return found;
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
