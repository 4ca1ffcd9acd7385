import { setTimeout as wait } from 'node:timers/promises';
import { type About, answeringStatuses, type FigureFile } from '#contract';
import { publishedLines } from '../measure/publish.ts';
import { botAuthor, commitAndPush, type Pushed } from '../night/commit-and-push.ts';
import { typeOf } from '../sources/registry.ts';
import { sourcesOf } from '../sources/sources-of.ts';
import { openStore } from '../store/open-store.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { collectOnce, measureOnce } from './stages.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

type NightOptions = CommonOptions & { ifOlderThan?: string; push?: boolean };

/**
 * `earshot night`: collect, measure, note what is published, commit what changed under the data folder, push.
 * Exit code 2 where no source answered (the ledger is committed all the same), 3 where the lines could not be pushed.
 */
export async function nightCommand(options: NightOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  if (options.ifOlderThan !== undefined && !isDue(setting, options.ifOlderThan)) {
    world.err(plainLine(`The last run is younger than ${options.ifOlderThan}: nothing to do.`));
    if (options.json) world.out(`${JSON.stringify({ due: false })}\n`);
    return 0;
  }
  const report = await collectOnce(setting, options, world);
  const figures = await measureOnce(setting, options, world);
  const pushed = setting.demo || options.dryRun ? undefined : await publish(setting, figures, options, world);
  if (setting.demo) world.err(plainLine("The brand is the demo's: nothing is committed."));
  if (options.json) world.out(`${JSON.stringify({ due: true, report, pushed: pushed ?? null }, null, 2)}\n`);
  if (pushed?.kind === 'failed') return 3;
  return report.answered ? 0 : 2;
}

async function publish(
  setting: Setting,
  figures: Map<string, FigureFile>,
  options: NightOptions,
  world: World,
): Promise<Pushed> {
  const about = figures.get('about.json') as About;
  await openStore(setting.dataDir).commit({
    published: publishedLines(figures.values(), about, setting.now),
  });
  const pushed = await commitAndPush({
    dir: setting.dataDir,
    paths: ['.'],
    message: `data: night of ${setting.now.toISOString().slice(0, 10)}`,
    ...(world.env.GITHUB_ACTIONS === 'true' ? { author: botAuthor } : {}),
    push: options.push !== false,
    env: world.env,
    wait: (ms) => wait(ms),
    random: Math.random,
  });
  for (const line of [...pushed.notes, tell(pushed)]) world.err(plainLine(line));
  return pushed;
}

function tell(pushed: Pushed): string {
  switch (pushed.kind) {
    case 'no_repository':
      return 'The data folder is in no git repository: the lines are written, and not committed.';
    case 'nothing_changed':
      return 'Nothing changed under the data folder: nothing to commit.';
    case 'committed':
      return `Committed as ${pushed.commit.slice(0, 10)}; not pushed.`;
    case 'pushed':
      return `Committed and pushed as ${pushed.commit.slice(0, 10)}${pushed.attempts > 1 ? `, at attempt ${pushed.attempts}` : ''}.`;
    case 'failed':
      return `The night's lines are written, but not pushed. ${pushed.detail}`;
  }
}

/**
 * Whether a night is due: the last one in which a source of the nightly run answered is older than the given hours, or
 * there was none. So a catch-up run repeats a night in which nothing answered, and an import by hand is no night.
 */
function isDue(setting: Setting, text: string): boolean {
  const hours = /^(\d{1,4})h$/.exec(text)?.[1];
  if (hours === undefined)
    throw new CommandError(`--if-older-than "${text}" is no number of hours such as 20h`);
  const store = openStore(setting.dataDir);
  // That a list was read says nothing of the world: the feeds that it names count.
  const nightly = new Set(
    sourcesOf(setting.config, store.readState().state)
      .filter((source) => typeOf(source)?.nightly && typeOf(source)?.listsFeeds !== true)
      .map(({ id }) => id),
  );
  const runs = store.readRuns(monthBefore(setting.now)).lines;
  const good = runs.filter((run) => nightly.has(run.source) && answeringStatuses.includes(run.status));
  const last = Math.max(...good.map((run) => Date.parse(run.at)));
  return setting.now.getTime() - last > Number(hours) * 3_600_000;
}

const monthBefore = (now: Date): string =>
  new Date(now.getTime() - 31 * 86_400_000).toISOString().slice(0, 7);
