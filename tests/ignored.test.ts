import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Folders whose every file must reach those who copy the repository. */
const kept = ['site/src', 'collector', 'data/contract', 'tests'];

/** Runs git without the ignore file of whoever runs the test. */
function git(args: string[], input = ''): string {
  const { stdout, status, stderr } = spawnSync('git', ['-c', 'core.excludesFile=', ...args], {
    encoding: 'utf8',
    input,
  });
  // check-ignore ends with 1 where nothing is ignored.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}
const list = (text: string): string[] => text.split('\0').filter(Boolean);
const ignored = (files: string[]): string[] =>
  list(git(['check-ignore', '--no-index', '-z', '--stdin'], files.join('\0')));

it('no file of the code, the contract or the tests is ignored by git', () => {
  const files = list(git(['ls-files', '-z', '--cached', '--others', '--', ...kept]));
  expect(files.length).toBeGreaterThan(200);
  expect(ignored(files)).toEqual([]);
});

it('an ignored file would be found', () => {
  expect(ignored(['site/src/node_modules/x.js', 'site/src/pages/coverage/index.astro'])).toEqual([
    'site/src/node_modules/x.js',
  ]);
});

it('what is made from the lines is ignored, and the lines are not', () => {
  const made = ['data/figures/about.json', 'data/figures/restated.json', 'data/.cache/mentions/2026-11'];
  const lines = ['data/mentions/2026-11.jsonl', 'data/published/2026-11.jsonl', 'data/labels.csv'];
  expect(ignored([...made, ...lines])).toEqual(made);
});
