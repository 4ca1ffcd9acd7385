import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Figure } from '#contract';
import type { BesideTask } from './beside-thread.ts';
import type { MeasureInput } from './measure/measure.ts';

/** Of fewer mentions the second thread costs more to begin than it saves. */
const fewestWorth = 100_000;
/** For one figure: a thread that is silent for longer is waited for no more. */
const patienceMs = 60_000;
/** Two threads are to hold as much as one did: this one clears up early. It holds some 50 MB of a million mentions. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/**
 * Makes figures of a long history in a second thread, over the words that lie in this data folder. Who makes a figure changes nothing of
 * it; one that did not come is left to who asked. Waiting holds the asking thread, so that measuring stays one plain step.
 */
export const openBeside =
  (dir: string, fewest = fewestWorth, cores = availableParallelism()): NonNullable<MeasureInput['beside']> =>
  (facts, figures) => {
    const mentions = facts.rows.reduce((sum, { length }) => sum + length, facts.category.length);
    if (mentions < fewest || cores < 2) return undefined;
    const { port1: here, port2: there } = new MessageChannel();
    const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(new URL('./beside-thread.ts', import.meta.url), {
      workerData: { dir, facts, figures, done, port: there } satisfies BesideTask,
      transferList: [there],
      execArgv: [],
      resourceLimits,
    });
    // What goes wrong there goes wrong again where the figure is then made, and is told there; or it does not matter.
    worker.on('error', () => undefined);
    worker.unref();
    return () => {
      for (let seen = Atomics.load(done, 0); seen < figures.length; seen = Atomics.load(done, 0))
        if (Atomics.wait(done, 0, seen, patienceMs) === 'timed-out') break;
      const made: Figure[] = [];
      for (let got = receiveMessageOnPort(here); got; got = receiveMessageOnPort(here))
        made.push(got.message);
      here.close();
      void worker.terminate();
      return made;
    };
  };
