import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  add,
  aRemote,
  env,
  git,
  line,
  month,
  options,
  put,
  read,
  state,
} from '../../tests/two-checkouts.fixture.ts';
import { commitAndPush, headCommit, mostAttempts, type Pushed } from './commit-and-push.ts';

let origin: ReturnType<typeof aRemote>;
beforeEach(() => {
  origin = aRemote();
});
afterEach(() => rmSync(origin.root, { recursive: true, force: true }));

const failure = (pushed: Pushed) => {
  if (pushed.kind !== 'failed') throw new Error(`expected a failure, got ${pushed.kind}`);
  return pushed;
};

describe('a night', () => {
  it('is committed and pushed, and only its own files are', async () => {
    const checkout = origin.checkout();
    add(checkout, month, line('b1'));
    put(checkout, 'data/runs/2026-11.jsonl', '{}\n');
    put(checkout, 'data/figures/mentions.json', '{}');
    put(checkout, 'data/.2026-11.jsonl.tmp', 'half');
    put(checkout, 'data/labels.csv', 'id,tone\n');
    put(checkout, 'brand.yml', 'brand: changed\n');
    put(checkout, 'notes.txt', 'mine');
    git(checkout, 'add', 'notes.txt');
    const pushed = await commitAndPush(options(checkout));
    expect(pushed).toEqual({
      kind: 'pushed',
      commit: git(checkout, 'rev-parse', 'HEAD'),
      attempts: 1,
      notes: [],
    });
    expect(git(origin.remote, 'show', '--name-only', '--format=%s', 'main').split('\n')).toEqual([
      'data: add the night of 2026-11-20',
      '',
      month,
      'data/runs/2026-11.jsonl',
    ]);
    expect(
      git(checkout, 'status', '--porcelain')
        .split('\n')
        .map((entry) => entry.trim())
        .sort(),
    ).toEqual(['?? data/labels.csv', 'A  notes.txt', 'M brand.yml']);
  });

  it('that changed nothing makes no commit', async () => {
    const checkout = origin.checkout();
    const before = await headCommit(checkout, env);
    expect(await commitAndPush(options(checkout))).toEqual({ kind: 'nothing_changed', notes: [] });
    expect(await headCommit(checkout, env)).toBe(before);
  });

  it('on a laptop without a remote is committed only', async () => {
    const checkout = origin.checkout();
    git(checkout, 'remote', 'remove', 'origin');
    add(checkout, month, line('b1'));
    expect(await commitAndPush(options(checkout))).toMatchObject({ kind: 'committed' });
    expect(git(checkout, 'status', '--porcelain')).toBe('');
  });

  it('is committed only where no push is wanted', async () => {
    const checkout = origin.checkout();
    add(checkout, month, line('b1'));
    expect(await commitAndPush(options(checkout, { push: false }))).toMatchObject({ kind: 'committed' });
    expect(origin.show(month)).toBe(line('a0'));
  });

  it('may be started in the data folder itself', async () => {
    const checkout = origin.checkout();
    add(checkout, month, line('b1'));
    put(checkout, 'inbox/2026-11.jsonl', '{}\n');
    const dir = join(checkout, 'data');
    expect(await commitAndPush(options(dir, { paths: ['.'] }))).toMatchObject({ kind: 'pushed' });
    expect(git(origin.remote, 'show', '--name-only', '--format=', 'main')).toBe(month);
  });

  it('outside of any repository stays in its files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-plain-'));
    expect(await commitAndPush(options(folder))).toEqual({ kind: 'no_repository', notes: [] });
    expect(await headCommit(folder, env)).toBeNull();
    rmSync(folder, { recursive: true });
  });

  it('does not carry the deletion of a file', async () => {
    const checkout = origin.checkout();
    rmSync(join(checkout, month));
    put(checkout, 'data/runs/2026-11.jsonl', '{}\n');
    const pushed = await commitAndPush(options(checkout));
    expect(pushed.notes).toEqual([expect.stringContaining(`${month} is deleted`)]);
    expect(origin.show(month)).toBe(line('a0'));
  });

  it('takes names and messages for what they are, never for options or commands', async () => {
    const checkout = origin.checkout();
    const name = "data/mentions/--x $(touch hit) ';\n.jsonl";
    put(checkout, name, line('b1'));
    const message = '--amend `touch hit`';
    const author = { name: 'A <b>', email: 'x@example.com' };
    expect(await commitAndPush(options(checkout, { message, author }))).toMatchObject({ kind: 'pushed' });
    expect(git(origin.remote, 'log', '-1', '--format=%s|%an|%ce', 'main')).toBe(
      `${message}|A b|x@example.com`,
    );
    expect(existsSync(join(checkout, 'hit'))).toBe(false);
  });
});

describe('a night that was overtaken', () => {
  it.each([[[]], [['--depth', '1']]])(
    'is made again on top of theirs, also in a checkout with %j',
    async (depth) => {
      const [ours, theirs] = [origin.checkout(...depth), origin.checkout()];
      add(theirs, month, line('b1') + line('c1', ' theirs'));
      put(theirs, 'data/state.json', state({ paper: { refusals: 1 } }));
      put(theirs, 'brand.yml', 'brand: { id: new }\n');
      git(theirs, 'commit', '-q', '-am', 'theirs');
      git(theirs, 'push', '-q');
      add(ours, month, line('c1', ' ours') + line('d1'));
      put(ours, 'data/scores/2026-11.jsonl', line('d1'));
      put(ours, 'data/state.json', state({ forum: { refusals: 2 } }));
      const pushed = await commitAndPush(options(ours));
      expect(pushed).toEqual({
        kind: 'pushed',
        commit: git(ours, 'rev-parse', 'HEAD'),
        attempts: 2,
        notes: [],
      });
      expect(origin.show(month)).toBe(line('a0') + line('b1') + line('c1', ' theirs') + line('d1'));
      expect(origin.show('data/state.json')).toBe(state({ forum: { refusals: 2 }, paper: { refusals: 1 } }));
      expect(origin.show('brand.yml')).toBe('brand: { id: new }\n');
      expect(read(ours, month)).toBe(origin.show(month));
      expect(git(ours, 'status', '--porcelain')).toBe('');
      expect(git(ours, 'log', '-1', '--format=%an %s')).toBe('Night data: add the night of 2026-11-20');
    },
  );

  it('leaves bytes of others that are no text as they are', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    const odd = Buffer.from([0xff, 0xfe, 0x0a]);
    appendFileSync(join(theirs, month), odd);
    git(theirs, 'commit', '-q', '-am', 'odd');
    git(theirs, 'push', '-q');
    add(ours, month, line('café'));
    expect(await commitAndPush(options(ours))).toMatchObject({ kind: 'pushed' });
    expect(readFileSync(join(ours, month))).toEqual(
      Buffer.concat([Buffer.from(line('a0')), odd, Buffer.from(line('café'))]),
    );
  });

  it('makes no commit where others had stored all of it', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    for (const checkout of [ours, theirs]) add(checkout, month, line('b1'));
    await commitAndPush(options(theirs));
    add(theirs, month, line('c1'));
    await commitAndPush(options(theirs));
    expect(await commitAndPush(options(ours))).toEqual({ kind: 'nothing_changed', notes: [] });
    expect(read(ours, month)).toBe(line('a0') + line('b1') + line('c1'));
  });

  it('does not get stuck for good where somebody edits brand.yml here and the remote changed it, for three nights', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    put(ours, 'brand.yml', 'brand: mine\n');
    for (const night of [1, 2, 3]) {
      git(theirs, 'pull', '-q');
      put(theirs, 'brand.yml', `brand: theirs ${night}\n`);
      add(theirs, month, line(`t${night}`));
      put(theirs, 'new.txt', `${night}\n`);
      git(theirs, 'add', '-A');
      git(theirs, 'commit', '-q', '-m', 'theirs');
      git(theirs, 'push', '-q');
      add(ours, month, line(`n${night}`));
      add(ours, 'data/runs/2026-11.jsonl', `{"night":${night}}\n`);
      const pushed = await commitAndPush(options(ours));
      expect(pushed).toMatchObject({
        kind: 'pushed',
        commit: git(ours, 'rev-parse', 'main'),
        notes: [expect.stringMatching(/brand\.yml was changed here.*yours is left as it is/)],
      });
      expect(git(origin.remote, 'rev-parse', 'main')).toBe(git(ours, 'rev-parse', 'HEAD'));
      expect(git(ours, 'status', '--porcelain')).toBe('M brand.yml');
      expect(read(ours, 'brand.yml')).toBe('brand: mine\n');
      expect(read(ours, 'new.txt')).toBe(`${night}\n`);
      expect(read(ours, month)).toBe(origin.show(month));
    }
    expect(origin.show(month)).toBe(
      ['a0', 't1', 'n1', 't2', 'n2', 't3', 'n3'].map((id) => line(id)).join(''),
    );
    expect(origin.show('data/runs/2026-11.jsonl')).toBe('{"night":1}\n{"night":2}\n{"night":3}\n');
    expect(origin.show('brand.yml')).toBe('brand: theirs 3\n');
    expect(git(ours, 'for-each-ref', 'refs/earshot')).toBe('');
    expect(readdirSync(join(ours, '.git')).filter((name) => name.startsWith('earshot'))).toEqual([]);
  });

  it('joins what somebody is editing with what the remote changed elsewhere in the same file', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    const text = (first: string, last: string) => [first, 'b: 1', 'c: 1', 'd: 1', last, ''].join('\n');
    put(theirs, 'brand.yml', text('a: 1', 'e: 1'));
    git(theirs, 'commit', '-q', '-am', 'more');
    git(theirs, 'push', '-q');
    git(ours, 'pull', '-q');
    put(theirs, 'brand.yml', text('a: theirs', 'e: 1'));
    git(theirs, 'commit', '-q', '-am', 'theirs');
    git(theirs, 'push', '-q');
    put(ours, 'brand.yml', text('a: 1', 'e: mine'));
    git(ours, 'add', 'brand.yml');
    add(ours, month, line('b1'));
    expect((await commitAndPush(options(ours))).notes).toEqual([expect.stringContaining('are joined')]);
    expect(read(ours, 'brand.yml')).toBe(text('a: theirs', 'e: mine'));
    expect(git(ours, 'diff', '--stat', 'origin/main')).toMatch(/brand\.yml \| 2 \+-/);
    expect(origin.show('brand.yml')).toBe(text('a: theirs', 'e: 1'));
  });

  it('leaves alone what is staged and then changed again, and a file of one that the remote added', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    put(theirs, 'brand.yml', 'brand: theirs\n');
    put(theirs, 'notes.txt', 'theirs\n');
    git(theirs, 'add', '-A');
    git(theirs, 'commit', '-q', '-m', 'theirs');
    git(theirs, 'push', '-q');
    put(ours, 'brand.yml', 'brand: staged\n');
    git(ours, 'add', 'brand.yml');
    put(ours, 'brand.yml', 'brand: mine\n');
    put(ours, 'notes.txt', 'mine\n');
    add(ours, month, line('b1'));
    const pushed = await commitAndPush(options(ours));
    expect(pushed).toMatchObject({ kind: 'pushed', commit: git(ours, 'rev-parse', 'HEAD') });
    expect(pushed.notes).toHaveLength(2);
    expect(git(ours, 'show', ':brand.yml')).toBe('brand: staged');
    expect(read(ours, 'brand.yml')).toBe('brand: mine\n');
    expect(read(ours, 'notes.txt')).toBe('mine\n');
  });

  it('keeps lines that another run added here meanwhile, and theirs too', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    add(theirs, month, line('t1'));
    git(theirs, 'commit', '-q', '-am', 'theirs');
    git(theirs, 'push', '-q');
    add(ours, month, line('b1'));
    const meanwhile = async () => add(ours, month, line('late'));
    expect(await commitAndPush(options(ours, { wait: meanwhile }))).toMatchObject({ kind: 'pushed' });
    expect(read(ours, month)).toBe(['a0', 't1', 'b1', 'late'].map((id) => line(id)).join(''));
    expect(await commitAndPush(options(ours))).toMatchObject({ kind: 'pushed', attempts: 1 });
    expect(origin.show(month)).toBe(read(ours, month));
  });

  it('that was killed before its checkout could follow is not pushed a second time', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    put(theirs, 'brand.yml', 'brand: theirs\n');
    git(theirs, 'commit', '-q', '-am', 'theirs');
    git(theirs, 'push', '-q');
    const runs = 'data/runs/2026-11.jsonl';
    put(ours, runs, '{"night":1}\n');
    await commitAndPush(options(ours));
    // As it was before it followed: its own commit, and the note that this is on the remote.
    git(ours, 'reset', '-q', '--hard', 'HEAD@{1}');
    git(ours, 'update-ref', 'refs/earshot/replanted', 'HEAD');
    add(ours, runs, '{"night":2}\n');
    expect(await commitAndPush(options(ours))).toMatchObject({ kind: 'pushed', notes: [] });
    expect(origin.show(runs)).toBe('{"night":1}\n{"night":2}\n');
  });

  it('also by a night that could not be pushed brings that night along', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    const url = git(ours, 'remote', 'get-url', 'origin');
    git(ours, 'remote', 'set-url', 'origin', join(origin.root, 'nowhere'));
    add(ours, month, line('n1'));
    expect(await commitAndPush(options(ours))).toMatchObject({ kind: 'failed', reason: 'unreachable' });
    git(ours, 'remote', 'set-url', 'origin', url);
    add(theirs, month, line('t1'));
    git(theirs, 'commit', '-q', '-am', 'theirs');
    git(theirs, 'push', '-q');
    add(ours, month, line('n2'));
    expect(await commitAndPush(options(ours))).toMatchObject({ kind: 'pushed', notes: [] });
    expect(origin.show(month)).toBe(['a0', 't1', 'n1', 'n2'].map((id) => line(id)).join(''));
    expect(git(ours, 'status', '--porcelain')).toBe('');
  });

  it.each(['', 'fetch'])(
    'never brings back what was taken off the remote, also after %j',
    async (fetched) => {
      const [ours, theirs] = [origin.checkout(), origin.checkout()];
      add(ours, month, line('secret'));
      await commitAndPush(options(ours));
      add(theirs, month, line('t1'));
      git(theirs, 'commit', '-q', '-am', 'theirs');
      git(theirs, 'push', '-q', '--force');
      if (fetched) git(ours, 'fetch', '-q');
      for (const night of ['n1', 'n2']) {
        add(ours, month, line(night));
        expect(failure(await commitAndPush(options(ours)))).toMatchObject({ reason: 'rewritten' });
      }
      expect(origin.show(month)).toBe(line('a0') + line('t1'));
    },
  );

  it('five times gives up with its lines kept, after growing pauses', async () => {
    const [ours, rival] = [origin.checkout(), origin.checkout()];
    add(ours, month, line('b1'));
    const pauses: number[] = [];
    let count = 0;
    // The server itself takes another night in just before it sees ours.
    const overtake = () => {
      add(rival, month, line(`r${count++}`));
      git(rival, 'commit', '-q', '-am', 'rival');
      git(rival, 'push', '-q');
    };
    overtake();
    // Between the fetch that follows a pause and the next push there is only git itself: a hook of this checkout.
    put(
      ours,
      '.git/hooks/pre-push',
      `#!/bin/sh\nunset GIT_DIR\ncd ${rival} && echo '${line('x').trim()}' >> ${month} && git commit -q -am rival && git push -q --no-verify\n`,
    );
    git(ours, 'config', 'core.hooksPath', join(ours, '.git/hooks'));
    chmodSync(join(ours, '.git/hooks/pre-push'), 0o755);
    const pushed = failure(
      await commitAndPush(options(ours, { wait: async (ms) => void pauses.push(ms), random: () => 1 })),
    );
    expect(pushed).toMatchObject({ reason: 'overtaken', attempts: mostAttempts });
    expect(pushed.detail).toMatch(/Others pushed to main 5 times/);
    expect(pauses).toEqual([1500, 3000, 6000, 12000]);
    expect(read(ours, month)).toContain(line('b1'));
    expect(git(ours, 'cat-file', '-t', pushed.commit ?? '')).toBe('commit');
    expect(origin.show(month)).not.toContain('b1');
  });
});

describe('a night that cannot be pushed', () => {
  it('because the branch is protected is not tried again, and says what to click', async () => {
    origin.refuse('echo "error: GH006: Protected branch update failed for refs/heads/main." >&2; exit 1');
    const checkout = origin.checkout();
    add(checkout, month, line('b1'));
    expect(failure(await commitAndPush(options(checkout)))).toMatchObject({
      reason: 'protected',
      attempts: 1,
      detail: expect.stringMatching(/bypass list.*GH006/),
    });
  });

  it('because somebody has commits of their own tells them to pull', async () => {
    const [ours, theirs] = [origin.checkout(), origin.checkout()];
    put(theirs, 'brand.yml', 'brand: theirs\n');
    git(theirs, 'commit', '-q', '-am', 'theirs');
    git(theirs, 'push', '-q');
    put(ours, 'notes.txt', 'mine');
    git(ours, 'add', '-A');
    git(ours, 'commit', '-q', '-m', 'mine');
    add(ours, month, line('b1'));
    expect(failure(await commitAndPush(options(ours)))).toMatchObject({
      reason: 'diverged',
      detail: expect.stringContaining('git pull --rebase'),
    });
  });

  it('because no branch is checked out is not even committed', async () => {
    const checkout = origin.checkout();
    git(checkout, 'checkout', '-q', '--detach');
    add(checkout, month, line('b1'));
    expect(failure(await commitAndPush(options(checkout)))).toMatchObject({
      reason: 'detached',
      commit: null,
    });
    expect(git(checkout, 'log', '-1', '--format=%s')).toBe('first');
  });

  it('because a merge is under way leaves the merge alone', async () => {
    const checkout = origin.checkout();
    put(checkout, '.git/MERGE_HEAD', git(checkout, 'rev-parse', 'HEAD'));
    add(checkout, month, line('b1'));
    expect(failure(await commitAndPush(options(checkout)))).toMatchObject({ reason: 'unfinished' });
  });

  it('because the remote is gone is tried five times', async () => {
    const checkout = origin.checkout();
    git(checkout, 'remote', 'set-url', 'origin', join(origin.root, 'nowhere'));
    add(checkout, month, line('b1'));
    expect(failure(await commitAndPush(options(checkout)))).toMatchObject({
      reason: 'unreachable',
      attempts: mostAttempts,
    });
  });

  it('because git knows no author says so', async () => {
    const checkout = origin.checkout();
    add(checkout, month, line('b1'));
    const nobody = { PATH: env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', EMAIL: '' };
    git(checkout, 'config', 'user.useConfigOnly', 'true');
    expect(failure(await commitAndPush(options(checkout, { env: nobody })))).toMatchObject({
      reason: 'git',
      detail: expect.stringContaining('user.email'),
    });
  });
});
