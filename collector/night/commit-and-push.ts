import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { follow, noteReplanted, replantedCommit } from './follow.ts';
import { asked, type Environment, entries, firstLines, type Git, GitError, gitIn, told } from './git.ts';
import { type PushRefusal, refusalOf } from './push-answer.ts';
import { replant } from './replant.ts';

export type PushOptions = {
  /** A folder in the repository; `paths` are relative to it. */
  dir: string;
  /** Folders of which the changed lines and the state are committed: `['data']`. */
  paths: readonly string[];
  /** Without any text from feeds. */
  message: string;
  /** False leaves the pushing to whoever runs this. Default: true. */
  push?: boolean;
  /** Who commits; git's own settings where left out. */
  author?: { name: string; email: string };
  env: Environment;
  wait: (ms: number) => Promise<void>;
  /** Chance from 0 up to 1, so that two who were overtaken do not try again together. */
  random: () => number;
};

export type FailureReason =
  | PushRefusal
  | 'detached'
  | 'unfinished'
  | 'diverged'
  | 'rewritten'
  | 'conflict'
  | 'git';

/**
 * What became of the night's lines. `committed`: there is no remote, or no push was wanted. `failed`: the lines are still in the
 * working tree, and in `commit` where that is not null; `detail` says what to do. `notes` are for people.
 */
export type Pushed = { notes: string[] } & (
  | { kind: 'no_repository' }
  | { kind: 'nothing_changed' }
  | { kind: 'committed'; commit: string }
  | { kind: 'pushed'; commit: string; attempts: number }
  | { kind: 'failed'; reason: FailureReason; detail: string; commit: string | null; attempts: number }
);

export const mostAttempts = 5;
const firstPauseMs = 1_000;

/** The author of commits made on GitHub's runners. */
export const botAuthor = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

/** The commit that is checked out, or null where there is no repository or no commit yet. */
export async function headCommit(dir: string, env: Environment): Promise<string | null> {
  return (await asked(gitIn(dir, env), ['rev-parse', '--verify', '-q', 'HEAD^{commit}'])) ?? null;
}

/**
 * Commits the night's lines, and nothing else, and pushes them. Where somebody pushed meanwhile, the night is made
 * again on top of theirs and pushed again, at most five times; it is never forced.
 */
export async function commitAndPush(options: PushOptions): Promise<Pushed> {
  const top = await asked(gitIn(options.dir, options.env), ['rev-parse', '--show-toplevel']);
  if (top === undefined) return { kind: 'no_repository', notes: [] };
  const author = options.author;
  const identity = author && {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
  };
  const git = gitIn(top, { ...options.env, ...identity });
  const notes: string[] = [];
  try {
    const prefix = (await asked(gitIn(options.dir, options.env), ['rev-parse', '--show-prefix'])) ?? '';
    return await commitThenPush(
      git,
      { ...options, paths: options.paths.map((path) => prefix + path) },
      notes,
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { kind: 'failed', reason: 'git', detail: error.message, commit: null, attempts: 0, notes };
  }
}

async function commitThenPush(git: Git, options: PushOptions, notes: string[]): Promise<Pushed> {
  const failed = (
    reason: FailureReason,
    detail: string,
    commit: string | null = null,
    attempts = 0,
  ): Pushed => ({
    kind: 'failed',
    reason,
    detail,
    commit,
    attempts,
    notes,
  });
  const branch = await asked(git, ['symbolic-ref', '-q', '--short', 'HEAD']);
  if (branch === undefined) {
    const at = (await asked(git, ['rev-parse', '--short', 'HEAD'])) ?? 'nothing';
    return failed(
      'detached',
      `No branch is checked out (HEAD is at ${at}); check one out, such as main, and run again.`,
    );
  }
  const unfinished = await unfinishedWork(git);
  if (unfinished)
    return failed('unfinished', `A ${unfinished} is under way in this checkout; finish or abort it first.`);

  const files = await changedFiles(git, options.paths, notes);
  if (files.length === 0) return { kind: 'nothing_changed', notes };
  const base = await asked(git, ['rev-parse', '--verify', '-q', 'HEAD']);
  const input = files.map((file) => `${file}\0`).join('');
  const list = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  await told(git, ['--literal-pathspecs', 'add', ...list], { input });
  await told(git, ['--literal-pathspecs', 'commit', '-q', '-m', options.message, ...list], { input });
  const commit = await told(git, ['rev-parse', 'HEAD']);

  const remote = options.push === false ? undefined : await remoteOf(git, branch);
  if (remote === undefined) return { kind: 'committed', commit, notes };
  return push(git, { ...remote, base, commit }, options, failed, notes);
}

type Target = { remote: string; ref: string; tracking: string };
type Night = Target & { base: string | undefined; commit: string };

async function push(
  git: Git,
  night: Night,
  { wait, random }: PushOptions,
  failed: (reason: FailureReason, detail: string, commit: string, attempts: number) => Pushed,
  notes: string[],
): Promise<Pushed> {
  const { remote, ref, tracking, commit: local } = night;
  let { base, commit } = night;
  for (let attempt = 1; ; attempt++) {
    const answer = await git(['push', '--porcelain', remote, `${commit}:${ref}`]);
    const refusal = refusalOf(answer);
    if (refusal === undefined) {
      if (commit !== local) {
        await noteReplanted(git, local);
        await follow(git, commit, notes);
      }
      return { kind: 'pushed', commit, attempts: attempt, notes };
    }
    const said = firstLines(`${answer.err} ${answer.out.toString('utf8')}`);
    if (attempt === mostAttempts || refusal === 'protected' || refusal === 'not_allowed') {
      return failed(refusal, `${advice(refusal, ref)} git said: ${said}`, commit, attempt);
    }
    await wait(firstPauseMs * 2 ** (attempt - 1) * (0.5 + random()));
    if (refusal !== 'overtaken') continue;

    const before = await asked(git, ['rev-parse', '--verify', '-q', tracking]);
    // The plus moves only our note of where the remote stands, so that a rewritten branch can be told from an older one.
    const fetched = await git(['fetch', '-q', '--no-tags', remote, `+${ref}:${tracking}`]);
    if (fetched.code !== 0) continue;
    const tip = await told(git, ['rev-parse', tracking]);
    if (await wasRewritten(git, { base, before, tip, tracking })) {
      const detail = `The branch was rewritten on the remote since this checkout. ${startAnew}`;
      return failed('rewritten', detail, commit, attempt);
    }
    base = await startOfNights(git, { base, commit, tip });
    if (base === undefined) {
      const detail = `This checkout has commits that the remote lacks. ${pullFirst}`;
      return failed('diverged', detail, commit, attempt);
    }
    const replanted = await replant(git, { base, ours: commit, tip });
    if ('conflict' in replanted) {
      const what = `${replanted.conflict} was changed here and on the remote, and is no file of lines.`;
      return failed('conflict', `${what} ${pullFirst}`, commit, attempt);
    }
    if (replanted.commit === tip) {
      await noteReplanted(git, local);
      await follow(git, tip, notes);
      return { kind: 'nothing_changed', notes };
    }
    base = tip;
    commit = replanted.commit;
  }
}

const startAnew =
  'It is never overwritten from here: keep a copy of data/, check the branch out anew, and run again.';
const pullFirst = 'Run `git pull --rebase` and then `git push`.';

function advice(refusal: PushRefusal, ref: string): string {
  const branch = ref.replace('refs/heads/', '');
  const byReason: Record<PushRefusal, string> = {
    overtaken: `Others pushed to ${branch} ${mostAttempts} times while the night tried to.`,
    protected: `The branch ${branch} is protected: allow GitHub Actions to push to it (Settings › Rules or Branches › bypass list).`,
    not_allowed: `No permission to push: set Settings › Actions › General › Workflow permissions to "Read and write", or log in.`,
    unreachable: `The remote could not be reached in ${mostAttempts} attempts.`,
  };
  return byReason[refusal];
}

/**
 * The commit from which on all is the nights' own, and not on the remote: the one that this night began at, or an earlier
 * one, where earlier nights could not be pushed. Undefined where somebody's own commits lie in between.
 */
async function startOfNights(
  git: Git,
  { base, commit, tip }: { base: string | undefined; commit: string; tip: string },
): Promise<string | undefined> {
  if (base === undefined) return undefined;
  if (await isAncestor(git, base, tip)) return base;
  const replanted = await replantedCommit(git);
  const start =
    replanted !== undefined && (await isAncestor(git, replanted, base))
      ? replanted
      : await asked(git, ['merge-base', base, tip]);
  if (start === undefined) return undefined;
  // Commit by commit: a change that was taken back again is somebody's too.
  const log = ['log', '--format=', '--name-only', '--no-renames', '-m', '-z', `${start}..${commit}`];
  const names = entries(await told(git, log)).map((name) => name.replace(/^\n+/, ''));
  return names.every((name) => name === '' || isOfTheNight(name)) ? start : undefined;
}

/**
 * Whether the remote took back what it once had and this checkout builds on: that must not be pushed again.
 * @param before where the remote stood as this checkout last knew
 */
async function wasRewritten(
  git: Git,
  night: { base: string | undefined; before: string | undefined; tip: string; tracking: string },
): Promise<boolean> {
  const { base, before, tip, tracking } = night;
  if (base !== undefined && (await isAncestor(git, base, tip))) return false;
  // git's own log of where the remote stood also knows it when somebody fetched since.
  const once = base && (await asked(git, ['merge-base', '--fork-point', tracking, base]));
  for (const known of [before, once]) if (known && !(await isAncestor(git, known, tip))) return true;
  return false;
}

async function isAncestor(git: Git, older: string, newer: string): Promise<boolean> {
  return (await git(['merge-base', '--is-ancestor', older, newer])).code === 0;
}

/** Where the branch is pushed to; undefined where the repository has no remote. */
async function remoteOf(git: Git, branch: string): Promise<Target | undefined> {
  const remotes = (await told(git, ['remote'])).split('\n');
  const configured = await asked(git, ['config', '--get', `branch.${branch}.remote`]);
  const remote = [configured, 'origin'].find((name) => name !== undefined && remotes.includes(name));
  if (remote === undefined) return undefined;
  const ref =
    (configured === remote && (await asked(git, ['config', '--get', `branch.${branch}.merge`]))) ||
    `refs/heads/${branch}`;
  return { remote, ref, tracking: `refs/remotes/${remote}/${ref.replace('refs/heads/', '')}` };
}

const markers = {
  'rebase-merge': 'rebase',
  'rebase-apply': 'rebase',
  MERGE_HEAD: 'merge',
  CHERRY_PICK_HEAD: 'cherry-pick',
};

async function unfinishedWork(git: Git): Promise<string | undefined> {
  const folder = await told(git, ['rev-parse', '--absolute-git-dir']);
  return Object.entries(markers).find(([name]) => existsSync(join(folder, name)))?.[1];
}

/**
 * What a night writes: lines and the state. Not figures, which are derived, nor files that people write, nor surveys, which
 * people import: two imports of the same days must not be made one line by line.
 */
const isOfTheNight = (name: string) =>
  (name.endsWith('.jsonl') || /(^|\/)state\.json$/.test(name)) &&
  !/(^|\/)(figures|demo|surveys)\//.test(name);

async function changedFiles(git: Git, paths: readonly string[], notes: string[]): Promise<string[]> {
  const args = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', ...paths];
  const changed = entries(await told(git, ['--literal-pathspecs', ...args]))
    .map((entry) => ({ status: entry.slice(0, 2), name: entry.slice(3) }))
    .filter(({ name }) => isOfTheNight(name));
  const deleted = changed.filter(({ status }) => status.includes('D'));
  for (const { name } of deleted) notes.push(`${name} is deleted here; the deletion was not committed.`);
  return changed.filter((file) => !deleted.includes(file)).map(({ name }) => name);
}
