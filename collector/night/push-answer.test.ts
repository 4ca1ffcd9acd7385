import { expect, it } from 'vitest';
import { refusalOf } from './push-answer.ts';

const answer = (err: string, code = 1) => ({ code, err, out: Buffer.alloc(0) });

it.each([
  ['! [rejected] main -> main (fetch first)', 'overtaken'],
  ['! [rejected] main -> main (non-fast-forward)', 'overtaken'],
  [
    "! [remote rejected] main -> main (cannot lock ref 'refs/heads/main': is at a1 but expected b2)",
    'overtaken',
  ],
  ['! [remote rejected] main -> main (failed to update ref)', 'overtaken'],
  [
    'remote: error: GH006: Protected branch update failed for refs/heads/main.\n! [remote rejected] main -> main (protected branch hook declined)',
    'protected',
  ],
  ['remote: error: GH013: Repository rule violations found for refs/heads/main.', 'protected'],
  [
    'remote: Permission to a/b.git denied to github-actions[bot].\nfatal: unable to access: The requested URL returned error: 403',
    'not_allowed',
  ],
  ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", 'not_allowed'],
  ["fatal: unable to access 'https://github.com/a/b/': Could not resolve host: github.com", 'unreachable'],
  ['fatal: the remote end hung up unexpectedly', 'unreachable'],
])('%j is %s', (words, refusal) => {
  expect(refusalOf(answer(words))).toBe(refusal);
});

it('a push that went through is none', () => {
  expect(refusalOf(answer('remote: [rejected] is only a word here', 0))).toBeUndefined();
});
