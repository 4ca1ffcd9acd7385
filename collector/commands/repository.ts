import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { World } from './world.ts';

const execute = promisify(execFile);

/** Public address of the repository, from the runner's environment or the remote `origin`; null where there is none. */
export async function repositoryAddress(dir: string, env: World['env']): Promise<string | null> {
  if (env.GITHUB_REPOSITORY) {
    return `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY}`;
  }
  try {
    const { stdout } = await execute('git', ['remote', 'get-url', 'origin'], { cwd: dir, env: { ...env } });
    return addressOf(stdout.trim());
  } catch {
    return null;
  }
}

/** `git@github.com:owner/repo.git` and its like as an https address without credentials; null for anything else. */
export function addressOf(remote: string): string | null {
  const match =
    /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)((?:[\w-]+\.)+[a-z]{2,})[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      remote,
    );
  return match ? `https://${match[1]}/${match[2]}` : null;
}
