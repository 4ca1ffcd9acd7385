import { expect, it } from 'vitest';
import { takeTurns } from './turns.ts';

it('keeps a pause between two pieces of work on one host, and none between hosts', async () => {
  const inTurn = takeTurns();
  const begun: [string, number][] = [];
  const work = (host: string) => inTurn(host, 60, async () => void begun.push([host, performance.now()]));
  const start = performance.now();
  await Promise.all([work('a'), work('a'), work('a'), work('b')]);
  const of = (host: string) => begun.filter(([name]) => name === host).map(([, at]) => at - start);
  expect(of('b')[0]).toBeLessThan(50);
  expect(of('a')[1]).toBeGreaterThanOrEqual(59);
  expect(of('a')[2]).toBeGreaterThanOrEqual(119);
});

it('goes on with the next piece where one fails', async () => {
  const inTurn = takeTurns();
  const broken = inTurn('a', 0, async () => {
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await inTurn('a', 0, async () => 'next')).toBe('next');
});
