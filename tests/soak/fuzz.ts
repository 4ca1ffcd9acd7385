import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { FuzzMessage } from './fuzz-child.ts';

export type FuzzOptions = {
  seed: number;
  documents: number;
  /** Processes at once; as many as there are processors where left out. */
  processes?: number;
  log?: (line: string) => void;
};
export type FuzzResult = {
  documents: number;
  mentions: number;
  perSecond: number;
  peakMb: number;
  slowest: { at: number; ms: number };
  /** Documents that broke a rule, stopped the child or took too long: how each can be made again. */
  broken: string[];
};

/** A document that takes longer hangs. */
const hangMs = 5000;
/** Told of every 500 documents, a child that says nothing for so long is stuck at one of them. */
const silenceMs = 60_000;
export const mostMb = 256;
const mostTold = 20;

/** Reads mutated documents through the stages that touch them, in processes of their own, and gathers what broke. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { seed, documents, log = () => {} } = options;
  const processes = Math.max(1, Math.min(options.processes ?? availableParallelism(), documents));
  const began = performance.now();
  const share = Math.ceil(documents / processes);
  const parts = await Promise.all(
    Array.from({ length: processes }, (_, n) =>
      runChild(seed, n * share, Math.min(documents, (n + 1) * share), log),
    ),
  );
  const result: FuzzResult = {
    documents: 0,
    mentions: 0,
    perSecond: 0,
    peakMb: 0,
    slowest: { at: 0, ms: 0 },
    broken: [],
  };
  for (const part of parts) {
    result.documents += part.documents;
    result.mentions += part.mentions;
    result.peakMb = Math.max(result.peakMb, part.peakMb);
    if (part.slowest.ms > result.slowest.ms) result.slowest = part.slowest;
    result.broken.push(...part.broken);
  }
  if (result.peakMb > mostMb)
    result.broken.push(`a process held ${Math.round(result.peakMb)} MB, over ${mostMb}`);
  if (result.slowest.ms > hangMs) {
    result.broken.push(`document ${result.slowest.at} took ${Math.round(result.slowest.ms)} ms`);
  }
  result.broken.splice(mostTold);
  result.perSecond = Math.round(result.documents / ((performance.now() - began) / 1000));
  return result;
}

type Part = Omit<FuzzResult, 'perSecond'>;

function runChild(seed: number, from: number, to: number, log: (line: string) => void): Promise<Part> {
  const part: Part = { documents: 0, mentions: 0, peakMb: 0, slowest: { at: from, ms: 0 }, broken: [] };
  const child = fork(join(import.meta.dirname, 'fuzz-child.ts'), [seed, from, to].map(String), {
    // So much heap has to do: what leaks ends the process, and what is only not collected yet does not count.
    execArgv: ['--max-old-space-size=128', '--max-semi-space-size=8'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let reached = from;
  return new Promise((resolve) => {
    let alarm: NodeJS.Timeout | undefined;
    const watch = () => {
      clearTimeout(alarm);
      alarm = setTimeout(() => {
        part.broken.push(`one of the documents from ${reached} on hangs (seed ${seed})`);
        child.kill('SIGKILL');
      }, silenceMs);
    };
    watch();
    child.on('message', (message: FuzzMessage) => {
      watch();
      if (message.kind === 'broken') {
        part.broken.push(
          `document ${message.at} (seed ${seed}; ${message.done.join(', ')}): ${message.rules.join('; ')}`,
        );
        return;
      }
      reached = message.done;
      part.documents = message.read;
      part.mentions = message.mentions;
      part.peakMb = message.rssMb;
      part.slowest = { at: message.slowest, ms: message.slowestMs };
      if (message.read % 25_000 === 0)
        log(`${message.read} of ${to - from} documents, ${Math.round(message.rssMb)} MB`);
    });
    child.on('close', (code, signal) => {
      clearTimeout(alarm);
      if (part.documents !== to - from) {
        part.broken.push(`the process ended by ${signal ?? code} after document ${reached} (seed ${seed})`);
      }
      resolve(part);
    });
  });
}
