import { setTimeout as sleep } from 'node:timers/promises';

/** Runs work on one host at a time, with a pause between two pieces of it. */
export type InTurn = <Result>(host: string, pauseMs: number, work: () => Promise<Result>) => Promise<Result>;

export function takeTurns(): InTurn {
  const queues = new Map<string, Promise<void>>();
  const freeAt = new Map<string, number>();
  return async (host, pauseMs, work) => {
    const before = queues.get(host) ?? Promise.resolve();
    const { promise: done, resolve: release } = Promise.withResolvers<void>();
    queues.set(
      host,
      before.then(() => done),
    );
    await before;
    const wait = (freeAt.get(host) ?? 0) - performance.now();
    if (wait > 0) await sleep(wait);
    try {
      return await work();
    } finally {
      freeAt.set(host, performance.now() + pauseMs);
      release();
    }
  };
}
