import { parentPort, workerData } from 'node:worker_threads';
import type { Config, Published } from '#contract';
import { openPast } from '../publish-past.ts';
import { openStore } from '../store/open-store.ts';

/** What one thread is to do: nights, and the ids of the sources that brand.yml held in each. */
export type PastTask = {
  config: Config;
  dataDir: string;
  figures: readonly string[];
  nights: readonly { at: Date; sources: readonly string[] }[];
};

const { config, dataDir, figures, nights } = workerData as PastTask;
const publishedOn = openPast(config, openStore(dataDir), new Set(figures));
const lines: Published[] = nights.flatMap(({ at, sources }) => publishedOn(at, new Set(sources)));
parentPort?.postMessage(lines);
