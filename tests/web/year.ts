import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf } from '#contract';
import { openDoor } from '../../collector/http.ts';
import { openCollector } from '../../collector/pipeline.ts';
import { sourceSchema } from '../../collector/sources/registry.ts';
import { openStore } from '../../collector/store/open-store.ts';
import { chanceOf } from './chance.ts';
import { drawFaults, type Fault } from './faults.ts';
import { isOfRobots, openHosts } from './hosts.ts';
import { judgeYear, type Verdict, type Year } from './judge.ts';
import { openWeb } from './server.ts';
import { panel } from './stories.ts';
import { type MadeFeed, makeWorld } from './world.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const firstNight = Date.UTC(2026, 0, 5, 4, 17);
const faultyShare = 1 / 3;
/** A silent host costs this in real time; an answer on a busy machine must not. */
const deadlines = { headersMs: 2500, totalMs: 6000 };

export type YearOptions = {
  seed: number;
  sources: number;
  nights: number;
  /** Nights after which the collector starts anew and remembers only what is on the disk. */
  restartEvery: number;
  log?: (line: string) => void;
  /** Harms what was stored before it is judged, to see that the judge is not blind. */
  spoil?: (year: Year) => Year;
};
/** One run of the collector, at a simulated moment. */
export type RunAt = { at: number; night: number };

/** Nights as they come: some are missed, some run hours late, some run twice. */
function drawRuns(seed: number, nights: number): RunAt[] {
  const chance = chanceOf(seed + 1);
  const runs: RunAt[] = [];
  for (let night = 0; night < nights; night++) {
    if (night > 0 && chance.percent(3)) continue;
    const late = chance.percent(5) ? chance.whole(1, 14) * hourMs : chance.whole(0, 40) * 60_000;
    const at = firstNight + night * dayMs + late;
    runs.push({ at, night });
    if (chance.percent(2)) runs.push({ at: at + 2 * hourMs, night });
  }
  return runs;
}

/**
 * Plays a year of nights: the real collector and the real door, over loopback, against a seeded web of which a third of all
 * answers fail in some way; then holds what was stored against what the web knows that it said.
 */
export async function playYear(options: YearOptions): Promise<Verdict> {
  const { seed, sources, nights, log = () => {} } = options;
  const runs = drawRuns(seed, nights);
  const last = (runs.at(-1) as RunAt).at;
  const feeds = makeWorld(seed, { feeds: sources, first: firstNight, last });
  const plan = faultsOf(seed, feeds, runs.length);
  const dir = mkdtempSync(join(tmpdir(), 'earshot-year-'));

  let now = new Date(firstNight);
  let run = 0;
  const web = openWeb(() => now);
  try {
    const place = new Map(feeds.map((feed, at) => [feed.id, at]));
    const faultOf = (feed: MadeFeed) => plan[place.get(feed.id) ?? -1]?.[run];
    const { urlOf, truth } = await openHosts(web, feeds, chanceOf(seed + 2), () => now, faultOf);
    const configAt = (night: number) =>
      configOf(sourceSchema).parse({
        ...panel,
        sources: feeds
          .filter(({ since }) => since <= night)
          .map(({ id }) => ({ id, type: 'feed', url: urlOf.get(id) })),
        network: {},
      });

    let collector: ReturnType<typeof openCollector> | undefined;
    let listed = 0;
    for (const [at, { at: moment, night }] of runs.entries()) {
      [now, run] = [new Date(moment), at];
      const config = configAt(night);
      if (!collector || at % options.restartEvery === 0 || config.sources.length !== listed) {
        collector = openCollector(config, openStore(join(dir, 'data'), { durable: false }), now);
        listed = config.sources.length;
      }
      const door = openDoor({
        userAgent: 'Earshot/0.1 (a year of tests)',
        allowPrivate: ['127.0.0.1'],
        allowHttp: [],
        now: () => now,
        elapsedMs: () => performance.now(),
        deadlines,
        pauseMs: 0,
        random: () => 0,
      });
      try {
        const quiet = { step: () => {}, line: () => {} };
        await collector.collect(
          { door, readLocal: async () => undefined, secret: () => undefined, progress: quiet },
          now,
        );
      } finally {
        await door.close();
      }
      if (at % 25 === 24) log(`${at + 1} of ${runs.length} runs, ${web.log.length} requests`);
    }
    const store = openStore(join(dir, 'data'), { durable: false });
    const year: Year = {
      feeds,
      runs,
      plan,
      truth,
      log: web.log,
      mentions: store.readMentions().lines,
      ledger: store.readRuns().lines,
      problems: store.problems().map(({ file, line, why }) => `${file}:${line} ${why}`),
    };
    return judgeYear(options.spoil?.(year) ?? year);
  } finally {
    await web.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Robots.txt is the host's: where two feeds share one, its faults would be of both. */
function faultsOf(seed: number, feeds: readonly MadeFeed[], runs: number): (Fault | undefined)[][] {
  const plan = drawFaults(chanceOf(seed + 3), feeds.length, runs, faultyShare);
  for (const [at, { host }] of feeds.entries()) {
    if (feeds.filter((feed) => feed.host === host).length < 2) continue;
    for (const fault of plan[at] as (Fault | undefined)[]) {
      if (fault && isOfRobots(fault.kind)) fault.kind = 'http_500';
    }
  }
  return plan;
}
