import { setTimeout as sleep } from 'node:timers/promises';

/** Runs work on one host at a time, with a pause between two pieces of it: the longer of what either asks for. */
export type InTurn = <Result>(host: string, pauseMs: number, work: () => Promise<Result>) => Promise<Result>;

type Ended = { atMs: number; pauseMs: number };

/**
 * Turns at hosts. What waits for its turn holds nothing else.
 * @param closed ends the pauses
 * @param elapsedMs a clock that only runs forward
 */
export function takeTurns(closed: AbortSignal, elapsedMs: () => number): InTurn {
  const queues = new Map<string, Promise<Ended | undefined>>();
  return async (host, pauseMs, work) => {
    const before = queues.get(host);
    const { promise: done, resolve: release } = Promise.withResolvers<Ended>();
    queues.set(host, done);
    const last = await before;
    if (last) {
      const waitMs = Math.max(last.pauseMs, pauseMs) - (elapsedMs() - last.atMs);
      if (waitMs > 0 && !closed.aborted) await sleep(waitMs, undefined, { signal: closed }).catch(() => {});
    }
    try {
      return await work();
    } finally {
      release({ atMs: elapsedMs(), pauseMs });
    }
  };
}
