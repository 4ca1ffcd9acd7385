/** Reads fuzzed documents in a process of its own, so that a hang or a leak is seen from outside; see `fuzz.ts`. */
import { performance } from 'node:perf_hooks';
import { chanceOf } from '../web/chance.ts';
import { readAsNight } from './invariants.ts';
import { contentTypes, mutate } from './seeds.ts';

const [seed = 1, from = 0, to = 0] = process.argv.slice(2).map(Number);
const reportEvery = 500;

export type FuzzMessage =
  | {
      kind: 'at';
      done: number;
      read: number;
      mentions: number;
      rssMb: number;
      slowestMs: number;
      slowest: number;
    }
  | { kind: 'broken'; at: number; done: string[]; rules: string[] };

const tell = (message: FuzzMessage) => process.send?.(message);
let [read, mentions, slowestMs, slowest, peakMb] = [0, 0, 0, from, 0];
for (let at = from; at < to; at++) {
  // Each document has a chance of its own, so that any of them can be made again.
  const chance = chanceOf(seed * 1_000_003 + at);
  const { body, done } = mutate(chance);
  const began = performance.now();
  const result = readAsNight({ body, contentType: chance.pick(contentTypes), whole: chance.percent(85) });
  const tookMs = performance.now() - began;
  read += 1;
  mentions += result.mentions;
  if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, at];
  if (result.broken.length > 0) tell({ kind: 'broken', at, done, rules: result.broken.slice(0, 3) });
  if (read % reportEvery === 0 || at === to - 1) {
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
    tell({ kind: 'at', done: at + 1, read, mentions, rssMb: peakMb, slowestMs, slowest });
    await new Promise((resolve) => setImmediate(resolve));
  }
}
