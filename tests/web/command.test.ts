import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../collector/commands/program.ts';
import { quietWorld } from '../quiet-world.ts';
import { httpCases } from './cases-http.ts';
import { feedOf, login } from './documents.ts';
import { openWeb, type Play, say } from './server.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-command-'));
const web = openWeb(() => new Date('2026-11-20T05:00:00Z'));
afterAll(async () => {
  await web.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs the real command over sources that are played; gives what it said and the lines of its ledger. */
async function collect(name: string, plays: Readonly<Record<string, Play>>, now = '2026-11-20T05:00:00Z') {
  const dir = join(scratch, name);
  const config = `${dir}.yml`;
  let sources = '';
  for (const [id, play] of Object.entries(plays)) {
    sources += `  - { id: ${id}, type: feed, url: "${(await web.host(id, play)).origin}/feed" }\n`;
  }
  if (sources !== '') {
    writeFileSync(config, `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n${sources}`);
  }
  const world = quietWorld();
  const args = ['collect', '--config', config, '--data', dir, '--now', now, '--allow-private', '127.0.0.1'];
  const exit = await run(args, world);
  const ledger = readdirSync(join(dir, 'runs')).map((file) => readFileSync(join(dir, 'runs', file), 'utf8'));
  const lines = ledger
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { at: string; source: string; status: string; reason?: string });
  return { exit, said: world.said(), lines: lines.filter(({ at }) => at === now) };
}

const playOf = (id: string): Play => httpCases.find((one) => one.id === id)?.play as Play;
const broken = { gone: playOf('A31'), cut: playOf('A07'), inward: playOf('A18'), bomb: playOf('A22') };

describe('the command', () => {
  it('goes on and ends well where some hosts misbehave, and tells of each under its reason', async () => {
    const plays = { healthy: say(feedOf(3)), ...broken, login: say(login) };
    const { exit, said, lines } = await collect('some', plays);
    expect(exit, said).toBe(0);
    const told = Object.fromEntries(
      lines.map(({ source, status, reason }) => [source, `${status} ${reason ?? ''}`.trim()]),
    );
    expect(told).toEqual({
      healthy: 'ok',
      gone: 'failed gone',
      cut: 'cut broke_off',
      inward: 'failed non_public',
      bomb: 'failed too_big',
      login: 'refused html_not_feed',
    });
    for (const source of Object.keys(plays)) expect(said).toContain(source);
    expect(readdirSync(scratch).sort()).toEqual(['some', 'some.yml']);
  }, 60_000);

  it('A42: ends with 2 and a ledger where no host answers, also where all are still to be left alone', async () => {
    const resting = say('', { 'retry-after': '100000' }, 429);
    const first = await collect('none', { one: resting, two: resting });
    expect(first.exit, first.said).toBe(2);
    expect(first.lines.map(({ reason }) => reason)).toEqual(['rate_limited', 'rate_limited']);
    const asked = web.log.length;
    const second = await collect('none', {}, '2026-11-20T17:00:00Z');
    expect(second.exit, second.said).toBe(2);
    expect(second.lines.map(({ status, reason }) => [status, reason])).toEqual([
      ['refused', 'retry_after'],
      ['refused', 'retry_after'],
    ]);
    expect(web.log).toHaveLength(asked);
  }, 60_000);
});
