import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ToneReport } from '#contract';
import type { LabelledText } from '../../enrich/tone/labelled-sets.ts';
import type { Peer } from './peers.ts';
import type { TestSet } from './test-sets.ts';

type Cost = ToneReport['cost'];
type Asked = { text: LabelledText; group: string };

const rounds = 3;
/** A round ends after this time, or when all texts were judged a few times. */
const roundMicroseconds = 700_000;
const mostPasses = 5;
/** Texts between two looks at the clock. */
const atOnce = 64;

/** Texts of all sets in turn, so that any part of them is of all sorts. */
function inTurn(sets: readonly TestSet[]): Asked[] {
  const most = Math.max(0, ...sets.map(({ texts }) => texts.length));
  const places = Array.from({ length: most }, (_, at) => at);
  return places.flatMap((at) =>
    sets.flatMap(({ texts, group }) => {
      const text = texts[at];
      return text ? [{ text, group }] : [];
    }),
  );
}

/** Texts in a second of CPU, of one round. */
function speedOf({ judge }: Peer, asked: readonly Asked[]): number {
  const before = process.cpuUsage();
  for (let done = 0; ; done += atOnce) {
    const { user, system } = process.cpuUsage(before);
    if (user + system >= roundMicroseconds || done >= asked.length * mostPasses)
      return (done * 1e6) / Math.max(1, user + system);
    for (let at = done; at < done + atOnce; at += 1) {
      const { text, group } = asked[at % asked.length] as Asked;
      judge(text, group);
    }
  }
}

/** Speed of each scorer on whole texts, warm: the best of three rounds, in which they take turns. */
export function speedsOf(peers: readonly Peer[], sets: readonly TestSet[]): Cost['speed'] {
  const whole = inTurn(sets.filter(({ kind }) => kind === 'whole'));
  const asked = whole.length > 0 ? whole : inTurn(sets);
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const peer of peers) best.set(peer.by, Math.max(best.get(peer.by) ?? 0, speedOf(peer, asked)));
  const afinn = peers.find(({ by }) => by.startsWith('afinn@'));
  const base = afinn && best.get(afinn.by);
  return peers.map(({ by }) => {
    const speed = best.get(by) ?? 0;
    return {
      by,
      textsPerCpuSecond: Math.round(speed),
      timesAfinn: base === undefined ? null : Number((speed / base).toFixed(2)),
    };
  });
}

// Kilobytes and microseconds of a whole process, as it tells them itself when it ends.
const atExit = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));
});`;

/** Peak memory and speed of `earshot tone --json` as a process of its own; null where it could not be run. */
export async function processOf(root: string, sets: readonly TestSet[]): Promise<Cost['process']> {
  const asked = inTurn(sets);
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(atExit)}`,
      join(root, 'collector', 'cli.ts'),
      'tone',
      '--json',
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  // Where it could not be started or ended early, its exit tells.
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  const lines = asked.map(({ text: { text, target }, group }) =>
    JSON.stringify({ text, group, ...(target ? { target: target.name } : {}) }),
  );
  child.stdin.end(lines.join('\n'));
  const [code] = await once(child, 'close');
  const usage = /\[(\d+),(\d+)\]$/.exec(said);
  if (code !== 0 || !usage) return null;
  return {
    texts: asked.length,
    peakMemoryMb: Math.round(Number(usage[1]) / 1024),
    textsPerCpuSecond: Math.round((asked.length * 1e6) / Number(usage[2])),
  };
}

/** Bytes of all weights that the scorer reads. */
export function weightBytesOf(root: string): number {
  const folder = join(root, 'collector', 'enrich', 'tone');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.bin'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
