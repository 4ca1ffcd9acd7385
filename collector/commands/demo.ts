import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label } from '#contract';
import { nights, plannedSources } from '../../data/demo/nights.ts';
import { demoNow } from '../../data/demo/plan.ts';
import { surveyLines } from '../../data/demo/surveys.ts';
import { plantedTones } from '../../data/demo/truth.ts';
import { openWeb, writeDocuments } from '../../data/demo/web.ts';
import { type CollectReport, openCollector } from '../pipeline.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { drawStories, poolOf } from './label-draw.ts';
import { publishedOnNights } from './past-nights.ts';
import { showProgress } from './progress.ts';
import type { Setting } from './setting.ts';
import { CommandError, plainLine, type World } from './world.ts';

export { demoNow };

const stampName = 'played.json';

/** Hashes of the code that the collected lines, and the published ones, were made by. */
type Stamp = { of: string; published?: string };

function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

const nightsTold = 100;
const nightsBetween = 14;
/**
 * Nights of which the demo keeps what its page said: the last hundred, and one in fourteen before. All of them would double the time
 * that a first start takes.
 */
const demoNights = () => {
  const all = nights();
  return all
    .filter((_, at) => all.length - at <= nightsTold || (all.length - at) % nightsBetween === 0)
    .map((at) => ({ at, sources: plannedSources(at) }));
};

const stageFolder = (stage: string): string => `collector/${stage}`;
/** All code that decides what the demo's lines are. */
const playingCode = [
  'data/demo',
  'data/contract',
  'package-lock.json',
  'collector/pipeline.ts',
  'collector/commands/label-draw.ts',
  ...['config', 'sources', 'normalise', 'select', 'enrich', 'ledger', 'store'].map(stageFolder),
];
/** What decides, beside it, what its nights published. */
const measuringCode = ['collector/measure', 'collector/measure-all.ts', 'collector/publish-past.ts'];

/**
 * Plays the demo: the real collector, in this process, over every simulated night, against the invented web.
 * Once played, it is played again only where the demo or the collector changed.
 */
export async function playDemo(
  setting: Setting,
  options: { dryRun?: boolean },
  world: World,
): Promise<CollectReport> {
  const stampFile = join(setting.dataDir, stampName);
  const stamp: Stamp = {
    of: hashOfCode(world.root, playingCode),
    published: hashOfCode(world.root, measuringCode),
  };
  const before = readStamp(stampFile);
  const nothing: CollectReport = {
    at: demoNow.toISOString().replace('.000', ''),
    sources: [],
    mentions: 0,
    scores: 0,
    answered: true,
    outdated: 0,
    problems: [],
  };
  if (before?.of === stamp.of && before.published === stamp.published) {
    world.err(plainLine('The demo is collected up to its last night: nothing new.'));
    return nothing;
  }
  if (options.dryRun) {
    world.err(plainLine('The demo would be played from its first night (--dry-run).'));
    return nothing;
  }
  refuseForeign(setting.dataDir, stampFile);
  if (before?.of === stamp.of) {
    world.err(plainLine('The demo is collected; what its nights published is made anew.'));
    const published = await publishedOnNights(setting, setting.dataDir, demoNights());
    writeFileSync(stampFile, JSON.stringify({ of: stamp.of }));
    rmSync(join(setting.dataDir, 'published'), { recursive: true, force: true });
    await openStore(setting.dataDir, { durable: false }).commit({ published });
    writeFileSync(stampFile, JSON.stringify(stamp));
    return nothing;
  }
  // Played in a folder of its own and put in place when it is whole: a play that is stopped, or a second one at the same
  // time, leaves nothing half done.
  const stage = `${setting.dataDir}.playing-${process.pid}`;
  rmSync(stage, { recursive: true, force: true });

  const progress = showProgress(world);
  const web = openWeb();
  const all = nights();
  const store = openStore(stage, { durable: false });
  const collector = openCollector(setting.config, store, all[0] ?? demoNow);
  const quiet = { step: () => undefined, line: () => undefined };
  let last = nothing;
  let mentions = 0;
  let scores = 0;
  for (const [at, night] of all.entries()) {
    const rim = {
      door: web.door(night),
      readLocal: async () => undefined,
      secret: () => undefined,
      progress: quiet,
    };
    last = await collector.collect(rim, night, { only: plannedSources(night) });
    mentions += last.mentions;
    scores += last.scores;
    progress.step(at + 1, all.length, `playing the demo, night ${night.toISOString().slice(0, 10)}`);
  }
  // Before labels and answers to surveys come in, as they did not stand there on any of these nights.
  await store.commit({ published: await publishedOnNights(setting, stage, demoNights()) });
  await store.addLabels(demoLabels(setting.config.brand.id, store));
  await store.replaceSurvey('nps', () => surveyLines());
  if (setting.dataDir.startsWith(world.root)) writeDocuments(join(setting.dataDir, '..', 'web'), web);
  writeFileSync(join(stage, stampName), JSON.stringify(stamp));
  rmSync(setting.dataDir, { recursive: true, force: true });
  renameSync(stage, setting.dataDir);
  progress.end(`The demo is played: ${all.length} nights, ${mentions} mentions (all invented)`);
  return { ...last, mentions, scores };
}

const labelled = 240;

/** Labels as a team would make them, drawn by lot: in place of people's answers stand the tones that the texts were written in. */
function demoLabels(brand: string, store: Store): Label[] {
  const pool = poolOf(
    brand,
    { mentions: store.readMentions().lines, scores: store.readScores().lines, labels: [] },
    { now: demoNow, days: 365, barredBy: () => undefined },
  );
  const toneOf = plantedTones();
  const { asked } = drawStories(pool, { random: labelled, teaching: 0, seed: 'demo' });
  return asked.flatMap(({ mention }): Label[] => {
    const tone = toneOf(mention);
    return tone === undefined
      ? []
      : [{ mention: mention.id, brand, tone, drawn: 'random', day: demoNow.toISOString().slice(0, 10) }];
  });
}

/** Only a folder that an earlier play filled may be replaced. */
function refuseForeign(dir: string, stampFile: string): void {
  if (!existsSync(dir) || existsSync(stampFile)) return;
  if (statSync(dir).isDirectory() && readdirSync(dir).length === 0) return;
  throw new CommandError(`${dir} holds something that is not the demo's; name an empty folder`);
}

function hashOfCode(root: string, places: readonly string[]): string {
  const sum = createHash('sha256');
  const add = (path: string): void => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'made') add(join(path, name));
    } else if (!path.endsWith('.test.ts') && !path.endsWith('.md')) sum.update(readFileSync(path));
  };
  for (const place of places) add(join(root, place));
  return sum.digest('hex').slice(0, 16);
}
