import { expect, it } from 'vitest';
import { takeTurns } from './turns.ts';

it('keeps a pause between two pieces of work on one host, and none between hosts', async () => {
  const inTurn = takeTurns(new AbortController().signal);
  const begun: string[] = [];
  const moments: number[] = [];
  const work = (host: string) =>
    inTurn(host, 80, async () => {
      begun.push(host);
      if (host === 'a') moments.push(performance.now());
    });
  await Promise.all([work('a'), work('a'), work('a'), work('b')]);
  expect(begun).toEqual(['a', 'b', 'a', 'a']);
  const [first = 0, second = 0, third = 0] = moments;
  // Timers may fire a millisecond early.
  expect(second - first).toBeGreaterThan(75);
  expect(third - second).toBeGreaterThan(75);
});

it('goes on with the next piece where one fails', async () => {
  const inTurn = takeTurns(new AbortController().signal);
  const broken = inTurn('a', 0, async () => {
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await inTurn('a', 0, async () => 'next')).toBe('next');
});

it('waits no longer once it is closed', async () => {
  const closing = new AbortController();
  const inTurn = takeTurns(closing.signal);
  await inTurn('a', 60_000, async () => {});
  closing.abort();
  expect(await inTurn('a', 0, async () => 'at once')).toBe('at once');
});
