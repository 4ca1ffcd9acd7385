import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { add, aRemote, git, line, month, options } from '../../tests/two-checkouts.fixture.ts';
import { commitAndPush } from './commit-and-push.ts';

const races = Number(process.env.EARSHOT_RACES ?? 20);

it(`loses and doubles no line in ${races} races of two nights`, {
  timeout: 30_000 + races * 5_000,
}, async () => {
  const origin = aRemote();
  const racers = [origin.checkout('--depth', '1'), origin.checkout()];
  const shared: string[] = [];
  let overtaken = 0;
  for (let race = 0; race < races; race++) {
    // Each finds one mention of its own and one that the other finds too.
    shared.push(`both${race}`);
    for (const [index, racer] of racers.entries()) {
      add(racer, month, line(`own${race}-${index}`) + line(`both${race}`));
      add(racer, 'data/scores/2026-11.jsonl', line(`both${race}`) + line(`own${race}-${index}`));
    }
    const pushed = await Promise.all(
      racers.map((racer) =>
        commitAndPush(options(racer, { wait: (ms) => pause(ms / 100), random: Math.random })),
      ),
    );
    for (const night of pushed) {
      expect(night.kind).toBe('pushed');
      if (night.kind === 'pushed' && night.attempts > 1) overtaken++;
    }
  }
  expect(overtaken).toBeGreaterThan(0);
  const own = Array.from({ length: races }, (_, race) => [`own${race}-0`, `own${race}-1`]).flat();
  for (const name of [month, 'data/scores/2026-11.jsonl']) {
    const ids = origin
      .show(name)
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text).id);
    expect(ids.filter((id) => id !== 'a0').sort()).toEqual([...own, ...shared].sort());
  }
  expect(git(origin.remote, 'log', '--format=%p', 'main').includes(' ')).toBe(false);
  rmSync(origin.root, { recursive: true, force: true });
});

it('counts a mention that four racing nights found once in the ledger too', { timeout: 60_000 }, async () => {
  const origin = aRemote();
  const racers = Array.from({ length: 4 }, () => origin.checkout());
  const at = '2026-11-20T05:17:00Z';
  const runs = 'data/runs/2026-11.jsonl';
  for (const [index, racer] of racers.entries()) {
    // Three of them in the same month file, one in another part of it.
    const file = index === 3 ? 'data/mentions/2026-11.b.jsonl' : month;
    add(
      racer,
      file,
      `${JSON.stringify({ id: 'm', brand: null, source: 'paper', firstSeenAt: at, from: index })}\n`,
    );
    const run = { at, source: 'paper', status: 'ok', kept: 1, dropped: {}, bytes: index };
    add(racer, runs, `${JSON.stringify(run)}\n${JSON.stringify({ ...run, source: 'forum' })}\n`);
  }
  const pushed = await Promise.all(racers.map((racer) => commitAndPush(options(racer))));
  for (const night of pushed) expect(night.kind).toBe('pushed');
  const files = git(origin.remote, 'ls-tree', '-r', '--name-only', 'main', 'data/mentions').split('\n');
  const stored = files.flatMap((name) => origin.show(name).match(/"id":"m"/g) ?? []);
  expect(stored).toHaveLength(1);
  const lines = origin
    .show(runs)
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(lines).toHaveLength(8);
  const of = (source: string) => lines.filter((run) => run.source === source);
  expect(
    of('paper')
      .map(({ kept }) => kept)
      .sort(),
  ).toEqual([0, 0, 0, 1]);
  for (const run of of('paper')) expect(run.dropped).toEqual(run.kept === 1 ? {} : { known: 1 });
  expect(of('forum').map(({ kept }) => kept)).toEqual([1, 1, 1, 1]);
  rmSync(origin.root, { recursive: true, force: true });
});
