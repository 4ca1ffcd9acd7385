/** What measuring costs the whole process: a history and another of four times as many mentions, with nothing kept and a night after months were kept, and how that grows. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './bench-history.ts';
import { writePanel } from './made-panel.ts';

const dayMs = 86_400_000;
const end = Math.floor(Date.parse('2026-11-22T04:17:00Z') / dayMs);
const days = 1096;

type Cost = { ms: number; cpuMs: number; bytes: number; figures: string };

function measureOnce(project: string): Cost {
  const args = ['--import', `data:text/javascript,${encodeURIComponent(atEnd)}`, 'collector/cli.ts'];
  const began = performance.now();
  const done = spawnSync(
    process.execPath,
    [...args, 'measure', '--config', join(project, 'brand.yml'), '--data', join(project, 'data')],
    { encoding: 'utf8' },
  );
  const ms = performance.now() - began;
  if (done.status !== 0) throw new Error(`measure went wrong: ${done.stderr.slice(-600)}`);
  const [cpuUs = 0, kilobytes = 0] = JSON.parse(done.stderr.slice(done.stderr.lastIndexOf('@') + 1));
  const sum = createHash('sha256');
  const dir = join(project, 'data/figures');
  for (const name of readdirSync(dir).sort()) sum.update(readFileSync(join(dir, name)));
  return { ms, cpuMs: cpuUs / 1000, bytes: kilobytes * 1024, figures: sum.digest('hex') };
}

/** Measures so many mentions of five brands in three years, and a quarter of them; gives a line for each and what they show. */
export function costsOfMeasuring(
  most: number,
  say: (what: string, value: string, beside: string) => void,
): void {
  const costs = [most / 4, most].map((count) => {
    const project = mkdtempSync(join(tmpdir(), 'earshot-measure-'));
    const writeLastNight = writePanel(project, count, days, end);
    measureOnce(project);
    writeLastNight();
    const again = measureOnce(project);
    rmSync(join(project, 'data/.cache'), { recursive: true, force: true });
    const first = measureOnce(project);
    rmSync(project, { recursive: true, force: true });
    const same = first.figures === again.figures ? 'the same bytes' : 'OTHER BYTES';
    const told = ({ ms, cpuMs, bytes }: Cost) =>
      `${(ms / 1000).toFixed(1)} s, CPU ${(cpuMs / 1000).toFixed(1)} s, at most ${(bytes / 1e6).toFixed(0)} MB`;
    say(
      `measure ${count.toLocaleString('en-GB')} mentions of 5 brands`,
      `${(first.ms / 1000).toFixed(1)} s`,
      `nothing kept: ${told(first)}; a night later, months kept: ${told(again)}, × ${(again.ms / first.ms).toFixed(2)}; ${same}`,
    );
    return { first, again };
  });
  const [small, large] = costs;
  if (!small || !large) return;
  const times = (of: 'first' | 'again', what: 'cpuMs' | 'bytes') =>
    `× ${(large[of][what] / small[of][what]).toFixed(1)}`;
  say(
    'four times as many mentions',
    times('first', 'cpuMs'),
    `CPU with nothing kept, memory ${times('first', 'bytes')}; ${times('again', 'cpuMs')} and ${times('again', 'bytes')} with months kept. × 4 would be linear, less is what does not grow with the history`,
  );
}
