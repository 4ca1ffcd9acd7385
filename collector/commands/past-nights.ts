import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { About, Published } from '#contract';
import { publishedLines } from '../measure/publish.ts';
import { measureAll } from '../measure-all.ts';
import { openStore } from '../store/open-store.ts';
import type { PastTask } from './past-worker.ts';
import type { Setting } from './setting.ts';

const mostThreads = 4;

/**
 * What the page said on each of these nights, in their order. A night costs a twentieth of a second or so, and none depends on
 * another, so that they are dealt out to the processor's cores.
 */
export async function publishedOnNights(
  setting: Pick<Setting, 'config' | 'configHash' | 'now'>,
  dataDir: string,
  nights: PastTask['nights'],
): Promise<Published[]> {
  const { config, configHash, now } = setting;
  const { files } = measureAll(config, openStore(dataDir), {
    now,
    demo: false,
    configHash,
    commit: null,
    repository: null,
  });
  const tonight = publishedLines(files.values(), files.get('about.json') as About, now);
  const figures = [...new Set(tonight.map(({ figure }) => figure))];
  const threads = Math.min(mostThreads, availableParallelism());
  const dealt = Array.from({ length: threads }, (_, thread) =>
    nights.filter((_, night) => night % threads === thread),
  );
  const lines = await Promise.all(dealt.map((part) => inThread({ config, dataDir, figures, nights: part })));
  const order = new Map(figures.map((id, at) => [id, at]));
  const brands = new Map([config.brand, ...config.competitors].map(({ id }, at) => [id, at]));
  const placeOf = ({ figure, brand }: Published): number =>
    (order.get(figure) ?? 0) * brands.size + (brands.get(brand) ?? 0);
  return lines.flat().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : placeOf(a) - placeOf(b)));
}

function inThread(task: PastTask): Promise<Published[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./past-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread ended with ${code}`)));
  });
}
