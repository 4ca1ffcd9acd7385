import { lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asked, entries, type Git, GitError, told } from './git.ts';
import { type Blobs, bytesOf, entryOf, mergeFile } from './replant.ts';

/** The newest commit of this checkout that was made again on the remote, while the checkout could not follow yet. */
const replantedRef = 'refs/earshot/replanted';

/** Notes, before the branch follows, that all of this commit is on the remote: a killed run must not push it again. */
export async function noteReplanted(git: Git, commit: string): Promise<void> {
  await told(git, ['update-ref', replantedRef, commit]);
}

export const replantedCommit = (git: Git): Promise<string | undefined> =>
  asked(git, ['rev-parse', '--verify', '-q', `${replantedRef}^{commit}`]);

/**
 * Moves the branch and the working tree to the pushed commit. What somebody changed here and did not commit is kept:
 * where the remote changed the same file, the two are joined if they do not touch, and left as they are here if they do.
 */
export async function follow(git: Git, commit: string, notes: string[]): Promise<void> {
  const answer = await git(['reset', '-q', '--keep', commit]);
  try {
    if (answer.code !== 0) await followAround(git, commit, notes);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    notes.push(`Pushed, but this checkout stays behind: ${error.message}`);
    return;
  }
  await git(['update-ref', '-d', replantedRef]);
}

/** The files come before the branch: killed in between, this checkout has too many changes, and lacks nothing. */
async function followAround(git: Git, commit: string, notes: string[]): Promise<void> {
  const head = await told(git, ['rev-parse', 'HEAD']);
  const top = await told(git, ['rev-parse', '--show-toplevel']);
  const names = async (...args: string[]) => entries(await told(git, [...args, '-z']));
  const theirs = await names('diff', '--name-only', '--no-renames', head, commit);
  const added = await names('diff', '--name-only', '--no-renames', '--diff-filter=A', head, commit);
  const own = new Set([
    ...(await names('diff', '--name-only', '--no-renames', head)),
    ...(await names('diff', '--name-only', '--no-renames', '--cached', head)),
    // Not in git yet, and now in the way of a file of theirs.
    ...added.filter((name) => lstatSync(join(top, name), { throwIfNoEntry: false }) !== undefined),
  ]);
  await restore(
    git,
    commit,
    ['--staged', '--worktree'],
    theirs.filter((name) => !own.has(name)),
  );
  const both = theirs.filter((name) => own.has(name));
  const unstaged = new Set(await names('diff', '--name-only', '--no-renames'));
  const staged = new Set(await names('diff', '--name-only', '--no-renames', '--cached', head));
  // What is staged and then changed again exists twice here: it is too much somebody's own to be touched.
  const partly = both.filter((name) => staged.has(name) && unstaged.has(name));
  for (const name of partly) notes.push(keptNote(name));
  const joinable = both.filter((name) => !partly.includes(name));
  for (const name of joinable) notes.push(await joinFile(git, top, { name, head, commit }));
  await restore(git, commit, ['--staged'], joinable);
  await told(git, ['update-ref', '-m', 'earshot: follow the pushed night', 'HEAD', commit, head]);
}

async function restore(git: Git, source: string, where: readonly string[], names: readonly string[]) {
  if (names.length === 0) return;
  const list = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  const args = ['--literal-pathspecs', 'restore', '-q', '--source', source, ...where, ...list];
  await told(git, args, { input: names.map((name) => `${name}\0`).join('') });
}

const keptNote = (name: string) =>
  `${name} was changed here and on the remote: yours is left as it is. Before you commit it, see \`git diff ${name}\`: it would take theirs back.`;

/** Joins a file of the working tree, changed since `head`, with what it is in `commit`; tells people what became of it. */
async function joinFile(
  git: Git,
  top: string,
  { name, head, commit }: { name: string; head: string; commit: string },
): Promise<string> {
  const path = join(top, name);
  const before = lstatSync(path, { throwIfNoEntry: false });
  if (!before?.isFile()) return keptNote(name);
  const blobs = {
    base: await bytesOf(git, await entryOf(git, head, name)),
    ours: readFileSync(path),
    theirs: await bytesOf(git, await entryOf(git, commit, name)),
  };
  const joined = mergeFile(name, blobs)?.bytes ?? (await mergeText(git, blobs));
  if (joined === undefined) return keptNote(name);
  const now = lstatSync(path, { throwIfNoEntry: false });
  if (now?.mtimeMs !== before.mtimeMs || now.size !== before.size) return keptNote(name);
  const temporary = join(dirname(path), `.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, joined, { mode: before.mode, flag: 'wx' });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  return `${name} was changed here and on the remote: the two are joined, and yours is still uncommitted.`;
}

/** Undefined where both changed the same lines. */
async function mergeText(git: Git, { base, ours, theirs }: Blobs): Promise<Buffer | undefined> {
  const folder = mkdtempSync(join(await told(git, ['rev-parse', '--absolute-git-dir']), 'earshot-join-'));
  try {
    const files = Object.entries({ ours, base, theirs }).map(([version, bytes]) => {
      const file = join(folder, version);
      writeFileSync(file, bytes);
      return file;
    });
    const answer = await git(['merge-file', '-p', '-q', ...files]);
    return answer.code === 0 ? answer.out : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
