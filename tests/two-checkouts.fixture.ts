import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type State, stateText } from '#contract';
import type { PushOptions } from '../collector/night/commit-and-push.ts';

/** Nothing of the machine's own settings of git. */
export const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Night',
  GIT_AUTHOR_EMAIL: 'night@example.com',
  GIT_COMMITTER_NAME: 'Night',
  GIT_COMMITTER_EMAIL: 'night@example.com',
};

export const git = (dir: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: dir, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

export const month = 'data/mentions/2026-11.jsonl';
export const line = (id: string, rest = '') => `{"id":"${id}","brand":"northwind","title":"${id}${rest}"}\n`;
export const state = (sources: State['sources']) => stateText({ v: 1, sources });

export function put(checkout: string, name: string, text: string): void {
  mkdirSync(dirname(join(checkout, name)), { recursive: true });
  writeFileSync(join(checkout, name), text);
}

export function add(checkout: string, name: string, text: string): void {
  mkdirSync(dirname(join(checkout, name)), { recursive: true });
  appendFileSync(join(checkout, name), text);
}

export const read = (checkout: string, name: string) => readFileSync(join(checkout, name), 'utf8');

/** A bare repository with one night in it, and a way to get checkouts of it. */
export function aRemote() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'earshot-night-')));
  const remote = join(root, 'remote.git');
  mkdirSync(remote);
  git(remote, 'init', '-q', '--bare', '-b', 'main');
  const first = join(root, 'first');
  mkdirSync(first);
  git(first, 'init', '-q', '-b', 'main');
  put(first, '.gitignore', 'data/figures/\n*.tmp\n');
  put(first, 'brand.yml', 'brand: {}\n');
  put(first, month, line('a0'));
  put(first, 'data/state.json', state({}));
  git(first, 'add', '-A');
  git(first, 'commit', '-q', '-m', 'first');
  git(first, 'push', '-q', remote, 'main');
  let count = 0;
  return {
    root,
    remote,
    checkout: (...options: string[]) => {
      const name = `checkout-${count++}`;
      git(root, 'clone', '-q', ...options, String(pathToFileURL(remote)), name);
      return join(root, name);
    },
    /** What the tip of the remote holds. */
    show: (name: string) => `${git(remote, 'show', `main:${name}`)}\n`,
    /** Has the server run this at every push. */
    refuse: (script: string) => {
      writeFileSync(join(remote, 'hooks/update'), `#!/bin/sh\n${script}\n`);
      chmodSync(join(remote, 'hooks/update'), 0o755);
    },
  };
}

export const options = (dir: string, more: Partial<PushOptions> = {}): PushOptions => ({
  dir,
  paths: ['data'],
  message: 'data: add the night of 2026-11-20',
  env,
  wait: async () => {},
  random: () => 0.5,
  ...more,
});
