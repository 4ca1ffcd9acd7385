import { expect, it } from 'vitest';
import { takeTurns } from './turns.ts';

it('keeps a pause between two pieces of work on one host, and none between hosts', async () => {
  const inTurn = takeTurns(new AbortController().signal, () => performance.now());
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
  const inTurn = takeTurns(new AbortController().signal, () => performance.now());
  const broken = inTurn('a', 0, async () => {
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await inTurn('a', 0, async () => 'next')).toBe('next');
});

it('waits no longer once it is closed', async () => {
  const closing = new AbortController();
  const inTurn = takeTurns(closing.signal, () => performance.now());
  await inTurn('a', 60_000, async () => {});
  closing.abort();
  expect(await inTurn('a', 0, async () => 'at once')).toBe('at once');
});

it('keeps the longer pause of two, before the work that asks for it and after', async () => {
  const inTurn = takeTurns(new AbortController().signal, () => performance.now());
  const moments: number[] = [];
  const work = async () => void moments.push(performance.now());
  await Promise.all([
    inTurn('a', 10, work),
    inTurn('a', 120, work),
    inTurn('a', 10, work),
    inTurn('a', 10, work),
  ]);
  const pauses = moments.slice(1).map((moment, i) => moment - (moments[i] ?? 0));
  expect(pauses[0]).toBeGreaterThan(115);
  expect(pauses[1]).toBeGreaterThan(115);
  expect(pauses[2]).toBeLessThan(100);
});

it('does not wait for what has passed already', async () => {
  let now = 0;
  const inTurn = takeTurns(new AbortController().signal, () => now);
  await inTurn('a', 60_000, async () => {});
  now = 60_001;
  expect(await inTurn('a', 60_000, async () => 'at once')).toBe('at once');
});
