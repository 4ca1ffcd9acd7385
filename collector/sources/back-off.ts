import type { Failure } from '../types.ts';

const hourMs = 3_600_000;

/**
 * When to ask again after a failure. What the host says stands. Where it only says "too often" (429) or "busy" (503),
 * the wait grows with the failures in a row, but never skips more than two nights: what the source still lists slides on.
 * What is gone for good is looked at once a week.
 */
export function nextAllowed(failure: Failure, failuresInARow: number, now: Date): Date | undefined {
  if (failure.nextAllowedAt) return failure.nextAllowedAt;
  const inHours = (hours: number) => new Date(now.getTime() + hours * hourMs);
  if (failure.reason === 'gone') return inHours(7 * 24);
  const isBusy = failure.reason === 'rate_limited' || failure.http === 503;
  if (!isBusy) return undefined;
  return inHours([12, 36, 60][Math.min(failuresInARow, 3) - 1] ?? 12);
}
