import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { About, FigureFile } from '#contract';
import { measureAll } from '../measure-all.ts';
import { openBeside } from '../measure-beside.ts';
import { headCommit } from '../night/commit-and-push.ts';
import { type CollectReport, openCollector } from '../pipeline.ts';
import { sourcesOf } from '../sources/sources-of.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { type BuildOptions, build } from './build.ts';
import { clearUp } from './frugal-heap.ts';
import { showProgress } from './progress.ts';
import { count } from './query-report.ts';
import { repositoryAddress } from './repository.ts';
import { openRim } from './rim.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { unmeasuredSurveys } from './unmeasured-surveys.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

export type CollectOptions = CommonOptions & { only?: string[]; since?: string };

/** `earshot collect` */
export async function collectCommand(options: CollectOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const report = await collectOnce(setting, options, world);
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  return report.answered ? 0 : 2;
}

/** Collects once; in the demo, plays all nights that were not played yet. */
export async function collectOnce(
  setting: Setting,
  options: CollectOptions,
  world: World,
): Promise<CollectReport> {
  checkNames(setting, options.only);
  if (setting.demo) return (await import('./demo.ts')).playDemo(setting, options, world);
  const { close, ...rim } = await openRim(setting, options, world);
  const progress = showProgress(world);
  try {
    const store = openStore(setting.dataDir);
    const collector = openCollector(setting.config, store, setting.now);
    const report = await collector.collect({ ...rim, progress }, setting.now, {
      ...(options.only === undefined ? {} : { only: options.only }),
      dryRun: options.dryRun === true,
      ...(options.since === undefined ? {} : { since: readDay(options.since, setting.now) }),
    });
    progress.end(`${count(report.sources.length, 'source')} read`);
    world.err(tellReport(report, options.dryRun === true));
    return report;
  } finally {
    await close();
  }
}

/** What a collection gave, for people: a line a source, aligned, then the sum. */
export function tellReport(report: CollectReport, dryRun: boolean): string {
  const width = Math.max(0, ...report.sources.map(({ source }) => source.length));
  const lines = report.sources.map(
    ({ source, status, reason, read, kept, detail }) =>
      `${source.padEnd(width)}  ${status.padEnd(12)} ${String(read).padStart(5)} read ${String(kept).padStart(5)} new` +
      `${reason === undefined ? '' : `  ${reason}`}${detail === undefined ? '' : `: ${detail}`}`,
  );
  for (const { source, notices } of report.sources)
    for (const notice of notices) lines.push(`${source}: ${notice}`);
  for (const { file, line, why } of report.problems) lines.push(`data/${file}:${line} ${why}`);
  if (report.sources.length === 0)
    lines.push(
      'brand.yml has no source yet that a night reads: add some under "sources:", and the next run reads them.',
    );
  else if (!report.answered) lines.push('No source answered. What was tried is noted in the ledger.');
  if (report.outdated > 0) {
    lines.push(
      `${report.outdated} score${report.outdated === 1 ? '' : 's'} of the last months: made with another config or scorer, and kept as they are until \`npm run -s earshot -- replay\`. New mentions are judged by today's.`,
    );
  }
  lines.push(
    `${report.mentions} new mention${report.mentions === 1 ? '' : 's'}${dryRun ? '; nothing was written (--dry-run)' : ''}`,
  );
  return lines.map(plainLine).join('');
}

/** `earshot measure` */
export async function measureCommand(options: CommonOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const files = await measureOnce(setting, options, world);
  if (options.json) {
    const about = files.get('about.json') as About;
    world.out(
      `${JSON.stringify({ asOf: about.asOf, figures: about.figures, headline: about.headline }, null, 2)}\n`,
    );
  }
  return 0;
}

/** Makes the figure files anew; a figure that is no longer made leaves no file behind. */
export async function measureOnce(
  setting: Setting,
  options: CommonOptions,
  world: World,
): Promise<Map<string, FigureFile>> {
  // A dry run writes nothing, not even what would only save time.
  const cache = options.dryRun ? {} : { cache: { dir: join(setting.dataDir, '.cache') } };
  const store = openStore(setting.dataDir, cache);
  // Figures speak for the last run, not for the moment they are computed: measured again, they are the same.
  const now = setting.fixedClock ? setting.now : (lastRun(store) ?? setting.now);
  const { files, problems } = measureAll(setting.config, store, {
    now,
    demo: setting.demo,
    configHash: setting.configHash,
    commit: await headCommit(setting.configDir, world.env),
    repository: setting.demo ? null : await repositoryAddress(setting.configDir, world.env),
    stepDone: clearUp,
    beside: openBeside(setting.dataDir),
  });
  for (const { file, line, why } of problems) {
    world.err(plainLine(`data/${file}:${line} ${why}; the rest is measured without it`));
  }
  for (const line of unmeasuredSurveys(store.readSurveys().lines, setting.config, now))
    world.err(plainLine(line));
  if (options.dryRun) return files;
  const dir = join(setting.dataDir, 'figures');
  mkdirSync(dir, { recursive: true });
  for (const name of readdirSync(dir)) if (!files.has(name)) rmSync(join(dir, name), { recursive: true });
  for (const [name, content] of files) await writeFileAtomic(join(dir, name), `${JSON.stringify(content)}\n`);
  const { figures } = files.get('about.json') as About;
  world.err(plainLine(`${figures.length} figures measured`));
  return files;
}

/** When the newest attempt in the ledger was made. */
export function lastRun(store: Store): Date | undefined {
  const times = store.readRuns().lines.map((run) => run.at);
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => (a > b ? a : b)));
}

/** `earshot build` */
export async function buildCommand(options: CommonOptions & BuildOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  if (options.dryRun) {
    world.err(plainLine('Nothing was built (--dry-run); the config is right.'));
    return 0;
  }
  if (setting.demo) await collectOnce(setting, options, world);
  await measureOnce(setting, options, world);
  const built = await build(setting, options, world);
  world.err(
    plainLine(`${built.fresh ? 'The pages are built in' : 'The pages are up to date in'} ${built.out}`),
  );
  if (options.json) world.out(`${JSON.stringify(built, null, 2)}\n`);
  return 0;
}

function readDay(text: string, now: Date): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text) || day > now) {
    throw new CommandError(`--since "${text}" is no day of the past; write it as 2026-01-31`);
  }
  return day;
}

function checkNames(setting: Setting, only: readonly string[] | undefined): void {
  if (only === undefined) return;
  const known = sourcesOf(setting.config, openStore(setting.dataDir).readState().state).map(({ id }) => id);
  const unknown = only.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new CommandError(`no source has the id "${unknown.join('", "')}"; there are: ${known.join(', ')}`);
  }
}
