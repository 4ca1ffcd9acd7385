/** The second thread of `measure-beside.ts`: makes the figures that it is told to, one after the other. */
import { type MessagePort, workerData } from 'node:worker_threads';
import { factsFrom, figureNamed, type PlainFacts } from './measure/measure.ts';
import { openStore } from './store/open-store.ts';

export type BesideTask = {
  dir: string;
  facts: PlainFacts;
  figures: readonly string[];
  /** In memory that both threads look at: how many figures are made, all where no more come. */
  done: Int32Array;
  port: MessagePort;
};

const { dir, facts: plain, figures, done, port } = workerData as BesideTask;
try {
  const facts = factsFrom(plain, openStore(dir).texts);
  for (const [nth, id] of figures.entries()) {
    port.postMessage(figureNamed(id, facts));
    tell(nth + 1);
  }
} finally {
  // Where something went wrong, nobody waits for the rest.
  tell(figures.length);
}

function tell(count: number): void {
  Atomics.store(done, 0, count);
  Atomics.notify(done, 0);
}
