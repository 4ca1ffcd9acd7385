import type { Failure } from '../types.ts';

/**
 * How often a failure is worth another try in the same run: where the connection or the name server may have had a bad
 * moment, twice; where a gateway had one, once. An answer is never asked for again.
 */
export function retriesFor(failure: Failure): number {
  if (['conn_refused', 'conn_reset', 'dns_temp'].includes(failure.reason)) return 2;
  const isGateway = failure.reason === 'http_502' || failure.reason === 'http_504';
  return isGateway && failure.nextAllowedAt === undefined ? 1 : 0;
}

/**
 * How long to wait before a try, in milliseconds: never less than the pause that the host gets anyway, doubled with each
 * try, and up to twice as long by chance, so that many who failed together don't come back together.
 */
export const waitBefore = (retry: number, pauseMs: number, random: () => number): number =>
  Math.max(pauseMs, 100) * 2 ** retry * (1 + random());
