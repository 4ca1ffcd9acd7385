import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { add, aRemote, options, put } from '../../tests/two-checkouts.fixture.ts';
import { commitAndPush } from './commit-and-push.ts';

const at = '2026-11-20T05:17:00Z';
const hex = (text: string) => text.padEnd(16, '0');
const mention = (id: string, doc = id, source = 'paper') =>
  `${JSON.stringify({ v: 1, id: hex(id), doc: hex(doc), brand: 'northwind', source, firstSeenAt: at, title: `says ${id}` })}\n`;
const score = (id: string) => `${JSON.stringify({ id: hex(id), brand: 'northwind', story: hex(id) })}\n`;
const mark = (what: string, hash: string) => `${JSON.stringify({ v: 1, at, hash: hex(hash), what })}\n`;
const run = (kept: number) =>
  `${JSON.stringify({ at, source: 'paper', status: 'ok', kept, dropped: {}, bytes: 1 })}\n`;

const files = {
  mentions: 'data/mentions/2026-11.jsonl',
  scores: 'data/scores/2026-11.jsonl',
  runs: 'data/runs/2026-11.jsonl',
  forgotten: 'data/forgotten.jsonl',
};

/** Two checkouts of a repository that holds the mentions a1 and b1. */
async function twoCheckouts() {
  const origin = aRemote();
  const first = origin.checkout();
  add(first, files.mentions, mention('a1') + mention('b1'));
  add(first, files.scores, score('a1') + score('b1'));
  expect(await commitAndPush(options(first))).toMatchObject({ kind: 'pushed' });
  return { origin, forgetful: origin.checkout(), night: origin.checkout() };
}

function forget(checkout: string): void {
  put(checkout, files.mentions, mention('b1'));
  put(checkout, files.scores, score('b1'));
  put(checkout, files.forgotten, mark('id', 'a1') + mark('doc', 'a1'));
}

/** Finds something new, and once more, in another source, the document that is being forgotten. */
function collect(checkout: string): void {
  add(checkout, files.mentions, mention('c1') + mention('d1', 'a1'));
  add(checkout, files.scores, score('c1') + score('d1'));
  add(checkout, files.runs, run(2));
}

it.each(['first', 'last'])(
  'a night that races with a forgetting does not bring the line back: the night pushes %s',
  async (when) => {
    const { origin, forgetful, night } = await twoCheckouts();
    forget(forgetful);
    collect(night);
    const order = when === 'first' ? [night, forgetful] : [forgetful, night];
    for (const checkout of order)
      expect(await commitAndPush(options(checkout))).toMatchObject({ kind: 'pushed' });

    expect(origin.show(files.mentions)).toBe(mention('b1') + mention('c1'));
    expect(origin.show(files.scores)).toBe(score('b1') + score('c1'));
    expect(origin.show(files.forgotten)).toBe(mark('id', 'a1') + mark('doc', 'a1'));
    const [attempt] = origin
      .show(files.runs)
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    // Once pushed, a line of the ledger stands; one that is pushed later says what was left out.
    if (when === 'last') expect(attempt).toMatchObject({ kept: 1, dropped: { forgotten: 1 } });
    rmSync(origin.root, { recursive: true, force: true });
  },
);

it('two forgettings at once are both kept, and one of the same thing once', async () => {
  const { origin, forgetful, night } = await twoCheckouts();
  forget(forgetful);
  forget(night);
  add(night, files.forgotten, mark('doc', 'e1'));
  for (const checkout of [forgetful, night]) await commitAndPush(options(checkout));
  expect(origin.show(files.forgotten)).toBe(mark('id', 'a1') + mark('doc', 'a1') + mark('doc', 'e1'));
  expect(origin.show(files.mentions)).toBe(mention('b1'));
  rmSync(origin.root, { recursive: true, force: true });
});

it('daily counts of two nights are told once each, as who pushed first told them', async () => {
  const { origin, forgetful, night } = await twoCheckouts();
  const count = (day: string, value: number) =>
    `${JSON.stringify({ v: 1, day, source: 'views', brand: 'northwind', what: 'views', of: 'en.example/Northwind', value })}\n`;
  add(forgetful, 'data/signals/2026-11.jsonl', count('2026-11-18', 7));
  add(night, 'data/signals/2026-11.jsonl', count('2026-11-18', 8) + count('2026-11-19', 9));
  for (const checkout of [forgetful, night]) await commitAndPush(options(checkout));
  expect(origin.show('data/signals/2026-11.jsonl')).toBe(count('2026-11-18', 7) + count('2026-11-19', 9));
  rmSync(origin.root, { recursive: true, force: true });
});
