import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-kill-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const config = join(scratch, 'brand.yml');
const feeds = 4;
const itemsEach = 300;

beforeAll(() => {
  let sources = '';
  for (let feed = 0; feed < feeds; feed++) {
    const items = Array.from({ length: itemsEach }, (_, at) => {
      const date = new Date(Date.UTC(2026, 9, 1 + (at % 30), at % 24)).toUTCString();
      return `<item><title>Saltmarsh Bakery story ${feed}-${at}</title><link>https://p${feed}.example/${at}</link><pubDate>${date}</pubDate></item>`;
    });
    const text = `<rss version="2.0"><channel><title>p</title><link>https://p.example/</link>${items.join('')}</channel></rss>`;
    writeFileSync(join(scratch, `${feed}.xml`), text);
    sources += `  - { id: p${feed}, type: feed, url: ${feed}.xml }\n`;
  }
  writeFileSync(config, `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n${sources}`);
});

/** Runs `collect`; with a delay, kills it that long after it said what it had read, which is when it begins to write. */
function collect(data: string, killAfterMs?: number): Promise<string> {
  const args = [
    'collector/cli.ts',
    'collect',
    '--config',
    config,
    '--data',
    data,
    '--now',
    '2026-11-01T04:17:00Z',
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (chunk: Buffer) => {
    if (killAfterMs !== undefined && /of 4/.test(chunk.toString())) {
      void wait(killAfterMs).then(() => child.kill('SIGKILL'));
    }
  });
  return new Promise((done) => child.on('close', (code, signal) => done(signal ?? String(code))));
}

const linesOf = (data: string, folder: string): string[] => {
  const files = readdirSync(join(data, folder)).filter((file) => file.endsWith('.jsonl'));
  return files.flatMap((file) =>
    readFileSync(join(data, folder, file), 'utf8')
      .trimEnd()
      .split('\n'),
  );
};

it('a collection that is killed loses, tears and doubles nothing on the next run', async () => {
  const whole = join(scratch, 'whole');
  expect(await collect(whole)).toBe('0');
  const mentions = linesOf(whole, 'mentions').sort();
  const scores = linesOf(whole, 'scores').sort();
  expect(mentions).toHaveLength(feeds * itemsEach);

  const ends: string[] = [];
  for (const delay of [20, 80, 140, 200, 260, 320]) {
    const data = join(scratch, `killed-${delay}`);
    ends.push(await collect(data, delay));
    expect(await collect(data)).toBe('0');
    expect(linesOf(data, 'mentions').sort(), `killed after ${delay} ms`).toEqual(mentions);
    expect(linesOf(data, 'scores').sort(), `killed after ${delay} ms`).toEqual(scores);
    for (const line of linesOf(data, 'runs')) expect(() => JSON.parse(line)).not.toThrow();
  }
  expect(ends).toContain('SIGKILL');
}, 240_000);
