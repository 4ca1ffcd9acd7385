import { execFile } from 'node:child_process';

export type GitAnswer = { code: number; out: Buffer; err: string };
export type GitCall = { input?: string | Buffer; env?: Environment };
export type Git = (args: readonly string[], call?: GitCall) => Promise<GitAnswer>;
export type Environment = Readonly<Record<string, string | undefined>>;

const timeoutMs = 120_000;
/** Above GitHub's largest file, 100 MB. */
const mostBytes = 256 * 1024 * 1024;

/**
 * git in a folder, never through a shell. It never asks anybody anything, and speaks English, since its words are read.
 * A git that fails is an answer with its exit code; -1 where it could not be run or took over two minutes.
 */
export function gitIn(dir: string, env: Environment): Git {
  const quiet = { GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', LC_ALL: 'C' };
  // Set where this runs inside a hook; they would turn every call to the repository of the hook.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...own } = env;
  return (args, call = {}) =>
    new Promise((resolve) => {
      const child = execFile(
        'git',
        ['-c', 'gc.auto=0', '-c', 'core.quotePath=false', ...args],
        {
          cwd: dir,
          env: { ...own, ...quiet, ...call.env },
          encoding: 'buffer',
          maxBuffer: mostBytes,
          timeout: timeoutMs,
        },
        (error, out, err) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
          const words = err.toString('utf8').trim();
          resolve({ code, out, err: words || (error?.message ?? '') });
        },
      );
      // git may end before it has read all; its exit code tells.
      child.stdin?.on('error', () => {});
      child.stdin?.end(call.input ?? '');
    });
}

/** git said no where it had no right to: the conductor turns this into a failure with its words. */
export class GitError extends Error {
  constructor(args: readonly string[], answer: GitAnswer) {
    super(`git ${args[0]} failed (${answer.code}): ${firstLines(answer.err)}`);
    this.name = 'GitError';
  }
}

/** What git wrote, without its last line end. Throws GitError where it failed. */
export async function told(git: Git, args: readonly string[], call?: GitCall): Promise<string> {
  const answer = await git(args, call);
  if (answer.code !== 0) throw new GitError(args, answer);
  return answer.out.toString('utf8').replace(/\n$/, '');
}

/** What git wrote, or undefined where it failed. */
export async function asked(git: Git, args: readonly string[]): Promise<string | undefined> {
  const answer = await git(args);
  return answer.code === 0 ? answer.out.toString('utf8').replace(/\n$/, '') : undefined;
}

/** Entries of a list that git ends with NUL each. */
export const entries = (list: string): string[] => list.split('\0').filter((entry) => entry !== '');

const mostWords = 400;
export const firstLines = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, mostWords);
