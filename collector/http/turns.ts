import { setTimeout as sleep } from 'node:timers/promises';

/** Runs work on one host at a time, with a pause between two pieces of it. */
export type InTurn = <Result>(host: string, pauseMs: number, work: () => Promise<Result>) => Promise<Result>;

/** `closed` ends the pauses that nobody waits for any more. */
export function takeTurns(closed: AbortSignal): InTurn {
  const queues = new Map<string, Promise<void>>();
  return async (host, pauseMs, work) => {
    const before = queues.get(host) ?? Promise.resolve();
    const { promise: done, resolve: release } = Promise.withResolvers<void>();
    queues.set(
      host,
      before.then(() => done),
    );
    await before;
    try {
      return await work();
    } finally {
      sleep(pauseMs, undefined, { signal: closed }).then(release, () => release());
    }
  };
}
