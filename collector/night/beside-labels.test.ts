import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { add, aRemote, git, line, month, options, put, read } from '../../tests/two-checkouts.fixture.ts';
import { commitAndPush } from './commit-and-push.ts';

const labels = 'data/labels.csv';
const table = (...tones: string[]) =>
  `mention,brand,tone\r\n${tones.map((tone, at) => `m${String(at).padStart(16, '0')},northwind,${tone}\r\n`).join('')}`;
/** What the tip of the remote holds, byte for byte. */
const onRemote = (remote: string) => `${git(remote, 'show', `main:${labels}`)}\r\n`;

it('a night commits its lines and leaves labels that somebody is writing as they are', async () => {
  const origin = aRemote();
  const night = origin.checkout();
  put(night, labels, table('negative'));
  add(night, month, line('b1'));
  expect(await commitAndPush(options(night))).toMatchObject({ kind: 'pushed' });
  expect(git(night, 'show', '--name-only', '--format=', 'HEAD')).toBe(month);
  expect(git(night, 'status', '--porcelain')).toBe(`?? ${labels}`);
  expect(read(night, labels)).toBe(table('negative'));
});

it('a night leaves surveys to whoever imported them', async () => {
  const origin = aRemote();
  const night = origin.checkout();
  const survey = 'data/surveys/nps.jsonl';
  put(night, survey, '{}\n');
  add(night, month, line('b1'));
  expect(await commitAndPush(options(night))).toMatchObject({ kind: 'pushed' });
  expect(git(night, 'show', '--name-only', '--format=', 'HEAD')).toBe(month);
  expect(read(night, survey)).toBe('{}\n');
});

it('a night that races with labels of the web editor keeps both, and conflicts with none', async () => {
  const origin = aRemote();
  const editor = origin.checkout();
  put(editor, labels, table('negative'));
  git(editor, 'add', labels);
  git(editor, 'commit', '-q', '-m', 'label');
  git(editor, 'push', '-q');
  const night = origin.checkout();
  put(editor, labels, table('negative', 'positive'));
  git(editor, 'commit', '-q', '-a', '-m', 'label more');
  git(editor, 'push', '-q');
  add(night, month, line('b1'));
  expect(await commitAndPush(options(night))).toMatchObject({ kind: 'pushed', attempts: 2 });
  expect(onRemote(origin.remote)).toBe(table('negative', 'positive'));
  expect(origin.show(month)).toContain(line('b1').trim());
  expect(read(night, labels)).toBe(table('negative', 'positive'));
});

it('two people who label at the same time keep the rows of both', () => {
  const origin = aRemote();
  const [one, other] = [origin.checkout(), origin.checkout()];
  const attributes = join(import.meta.dirname, '../../.gitattributes');
  expect(existsSync(attributes)).toBe(true);
  put(one, '.gitattributes', readFileSync(attributes, 'utf8'));
  put(one, labels, table('negative'));
  git(one, 'add', '-A');
  git(one, 'commit', '-q', '-m', 'label');
  git(one, 'push', '-q');
  git(other, 'pull', '-q');
  add(one, labels, 'm000000000000000a,northwind,neutral\r\n');
  add(other, labels, 'm000000000000000b,northwind,positive\r\n');
  for (const checkout of [one, other]) git(checkout, 'commit', '-q', '-a', '-m', 'label');
  git(one, 'push', '-q');
  git(other, 'pull', '-q', '--rebase');
  const text = read(other, labels);
  expect(text).toContain('m000000000000000a');
  expect(text).toContain('m000000000000000b');
  expect(text).not.toMatch(/<<<<|>>>>/);
});
